"""A paper for each unit: its problems, those that cannot be decided yet, and its coverage."""

from collections.abc import Iterable

from msgspec import Struct

from ....model.finding import Finding, State
from ....model.place import Place, Problem, Weight
from ...standing import NO_UNIT, by_unit
from .findings import BREACHES, OF_FINDING, OF_GROUP, Item, groups_of, items_of
from .rendering import Papers, Subject
from .run import Counted, Run
from .small_print import small_print
from .words import Listing, Vocabulary, Word


class UnitPaper(Struct, frozen=True, kw_only=True):
    """What is told to one unit; ``duties`` are the ids of those that it answers for."""

    run: Run
    unit: str
    items: tuple[Item, ...]
    undecided: tuple[Item, ...] = ()
    duties: tuple[str, ...] = ()

    @property
    def coverage(self) -> Counted:
        """How much of its duties was looked at."""
        return self.run.coverage(self.duties)

    def small_print(self) -> tuple[str, ...]:
        """By which rules, and on which assumptions."""
        clocks = [
            (each.finding.duty, each.finding.clock) for each in (*self.items, *self.undecided)
        ]
        return small_print(self.run, self.coverage, clocks)


def unit_papers(run: Run, within: frozenset[str]) -> Papers:
    """A paper for each unit that has a problem, under the unit that leads (``within``: of these).

    What no unit answers for makes no paper, because there is nobody to send it to; it is noted.
    """
    findings = run.assessment.findings
    problems = by_unit(of_state(findings, BREACHES, within), within)
    undecided = by_unit(of_state(findings, (State.UNDECIDED,), within), within)
    orphans = problems.pop(NO_UNIT, [])
    duties = duties_of_units(run)
    subjects = [
        UnitPaper(
            run=run,
            unit=unit,
            items=items_of(run, found, within),
            undecided=items_of(run, undecided.get(unit, ()), within),
            duties=tuple(duties.get(unit, ())),
        )
        for unit, found in problems.items()
    ]
    return Papers(
        subjects=[
            Subject(name=each.unit, thing=each, small_print=each.small_print) for each in subjects
        ],
        notes=tuple(without_unit(run, (each.duty or each.code for each in orphans))),
    )


def duties_of_units(run: Run) -> dict[str, list[str]]:
    """The ids of the duties of the assessment, under every unit that answers for them."""
    duties: dict[str, list[str]] = {}
    for result in run.assessment.duties:
        for unit in result.duty.unit_names:
            duties.setdefault(unit, []).append(result.duty.id)
    return duties


def without_unit(run: Run, ids: Iterable[str]) -> Iterable[Problem]:
    """A note for each of these duties that nobody answers for."""
    for id in dict.fromkeys(ids):
        duty = run.duties.get(id)
        place = duty.place if duty and duty.place else Place(run.assessment.catalogue.file)
        yield Problem(
            place,
            f"{id} 没有明确责任单位，其中的问题没有出文书",
            "在目录中写明责任单位后重新生成",
            weight=Weight.NOTE,
        )


def of_state(
    findings: Iterable[Finding], states: tuple[State, ...], within: frozenset[str]
) -> Iterable[Finding]:
    """The findings in one of these states that concern these units (none: all)."""
    return (
        each for each in findings if each.state in states and (not within or within & {*each.units})
    )


def _joint(paper: UnitPaper) -> str:
    units = (unit for item in paper.items for unit in item.finding.units)
    return "、".join(unit for unit in dict.fromkeys(units) if unit != paper.unit)


OF_UNIT = Vocabulary(
    words={
        "单位": Word("文书所写的单位", lambda paper: paper.unit),
        "问题数": Word("这个单位牵头的问题的个数", lambda paper: str(len(paper.items))),
        "暂不能定数": Word("这个单位暂不能定的事项数", lambda paper: str(len(paper.undecided))),
        "覆盖率": Word("这个单位应核查、已核查的项数和比例", lambda paper: paper.coverage.words),
        "会同单位": Word("这些问题的其他责任单位", _joint),
    },
    lists={
        "类别": Listing("问题，按名称归类", lambda paper: groups_of(paper.items), OF_GROUP),
        "问题": Listing("全部问题，急的在前", lambda paper: paper.items, OF_FINDING),
        "暂不能定": Listing("暂不能定的事项，不是问题", lambda paper: paper.undecided, OF_FINDING),
    },
)
