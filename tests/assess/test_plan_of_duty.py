"""The plan of a duty: towards its first date, and honest about time that is lacking."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.assess.plan import plan
from gongkai_cli.assess.prospects import prospects
from gongkai_cli.model.limit import Prompt, Within
from gongkai_cli.model.steps import STEPS, Step
from tests.making import JANUARY, TWENTY, calendar, day, duty, facts

FIVE = Within(count=5, unit="workday", trigger="formed")
ONE_STEP = (Step("办", 5),)


@given(trigger=st.dates(date(2019, 6, 1), date(2028, 6, 30)))
def test_the_last_step_ends_on_the_earliest_aim(trigger: date) -> None:
    one = duty(TWENTY, FIVE)
    ahead = prospects(facts(one), one, trigger)
    made = plan(ahead, STEPS, calendar())
    assert made is not None
    assert made.target.clock.limit == FIVE
    assert made.stages[-1].stage.last == ahead.planned == made.target.deadline.aim
    assert [each.clock.limit for each in made.later] == [TWENTY]
    lacking = [each.lacking for each in made.stages]
    assert lacking == sorted(lacking, reverse=True)


def test_exactly_enough_time_and_one_day_too_little() -> None:
    one = duty(FIVE)
    ahead = prospects(facts(one), one, day("2024-06-27"))
    for workdays, lacking in ((6, 0), (7, 1), (10, 4)):
        made = plan(ahead, (Step("办", workdays),), calendar())
        assert made is not None
        assert made.lacking == lacking


def test_before_an_event_nothing_is_too_early() -> None:
    one = duty(Within(count=3, unit="workday", trigger="event", direction="before"))
    made = plan(prospects(facts(one), one, day("2024-06-27")), STEPS, calendar())
    assert made is not None
    assert made.target.deadline.aim == day("2024-06-24")
    assert made.lacking == 0


def test_a_date_of_the_year_is_planned_for_too() -> None:
    one = duty(JANUARY)
    made = plan(prospects(facts(one), one, day("2026-11-24")), ONE_STEP, calendar())
    assert made is not None
    assert made.target.occasion
    assert made.stages[0].stage.last == day("2027-01-29")


def test_without_any_date_there_is_no_plan() -> None:
    one = duty(Prompt(), kind="internal")
    assert plan(prospects(facts(one), one, day("2024-06-27")), STEPS, calendar()) is None
