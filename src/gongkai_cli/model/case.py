"""A record, or something that the year says must appear, under a duty with its clocks."""

from datetime import date

from msgspec import Struct

from .deadline import Clock, Deadline
from .duty import Duty
from .ledger import Column, Record, Statement


class Running(Struct, frozen=True, kw_only=True):
    """A clock on a case, with every number that a check or a report may want.

    ``obstacle`` says why there is no deadline (no date to start from, a year without a notice).
    ``workdays_late`` and ``days_late`` run from ``due`` up to and including the day it was done or,
    while open, the day of the check; 0 where it is not late. ``workdays_left`` is ``None`` once
    done or past due.
    """

    clock: Clock
    deadline: Deadline | None = None
    obstacle: str | None = None
    workdays_late: int = 0
    days_late: int = 0
    workdays_left: int | None = None


class Case(Struct, frozen=True, kw_only=True):
    """What the checks look at.

    ``record`` is ``None`` where a period calls for something and the ledger has nothing;
    ``occasion`` names that period (2024年度, 2024年第3季度). ``done`` is the day it was published,
    handed in or held. ``exempt`` says why nothing is owed (依申请公开, 不予公开).
    ``doubt`` says what a person has to decide before it can be judged. ``uncovered`` is true for a
    period that begins before the ledger does (不在台账期内).
    """

    duty: Duty
    record: Record | None = None
    occasion: str | None = None
    clocks: tuple[Running, ...] = ()
    done: date | None = None
    exempt: str | None = None
    doubt: str | None = None
    uncovered: bool = False

    @property
    def judged(self) -> tuple[Running, ...]:
        """The clocks that count: not those that a law has replaced."""
        return tuple(each for each in self.clocks if each.clock.replaced_by is None)

    @property
    def settled(self) -> bool:
        """Whether no check has to look at it: done in time by every clock, or nothing owed."""
        if self.exempt or self.uncovered:
            return True
        return self.done is not None and all(
            each.deadline is not None and self.done <= each.deadline.earliest
            for each in self.clocks
            if each.clock.replaced_by is None
        )

    @property
    def label(self) -> str:
        """What to call it in a line of a report."""
        if self.record is not None:
            return self.record.title or self.record.identity
        return self.occasion or self.duty.name

    @property
    def units(self) -> tuple[str, ...]:
        """Who answers for it: the record's units where it names some, else the duty's."""
        return (self.record.units if self.record else ()) or self.duty.unit_names


class ColumnView(Struct, frozen=True, kw_only=True):
    """A duty's column as far as it is known on the day of the check.

    ``column`` is ``None`` where nobody has looked, ``outdated`` true where the look is older than
    核查有效期. ``statement`` is a valid 说明. ``freshness`` is the clock on the newest item.
    """

    duty: Duty
    column: Column | None = None
    outdated: bool = False
    statement: Statement | None = None
    freshness: Running | None = None

    @property
    def unknown(self) -> str | None:
        """Why it is not known whether the column exists and has content; ``None`` if it is."""
        column = self.column
        if column is None:
            return "台账中没有该栏目的核查记录"
        if column.unreadable:
            return "台账中该栏目的一行有不能读取的单元格"
        if self.outdated:
            return f"核查日期{column.checked}已超过核查有效期"
        if column.exists is None:
            return "没有填写栏目是否存在"
        if column.exists and column.items is None:
            return "没有填写条目数"
        return None
