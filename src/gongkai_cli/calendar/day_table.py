"""The working days of a run of years, counted once, so that adding and counting are look-ups."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from .notices import Notice, YearNotices, in_order

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class NamedDay(Struct, frozen=True):
    """What the last notice that names a day says of it."""

    works: bool
    holiday: str | None
    notice: Notice


class DayTable(Struct, frozen=True):
    """The days of the years ``first_year`` to ``last_year``, as far as ``until``.

    ``workdays`` are its working days in order; ``reached`` gives for each of its days, and for the
    day before the first, how many of them lie on or before it; ``named`` are the days that notices
    name.
    """

    first_year: int
    last_year: int
    until: date
    workdays: list[date]
    reached: dict[date, int]
    named: dict[date, NamedDay]

    def covers(self, first: date, last: date) -> bool:
        """Whether all days from ``first`` to ``last`` are in it."""
        return self.first_year <= first.year and last <= self.until

    def works(self, day: date) -> bool:
        """Whether a day of the table is a working day."""
        reached = self.reached[day]
        return reached > 0 and self.workdays[reached - 1] == day

    def before(self, day: date) -> int:
        """How many working days of the table lie before one of its days."""
        return self.reached[day] - self.works(day)


def day_table(years: Sequence[YearNotices], until: date) -> DayTable:
    """The table of consecutive years, from 1 January of the first to ``until`` in the last."""
    named = {day: said for notice in in_order(years) for day, said in says(notice)}
    workdays: list[date] = []
    start = date(years[0].year, 1, 1).toordinal()
    reached = {date.fromordinal(max(start - 1, 1)): 0}
    for ordinal in range(start, until.toordinal() + 1):
        day = date.fromordinal(ordinal)
        said = named.get(day)
        if day.weekday() < SATURDAY if said is None else said.works:
            workdays.append(day)
        reached[day] = len(workdays)
    return DayTable(years[0].year, years[-1].year, until, workdays, reached, named)


def says(notice: Notice) -> Iterator[tuple[date, NamedDay]]:
    """Every day that the notice names, with what it says of it."""
    for rest in notice.rests:
        said = NamedDay(False, rest.holiday, notice)
        for ordinal in range(rest.first.toordinal(), rest.last.toordinal() + 1):
            yield date.fromordinal(ordinal), said
    for each in notice.make_ups:
        yield each.day, NamedDay(True, each.holiday, notice)
