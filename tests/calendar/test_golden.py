"""Dates counted by hand, by others, or stated in decisions."""

from datetime import date

import pytest

from gongkai_cli.calendar import WorkCalendar, YearNotAnnounced

from .day_walk import rows
from .until import shipped_until


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return shipped_until(2026)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    "row", [*rows("golden_dates.csv"), *rows("golden.csv")], ids=lambda row: "/".join(row.values())
)
def test_golden_date(calendar: WorkCalendar, row: dict[str, str]) -> None:
    found = calendar.add(day(row["trigger"]), int(row["n"]))
    assert found == day(row["due"])


@pytest.mark.parametrize("row", rows("decided_cases.csv"), ids=lambda row: row["id"])
def test_decided_case(calendar: WorkCalendar, row: dict[str, str]) -> None:
    trigger = day(row["trigger"])
    assert calendar.add(trigger, int(row["n"])) == day(row["due"])
    if row["done"]:
        assert calendar.count(trigger, day(row["done"])) == int(row["day"])


@pytest.mark.parametrize("trigger", ["2026-12-04", "2026-12-10", "2026-12-31", "2027-01-04"])
def test_no_verdict_where_the_count_runs_into_2027(calendar: WorkCalendar, trigger: str) -> None:
    with pytest.raises(YearNotAnnounced, match="没有2027年的放假通知"):
        calendar.add(day(trigger), 20)


def test_a_natural_period_that_ends_on_a_rest_day(calendar: WorkCalendar) -> None:
    """批复 2025-02-10 and 2026-01-28 plus 20 natural days: the working days on both sides."""
    for end, before, after in (
        ("2025-02-10", "2025-02-10", "2025-02-10"),
        ("2025-03-02", "2025-02-28", "2025-03-03"),
        ("2026-02-17", "2026-02-14", "2026-02-24"),
    ):
        assert calendar.last_workday_on_or_before(day(end)) == day(before)
        assert calendar.next_workday_on_or_after(day(end)) == day(after)
