"""The blank columns of each unit, held against what the ledger has of their duties in a period."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ....model.case import ColumnView
from ....model.duty import Duty
from ....model.ledger import Ledger, Record
from ...standing import NO_UNIT, stands_under
from .. import Asked
from .printed import day, title
from .rendering import Papers, Subject
from .run import Run
from .small_print import small_print
from .units import duties_of_units, without_unit
from .words import Listing, Vocabulary, Word

_NAMED = 5


class BlankColumn(Struct, frozen=True, kw_only=True):
    """A duty of which a unit is asked whether there is anything; what the ledger has of it."""

    duty: Duty
    view: ColumnView | None
    records: tuple[Record, ...]
    number: int


class BlankPaper(Struct, frozen=True, kw_only=True):
    """What one unit is asked to confirm, for the days from ``first`` to ``last``.

    ``duties`` are the ids of all that it answers for.
    """

    run: Run
    unit: str
    first: date
    last: date
    columns: tuple[BlankColumn, ...]
    duties: tuple[str, ...] = ()

    def small_print(self) -> tuple[str, ...]:
        """By which rules, and on which assumptions."""
        about = ((each.duty.id, None) for each in self.columns)
        return small_print(self.run, self.run.coverage(self.duties), about)


def blank_papers(run: Run, asked: Asked) -> Papers:
    """A paper for each unit that leads in a blank column that no statement explains.

    A unit that was asked for and has none is asked about those of its duties of which the ledger
    has nothing in the period: from the first day of the year, or of the ledger, to the day of the
    check. What no unit answers for makes no paper and is noted.
    """
    last = run.assessment.as_of
    first = max(date(last.year, 1, 1), asked.ledger.covers_from or date.min)
    records = _formed_in(asked.ledger, first, last)
    views = {view.duty.id: view for view in run.assessment.columns}
    duties = [result.duty for result in run.assessment.duties]
    blank = _led([duty for duty in duties if _is_blank(views.get(duty.id))], asked.within)
    orphans = blank.pop(NO_UNIT, [])
    for unit in sorted(asked.within - {*blank}):
        silent = [
            duty
            for duty in duties
            if unit in duty.unit_names and _may_be_blank(duty, views.get(duty.id), records)
        ]
        blank.update({unit: silent} if silent else {})
    answered_for = duties_of_units(run)
    papers = [
        BlankPaper(
            run=run,
            unit=unit,
            first=first,
            last=last,
            duties=tuple(answered_for.get(unit, ())),
            columns=tuple(
                BlankColumn(
                    duty=duty,
                    view=views.get(duty.id),
                    records=tuple(records.get(duty.id, ())),
                    number=number,
                )
                for number, duty in enumerate(found, 1)
            ),
        )
        for unit, found in blank.items()
    ]
    return Papers(
        subjects=[
            Subject(name=each.unit, thing=each, small_print=each.small_print) for each in papers
        ],
        notes=tuple(without_unit(run, (duty.id for duty in orphans))),
    )


def _led(duties: Iterable[Duty], within: frozenset[str]) -> dict[str, list[Duty]]:
    led: dict[str, list[Duty]] = {}
    for duty in duties:
        if not within or within & {*duty.unit_names}:
            led.setdefault(stands_under(duty.unit_names, within), []).append(duty)
    return led


def _formed_in(ledger: Ledger, first: date, last: date) -> dict[str, list[Record]]:
    """The records of each duty that were formed or changed in a period, or nobody knows when."""
    found: dict[str, list[Record]] = {}
    for record in ledger.records:
        days = [each for each in (record.formed, record.changed) if each is not None]
        if record.duty and (not days or any(first <= each <= last for each in days)):
            found.setdefault(record.duty, []).append(record)
    return found


def _is_blank(view: ColumnView | None) -> bool:
    """Whether somebody has seen lately that the column is there and has nothing in it."""
    if view is None or view.column is None or view.unknown or view.statement:
        return False
    return bool(view.column.exists) and view.column.items == 0


def _may_be_blank(
    duty: Duty, view: ColumnView | None, records: Mapping[str, Sequence[Record]]
) -> bool:
    """Whether a unit can be asked: its own column, no statement yet, nothing seen or registered."""
    if duty.kind != "publish" or duty.appears_in is not None or duty.id in records:
        return False
    if view is None:
        return True
    return view.statement is None and not (view.column and view.column.items)


def _seen(blank: BlankColumn) -> str:
    """What is known of the column."""
    view = blank.view
    if view is None or view.column is None:
        return "没有核查记录"
    if view.unknown:
        return view.unknown
    state = "没有该栏目" if not view.column.exists else "栏目没有内容"
    return f"{state}（{day(view.column.checked)}核查）"


def _registered(blank: BlankColumn) -> str:
    """What the ledger has of the duty in the period."""
    if not blank.records:
        return "没有登记"
    named = [
        f"{title(each.title)}（{each.number}）"
        if each.number
        else title(each.title) or each.identity
        for each in blank.records[:_NAMED]
    ]
    more = f"等{len(blank.records)}条" if len(blank.records) > _NAMED else ""
    return "登记有" + "、".join(named) + more


_OF_COLUMN = Vocabulary(
    words={
        "序号": Word("序号", lambda blank: str(blank.number)),
        "事项": Word(
            "事项的类别、名称和编号", lambda blank: f"{blank.duty.title}（{blank.duty.id}）"
        ),
        "事项编号": Word("事项的编号", lambda blank: blank.duty.id),
        "公开内容": Word("目录规定的公开内容", lambda blank: blank.duty.content),
        "公开时限": Word(
            "目录规定的时限原文",
            lambda blank: "；".join(limit.wording for limit in blank.duty.limits),
        ),
        "栏目情况": Word("最近一次核查看到的情况", _seen),
        "台账登记": Word("台账在期间内登记的信息", _registered),
    }
)

OF_BLANKS = Vocabulary(
    words={
        "单位": Word("文书所写的单位", lambda paper: paper.unit),
        "期间起": Word(
            "期间的第一天：当年1月1日，台账起始更晚的从台账起始", lambda paper: day(paper.first)
        ),
        "期间止": Word("期间的最后一天：核查日", lambda paper: day(paper.last)),
        "栏目数": Word("要说明的栏目的个数", lambda paper: str(len(paper.columns))),
    },
    lists={
        "栏目": Listing("要说明的栏目", lambda paper: paper.columns, _OF_COLUMN),
        "有登记的栏目": Listing(
            "台账在期间内有登记的栏目，不能说明没有",
            lambda paper: tuple(each for each in paper.columns if each.records),
            _OF_COLUMN,
        ),
        "无登记的栏目": Listing(
            "台账在期间内没有登记的栏目",
            lambda paper: tuple(each for each in paper.columns if not each.records),
            _OF_COLUMN,
        ),
    },
)
