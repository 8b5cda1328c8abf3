"""Steps counted backwards: in order, on working days, ending on the aim."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.calendar import YearNotAnnounced
from gongkai_cli.limits.plan import Stage, backwards, too_early
from gongkai_cli.model.steps import STEPS, Step
from tests.making import calendar, day

LENGTHS = st.lists(st.integers(0, 8), min_size=1, max_size=8)
KNOWN = st.dates(date(2010, 1, 1), date(2026, 11, 30))
AHEAD = st.dates(date(2026, 12, 1), date(2029, 12, 31))


def steps(lengths: list[int]) -> tuple[Step, ...]:
    return tuple(Step(f"步骤{number}", length) for number, length in enumerate(lengths))


def surely_works(each: date) -> bool:
    return calendar().prospect(each).works is True


def sure_days(first: date, last: date) -> int:
    """Counted one by one, both ends included."""
    days = (first + timedelta(n) for n in range((last - first).days + 1))
    return sum(surely_works(each) for each in days)


@given(lengths=LENGTHS, aim=KNOWN | AHEAD)
def test_every_step_has_its_days_and_the_last_ends_on_the_aim(
    lengths: list[int], aim: date
) -> None:
    found = backwards(steps(lengths), aim, calendar())
    assert [each.step.workdays for each in found] == lengths
    assert found[-1].last == calendar().last_workday_on_or_before(aim) <= aim
    for stage in found:
        assert surely_works(stage.first)
        assert surely_works(stage.last)
        assert sure_days(stage.first, stage.last) == max(stage.step.workdays, 1)


@given(lengths=LENGTHS, aim=KNOWN | AHEAD)
def test_a_step_begins_after_the_one_before_it_has_ended(lengths: list[int], aim: date) -> None:
    found = backwards(steps(lengths), aim, calendar())
    for before, after in pairwise(found):
        assert before.last <= after.last
        if after.step.workdays:
            assert before.last < after.first
            assert sure_days(before.last, after.first) == 2
        else:
            assert before.last == after.first == after.last


@given(lengths=LENGTHS, aim=KNOWN | AHEAD, earlier=st.integers(0, 40))
def test_an_earlier_aim_makes_no_step_later(lengths: list[int], aim: date, earlier: int) -> None:
    late = backwards(steps(lengths), aim, calendar())
    early = backwards(steps(lengths), aim - timedelta(earlier), calendar())
    assert all(one.last <= other.last for one, other in zip(early, late, strict=True))


@given(lengths=LENGTHS, aim=KNOWN | AHEAD, start=st.integers(-60, 60))
def test_what_lacks_is_what_is_asked_less_what_there_is(
    lengths: list[int], aim: date, start: int
) -> None:
    begin = aim + timedelta(start)
    first = backwards(steps(lengths), aim, calendar())[0]
    lacking = too_early(first, begin, calendar())
    if begin <= first.first:
        assert lacking == 0
    else:
        assert lacking == sure_days(first.first, begin - timedelta(1))


@given(aim=st.dates(date(2026, 1, 1), date(2026, 3, 31)), lengths=LENGTHS)
def test_before_the_notice_no_step_is_planned_later_than_with_it(
    aim: date, lengths: list[int]
) -> None:
    hidden, known = calendar("2025-10-01"), calendar()
    before = backwards(steps(lengths), aim, hidden)
    after = backwards(steps(lengths), aim, known)
    assert all(known.is_workday(each.last) for each in before)
    assert all(one.first <= other.first for one, other in zip(before, after, strict=True))


def test_a_holiday_and_a_day_worked_in_exchange() -> None:
    found = backwards(steps([2, 1]), day("2024-10-08"), calendar())
    assert [(each.first, each.last) for each in found] == [
        (day("2024-09-29"), day("2024-09-30")),
        (day("2024-10-08"), day("2024-10-08")),
    ]


def test_work_may_begin_on_the_day_itself() -> None:
    stage = Stage(Step("拟稿", 2), day("2024-06-27"), day("2024-06-28"))
    assert too_early(stage, day("2024-06-27"), calendar()) == 0
    assert too_early(stage, day("2024-06-28"), calendar()) == 1
    assert too_early(stage, day("2024-07-01"), calendar()) == 2
    assert too_early(stage, day("2024-06-29"), calendar()) == 2


def test_a_year_that_nothing_is_known_of_is_refused() -> None:
    with pytest.raises(YearNotAnnounced):
        backwards(steps([8]), day("2004-01-05"), calendar())


def test_the_usual_steps_are_all_assumed_and_fit_twenty_working_days() -> None:
    assert all(step.assumed for step in STEPS)
    assert all(step.workdays >= 1 for step in STEPS)
    assert sum(step.workdays for step in STEPS) <= 20
