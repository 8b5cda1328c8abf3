"""What could be known on a day: only notices issued until then count."""

from datetime import date, timedelta

import pytest

from gongkai_cli.calendar import YearNotAnnounced, load_calendar

CHANGES = [
    # day, works before the change is known, day of the change, works after
    ("2015-09-03", True, "2015-05-13", False),
    ("2015-09-04", True, "2015-05-13", False),
    ("2015-09-06", False, "2015-05-13", True),
    ("2019-04-28", False, "2019-03-22", True),
    ("2019-05-02", True, "2019-03-22", False),
    ("2019-05-03", True, "2019-03-22", False),
    ("2019-05-05", False, "2019-03-22", True),
    ("2020-01-31", True, "2020-01-26", False),
    ("2020-02-01", True, "2020-01-26", False),
    ("2020-02-02", False, "2020-01-26", False),
]


@pytest.mark.parametrize(("day", "before", "changed", "after"), CHANGES)
def test_a_change_within_the_year(day: str, before: bool, changed: str, after: bool) -> None:
    issued = date.fromisoformat(changed)
    asked = date.fromisoformat(day)
    assert load_calendar(known_on=issued - timedelta(days=1)).is_workday(asked) is before
    assert load_calendar(known_on=issued).is_workday(asked) is after
    assert load_calendar().is_workday(asked) is after


@pytest.mark.parametrize(
    ("trigger", "n", "known_on", "due"),
    [
        ("2015-09-01", 3, "2015-05-12", "2015-09-04"),
        ("2015-09-01", 3, "2015-05-13", "2015-09-07"),
        ("2019-04-26", 3, "2019-03-21", "2019-05-02"),
        ("2019-04-26", 3, "2019-03-22", "2019-04-30"),
        ("2020-01-23", 1, "2020-01-25", "2020-01-31"),
        ("2020-01-23", 1, "2020-01-26", "2020-02-03"),
    ],
)
def test_a_count_with_what_was_known(trigger: str, n: int, known_on: str, due: str) -> None:
    calendar = load_calendar(known_on=date.fromisoformat(known_on))
    assert calendar.add(date.fromisoformat(trigger), n) == date.fromisoformat(due)


def test_a_superseded_day_is_explained_by_the_notice_then_known() -> None:
    day = date(2020, 2, 1)
    then = load_calendar(known_on=date(2020, 1, 25)).reason(day)
    assert (then.kind, then.notice) == ("调休上班", "国办发明电〔2019〕16号")
    now = load_calendar().reason(day)
    assert (now.kind, now.notice) == ("放假", "国办发明电〔2020〕1号")


def test_a_year_whose_notices_came_later_is_not_announced() -> None:
    calendar = load_calendar(known_on=date(2024, 11, 11))
    assert not calendar.announced(2025)
    assert calendar.announced(2024)
    with pytest.raises(YearNotAnnounced) as refusal:
        calendar.is_workday(date(2025, 1, 2))
    assert refusal.value.year == 2025
    assert str(refusal.value).startswith("截至 2024-11-11，2025年的放假通知还没有印发")
    assert "国办发明电〔2024〕12号（2024-11-12印发）" in str(refusal.value)
    assert load_calendar(known_on=date(2024, 11, 12)).announced(2025)


def test_the_next_notice_changes_december_only_when_it_is_known() -> None:
    day = date(2018, 12, 31)
    before = load_calendar(known_on=date(2018, 12, 3))
    assert before.is_workday(day)
    assert not before.is_workday(date(2018, 12, 29))
    after = load_calendar(known_on=date(2018, 12, 4))
    assert not after.is_workday(day)
    assert after.is_workday(date(2018, 12, 29))
