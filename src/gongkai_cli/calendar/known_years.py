"""The years of a calendar: their notices, read as they are asked for, and tables made of them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

from .announcing import YearNotAnnounced
from .day_table import ONE_DAY, DayTable, day_table
from .notices import Notice, YearNotices

YearReader = Callable[[int], YearNotices | None]
"""Gives the notices of a year, or ``None`` where there are none."""

NEXT_NOTICE_MAY_NAME = 12
"""The month of a year whose days the notice of the next year may name.

Seen: days from 29 December on (2005 to 2022); the arrangements that are possible by the pattern of
the notices begin on 25 December. The whole month is left to be named, at the price of reading one
file more.
"""


class KnownYears:
    """The years that ``read_year`` gives, each asked for when a day of it is, and once.

    A notice may name days of the December before, so a day of December asks for the next year too.
    With ``known_on`` only the notices issued on or before that day are there.
    """

    def __init__(self, read_year: YearReader, known_on: date | None) -> None:
        self._read_year = read_year
        self._known_on = known_on
        self._years: dict[int, YearNotices] = {}
        self._tables: list[DayTable] = []

    def year(self, year: int) -> YearNotices:
        """The notices of a year, which are counted with from now on; there may be none."""
        if year not in self._years:
            self._years[year] = self.known(year)
        return self._years[year]

    def known(self, year: int) -> YearNotices:
        """The notices of a year that are known, whether they are counted with or not."""
        notices = self._read_year(year) or YearNotices(year, ())
        return notices if self._known_on is None else notices.known_on(self._known_on)

    def announced_year(self, year: int) -> YearNotices:
        """The notices of a year that is arranged as a whole, else ``YearNotAnnounced``."""
        notices = self.year(year)
        if not notices.announced:
            unfit = self._read_year(year) or notices
            raise YearNotAnnounced(year, self._known_on, unfit.notices)
        return notices

    def is_settled(self, day: date) -> bool:
        """Whether all notices that may name the day are there."""
        return self.year(day.year).announced and (
            day.month < NEXT_NOTICE_MAY_NAME or self.year(day.year + 1).announced
        )

    def counted_with(self) -> Iterator[Notice]:
        """The notices of all years so far that are arranged."""
        return (each for year in self._years.values() if year.announced for each in year.notices)

    def table(self, first: date, last: date) -> DayTable:
        """The table that holds all days from ``first`` to ``last``.

        Raises ``YearNotAnnounced`` where one of their years is not arranged.
        """
        if isinstance(first, datetime) or isinstance(last, datetime):
            raise TypeError("a moment is no day: which day it is depends on the time zone")
        for table in self._tables:
            if table.covers(first, last):
                return table
        return self._longer_table(first, last)

    def _longer_table(self, first: date, last: date) -> DayTable:
        for year in range(first.year, last.year + 1):
            self.announced_year(year)
        if last.month >= NEXT_NOTICE_MAY_NAME:
            self.year(last.year + 1)
        years = self._read_around(first.year)
        following = years[-1].year + 1
        end = date(years[-1].year, 12, 31)
        if following not in self._years:
            end = date(years[-1].year, NEXT_NOTICE_MAY_NAME, 1) - ONE_DAY
        table = day_table(years, end)
        apart = [
            each
            for each in self._tables
            if each.last_year < table.first_year or each.first_year > table.last_year
        ]
        self._tables = [table, *apart]
        return table

    def _read_around(self, year: int) -> list[YearNotices]:
        """The notices of the year and of all that were read on both sides without a gap."""
        first = last = year
        while self._was_announced(first - 1):
            first -= 1
        while self._was_announced(last + 1):
            last += 1
        return [self._years[each] for each in range(first, last + 1)]

    def _was_announced(self, year: int) -> bool:
        return year in self._years and self._years[year].announced
