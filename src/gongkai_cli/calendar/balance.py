"""A check on a year's notice that needs no other source: rest days and make-up days balance.

Weekdays off less weekend days worked are the statutory days of the year, since a statutory day on
a weekend is made up on a weekday (全国年节及纪念日放假办法, article 6). That holds for every notice
for 2004 to 2026; a slip of the pen breaks it.
"""

from .day_table import SATURDAY, says
from .notices import Notice
from .provisional.law_yaml import holiday_law


def statutory_days(year: int) -> int:
    """How many days of the year are off for all by the decree in force.

    >>> [statutory_days(year) for year in (2007, 2024, 2025)]
    [10, 11, 13]
    """
    return sum(each.days for each in holiday_law().decree(year).festivals.values())


def balance(notice: Notice) -> int:
    """Weekdays off less weekend days worked."""
    return sum(
        (not said.works and day.weekday() < SATURDAY) - said.works for day, said in says(notice)
    )
