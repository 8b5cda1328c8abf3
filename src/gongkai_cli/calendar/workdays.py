"""Working days (工作日): which day works, adding and counting them, and why.

Source: Saturday and Sunday are the weekly rest days of state organs (国务院关于职工工作时间的规定,
article 7); holidays and the weekend days worked in exchange stand in the yearly notice of the State
Council's General Office (全国年节及纪念日放假办法, article 7). The day that starts a count is not
counted (民法典, article 201).
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from .announcing import YearNotAnnounced, lacking
from .answers import CountSpan, DayReason, Prospect, Span
from .day_table import ONE_DAY, DayTable, day_table
from .notices import Notice, YearNotices

if TYPE_CHECKING:
    from .provisional.ahead import Ahead
    from .provisional.outlook import Outlook

YearReader = Callable[[int], YearNotices | None]
"""Gives the notices of a year, or ``None`` where there are none."""

_NEXT_NOTICE_MAY_NAME = 12
"""The month of a year whose days the notice of the next year may name.

Seen: days from 29 December on (2005 to 2022); the arrangements that are possible by the pattern of
the notices begin on 25 December. The whole month is left to be named, at the price of reading one
file more.
"""


class WorkCalendar:
    """The working calendar, by the notices that ``read_year`` gives.

    A year is asked for when a day of it is, and once; it may name days of the December before, so
    a day of December asks for the next year too. With ``known_on`` only the notices issued on or
    before that day count. A method that needs a day of a year without notice raises
    ``YearNotAnnounced``, but for those that answer with an interval or with what is sure:
    ``deadline``, ``count_span``, ``prospect`` and ``last_workday_on_or_before``. They raise it only
    for years that no table of the moving holidays reaches. A ``datetime`` is refused
    (``TypeError``).
    """

    def __init__(self, read_year: YearReader, known_on: date | None = None) -> None:
        self.known_on = known_on
        self._read_year = read_year
        self._years: dict[int, YearNotices] = {}
        self._tables: list[DayTable] = []
        self._workdays: list[date] = []
        self._reached: dict[date, int] = {}
        self._ahead: Ahead | None = None

    def add(self, day: date, n: int) -> date:
        """The ``n``-th working day after ``day``, which itself is not counted.

        After a rest day the next working day is the first. ``n`` is at least 1: 0 working days
        have no meaning in any rule (``ValueError``).
        """
        if n < 1:
            raise ValueError(f"工作日数应当是不小于 1 的整数，写的是 {n}")
        try:
            return self._workdays[self._reached[day] + n - 1]
        except (KeyError, IndexError):
            return self._add_reading_years(_after(day), n)

    def count(self, after: date, until: date) -> int:
        """How many working days lie in ``after`` < day ≤ ``until``.

        0 where both are one day; ``ValueError`` where ``until`` comes first.
        """
        if until < after:
            raise ValueError(f"止日 {until} 早于起日 {after}；起日在前、不计入，止日在后、计入")
        try:
            return self._reached[until] - self._reached[after]
        except KeyError:
            return self._count_reading_years(after, until)

    def is_workday(self, day: date) -> bool:
        """Whether the day is a working day."""
        return self._table(day, day).works(day)

    def next_workday_on_or_after(self, day: date) -> date:
        """The day itself where it works, else the working day after it."""
        return day if self.is_workday(day) else self.add(day, 1)

    def last_workday_on_or_before(self, day: date) -> date:
        """The day itself where it surely works, else the last day before it that does.

        A day that the notice to come may still make a rest day is not sure: of a year without one,
        or of the last days of the year before.
        """
        while not self._is_settled(day):
            outlook = self._outlook(day)
            if outlook.outcome(day).works:
                return day
            day -= ONE_DAY
        table = self._table(day, day)
        while not (reached := table.reached[day]):
            table = self._table(date(table.first_year - 1, 12, 31), day)
        return table.workdays[reached - 1]

    def deadline(self, day: date, n: int) -> Span:
        """The end of ``n`` working days after ``day``, as ``add`` counts them, in any year.

        Where the count runs into days that a notice still to come may arrange, it is an interval
        that holds the true day as long as that notice keeps to the pattern of those seen so far,
        and ``due`` is the best guess (``provisional``).
        """
        try:
            due = self.add(day, n)
        except YearNotAnnounced:
            pass
        else:
            if self._is_settled(due):
                return Span(due=due, earliest=due, latest=due)
        outlook = self._outlook(day)
        if day < outlook.before:
            n -= self.count(day, outlook.before)
        found = outlook.interval(max(day, outlook.before), n)
        return Span(
            due=found.likely,
            earliest=found.earliest,
            latest=found.latest,
            certain=not found.years,
            open=lacking(found.years, self.known_on),
        )

    def count_span(self, after: date, until: date) -> CountSpan:
        """How many working days lie in ``after`` < day ≤ ``until``, in any years.

        As ``deadline`` is to ``add``, so is this to ``count``.
        """
        try:
            workdays = self.count(after, until)
        except YearNotAnnounced:
            pass
        else:
            if after == until or self._is_settled(until):
                return CountSpan(workdays=workdays, fewest=workdays, most=workdays)
        outlook = self._outlook(after)
        known = self.count(after, outlook.before) if after < outlook.before else 0
        found = outlook.tally(max(after, outlook.before), until)
        return CountSpan(
            workdays=known + found.likely,
            fewest=known + found.fewest,
            most=known + found.most,
            certain=not found.years,
            open=lacking(found.years, self.known_on),
        )

    def prospect(self, day: date) -> Prospect:
        """What is known of a day of any year, before the notice that decides it is out."""
        if not self._is_settled(day):
            found = self._outlook(day).outcome(day)
            if found.works is None or not self.announced(day.year):
                return Prospect(
                    day=day, works=found.works, likely=found.likely, holiday=found.holiday
                )
        said = self.reason(day)
        return Prospect(
            day=day, works=said.works, likely=said.works, holiday=said.holiday, notice=said.notice
        )

    def reason(self, day: date) -> DayReason:
        """Why the day works or rests, with the holiday and the notice that say so."""
        table = self._table(day, day)
        works = table.works(day)
        said = table.named.get(day)
        if said is None:
            return DayReason(day=day, works=works, kind="周一至周五" if works else "周末")
        return DayReason(
            day=day,
            works=works,
            kind="调休上班" if works else "放假",
            holiday=said.holiday,
            notice=said.notice.number,
            local=said.notice.local,
        )

    def announced(self, year: int) -> bool:
        """Whether there is a notice that arranges the year."""
        return self._year(year).announced

    def notices(self, year: int) -> tuple[Notice, ...]:
        """The notices of a year; each overlays those before it."""
        return self._announced_year(year).notices

    @property
    def last_notice(self) -> str:
        """The notice issued last of those read for what was asked so far, as reports print it.

        Empty before anything was asked.
        """
        last = max(self._counted_with(), key=lambda notice: notice.issued, default=None)
        return last.label if last else ""

    @property
    def local_files(self) -> tuple[str, ...]:
        """The files of the workspace among those that were read so far."""
        return tuple(sorted({each.local for each in self._counted_with() if each.local}))

    def _counted_with(self) -> Iterator[Notice]:
        return (each for year in self._years.values() if year.announced for each in year.notices)

    def _add_reading_years(self, first: date, n: int) -> date:
        table = self._table(first, first)
        while (position := table.before(first) + n - 1) >= len(table.workdays):
            table = self._table(first, _after(table.until))
        return table.workdays[position]

    def _count_reading_years(self, after: date, until: date) -> int:
        if after == until:
            return 0
        first = _after(after)
        table = self._table(first, until)
        return table.reached[until] - table.before(first)

    def _table(self, first: date, last: date) -> DayTable:
        """The table that holds all days from ``first`` to ``last``; ``add`` looks there next."""
        if isinstance(first, datetime) or isinstance(last, datetime):
            raise TypeError("a moment is no day: which day it is depends on the time zone")
        for table in self._tables:
            if table.covers(first, last):
                break
        else:
            table = self._longer_table(first, last)
        self._workdays, self._reached = table.workdays, table.reached
        return table

    def _longer_table(self, first: date, last: date) -> DayTable:
        for year in range(first.year, last.year + 1):
            self._announced_year(year)
        if last.month >= _NEXT_NOTICE_MAY_NAME:
            self._year(last.year + 1)
        years = self._read_around(first.year)
        following = years[-1].year + 1
        end = date(years[-1].year, 12, 31)
        if following not in self._years:
            end = date(years[-1].year, _NEXT_NOTICE_MAY_NAME, 1) - ONE_DAY
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

    def _announced_year(self, year: int) -> YearNotices:
        notices = self._year(year)
        if not notices.announced:
            unfit = self._read_year(year) or notices
            raise YearNotAnnounced(year, self.known_on, unfit.notices)
        return notices

    def _year(self, year: int) -> YearNotices:
        if year not in self._years:
            self._years[year] = self._known(year)
        return self._years[year]

    def _known(self, year: int) -> YearNotices:
        """The notices of a year that are known, which need not be counted with."""
        notices = self._read_year(year) or YearNotices(year, ())
        return notices if self.known_on is None else notices.known_on(self.known_on)

    def _is_settled(self, day: date) -> bool:
        """Whether all notices that may name the day are known."""
        if not self.announced(day.year):
            return False
        return day.month < _NEXT_NOTICE_MAY_NAME or self.announced(day.year + 1)

    def _outlook(self, day: date) -> "Outlook":
        """The first run of days without notice that a count from ``day`` on meets."""
        if self._ahead is None:
            from .provisional.ahead import Ahead

            self._ahead = Ahead(self._year, self._known)
        return self._ahead.outlook(day.year)


def _after(day: date) -> date:
    try:
        return day + ONE_DAY
    except OverflowError:
        raise YearNotAnnounced(day.year + 1) from None
