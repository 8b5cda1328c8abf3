"""Working days from the first year without a notice on, as look-ups that give an interval."""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..announcing import YearOutOfReach
from ..day_table import says
from ..notices import YearNotices, in_order
from .candidates import is_weekend
from .law import HolidayLaw
from .seen import SeenRest
from .window import Counts, Outcome, Window
from .year_ahead import windows

_FEWEST, _LIKELY, _MOST = range(3)


class Interval(Struct, frozen=True):
    """Where a count ends; ``years`` are those without notice whose days it may meet."""

    earliest: date
    likely: date
    latest: date
    years: tuple[int, ...]


class Tally(Struct, frozen=True):
    """How many working days there are; ``years`` are those without notice that it meets."""

    fewest: int
    likely: int
    most: int
    years: tuple[int, ...]


class _OpenYear(Struct, frozen=True):
    year: int
    first: int
    last: int


class Outlook:
    """The days from 1 December before ``first_year`` on, the first year without a notice.

    A year has its chapter from that December to its own November, since a notice may name days of
    the December before it and none of the year after. Chapters are written as days of them are
    asked for, until the tables of the law end (``YearOutOfReach``).

    Totals are kept from ``before`` to each day. Between two days that lie in no window their
    differences are the bounds, because windows are arranged independently of each other; a count
    that starts inside a window asks the window for its first part.
    """

    def __init__(
        self,
        first_year: int,
        notices_of: Callable[[int], YearNotices],
        law: HolidayLaw,
        seen: Sequence[SeenRest],
    ) -> None:
        self.before = date(first_year - 1, 11, 30)
        self._zero = self.before.toordinal()
        self._next_year = first_year
        self._notices_of = notices_of
        self._law = law
        self._seen = seen
        self._totals = Counts([0], [0], [0])
        self._named: dict[int, bool] = {}
        self._windows: list[Window] = []
        self._lasts: list[int] = []
        self._open_years: list[_OpenYear] = []

    def interval(self, day: date, n: int) -> Interval:
        """Where the ``n``-th working day after ``day`` lies; ``day`` is ``before`` or later."""
        start = day.toordinal()
        latest = self._reach(_FEWEST, start, n)
        return Interval(
            date.fromordinal(self._reach(_MOST, start, n)),
            date.fromordinal(self._reach(_LIKELY, start, n)),
            date.fromordinal(latest),
            self._years_met(start, latest),
        )

    def tally(self, after: date, until: date) -> Tally:
        """How many working days lie in ``after`` < day ≤ ``until``.

        ``after`` is ``before`` or later, and ``until`` is later than ``after``.
        """
        start, end = after.toordinal(), until.toordinal()
        fewest, likely, most = (self._count(each, start, end) for each in range(len(self._totals)))
        return Tally(fewest, likely, most, self._years_met(start, end))

    def outcome(self, day: date) -> Outcome:
        """What a day after ``before`` will be."""
        ordinal = day.toordinal()
        self._write_until(ordinal)
        window = self._window_ending_from(ordinal)
        if window is not None and window.first <= ordinal:
            return window.outcome(ordinal)
        works = self._named.get(ordinal, not is_weekend(ordinal))
        return Outcome(works, works)

    def _reach(self, kind: int, start: int, n: int) -> int:
        self._write_until(start)
        window = self._window_ending_from(start + 1)
        if window is not None and window.first <= start:
            counts = window.counts(start)[kind]
            if counts[-1] >= n:
                return start + 1 + bisect_left(counts, n)
            start, n = window.last, n - counts[-1]
        totals = self._totals[kind]
        n += totals[start - self._zero]
        while totals[-1] < n:
            self._write_chapter()
        return self._zero + bisect_left(totals, n)

    def _count(self, kind: int, start: int, end: int) -> int:
        self._write_until(end)
        counted = 0
        window = self._window_ending_from(start + 1)
        if window is not None and window.first <= start:
            counts = window.counts(start)[kind]
            if end <= window.last:
                return counts[end - start - 1]
            start, counted = window.last, counts[-1]
        totals = self._totals[kind]
        return counted + totals[end - self._zero] - totals[start - self._zero]

    def _window_ending_from(self, day: int) -> Window | None:
        """The first window that ends on ``day`` or later."""
        place = bisect_left(self._lasts, day)
        return self._windows[place] if place < len(self._windows) else None

    def _years_met(self, start: int, end: int) -> tuple[int, ...]:
        return tuple(
            each.year for each in self._open_years if start < each.last and each.first <= end
        )

    def _write_until(self, day: int) -> None:
        while self._zero + len(self._totals.fewest) <= day:
            self._write_chapter()

    def _write_chapter(self) -> None:
        year = self._next_year
        own = self._notices_of(year)
        named = {
            day.toordinal(): said.works
            for notice in in_order([self._notices_of(year - 1), own])
            for day, said in says(notice)
        }
        self._named |= named
        if not own.announced:
            self._write_windows(year, named)
        self._write_plain_days(date(year, 11, 30).toordinal())
        self._next_year += 1

    def _write_windows(self, year: int, named: Mapping[int, bool]) -> None:
        if year not in self._law.years:
            raise YearOutOfReach(year, self._law.first_year, self._law.last_year)
        found = windows(self._law, year, self._seen, named)
        for window in found:
            self._write_plain_days(window.first - 1)
            for totals, counts in zip(self._totals, window.counts(window.first - 1), strict=True):
                before = totals[-1]
                totals += [before + count for count in counts]
        self._windows += found
        self._lasts += [window.last for window in found]
        end_of_year = date(year, 12, 31).toordinal()
        self._open_years.append(_OpenYear(year, found[0].first, end_of_year))

    def _write_plain_days(self, last: int) -> None:
        for day in range(self._zero + len(self._totals.fewest), last + 1):
            works = self._named.get(day, not is_weekend(day))
            for totals in self._totals:
                totals.append(totals[-1] + works)
