"""What is drawn of a year without a holiday notice: what is sure, what is open, the best guess."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby

from ..calendar import Prospect, WorkCalendar
from .columns import indented, pad, width_of
from .day_words import period_words, short_day

_LEGEND = "休 法定放假  未 放假还是上班未定  没有记号的周六、周日是周末"
_GUESS = "推定的安排（只是最可能的一种，以印发的通知为准）"
_DAY = timedelta(days=1)
_AROUND = timedelta(days=15)
"""How far a holiday of the period may reach beyond it."""
_SATURDAY = 5


def mark(seen: Prospect) -> str | None:
    """What stands behind a day of which no notice speaks yet."""
    if seen.works is None:
        return "未"
    return "休" if seen.holiday and not seen.works else None


def facts(calendar: WorkCalendar, first: date, last: date, width: int) -> list[str]:
    """The marks, how many working days there are, and what is lacking."""
    counted = calendar.count_span(first - _DAY, last)
    total = f"{period_words(first, last)}推定 {counted.workdays} 个工作日"
    if counted.fewest != counted.most:
        total += f"（最少 {counted.fewest} 个，最多 {counted.most} 个）"
    lacking = [line for reason in counted.open for line in indented(reason, width, "")]
    return [_LEGEND, total, *lacking]


def guess(calendar: WorkCalendar, first: date, last: date, width: int) -> list[str]:
    """The likeliest arrangement of each holiday of the period; none where it has no holiday."""
    start, end = first - _AROUND, last + _AROUND
    days = [calendar.prospect(start + n * _DAY) for n in range((end - start).days + 1)]
    rests = {name: run for name, run in _rests(days) if run[0] <= last and first <= run[-1]}
    widest = max(map(width_of, rests), default=0)
    lines: list[str] = []
    for name, run in rests.items():
        worked = [each.day for each in days if _is_make_up(each) and each.holiday == name]
        said = "；".join(_words(run, worked, first.year))
        lines += indented(said, width, f"  {pad(name, widest)}  ")
    return [_GUESS, *lines] if lines else []


def _rests(days: Iterable[Prospect]) -> Iterator[tuple[str, list[date]]]:
    """Every run of likely rest days that takes in a day off by law, with its holiday."""
    for rests, group in groupby(days, key=lambda each: not each.likely):
        run = list(group)
        lawful = [each.holiday for each in run if each.holiday and each.works is False]
        if rests and lawful:
            yield lawful[0], [each.day for each in run]


def _is_make_up(each: Prospect) -> bool:
    return each.likely and each.day.weekday() >= _SATURDAY


def _words(run: list[date], worked: list[date], year: int) -> Iterator[str]:
    first, last = short_day(run[0], year), short_day(run[-1], year)
    yield f"{first}放假" if len(run) == 1 else f"{first}至{last}放假，共{len(run)}天"
    if worked:
        yield f"{'、'.join(short_day(day, year) for day in worked)}上班"
