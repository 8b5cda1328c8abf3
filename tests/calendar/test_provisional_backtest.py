"""Every year from 2009 on, hidden from the September before: do the true dates lie inside?

The truth is a day walk over the days that the notices name, written apart from the calendar.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

import pytest

from gongkai_cli.calendar import Span, load_calendar

from .day_walk import every_day, rows

YEARS = range(2009, 2027)
MOST = 40
LAST_SURE_DAY = date(2026, 12, 25)
CHANGES = {row["number"] for row in rows("notices.csv") if "部分节假日" not in row["title"]}

FINAL = {date.fromisoformat(row["date"]): row for row in rows("days_named.csv")}
FIRST = {day: row for day, row in FINAL.items() if row["notice"] not in CHANGES} | {
    date.fromisoformat(row["date"]): row for row in rows("superseded.csv")
}


def walked(named: dict[date, dict[str, str]]) -> list[date]:
    """All working days from 2008 on, with these days named."""
    return [
        day
        for day in every_day(date(2008, 1, 1), LAST_SURE_DAY)
        if (named[day]["kind"] == "work" if day in named else day.isoweekday() <= 5)
    ]


def dues(year: int, workdays: list[date]) -> Iterator[tuple[date, int, Span, date]]:
    """Trigger, n, the interval as of the September before, and the true day."""
    calendar = load_calendar(known_on=date(year - 1, 9, 30))
    for trigger in every_day(date(year - 1, 10, 1), date(year, 12, 31)):
        reached = bisect_right(workdays, trigger)
        for n, due in enumerate(workdays[reached : reached + MOST], 1):
            yield trigger, n, calendar.deadline(trigger, n), due


def test_the_changes_within_a_year_are_told_apart() -> None:
    assert len(CHANGES) == 3
    changed = {str(day) for day in FINAL if FINAL[day] != FIRST.get(day)}
    assert changed == {
        "2015-09-03", "2015-09-04", "2015-09-05", "2015-09-06",
        "2019-04-28", "2019-05-02", "2019-05-03", "2019-05-04", "2019-05-05",
        "2020-01-31", "2020-02-01", "2020-02-02",
    }  # fmt: skip


def test_the_best_guess_misses_only_one_year_since_2014() -> None:
    """中秋 of 2015, a Sunday, was made up inside 国庆; the habits were written down afterwards."""
    missed, workdays = set(), set(walked(FIRST))
    for year in range(2014, 2027):
        calendar = load_calendar(known_on=date(year - 1, 9, 30))
        for day in every_day(date(year, 1, 1), date(year, 12, 20)):
            if calendar.prospect(day).likely != (day in workdays):
                missed.add(str(day))
    assert missed == {"2015-09-20", "2015-09-28"}


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_every_date_by_the_notice_as_first_issued_is_inside(year: int) -> None:
    outside = [
        (trigger, n, span, due)
        for trigger, n, span, due in dues(year, walked(FIRST))
        if not span.earliest <= due <= span.latest
    ]
    assert outside == []


@pytest.mark.slow
@pytest.mark.parametrize("year", YEARS)
def test_a_date_as_finally_in_force_is_outside_only_where_nobody_could_foresee_it(
    year: int,
) -> None:
    """2015-09-03 was no holiday by any law; the Spring Festival of 2020 grew while it ran.

    The Labour Day of 2019, changed five weeks before it, is inside.
    """
    unforeseen = {
        2015: (date(2015, 9, 3), date(2015, 9, 6)),
        2019: (date(2020, 1, 31), date(2020, 2, 2)),
        2020: (date(2020, 1, 31), date(2020, 2, 2)),
    }
    outside = [
        (trigger, due)
        for trigger, _, span, due in dues(year, walked(FINAL))
        if not span.earliest <= due <= span.latest
    ]
    assert bool(outside) is (year in unforeseen)
    for trigger, due in outside:
        first, last = unforeseen[year]
        assert trigger < last
        assert due >= first
