"""What is known of each duty's columns on the day of the check."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import structs

from ..facts import Facts
from ..model.case import ColumnView, Running
from ..model.deadline import Clock
from ..model.duty import Duty
from ..model.ledger import Column, Statement
from ..model.limit import Periodic, Within
from ..model.settings import Settings
from .running import Starter

_EVERY: dict[str, Within] = {
    "day": Within(count=1, unit="day"),
    "week": Within(count=1, unit="week"),
    "month": Within(count=1, unit="month"),
    "quarter": Within(count=3, unit="month"),
    "half-year": Within(count=6, unit="month"),
    "year": Within(count=1, unit="year"),
}


def column_views(facts: Facts, as_of: date) -> Iterator[ColumnView]:
    """One view a column of every duty that has one; one without a column where nobody looked.

    Of several looks at one column the latest on or before ``as_of`` counts. A look older than
    核查有效期 (natural days) is outdated; the freshness limit runs from the newest item's day.
    """
    starter = Starter(facts.calendar, freshness_settings(facts.settings), as_of)
    looks: defaultdict[str, dict[str, Column]] = defaultdict(dict)
    for column in facts.ledger.columns:
        if column.duty and column.checked and column.checked <= as_of:
            before = looks[column.duty].get(column.name)
            if before is None or before.checked is None or before.checked <= column.checked:
                looks[column.duty][column.name] = column
    for duty in facts.catalogue.duties:
        if duty.kind == "publish" and duty.appears_in is None and duty.only_in is None:
            for each in looks[duty.id].values() or (None,):
                yield _view(duty, each, facts, as_of, starter)


def _view(
    duty: Duty, column: Column | None, facts: Facts, as_of: date, starter: Starter
) -> ColumnView:
    oldest = as_of - timedelta(days=facts.settings.evidence_days)
    return ColumnView(
        duty=duty,
        column=column,
        outdated=column is not None and (column.checked is None or column.checked < oldest),
        statement=next(
            (s for s in facts.ledger.statements if s.duty == duty.id and _valid(s, as_of)), None
        ),
        freshness=_freshness(duty, column, starter),
    )


def _valid(statement: Statement, as_of: date) -> bool:
    """Until 有效期至, else to the end of the period, else to the end of the year it was made in."""
    registered = statement.registered or statement.first
    end = statement.expires or statement.last
    if end is None and registered is not None:
        end = date(registered.year, 12, 31)
    begun = statement.first is None or statement.first <= as_of
    return not statement.unreadable and begun and end is not None and as_of <= end


def freshness_settings(settings: Settings) -> Settings:
    """The settings that freshness is counted with: its end never moves for a rest day."""
    return structs.replace(settings, rest_day_end="不动", chosen=frozenset(("末日遇休息日",)))


def freshness_clock(duty: Duty) -> Clock | None:
    """The clock that runs from the day of a column's newest item; ``None`` where none does."""
    return next(_freshness_clocks(duty), None)


def _freshness_clocks(duty: Duty) -> Iterator[Clock]:
    """Of 更新周期, else of a limit of every day or week: too short to look for in a ledger."""
    for printed in filter(None, (duty.freshness, *duty.limits)):
        for limit in printed.reading.limits:
            within = _EVERY.get(limit.every) if isinstance(limit, Periodic) else limit
            short = isinstance(limit, Periodic) and limit.every in ("day", "week")
            if isinstance(within, Within) and (printed is duty.freshness or short):
                yield Clock(
                    key="freshness",
                    limit=within,
                    wording=printed.wording,
                    bases=(printed.basis,),
                    assumed=printed.assumed,
                )


def _freshness(duty: Duty, column: Column | None, starter: Starter) -> Running | None:
    clock = freshness_clock(duty)
    if clock is None or column is None or column.updated is None:
        return None
    return starter.within(clock, column.updated, None)
