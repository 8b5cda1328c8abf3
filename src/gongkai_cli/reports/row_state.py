"""How each row of the ledger stands: its due day, what is left, its state, on what that rests."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from ..model.assessment import Assessment
from ..model.case import Case, ColumnView, Running
from ..model.finding import Finding, State
from ..model.place import Place
from .deadline_words import span_words

NOT_YET_DUE = "未到期"
NO_LIMIT = "没有时限"

_FILLS: dict[str, str] = {
    State.VERY_LATE: "FF9999",
    State.LATE: "FFC7CE",
    "超期公开": "FFC7CE",
    State.MISSING: "FFC7CE",
    State.BLANK: "FCE4D6",
    State.STALE: "FCE4D6",
    State.UNDECIDED: "FFEB9C",
    State.DUE_TODAY: "FFEB9C",
    State.DUE_SOON: "FFEB9C",
    State.BY_HAND: "E4DFEC",
    State.UNCHECKED: "E4DFEC",
    State.EXPLAINED: "E2EFDA",
    State.COMPLIANT: "E2EFDA",
}
"""The colour behind a state (RRGGBB); the word is always there as well."""


class RowState(Struct, frozen=True):
    """A row on the day of the check.

    ``left`` counts working days until ``due``, below 0 how many it is late; ``None`` once done.
    ``state`` is a state of a duty, or 未到期, 没有时限; ``basis`` the limit and what sets it.
    """

    due: date | None = None
    left: int | None = None
    state: str = ""
    basis: str = ""

    @property
    def fill(self) -> str:
        """The colour for it; empty where it has none."""
        return fill_of(self.state)


def fill_of(state: str) -> str:
    """The colour behind a state (RRGGBB), empty where it has none.

    >>> fill_of("超期"), fill_of("未到期")
    ('FFC7CE', '')
    """
    return _FILLS.get(state, "")


def row_states(assessment: Assessment) -> dict[Place, RowState]:
    """The state of every row of 信息台账 and 栏目 that is judged, by its place.

    A record is judged by the limits of its own duty; what follows from it elsewhere (an
    interpretation that is owed) is another matter. Of several looks at a column only the latest
    has a state.
    """
    found: defaultdict[tuple[Place, str | None], list[Finding]] = defaultdict(list)
    for finding in assessment.findings:
        if finding.place is not None:
            found[finding.place, finding.duty].append(finding)
    cases: defaultdict[Place, list[Case]] = defaultdict(list)
    for case in assessment.cases:
        if case.record is not None and case.duty.id == case.record.duty:
            cases[case.record.place].append(case)
    states = {
        place: _of_cases(each, found[place, each[0].duty.id]) for place, each in cases.items()
    }
    for (place, duty), each in found.items():
        if duty is None:
            states.setdefault(place, RowState(state=State.BY_HAND, basis=each[0].message))
    states.update(_of_columns(assessment.columns, found))
    return states


def _of_cases(cases: Iterable[Case], findings: Iterable[Finding]) -> RowState:
    cases = tuple(cases)
    is_open = any(case.done is None for case in cases)
    running = _leading([each for case in cases for each in case.judged])
    deadline = running.deadline if running else None
    return RowState(
        due=deadline.due if deadline else None,
        left=_left(running) if running and is_open else None,
        state=_worst(findings, is_open) or _without_finding(cases, running, is_open),
        basis=_basis(running) if running else "；".join(filter(None, (e.exempt for e in cases))),
    )


def _leading(clocks: Iterable[Running]) -> Running | None:
    """The clock that falls due first; one without a date only where there is no other."""
    return min(
        clocks, key=lambda each: each.deadline.due if each.deadline else date.max, default=None
    )


def _left(running: Running) -> int | None:
    if running.workdays_left is not None:
        return running.workdays_left
    return -running.workdays_late if running.days_late else None


def _worst(findings: Iterable[Finding], is_open: bool) -> str:
    """The worst state that a finding gives; what was done too late is called so."""
    stated = [each for each in findings if each.state is not None]
    worst = min(stated, key=lambda each: each.state.rank if each.state else 0, default=None)
    if worst is None or worst.state is None:
        return ""
    late = worst.state in (State.VERY_LATE, State.LATE)
    return worst.state.value if is_open or not late else "超期公开"


def _without_finding(cases: tuple[Case, ...], running: Running | None, is_open: bool) -> str:
    if any(case.exempt for case in cases):
        return State.NOT_APPLICABLE.value
    if any(case.doubt for case in cases):
        return State.BY_HAND.value
    if running is None:
        return NO_LIMIT
    if running.deadline is None:
        return State.UNCHECKED.value
    return NOT_YET_DUE if is_open else State.COMPLIANT.value


def _basis(running: Running) -> str:
    words = f"{running.clock.wording}；{running.clock.basis}"
    if running.clock.assumed:
        words += "（推定）"
    if running.deadline is None:
        return f"{words}；{running.obstacle}" if running.obstacle else words
    span = span_words(running.deadline)
    return f"{words}；暂算：{span}" if span else words


def _of_columns(
    columns: Iterable[ColumnView], found: dict[tuple[Place, str | None], list[Finding]]
) -> Iterator[tuple[Place, RowState]]:
    for view in columns:
        if view.column is None:
            continue
        findings = found.get((view.column.place, view.duty.id), [])
        state = _worst(findings, True)
        if not state and view.unknown:
            state = State.UNCHECKED.value
        if not state and view.statement is not None and not view.column.items:
            state = State.EXPLAINED.value
        running = view.freshness
        deadline = running.deadline if running else None
        words = (_basis(running) if running else None, view.unknown)
        yield (
            view.column.place,
            RowState(
                due=deadline.due if deadline else None,
                left=_left(running) if running else None,
                state=state or State.COMPLIANT.value,
                basis="；".join(filter(None, words)),
            ),
        )
