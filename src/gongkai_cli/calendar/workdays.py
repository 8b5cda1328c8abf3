"""Working days (工作日): which day works, adding and counting them, and why.

Source: Saturday and Sunday are the weekly rest days of state organs (国务院关于职工工作时间的规定,
article 7); holidays and the weekend days worked in exchange stand in the yearly notice of the State
Council's General Office (全国年节及纪念日放假办法, article 7). The day that starts a count is not
counted (民法典, article 201).
"""

from datetime import date
from typing import TYPE_CHECKING

from .announcing import YearNotAnnounced, lacking
from .answers import CountSpan, DayReason, Kind, Prospect, Span
from .day_table import ONE_DAY, SATURDAY, DayTable
from .known_years import NEXT_NOTICE_MAY_NAME, KnownYears, YearReader
from .notices import Notice

if TYPE_CHECKING:
    from .provisional.ahead import Ahead
    from .provisional.outlook import Outlook


class WorkCalendar:
    """The working calendar, by the notices that ``read_year`` gives.

    With ``known_on`` only the notices issued on or before that day count. A method that needs a day
    of a year without notice raises ``YearNotAnnounced``, but for those that answer with an interval
    or with what is sure: ``deadline``, ``count_span``, ``prospect``, ``last_workday_on_or_before``.
    They raise it only for years that no table of the moving holidays reaches (``YearOutOfReach``).
    A ``datetime`` is refused (``TypeError``).
    """

    def __init__(self, read_year: YearReader, known_on: date | None = None) -> None:
        self.known_on = known_on
        self._known = KnownYears(read_year, known_on)
        self._workdays: list[date] = []
        self._reached: dict[date, int] = {}
        self._ahead: Ahead | None = None
        self._outlooks: dict[int, Outlook] = {}

    def add(self, day: date, n: int) -> date:
        """The ``n``-th working day after ``day``, which itself is not counted.

        After a rest day the next working day is the first. ``n`` is at least 1: 0 working days
        have no meaning in any rule (``ValueError``).
        """
        if n < 1:
            raise _no_number(n)
        try:
            return self._workdays[self._reached[day] + n - 1]
        except (KeyError, IndexError):
            return self._add_reading_years(_after(day), n)

    def count(self, after: date, until: date) -> int:
        """How many working days lie in ``after`` < day ≤ ``until``.

        0 where both are one day; ``ValueError`` where ``until`` comes first.
        """
        if until < after:
            raise _backwards(after, until)
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
        while not self._known.is_settled(day):
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
        if n < 1:
            raise _no_number(n)
        first = _after(day)
        outlook = self._outlooks.get(first.year)
        if outlook is None or (day < outlook.before and n <= self.count(day, outlook.before)):
            try:
                due = self.add(day, n)
            except YearNotAnnounced:
                outlook = self._outlook(first)
            else:
                if due.month < NEXT_NOTICE_MAY_NAME or self._known.is_settled(due):
                    return Span(due=due, earliest=due, latest=due)
                outlook = self._outlook(first)
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
        if until <= after:
            none = self.count(after, until)
            return CountSpan(workdays=none, fewest=none, most=none)
        first = _after(after)
        outlook = self._outlooks.get(first.year)
        if outlook is None or until <= outlook.before:
            try:
                workdays = self.count(after, until)
            except YearNotAnnounced:
                outlook = self._outlook(first)
            else:
                if self._known.is_settled(until):
                    return CountSpan(workdays=workdays, fewest=workdays, most=workdays)
                outlook = self._outlook(first)
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
        if not self._known.is_settled(day):
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

    def expectation(self, day: date) -> DayReason:
        """The same for a day of any year: where its notice is not out, what it will most likely be.

        Only a rest day by law and an ordinary day that no arrangement reaches are sure then.
        """
        seen = self.prospect(day)
        if seen.works is not None and self.announced(day.year):
            return self.reason(day)
        kind = _expected_kind(seen)
        return DayReason(
            day=day,
            works=seen.likely,
            kind=kind,
            holiday=None if kind in ("周末", "周一至周五") else seen.holiday,
            sure=seen.works is not None,
        )

    def announced(self, year: int) -> bool:
        """Whether there is a notice that arranges the year."""
        return self._known.year(year).announced

    def notices(self, year: int) -> tuple[Notice, ...]:
        """The notices of a year; each overlays those before it."""
        return self._known.announced_year(year).notices

    @property
    def last_notice(self) -> str:
        """The notice issued last of those read for what was asked so far, as reports print it.

        Empty before anything was asked.
        """
        last = max(self._known.counted_with(), key=lambda notice: notice.issued, default=None)
        return last.label if last else ""

    @property
    def local_files(self) -> tuple[str, ...]:
        """The files of the workspace among those that were read so far."""
        return tuple(sorted({each.local for each in self._known.counted_with() if each.local}))

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
        table = self._known.table(first, last)
        self._workdays, self._reached = table.workdays, table.reached
        return table

    def _outlook(self, day: date) -> "Outlook":
        """The first run of days without notice that is met from ``day`` on."""
        found = self._outlooks.get(day.year)
        if found is None:
            from .provisional.ahead import Ahead

            self._ahead = self._ahead or Ahead(self._known.year, self._known.known)
            found = self._outlooks[day.year] = self._ahead.outlook(day.year)
        return found


def _expected_kind(seen: Prospect) -> Kind:
    weekend = seen.day.weekday() >= SATURDAY
    if seen.likely != weekend:
        return "周末" if weekend else "周一至周五"
    if weekend:
        return "推定上班"
    return "推定放假" if seen.works is None else "法定放假"


def _no_number(n: int) -> ValueError:
    return ValueError(f"工作日数应当是不小于 1 的整数，写的是 {n}")


def _backwards(after: date, until: date) -> ValueError:
    return ValueError(f"止日 {until} 早于起日 {after}；起日在前、不计入，止日在后、计入")


def _after(day: date) -> date:
    try:
        return day + ONE_DAY
    except OverflowError:
        raise YearNotAnnounced(day.year + 1) from None
