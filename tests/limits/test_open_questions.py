"""Questions of counting that no source settles: both readings, and what a choice makes of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import deadline
from gongkai_cli.model.deadline import Event
from gongkai_cli.model.limit import Within
from gongkai_cli.model.settings import Settings
from tests.making import calendar, day

ONE = timedelta(days=1)
ANSWER = Within(count=20, unit="workday", trigger="received")
LONG = Settings(pause="所需时间", chosen=frozenset({"中止时长"}))
CAPPED = Settings(pause="最多15个工作日", chosen=frozenset({"中止时长"}))
NEXT_DAY = Settings(receipt_on_rest_day="下一工作日")


def asked(begin: date, pause: date, back: date) -> tuple[Event, ...]:
    """A request that a third party was asked about."""
    return (
        Event("start", begin),
        Event("pause", pause, "征求第三方意见"),
        Event("restart", back, "收到意见"),
    )


def walked(after: date, n: int) -> date:
    """The n-th working day after a day, walked day by day."""
    while n:
        after += ONE
        n -= calendar().is_workday(after)
    return after


def test_a_pause_longer_than_the_third_party_has_is_two_dates_until_decided() -> None:
    """Asked on 2025-09-22, answered on 2025-11-20: 5 days used, the 15 ended on 2025-10-17.

    From there 15 more reach 2025-11-07; from the answer they reach 2025-12-11.
    """
    events = asked(day("2025-09-15"), day("2025-09-22"), day("2025-11-20"))
    found = deadline(ANSWER, events, calendar(), Settings())
    assert (found.due, found.latest) == (day("2025-12-11"), day("2025-12-11"))
    assert found.earliest == day("2025-11-07")
    assert not found.certain
    assert any("中止时长" in question for question in found.open)


@pytest.mark.parametrize(("settings", "due"), [(LONG, "2025-12-11"), (CAPPED, "2025-11-07")])
def test_a_choice_closes_the_interval(settings: Settings, due: str) -> None:
    events = asked(day("2025-09-15"), day("2025-09-22"), day("2025-11-20"))
    found = deadline(ANSWER, events, calendar(), settings)
    assert found.certain
    assert found.earliest == found.due == found.latest == day(due)


def test_a_pause_that_ends_in_time_is_no_question() -> None:
    """The 15th working day after 2025-09-22 is 2025-10-17."""
    events = asked(day("2025-09-15"), day("2025-09-22"), day("2025-10-17"))
    assert deadline(ANSWER, events, calendar(), Settings()).certain


@given(
    st.dates(date(2009, 1, 1), date(2024, 6, 30)),
    st.integers(1, 19),
    st.integers(0, 60),
)
def test_the_two_readings_of_a_pause_are_the_ends(begin: date, used: int, paused: int) -> None:
    """Against a walk: the earliest goes on after at most 15 working days, the latest at the end."""
    pause = walked(begin, used)
    back = pause + paused * ONE
    found = deadline(ANSWER, asked(begin, pause, back), calendar(), Settings())
    assert found.latest == walked(back, 20 - used)
    assert found.earliest == walked(min(back, walked(pause, 15)), 20 - used)
    assert found.certain == (back <= walked(pause, 15))


@given(st.dates(date(2009, 1, 1), date(2024, 12, 31)))
def test_what_arrives_on_a_rest_day_may_count_as_received_on_the_next(arrival: date) -> None:
    received = arrival if calendar().is_workday(arrival) else walked(arrival, 1)
    found = deadline(ANSWER, (Event("start", arrival),), calendar(), NEXT_DAY)
    assert found.due == walked(received, 20)
    assert found.trigger == arrival


def test_the_setting_is_about_what_is_received_alone() -> None:
    formed = Within(count=20, unit="workday", trigger="formed-or-changed")
    rest_day = (Event("start", day("2025-10-01")),)
    assert deadline(formed, rest_day, calendar(), NEXT_DAY).due == day("2025-11-04")
    assert deadline(ANSWER, rest_day, calendar(), NEXT_DAY).due == day("2025-11-05")
    assert deadline(ANSWER, rest_day, calendar(), Settings()).due == day("2025-11-04")
