"""Adding and counting working days against chinese-calendar."""

from collections.abc import Iterator
from datetime import date

import chinese_calendar

from gongkai_cli.calendar import load_calendar

from .ratio import Ratio, paired_ratio

_DAY, _OPEN = date(2024, 6, 27), date(2025, 12, 10)
_FIRST, _LAST = date(2024, 1, 1), date(2024, 12, 31)


def run() -> Iterator[Ratio]:
    """Adding 20 working days, and counting those of a year, on years that were read already."""
    calendar = load_calendar()
    before = date(2023, 12, 31)
    assert chinese_calendar.find_workday(20, _DAY) == calendar.add(_DAY, 20)
    assert len(chinese_calendar.get_workdays(_FIRST, _LAST)) == calendar.count(before, _LAST)
    yield Ratio(
        "add 20 working days: chinese_calendar.find_workday / add",
        paired_ratio(
            lambda: chinese_calendar.find_workday(20, _DAY), lambda: calendar.add(_DAY, 20)
        ),
        goal=1_000,
    )
    yield Ratio(
        "count a year: chinese_calendar.get_workdays / count",
        paired_ratio(
            lambda: len(chinese_calendar.get_workdays(_FIRST, _LAST)),
            lambda: calendar.count(before, _LAST),
        ),
        goal=10_000,
    )
    yield Ratio(
        "add 200 working days / add 20: the cost does not grow with n",
        paired_ratio(lambda: calendar.add(_DAY, 200), lambda: calendar.add(_DAY, 20)),
        goal=1.5,
        at_most=True,
    )
    yield Ratio(
        "deadline on known days / add: only the answer in a struct is added",
        paired_ratio(lambda: calendar.deadline(_DAY, 20), lambda: calendar.add(_DAY, 20)),
        goal=6,
        at_most=True,
    )
    ahead = load_calendar(known_on=date(2025, 10, 31))
    assert not ahead.deadline(_OPEN, 20).certain
    yield Ratio(
        "deadline into a year without notice / on known days: three look-ups instead of one",
        paired_ratio(lambda: ahead.deadline(_OPEN, 20), lambda: ahead.deadline(_DAY, 20)),
        goal=20,
        at_most=True,
    )
