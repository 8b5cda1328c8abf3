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

    Up to thirty stretches are listed one by one; of more, the days are given by notice. Days that
    no notice decides yet stand as the law or the best guess has them, which is said.
    """
    numbers = range(1, (until - after).days + 1)
    days = [calendar.expectation(after + number * _DAY) for number in numbers]
    works = sum(each.works for each in days)
    weekend = sum(each.kind == "周末" for each in days)
    head = f"{day_words(after)}不计入，{day_words(until)}计入，共 {len(days)} 天，其中"
    lines = indented(f"{head}工作日 {works} 天、休息日 {len(days) - works} 天：", width, "")
    if weekend:
        lines += _row(("周末", "", f"{weekend}天", ""), width)
    stretches = list(_stretches(days))
    if len(stretches) <= _MOST_ROWS:
        rows = [_cells(stretch) for stretch in stretches]
    else:
        rows = list(_by_notice(stretches))
    for cells in rows:
        lines += _row(cells, width)
    for note in calendar_notes(calendar):
        lines += indented(note, width, "")
    return "\n".join(lines)


def _stretches(days: list[DayReason]) -> Iterator[Stretch]:
    def same(each: DayReason) -> tuple[str, str | None, str | None]:
        return (each.kind, each.holiday, each.source)

    for _, group in groupby(days, key=same):
        alike = list(group)
        if alike[0].source is not None:
            yield Stretch(alike[0], alike[-1].day, len(alike))


def _cells(stretch: Stretch) -> tuple[str, str, str, str]:
    first = stretch.first
    days = day_words(first.day) if stretch.days == 1 else f"{first.day} 至 {stretch.last}"
    source = f"{first.holiday}，" if first.holiday else ""
    return (first.kind, days, f"{stretch.days}天", f"{source}{first.source}")


def _by_notice(stretches: list[Stretch]) -> Iterator[tuple[str, str, str, str]]:
    days: dict[str, Counter[str]] = {}
    for each in stretches:
        days.setdefault(each.first.source or "", Counter())[each.first.kind] += each.days
    for notice, kinds in days.items():
        for kind, number in sorted(kinds.items()):
            yield kind, "", f"{number}天", notice


def _row(cells: tuple[str, ...], width: int) -> list[str]:
    return [_INDENT + line for line in row(_COLUMNS, cells, width - len(_INDENT))]
