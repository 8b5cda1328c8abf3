"""What each duty must answer before it is 合规, and what is not answered."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model.assessment import Evidence, Question
from ..model.case import Case, ColumnView
from ..model.duty import Duty


def questions(evidence: Evidence) -> Iterator[Question]:
    """The questions of every duty, in the order of the catalogue.

    A duty that publishes is asked whether its column exists and is not empty, and, where a
    freshness limit applies, whether it is fresh; every duty whether each thing that has fallen due
    was done in time. A period before the ledger begins, something exempt and something not yet due
    ask nothing. A duty without a column of its own and without any case stays unanswered: that
    nothing is known is not compliance. So does one of which a unit was sent a workbook that is not
    back (未报).
    """
    columns: defaultdict[str, list[ColumnView]] = defaultdict(list)
    cases: defaultdict[str, list[Case]] = defaultdict(list)
    for view in evidence.columns:
        columns[view.duty.id].append(view)
    for case in evidence.cases:
        cases[case.duty.id].append(case)
    for duty in evidence.duties:
        for view in columns[duty.id]:
            yield from _of_column(view)
        yield from _of_cases(duty, cases[duty.id], evidence)
        yield from _of_wordings(duty)
        yield from _of_workbooks(duty, evidence)


def _of_column(view: ColumnView) -> Iterator[Question]:
    duty, column = view.duty, view.column
    name = f"栏目“{column.name}”" if column and column.name else "栏目"
    why = view.unknown
    yield Question(duty=duty.id, question=f"{name}是否存在且有内容", answered=why is None, why=why)
    if duty.freshness is None or (column and (column.exists is False or column.items == 0)):
        return
    if why is None and view.freshness is None:
        why = "没有最后更新日期"
    if why is None and view.freshness and view.freshness.deadline is None:
        why = view.freshness.obstacle
    yield Question(duty=duty.id, question=f"{name}是否按期更新", answered=why is None, why=why)


def _of_cases(duty: Duty, cases: Iterable[Case], evidence: Evidence) -> Iterator[Question]:
    columnless = duty.kind == "internal" or duty.appears_in is not None
    asked = False
    known = False
    for case in cases:
        known = True
        if case.exempt or case.uncovered:
            continue
        if case.doubt is not None:
            asked = True
            yield Question(
                duty=duty.id, question=f"{case.label}是否按时", answered=False, why=case.doubt
            )
            continue
        if columnless and not case.clocks:
            asked = True
            yield Question(
                duty=duty.id, question=f"{case.label}是否按时", answered=False, why=_unclocked(duty)
            )
        for running in case.judged:
            due = running.deadline
            if due is not None and case.done is None and evidence.as_of <= due.due:
                continue
            asked = True
            yield Question(
                duty=duty.id,
                question=f"{case.label}是否按时",
                answered=running.obstacle is None,
                why=running.obstacle,
            )
    if not asked and not known and columnless:
        yield Question(
            duty=duty.id,
            question="台账期内是否有应办的事项",
            answered=False,
            why="台账中没有该事项的记录",
        )


def _unclocked(duty: Duty) -> str:
    """Why nothing can tell whether something of a duty without a column was done in time."""
    words = "；".join(f"“{each.wording}”" for each in duty.limits)
    return f"时限{words}没有可以数的天数，要由人判断" if words else "目录没有写时限，要由人判断"


def _of_wordings(duty: Duty) -> Iterator[Question]:
    """A limit that nobody could read (读法: 未读) leaves open whether anything was in time."""
    for printed in duty.limits:
        if printed.reading.refused is not None:
            why = f"时限“{printed.wording}”没有读懂，目录中标明“未读”"
            yield Question(duty=duty.id, question="是否在目录的时限内", answered=False, why=why)


def _of_workbooks(duty: Duty, evidence: Evidence) -> Iterator[Question]:
    """Whether the units of a duty have sent back what was sent out on or before the day."""
    issued = evidence.issued
    if issued is None or issued.day > evidence.as_of:
        return
    missing = "、".join(unit for unit in duty.unit_names if unit in issued.missing)
    if missing:
        yield Question(
            duty=duty.id,
            question=f"{issued.day}下发的台账是否报回",
            answered=False,
            why=f"{missing}未报（{issued.day}下发的台账没有交回）",
        )
