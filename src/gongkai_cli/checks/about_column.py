"""What the checks on columns share: which columns are known, and a finding made from one."""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.case import ColumnView, Running
from ..model.finding import Finding, Severity, State
from ..model.ledger import Column


def known(evidence: Evidence) -> Iterator[tuple[ColumnView, Column]]:
    """The columns that somebody has looked at, not too long ago, with the look."""
    for view in evidence.columns:
        if view.unknown is None and view.column is not None:
            yield view, view.column


def finding(
    code: str,
    name: str,
    view: ColumnView,
    *,
    severity: Severity,
    state: State | None,
    message: str,
    next_step: str,
    freshness: Running | None = None,
) -> Finding:
    """A finding on a column."""
    column = view.column
    return Finding(
        code=code,
        name=name,
        severity=severity,
        state=state,
        duty=view.duty.id,
        column=(column.name if column else "") or view.duty.title,
        units=view.duty.unit_names,
        clock=freshness.clock if freshness else None,
        deadline=freshness.deadline if freshness else None,
        days_late=freshness.workdays_late if freshness else None,
        calendar_days_late=freshness.days_late if freshness else None,
        published=column.updated if column else None,
        place=column.place if column else view.duty.place,
        message=message,
        next_step=next_step,
    )
