"""Days in words, and what a calendar rests on, the same wherever days are counted."""

from collections.abc import Iterator
from datetime import date

from ..calendar import WorkCalendar
from ..notation.weekdays import weekday

_MAY_STILL_CHANGE = (12, 25)
"""From this day of December on, the arrangements seen and possible for a New Year begin."""


def day_words(day: date) -> str:
    """A day with its weekday.

    >>> day_words(date(2024, 6, 27))
    '2024-06-27（周四）'
    """
    return f"{day}（{weekday(day)}）"


def calendar_notes(calendar: WorkCalendar, until: date) -> Iterator[str]:
    """What a count as far as ``until`` rests on; ask after counting."""
    yield f"日历计至：{calendar.last_notice}"
    if calendar.known_on is not None:
        yield f"只用 {calendar.known_on} 及以前印发的通知"
    if calendar.local_files:
        yield f"含工作区自己的安排：{'、'.join(calendar.local_files)}"
    if (until.month, until.day) >= _MAY_STILL_CHANGE and not calendar.announced(until.year + 1):
        yield (
            f"{until.year + 1}年的放假通知还没有印发，它可能改动{until.year}年12月下旬的日子"
            "（按现有通知计算）"
        )
