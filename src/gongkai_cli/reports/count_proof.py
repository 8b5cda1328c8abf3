"""Why a count of working days comes out as it does: every rest day and make-up day in it."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from ..calendar import DayReason, WorkCalendar
from .columns import Column, indented, row
from .day_words import calendar_notes, day_words

_COLUMNS = (Column("", 8), Column("", 24), Column("", 6), Column(""))
_INDENT = "  "
_MOST_ROWS = 30
_DAY = timedelta(days=1)


class Stretch(Struct, frozen=True):
    """Days in a row that rest, or work in exchange, for one holiday by one notice."""

    first: DayReason
    last: date
    days: int


def render(calendar: WorkCalendar, after: date, until: date, width: int) -> str:
    """The days in ``after`` < day ≤ ``until`` that are not plain working days, with their notice.

    Up to thirty stretches are listed one by one; of more, the days are given by notice.
    """
    reasons = [calendar.reason(day) for day in _days(after, until)]
    works = sum(each.works for each in reasons)
    weekend = sum(each.kind == "周末" for each in reasons)
    head = f"{day_words(after)}不计入，{day_words(until)}计入，共 {len(reasons)} 天，其中"
    lines = indented(f"{head}工作日 {works} 天、休息日 {len(reasons) - works} 天：", width, "")
    if weekend:
        lines += _row(("周末", "", f"{weekend}天", ""), width)
    stretches = list(_stretches(reasons))
    if len(stretches) <= _MOST_ROWS:
        rows = [_cells(stretch) for stretch in stretches]
    else:
        rows = list(_by_notice(stretches))
    for cells in rows:
        lines += _row(cells, width)
    for note in calendar_notes(calendar, until):
        lines += indented(note, width, "")
    return "\n".join(lines)


def _days(after: date, until: date) -> Iterator[date]:
    return (after + number * _DAY for number in range(1, (until - after).days + 1))


def _stretches(reasons: list[DayReason]) -> Iterator[Stretch]:
    def same(reason: DayReason) -> tuple[str, str | None, str | None]:
        return (reason.kind, reason.holiday, reason.notice)

    for _, group in groupby(reasons, key=same):
        days = list(group)
        if days[0].notice is not None:
            yield Stretch(days[0], days[-1].day, len(days))


def _cells(stretch: Stretch) -> tuple[str, str, str, str]:
    first = stretch.first
    days = day_words(first.day) if stretch.days == 1 else f"{first.day} 至 {stretch.last}"
    source = f"{first.holiday}，" if first.holiday else ""
    return (first.kind, days, f"{stretch.days}天", source + _notice(first))


def _by_notice(stretches: list[Stretch]) -> Iterator[tuple[str, str, str, str]]:
    days: dict[str, Counter[str]] = {}
    for each in stretches:
        days.setdefault(_notice(each.first), Counter())[each.first.kind] += each.days
    for notice, kinds in days.items():
        for kind, number in sorted(kinds.items()):
            yield kind, "", f"{number}天", notice


def _notice(reason: DayReason) -> str:
    return f"{reason.notice}，见 {reason.local}" if reason.local else f"{reason.notice}"


def _row(cells: tuple[str, ...], width: int) -> list[str]:
    return [_INDENT + line for line in row(_COLUMNS, cells, width - len(_INDENT))]
