"""The one paper about all units: how things stand, what is wrong, and each unit in a row."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from ....model.basis import Authority
from ....model.case import Case
from ....model.finding import State
from ...deadline_words import is_breach
from ...preface import percent
from ...standing import NO_UNIT, by_unit, totals
from .findings import BREACHES, OF_FINDING, OF_GROUP, Item, groups_of, items_of
from .printed import day
from .rendering import Papers, Subject
from .run import Run
from .small_print import small_print
from .units import of_state
from .words import Listing, Vocabulary, Word

_OPEN = (State.UNDECIDED, State.BY_HAND, State.UNCHECKED)
"""States in which nothing can be concluded yet."""
_GOOD, _BAD, _UNKNOWN = "未发现问题", "存在问题", "不能下结论"


class Span(Struct, frozen=True):
    """The days that a report is about, both ends included, and what they are called."""

    name: str
    first: date
    last: date

    def holds(self, value: date | None) -> bool:
        """Whether a day is one of them."""
        return value is not None and self.first <= value <= self.last


class UnitRow(Struct, frozen=True, kw_only=True):
    """A unit with its duties by state (each where it leads) and the number of its problems."""

    unit: str
    number: int
    states: Mapping[State, int]
    problems: int

    def count(self, *states: State) -> int:
        """How many of its duties are in one of these states."""
        return sum(self.states.get(state, 0) for state in states)

    @property
    def verdict(self) -> str:
        """A unit without a problem is only good where nothing about it is open."""
        if self.problems or self.count(*BREACHES):
            return _BAD
        return _UNKNOWN if self.count(*_OPEN) else _GOOD


class Circular(Struct, frozen=True, kw_only=True):
    """What is told to all units. ``rows`` are the units, ``orphans`` the duties without one."""

    run: Run
    rows: tuple[UnitRow, ...]
    orphans: int
    items: tuple[Item, ...]
    undecided: tuple[Item, ...]
    span: Span

    def units(self, verdict: str) -> tuple[UnitRow, ...]:
        """The units of a verdict."""
        return tuple(row for row in self.rows if row.verdict == verdict)

    def small_print(self) -> tuple[str, ...]:
        """By which rules; what is assumed of single duties stands in the papers to the units."""
        return small_print(self.run, self.run.coverage(self.run.questions), ())


def circular(run: Run, within: frozenset[str], span: Span) -> Papers:
    """The one paper about the whole assessment."""
    found = list(of_state(run.assessment.findings, BREACHES, within))
    problems = by_unit(found, within)
    counts = totals(run.assessment, within)
    orphans = counts.pop(NO_UNIT, {})
    rows = tuple(
        UnitRow(unit=unit, number=number, states=states, problems=len(problems.get(unit, ())))
        for number, (unit, states) in enumerate(counts.items(), 1)
    )
    undecided = of_state(run.assessment.findings, (State.UNDECIDED,), within)
    paper = Circular(
        run=run,
        rows=rows,
        orphans=sum(orphans.values()),
        items=items_of(run, found, within),
        undecided=items_of(run, undecided, within),
        span=span,
    )
    return Papers(
        subjects=[
            Subject(name=str(run.assessment.as_of), thing=paper, small_print=paper.small_print)
        ]
    )


def month_of(value: date) -> Span:
    """The month of a day, up to that day.

    >>> month_of(date(2024, 7, 25)).name
    '2024年7月'
    """
    return Span(f"{value.year}年{value.month}月", value.replace(day=1), value)


def quarter_of(value: date) -> Span:
    """The quarter of a day, up to that day.

    >>> quarter_of(date(2024, 7, 25))
    Span(name='2024年第3季度', first=datetime.date(2024, 7, 1), last=datetime.date(2024, 7, 25))
    """
    quarter = (value.month - 1) // 3
    return Span(f"{value.year}年第{quarter + 1}季度", date(value.year, quarter * 3 + 1, 1), value)


def _cases(paper: Circular) -> list[Case]:
    return [each for each in paper.run.assessment.cases if not each.exempt and not each.uncovered]


def _formed(paper: Circular) -> int:
    return sum(
        each.record is not None and (paper.span.holds(each.record.formed)) for each in _cases(paper)
    )


def _done(paper: Circular) -> list[Case]:
    return [each for each in _cases(paper) if paper.span.holds(each.done)]


def _done_late(case: Case) -> bool:
    return any(
        case.done is not None and each.deadline is not None and case.done > each.deadline.latest
        for each in case.judged
    )


def _due(paper: Circular) -> list[Case]:
    """The cases of which the first limit ended in the span."""
    return [
        case
        for case in _cases(paper)
        if paper.span.holds(
            min((each.deadline.due for each in case.judged if each.deadline), default=None)
        )
    ]


def _by_rank(paper: Circular) -> str:
    """How many problems break the law, a superior rule, or only the body's own limit."""
    counts: dict[str, int] = {}
    for item in paper.items:
        clock = item.finding.clock
        if clock is not None and is_breach(item.finding):
            counts[clock.authority.breach] = counts.get(clock.authority.breach, 0) + 1
    words = [f"{rank.breach}{counts[rank.breach]}个" for rank in Authority if rank.breach in counts]
    return "、".join(words)


def _assumed(paper: Circular) -> int:
    clocks = (item.finding.clock for item in paper.items)
    return sum(bool(each and (each.assumed or each.bases[0].assumed)) for each in clocks)


def _rate(part: int, whole: int) -> str:
    return f"{percent(part / whole)}%" if whole else "无"


_OF_ROW = Vocabulary(
    words={
        "序号": Word("序号", lambda row: str(row.number)),
        "单位": Word("单位的名称", lambda row: row.unit),
        "事项数": Word("这个单位牵头的事项数", lambda row: str(sum(row.states.values()))),
        "合规数": Word(
            "合规、已说明、豁免、不适用的事项数",
            lambda row: str(
                row.count(State.COMPLIANT, State.EXPLAINED, State.WAIVED, State.NOT_APPLICABLE)
            ),
        ),
        "临期数": Word(
            "临期和今日到期的事项数",
            lambda row: str(row.count(State.DUE_SOON, State.DUE_TODAY)),
        ),
        "超期数": Word(
            "超期和严重超期的事项数", lambda row: str(row.count(State.VERY_LATE, State.LATE))
        ),
        "缺失数": Word("栏目缺失的事项数", lambda row: str(row.count(State.MISSING))),
        "空白数": Word("栏目空白的事项数", lambda row: str(row.count(State.BLANK))),
        "陈旧数": Word("栏目陈旧的事项数", lambda row: str(row.count(State.STALE))),
        "未定数": Word("暂不能定、待人工、未能核查的事项数", lambda row: str(row.count(*_OPEN))),
        "单位问题数": Word("问题的个数（一个事项可以有几个）", lambda row: str(row.problems)),
        "结论": Word(f"{_GOOD}、{_BAD}或{_UNKNOWN}", lambda row: row.verdict),
    }
)

OF_CIRCULAR = Vocabulary(
    words={
        "单位数": Word("牵头事项的单位数", lambda paper: str(len(paper.rows))),
        "事项数": Word(
            "有责任单位的事项数",
            lambda paper: str(sum(sum(row.states.values()) for row in paper.rows)),
        ),
        "无单位事项数": Word("没有明确责任单位的事项数", lambda paper: str(paper.orphans)),
        "合格单位数": Word(
            "没有发现问题、也没有未定事项的单位数", lambda paper: str(len(paper.units(_GOOD)))
        ),
        "合格率": Word(
            "合格单位占全部单位的比例，不进位",
            lambda paper: _rate(len(paper.units(_GOOD)), len(paper.rows)),
        ),
        "问题单位数": Word("存在问题的单位数", lambda paper: str(len(paper.units(_BAD)))),
        "未定单位数": Word(
            "没有发现问题、但有未定事项的单位数", lambda paper: str(len(paper.units(_UNKNOWN)))
        ),
        "问题数": Word("问题的个数", lambda paper: str(len(paper.items))),
        "推定问题数": Word("其中时限为推定的个数", lambda paper: str(_assumed(paper))),
        "层级": Word("违法超期、违反上级规定、超本单位时限各几个", _by_rank),
        "暂不能定数": Word("暂不能定的个数", lambda paper: str(len(paper.undecided))),
        "期间": Word("本月或本季度，如 2024年7月", lambda paper: paper.span.name),
        "期间起": Word("期间的第一天", lambda paper: day(paper.span.first)),
        "期间止": Word("期间的最后一天：核查日", lambda paper: day(paper.span.last)),
        "本期形成数": Word("期间内形成的信息数", lambda paper: str(_formed(paper))),
        "本期公开数": Word("期间内公开（办结）的项数", lambda paper: str(len(_done(paper)))),
        "本期按时数": Word(
            "其中按时的", lambda paper: str(sum(each.settled for each in _done(paper)))
        ),
        "本期超期数": Word(
            "其中超期的", lambda paper: str(sum(_done_late(each) for each in _done(paper)))
        ),
        "本期到期数": Word("期间内到期的项数", lambda paper: str(len(_due(paper)))),
        "本期到期未办数": Word(
            "其中至核查日没有公开（办结）的",
            lambda paper: str(sum(each.done is None for each in _due(paper))),
        ),
    },
    lists={
        "单位": Listing("各单位，事项状态最差的在前", lambda paper: paper.rows, _OF_ROW),
        "类别": Listing("问题，按名称归类", lambda paper: groups_of(paper.items), OF_GROUP),
        "问题": Listing("全部问题，急的在前", lambda paper: paper.items, OF_FINDING),
        "暂不能定": Listing("暂不能定的事项，不是问题", lambda paper: paper.undecided, OF_FINDING),
        "未定单位": Listing(
            "没有发现问题、但有未定事项的单位", lambda paper: paper.units(_UNKNOWN), _OF_ROW
        ),
        "问题单位": Listing("存在问题的单位", lambda paper: paper.units(_BAD), _OF_ROW),
    },
)
