"""Years hidden in turn: do the true dates lie in their intervals, and how wide are these?

For each year Y, counted with what was known on 30 September before it; the truth are the notices as
first issued, and beside that the calendars as finally in force, which nobody could foresee in 2015
and 2020. The sample is that of the study the method rests on: triggers from 1 November before the
year to its end, nine counts up to 40; the due dates that 2027's notice will decide are left out.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from statistics import mean

from msgspec import Struct

from gongkai_cli.calendar import Span, WorkCalendar, YearNotices, load_calendar
from gongkai_cli.calendar.year_files import read_year

from .ratio import Ratio

_YEARS = range(2009, 2027)
_COUNTS = (1, 3, 5, 7, 10, 15, 20, 30, 40)
_DECIDED_UNTIL = date(2026, 12, 25)
_WIDEST_MEAN = 1.6
_WIDEST_MEAN_OF_A_YEAR = 1.8
_DAY = timedelta(days=1)


class Answer(Struct, frozen=True):
    """An interval and the true days, by the notices as first issued and as finally in force."""

    span: Span
    first_issued: date
    final: date

    @property
    def width(self) -> int:
        """How many days lie between the ends."""
        return (self.span.latest - self.span.earliest).days

    @property
    def holds(self) -> bool:
        """Whether the day by the notices as first issued lies inside."""
        return self.span.earliest <= self.first_issued <= self.span.latest

    @property
    def holds_finally(self) -> bool:
        """Whether the day as finally in force lies inside."""
        return self.span.earliest <= self.final <= self.span.latest

    @property
    def guessed(self) -> bool:
        """Whether the best guess is the day by the notices as first issued."""
        return self.span.due == self.first_issued


def run() -> Iterator[Ratio]:
    """A line a year, then what all years together give."""
    every: list[Answer] = []
    for year in _YEARS:
        answers = list(backtest(year))
        every += answers
        finally_inside = _percent(each.holds_finally for each in answers)
        yield Ratio(
            f"{year}: inside, % (as finally in force {finally_inside:.2f})",
            _percent(each.holds for each in answers),
            goal=100,
        )
        widths = [each.width for each in answers]
        yield Ratio(
            f"{year}: mean width, days", mean(widths), goal=_WIDEST_MEAN_OF_A_YEAR, at_most=True
        )
    widths = sorted(each.width for each in every)
    yield Ratio(f"all {len(every):,}: inside, %", _percent(each.holds for each in every), goal=100)
    finally_inside = _percent(each.holds_finally for each in every)
    yield Ratio("all as finally in force: inside, %", finally_inside, goal=99)
    yield Ratio("mean width, days", mean(widths), goal=_WIDEST_MEAN, at_most=True)
    yield Ratio("19 of 20 widths, days", widths[len(widths) * 19 // 20], goal=8, at_most=True)
    yield Ratio("widest, days", widths[-1], goal=15, at_most=True)
    yield Ratio("a single day, %", _percent(width == 0 for width in widths), goal=50)
    yield Ratio("the best guess is the day, %", _percent(each.guessed for each in every), goal=95)


def backtest(year: int) -> Iterator[Answer]:
    """The sample for a year, as far as the true days are decided."""
    calendar = load_calendar(known_on=date(year - 1, 9, 30))
    first_issued, final = WorkCalendar(_as_first_issued), load_calendar()
    day, last = date(year - 1, 11, 1), date(year, 12, 31)
    while day <= last:
        for n in _COUNTS:
            if n <= final.count(day, max(day, _DECIDED_UNTIL)):
                span = calendar.deadline(day, n)
                yield Answer(span, first_issued.add(day, n), final.add(day, n))
        day += _DAY


def _as_first_issued(year: int) -> YearNotices | None:
    notices, _ = read_year(year)
    return notices and YearNotices(year, notices.notices[:1])


def _percent(facts: Iterable[bool]) -> float:
    return 100 * mean(facts)
