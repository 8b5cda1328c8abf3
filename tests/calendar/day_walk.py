"""The oracle: working days by walking from day to day, written apart from the calendar.

It knows nothing of notices or years: only a table of named days, and that other days work from
Monday to Friday.
"""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

VECTORS = Path(__file__).parents[1] / "vectors"
FIRST, LAST = date(2004, 1, 1), date(2026, 12, 31)


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a vector file."""
    with (VECTORS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def every_day(first: date = FIRST, last: date = LAST) -> Iterator[date]:
    """Every day from ``first`` to ``last``."""
    while first <= last:
        yield first
        first += timedelta(days=1)


NAMED = {date.fromisoformat(row["date"]): row["kind"] == "work" for row in rows("days_named.csv")}


def works(day: date) -> bool:
    """Whether a day works."""
    return NAMED.get(day, day.isoweekday() <= 5)


def workdays_after(day: date) -> Iterator[date]:
    """The working days after ``day``, one after the other, as far as the table goes."""
    while day < LAST:
        day += timedelta(days=1)
        if works(day):
            yield day
