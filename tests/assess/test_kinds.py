"""What becomes of each kind of limit: a day, an obstacle with its reason, or no clock."""

from typing import get_args

import pytest
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.assess.cases import Docket
from gongkai_cli.assess.clocks import clocks_of
from gongkai_cli.limits import read_wording, why_no_clock
from gongkai_cli.model.finding import State
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
    Unclear,
    Within,
)
from tests.making import TWENTY, column, day, duty, facts, law, printed, record

AS_OF = "2024-07-25"
FORMED = "2024-06-27"

DATED: list[tuple[Limit, str]] = [
    (Within(count=20, unit="workday"), "2024-07-25"),
    (Within(count=7, unit="day", trigger="formed"), "2024-07-04"),
    (Within(count=2, unit="week", trigger="approved"), "2024-07-11"),
    (Within(count=1, unit="month", trigger="decided"), "2024-07-29"),
    (Within(count=24, unit="hour", trigger="event", event="事故发生"), "2024-06-28"),
    (ByDate(by="07-31", every="year"), "2024-07-31"),
    (ByDate(by="10-31", every="year", window="10-01..10-31"), "2024-10-31"),
    (Periodic(every="month", at="this-month day 10"), "2024-06-10"),
    (Periodic(every="month", at="next-month day 10"), "2024-07-10"),
    (Periodic(every="month", at="next-month days 1-10"), "2024-07-10"),
    (Periodic(every="month", at="within 5 workdays after month end"), "2024-07-05"),
    (Periodic(every="quarter", at="first-month day 20"), "2024-04-20"),
    (Periodic(every="quarter", at="quarter end"), "2024-06-30"),
    (Periodic(every="half-year"), "2024-06-30"),
    (Periodic(every="year", at="within 3 months after year end"), "2025-03-31"),
]
"""Limits that fall due on a day: of a piece formed on ``FORMED``, or of the period around it."""

OBSTACLES: list[tuple[Limit, str]] = [
    (
        Within(count=3, unit="day", trigger="event", event="会议召开", direction="before"),
        "台账没有“会议召开”的日期，不能确定要提前到哪一天",
    ),
    (
        Within(count=7, unit="workday", trigger="event", direction="before"),
        "台账没有“那件事”的日期，不能确定要提前到哪一天",
    ),
    (ByDate(by="06-30"), "时限只写了月日，没有写明哪一年"),
    (Periodic(every="year", at="year start"), "“每年初”没有写到哪一天，不能确定到期日"),
    (Periodic(every="month", at="next-month start"), "“次月初”没有写到哪一天，不能确定到期日"),
]
"""Limits that a clock is set for, and that no day can be given for."""

CLOCKLESS: list[tuple[Limit, str]] = [
    (Realtime(), "按法律规定的时限判断"),
    (Realtime(trigger="published"), "按法律规定的时限判断"),
    (Prompt(), "没有数字"),
    (Prompt(trigger="changed"), "没有数字"),
    (Dynamic(), "没有数字"),
    (Standing(), "只说公开多久"),
    (ByOtherRule(), "写在别的规定里"),
    (PostedFor(count=7, unit="workday"), "只说公示多久"),
    (PostedFor(count=30, unit="day", min=True), "只说公示多久"),
    (Unclear(), "没有写明"),
]
"""Limits that set no clock, with what is told about them."""

OF_THE_COLUMN: list[Limit] = [
    Periodic(every="day"),
    Periodic(every="week"),
    Periodic(every="week", at="this-week Friday"),
    Periodic(every="week", at="next-week Wednesday"),
]
"""Limits too short to look for in a ledger: they are asked of the column's newest item."""


def test_no_kind_is_left_out() -> None:
    told = [*DATED, *OBSTACLES, *CLOCKLESS]
    assert {type(limit) for limit, _ in told} == set(get_args(Limit))


@pytest.mark.parametrize(("limit", "due"), DATED)
def test_a_limit_with_a_number_falls_due(limit: Limit, due: str) -> None:
    asked = facts(duty(limit), records=(record(FORMED),))
    found = [
        running.deadline.due
        for case in Docket(asked, day(AS_OF), "从严").cases()
        for running in case.clocks
        if running.deadline
    ]
    assert day(due) in found


@pytest.mark.parametrize(("limit", "why"), OBSTACLES)
def test_what_has_no_day_says_why_and_is_not_judged(limit: Limit, why: str) -> None:
    asked = facts(duty(limit), records=(record(FORMED),), columns=(column(),))
    result = assess(asked, as_of=day(AS_OF))
    assert [each.state for each in result.duties] == [State.UNCHECKED]
    assert why in {question.why for question in result.questions}


@pytest.mark.parametrize(("limit", "why"), CLOCKLESS)
def test_what_holds_no_number_sets_no_clock_and_the_law_stands_behind_it(
    limit: Limit, why: str
) -> None:
    one = duty(limit)
    assert clocks_of(one, (), day(FORMED)) == ()
    assert why in (why_no_clock(limit) or "")
    (behind,) = clocks_of(one, (law(TWENTY),), day(FORMED))
    assert behind.limit == TWENTY
    late = facts(one, records=(record("2024-01-10"),), columns=(column(),), statutes=(law(TWENTY),))
    assert [each.state for each in assess(late, as_of=day(AS_OF)).duties] == [State.VERY_LATE]


@pytest.mark.parametrize("limit", OF_THE_COLUMN)
def test_every_day_and_week_is_asked_of_the_column(limit: Limit) -> None:
    stale = facts(duty(limit), columns=(column(updated="2024-07-01", checked=AS_OF),))
    fresh = facts(duty(limit), columns=(column(updated=AS_OF, checked=AS_OF),))
    assert [each.state for each in assess(stale, as_of=day(AS_OF)).duties] == [State.STALE]
    assert [each.state for each in assess(fresh, as_of=day(AS_OF)).duties] == [State.COMPLIANT]


def test_what_has_a_clock_needs_no_excuse() -> None:
    assert not any(why_no_clock(limit) for limit, _ in DATED)


@pytest.mark.parametrize("words", ["及时报送", "公示5个工作日", "长期公开"])
@pytest.mark.parametrize("done", [None, "2024-07-01"])
def test_what_no_clock_runs_on_is_not_known_to_be_in_time(words: str, done: str | None) -> None:
    """An internal duty has no column: nothing but a clock could tell."""
    limit = structs.replace(printed(TWENTY), wording=words, reading=read_wording(words))
    one = structs.replace(duty(kind="internal"), limits=(limit,))
    judged = assess(facts(one, records=(record(published=done),)), as_of=day("2024-07-20"))
    assert judged.duties[0].state is State.UNCHECKED
    (question,) = judged.questions
    assert not question.answered
    assert question.why == f"时限“{words}”没有可以数的天数，要由人判断"
