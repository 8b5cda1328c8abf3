"""Days in words, and what a calendar rests on, the same wherever days are counted."""

from collections.abc import Iterator
from datetime import date

from ..calendar import WorkCalendar
from ..notation.weekdays import weekday


def day_words(day: date) -> str:
    """A day with its weekday.

    >>> day_words(date(2024, 6, 27))
    '2024-06-27（周四）'
    """
    return f"{day}（{weekday(day)}）"


def short_day(day: date, year: int) -> str:
    """A day as notices print it, with its year only where that is not ``year``.

    >>> short_day(date(2026, 2, 14), 2026), short_day(date(2025, 12, 31), 2026)
    ('2月14日（周六）', '2025年12月31日（周三）')
    """
    printed = "" if day.year == year else f"{day.year}年"
    return f"{printed}{day.month}月{day.day}日（{weekday(day)}）"


def period_words(first: date, last: date) -> str:
    """A year or a month, by its first and its last day.

    >>> period_words(date(2026, 2, 1), date(2026, 2, 28))
    '2026年2月'
    """
    whole = first.month != last.month
    return f"{first.year}年" if whole else f"{first.year}年{first.month}月"


def calendar_notes(calendar: WorkCalendar) -> Iterator[str]:
    """What was counted with so far; ask after counting."""
    yield f"日历计至：{calendar.last_notice}"
    if calendar.known_on is not None:
        yield f"只用 {calendar.known_on} 及以前印发的通知"
    if calendar.local_files:
        yield f"含工作区自己的安排：{'、'.join(calendar.local_files)}"
