"""When the next notice is expected, which dates are provisional, how long a look counts."""

from datetime import date, timedelta

import pytest

from gongkai_cli.assess import assess
from gongkai_cli.assess.health import (
    MISSED_FROM,
    Grade,
    looks,
    next_notice,
    period_grade,
    provisional,
)
from gongkai_cli.calendar import load_calendar
from gongkai_cli.calendar.year_files import read_year, shipped_years
from gongkai_cli.model.duty import Period

from ..making import TWENTY, column, duty, facts, record


@pytest.mark.parametrize(
    ("day", "year", "grade"),
    [
        ("2026-10-24", 2027, "正常"),
        ("2026-10-31", 2027, "正常"),
        ("2026-11-01", 2027, "注意"),
        ("2026-12-18", 2027, "注意"),
        ("2026-12-19", 2027, "错误"),
        ("2027-01-01", 2027, "错误"),
        ("2025-12-31", 2027, "正常"),
        ("0001-01-01", 1, "正常"),
    ],
)
def test_the_notice_is_asked_for_from_november_and_missed_from_the_19th_of_december(
    day: str, year: int, grade: str
) -> None:
    found = next_notice(load_calendar(), date.fromisoformat(day))
    assert (found.year, found.grade) == (year, grade)


def test_a_notice_is_missed_from_the_day_after_the_latest_one_ever_signed() -> None:
    days = []
    for year in shipped_years():
        notices, _ = read_year(year)
        assert notices is not None
        days += [each.issued for each in notices.notices if each.arranges_year]
    latest = max((day.month, day.day) for day in days)
    assert date(2026, *MISSED_FROM) - timedelta(1) == date(2026, *latest)


def test_what_was_known_then_counts() -> None:
    known = load_calendar(known_on=date(2024, 10, 1))
    assert next_notice(known, date(2024, 12, 20)).grade is Grade.WRONG


def test_only_open_dates_that_are_not_certain_and_not_past_are_provisional() -> None:
    day = date(2026, 12, 20)
    rows = (
        record("2026-12-10", number="R1", title="开着"),
        record("2026-11-20", number="R2", title="确定"),
        record("2026-12-10", "2026-12-15", number="R3", title="已公开"),
    )
    found = list(provisional(assess(facts(duty(TWENTY), records=rows), as_of=day, today=day)))
    assert [each.case.label for each in found] == ["开着"]
    assert found[0].deadline.earliest < found[0].deadline.latest
    late = date(2027, 3, 1)
    assert not list(provisional(assess(facts(duty(TWENTY), records=rows), as_of=late, today=late)))


def test_a_look_counts_for_its_days_and_the_last_of_them_is_in() -> None:
    day = date(2026, 12, 9)
    seen = facts(duty(TWENTY), columns=(column(checked="2026-09-10"),))
    assessment = assess(seen, as_of=day, today=day)
    (look,) = looks(assessment)
    assert look.until == day
    assert not assessment.columns[0].outdated
    assert assess(seen, as_of=day + timedelta(1), today=day).columns[0].outdated


@pytest.mark.parametrize(
    ("day", "grade"),
    [
        ("2024-11-30", "正常"),
        ("2024-12-01", "注意"),
        ("2024-12-31", "注意"),
        ("2025-01-01", "注意"),
        ("2023-12-31", "注意"),
    ],
)
def test_a_period_is_announced_thirty_days_before_its_end(day: str, grade: str) -> None:
    period = Period(date(2024, 1, 1), date(2024, 12, 31))
    assert period_grade(period, date.fromisoformat(day)) == grade
