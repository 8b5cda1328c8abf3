"""The days of the week in Chinese."""

from datetime import date

WEEKDAYS = "一二三四五六日"
"""Monday to Sunday, as they follow 周 or 星期."""


def weekday(day: date) -> str:
    """The day of the week.

    >>> weekday(date(2024, 6, 27))
    '周四'
    """
    return f"周{WEEKDAYS[day.weekday()]}"
