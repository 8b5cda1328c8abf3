"""Clocks to deadlines: against a day walk written apart, and what must always hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import NoDeadline, count_days, deadline
from gongkai_cli.model.deadline import Event
from gongkai_cli.model.limit import Within
from gongkai_cli.model.settings import Settings
from tests.making import calendar, day

DECIDED = Settings(chosen=frozenset(("末日遇休息日",)))
DAYS = st.dates(date(2008, 1, 1), date(2025, 6, 30))
ONE = timedelta(days=1)


def start(text: str) -> tuple[Event, ...]:
    """One start."""
    return (Event("start", day(text)),)


def walked(after: date, n: int) -> date:
    """The n-th working day after a day, walked day by day."""
    while n:
        after += ONE
        n -= calendar().is_workday(after)
    return after


@given(DAYS, st.integers(1, 40))
def test_working_days_are_those_of_a_walk(after: date, n: int) -> None:
    limit = Within(count=n, unit="workday")
    found = deadline(limit, (Event("start", after),), calendar(), DECIDED)
    assert found.due == walked(after, n)
    assert found.certain
    assert found.earliest == found.latest == found.due == found.aim


@given(DAYS, st.integers(1, 90), st.sampled_from(["day", "week", "month", "year"]))
def test_a_natural_period_ends_on_its_day_or_the_next_working_day(
    after: date, n: int, unit: str
) -> None:
    n = min(n, {"day": 90, "week": 12, "month": 6, "year": 1}[unit])
    limit = Within(count=n, unit=unit)  # type: ignore[arg-type]
    found = deadline(limit, (Event("start", after),), calendar(), Settings())
    assert found.earliest <= found.due == found.latest
    assert calendar().is_workday(found.due)
    between = (found.due - found.earliest).days
    rest = [found.earliest + i * ONE for i in range(between)]
    assert not any(calendar().is_workday(each) for each in rest)
    assert found.aim <= found.earliest
    assert calendar().is_workday(found.aim)
    assert found.certain == (found.earliest == found.latest) == (not found.open)


@pytest.mark.parametrize(
    ("from_day", "count", "unit", "end"),
    [
        ("2024-01-31", 1, "month", "2024-02-29"),
        ("2023-01-31", 1, "month", "2023-02-28"),
        ("2024-02-29", 1, "year", "2025-02-28"),
        ("2024-08-31", 6, "month", "2025-02-28"),
        ("2024-06-27", 2, "week", "2024-07-11"),
        ("2024-06-27", 20, "day", "2024-07-17"),
    ],
)
def test_months_and_years_end_on_the_same_numbered_day(
    from_day: str, count: int, unit: str, end: str
) -> None:
    """民法典 202: the corresponding day, or the last of the month where there is none."""
    limit = Within(count=count, unit=unit)  # type: ignore[arg-type]
    assert deadline(limit, start(from_day), calendar(), Settings()).earliest == day(end)


@pytest.mark.parametrize(
    ("approved", "unmoved", "moved", "aim"),
    [
        ("2025-01-21", "2025-02-10", "2025-02-10", "2025-02-10"),
        ("2025-02-10", "2025-03-02", "2025-03-03", "2025-02-28"),
        ("2026-01-28", "2026-02-17", "2026-02-24", "2026-02-14"),
    ],
)
def test_the_20_days_after_a_budget_is_approved(
    approved: str, unmoved: str, moved: str, aim: str
) -> None:
    """Worked out by hand for 预算法 article 14 with the end moved as 民法典 203 says."""
    limit = Within(count=20, unit="day", trigger="approved")
    found = deadline(limit, start(approved), calendar(), Settings())
    assert (found.earliest, found.due, found.aim) == (day(unmoved), day(moved), day(aim))


def test_an_extension_counts_from_the_unmoved_end() -> None:
    limit = Within(count=20, unit="workday", trigger="received")
    events = (*start("2025-09-15"), Event("extend", day("2025-10-10"), "经同意并告知", count=20))
    found = deadline(limit, events, calendar(), Settings())
    assert [segment.until for segment in found.segments] == [day("2025-10-17"), day("2025-11-14")]
    assert found.due == day("2025-11-14")


def test_a_pause_takes_out_the_days_after_it_began_up_to_the_return() -> None:
    limit = Within(count=20, unit="workday", trigger="received")
    events = (
        *start("2025-09-15"),
        Event("pause", day("2025-09-22"), "征求第三方意见"),
        Event("restart", day("2025-10-15"), "收到意见"),
    )
    found = deadline(limit, events, calendar(), Settings())
    assert [segment.count for segment in found.segments] == [5, 0, 15]
    assert found.due == day("2025-11-05")


def test_a_second_start_begins_anew() -> None:
    limit = Within(count=20, unit="workday")
    events = (*start("2025-09-01"), *start("2025-09-15"))
    assert deadline(limit, events, calendar(), Settings()).due == day("2025-10-17")


def test_a_pause_without_an_end_has_no_deadline() -> None:
    events = (*start("2025-09-15"), Event("pause", day("2025-09-22")))
    with pytest.raises(NoDeadline, match="尚未恢复"):
        deadline(Within(count=20, unit="workday"), events, calendar(), Settings())
    week = Within(count=2, unit="week")
    with pytest.raises(NoDeadline, match="不能中止"):
        deadline(week, (*events, Event("restart", day("2025-09-24"))), calendar(), Settings())


@pytest.mark.parametrize(
    ("hours", "earliest", "latest"),
    [
        (24, "2024-06-28", "2024-06-28"),
        (48, "2024-06-29", "2024-06-29"),
        (8, "2024-06-27", "2024-06-28"),
    ],
)
def test_hours_are_known_to_the_day_only(hours: int, earliest: str, latest: str) -> None:
    limit = Within(count=hours, unit="hour")
    found = deadline(limit, start("2024-06-27"), calendar(), Settings())
    assert (found.earliest, found.latest) == (day(earliest), day(latest))
    assert found.certain == (earliest == latest)


def test_so_many_days_before_an_event() -> None:
    week = Within(count=1, unit="week", direction="before")
    assert deadline(week, start("2024-07-08"), calendar(), Settings()).due == day("2024-07-01")
    three = Within(count=3, unit="workday", direction="before")
    found = deadline(three, start("2024-10-08"), calendar(), Settings())
    assert (found.due, found.certain, found.open) == (day("2024-09-27"), True, ())


@given(DAYS, st.integers(1, 30))
def test_the_count_numbers_every_working_day_and_names_the_rest(after: date, n: int) -> None:
    limit = Within(count=n, unit="workday")
    found = deadline(limit, (Event("start", after),), calendar(), Settings())
    days = list(count_days(found, calendar()))
    assert [each.number for each in days if each.number] == list(range(1, n + 1))
    assert [each.day for each in days] == [after + i * ONE for i in range(1, len(days) + 1)]
    assert days[-1].day == found.due
    assert all(each.reason.works == (each.number is not None) for each in days)


def test_the_count_of_a_moved_natural_period_goes_on_to_the_due_day() -> None:
    limit = Within(count=20, unit="day")
    found = deadline(limit, start("2025-02-10"), calendar(), Settings())
    days = list(count_days(found, calendar()))
    assert [each.number for each in days][-2:] == [20, None]
    assert [each.reason.works for each in days][-2:] == [False, True]
    assert days[-1].day == found.due


@given(DAYS, st.integers(1, 20), st.integers(1, 20), st.integers(0, 30))
def test_every_event_only_moves_a_deadline_later(after: date, n: int, more: int, gap: int) -> None:
    limit = Within(count=n, unit="workday")
    begin = Event("start", after)
    plain = deadline(limit, (begin,), calendar(), Settings()).due
    extended = (begin, Event("extend", after, count=more))
    assert deadline(limit, extended, calendar(), Settings()).due > plain
    pause = after + ONE
    paused = (begin, Event("pause", pause), Event("restart", pause + gap * ONE))
    assert deadline(limit, paused, calendar(), Settings()).due >= plain


HIDDEN = [year for year in range(2009, 2027) if year not in (2015, 2020)]


@given(
    st.sampled_from(HIDDEN),
    st.integers(0, 120),
    st.integers(1, 30),
    st.integers(0, 25),
    st.integers(0, 25),
    st.integers(0, 20),
)
def test_what_was_not_known_yet_lies_in_the_interval(
    year: int, offset: int, n: int, before: int, pause: int, more: int
) -> None:
    """With the year's notice hidden: a start, perhaps a pause, perhaps an extension.

    2015 and 2020 were changed by notices that came after the fact, which nothing can foresee.
    """
    start_on = date(year - 1, 10, 1) + offset * ONE
    events = [Event("start", start_on)]
    if pause:
        events.append(Event("pause", start_on + before * ONE))
        events.append(Event("restart", start_on + (before + pause) * ONE))
    if more:
        events.append(Event("extend", start_on, count=more))
    limit = Within(count=n, unit="workday")
    true = deadline(limit, events, calendar(), Settings())
    seen = deadline(limit, events, calendar(f"{year - 1}-09-30"), Settings())
    assert seen.earliest <= true.due <= seen.latest
    assert seen.earliest <= seen.due <= seen.latest
    assert seen.certain == (not seen.open)
    assert calendar().is_workday(seen.aim)


@given(st.sampled_from(HIDDEN), st.integers(0, 120), st.integers(1, 60))
def test_a_natural_end_in_a_year_not_known_yet(year: int, offset: int, n: int) -> None:
    start_on = date(year - 1, 10, 1) + offset * ONE
    events = (Event("start", start_on),)
    limit = Within(count=n, unit="day")
    for settings in (Settings(), DECIDED):
        true = deadline(limit, events, calendar(), settings)
        seen = deadline(limit, events, calendar(f"{year - 1}-09-30"), settings)
        assert seen.earliest <= true.earliest <= true.latest <= seen.latest
        assert calendar().is_workday(seen.aim)


def test_days_before_an_event_in_a_year_not_known_yet() -> None:
    limit = Within(count=5, unit="workday", direction="before")
    seen = deadline(limit, start("2027-02-16"), calendar(), Settings())
    assert seen.earliest < seen.latest
    assert seen.due == seen.earliest
    assert not seen.certain


def test_a_workspace_may_count_the_day_that_starts() -> None:
    counted = Settings(trigger_day="计入")
    limit = Within(count=20, unit="workday")
    assert deadline(limit, start("2024-06-27"), calendar(), counted).due == day("2024-07-24")
    rest = deadline(limit, start("2024-06-29"), calendar(), counted).due
    assert rest == deadline(limit, start("2024-06-29"), calendar(), Settings()).due
    natural = deadline(Within(count=20, unit="day"), start("2024-06-27"), calendar(), counted)
    assert natural.due == day("2024-07-16")
    numbered = list(
        count_days(deadline(limit, start("2024-06-27"), calendar(), counted), calendar())
    )
    assert (numbered[0].day, numbered[0].number) == (day("2024-06-27"), 1)


def test_the_days_of_a_pause_have_no_number() -> None:
    limit = Within(count=20, unit="workday", trigger="received")
    events = (
        *start("2025-09-15"),
        Event("pause", day("2025-09-22"), "征求第三方意见"),
        Event("restart", day("2025-10-15"), "收到意见"),
    )
    found = deadline(limit, events, calendar(), Settings())
    assert found.trigger == day("2025-09-15")
    ends = [(each.after, each.until, each.why) for each in found.segments]
    assert ends == [
        (day("2025-09-15"), day("2025-09-22"), "计时"),
        (day("2025-09-22"), day("2025-10-15"), "收到意见"),
        (day("2025-10-15"), day("2025-11-05"), "计时"),
    ]
    days = list(count_days(found, calendar()))
    paused = [each for each in days if day("2025-09-22") < each.day <= day("2025-10-15")]
    assert {each.number for each in paused} == {None}
    assert [each.number for each in days if each.number] == list(range(1, 21))


def test_a_pause_that_begins_twice_or_after_the_end_changes_nothing() -> None:
    limit = Within(count=5, unit="workday")
    plain = deadline(limit, start("2025-09-15"), calendar(), Settings()).due
    late = (*start("2025-09-15"), Event("pause", plain), Event("restart", day("2025-10-20")))
    assert deadline(limit, late, calendar(), Settings()).due == plain
    idle = (*start("2025-09-15"), Event("restart", day("2025-09-16")))
    assert deadline(limit, idle, calendar(), Settings()).due == plain
    twice = (
        *start("2025-09-15"),
        Event("pause", day("2025-09-16")),
        Event("pause", day("2025-09-17")),
        Event("restart", day("2025-09-18")),
    )
    once = (twice[0], twice[1], twice[3])
    assert deadline(limit, twice, calendar(), Settings()).due == day("2025-09-24")
    assert deadline(limit, once, calendar(), Settings()).due == day("2025-09-24")


def test_two_extensions_follow_each_other() -> None:
    limit = Within(count=5, unit="workday")
    events = (
        *start("2025-09-15"),
        Event("extend", day("2025-09-16"), count=5),
        Event("extend", day("2025-09-17"), "再延长", count=5),
    )
    found = deadline(limit, events, calendar(), Settings())
    assert [(each.after, each.until, each.count, each.why) for each in found.segments] == [
        (day("2025-09-15"), day("2025-09-22"), 5, "计时"),
        (day("2025-09-22"), day("2025-09-28"), 5, "延长"),
        (day("2025-09-28"), day("2025-10-11"), 5, "再延长"),
    ]


def test_a_pause_of_natural_days() -> None:
    limit = Within(count=20, unit="day")
    events = (
        *start("2025-09-15"),
        Event("pause", day("2025-09-20")),
        Event("restart", day("2025-09-30")),
    )
    found = deadline(limit, events, calendar(), DECIDED)
    assert [each.count for each in found.segments] == [5, 0, 15]
    assert found.due == day("2025-10-15")


@pytest.mark.parametrize(("unit", "due"), [("month", "2025-10-27"), ("year", "2026-09-27")])
def test_a_pause_of_a_month_that_the_workspace_counts_in_days(unit: str, due: str) -> None:
    """30 days from 17 September, or 365, of which the ten of the pause do not count."""
    settings = Settings(month="30日", rest_day_end="不动", chosen=frozenset(("末日遇休息日",)))
    events = (
        *start("2025-09-17"),
        Event("pause", day("2025-09-20")),
        Event("restart", day("2025-09-30")),
    )
    limit = Within(count=1, unit=unit)  # type: ignore[arg-type]
    found = deadline(limit, events, calendar(), settings)
    assert found.segments[-1].until == day(due)


@pytest.mark.parametrize(
    ("settings", "dates"),
    [
        (Settings(), ("2025-03-02", "2025-03-03", "2025-03-03")),
        (DECIDED, ("2025-03-03", "2025-03-03", "2025-03-03")),
        (
            Settings(rest_day_end="不动", chosen=frozenset(("末日遇休息日",))),
            ("2025-03-02", "2025-03-02", "2025-03-02"),
        ),
        (Settings(rest_day_end="不动"), ("2025-03-02", "2025-03-02", "2025-03-03")),
    ],
    ids=["open", "moved", "unmoved", "unmoved but not chosen"],
)
def test_the_end_on_a_rest_day_by_each_reading(
    settings: Settings, dates: tuple[str, str, str]
) -> None:
    found = deadline(Within(count=20, unit="day"), start("2025-02-10"), calendar(), settings)
    assert (found.earliest, found.due, found.latest) == tuple(map(day, dates))
    assert found.certain == (len(set(dates)) == 1)
    assert found.trigger == day("2025-02-10")
    assert [each.until for each in found.segments] == [day("2025-03-02")]
    if not found.certain:
        assert found.open == ("口径“末日遇休息日”未选定：2025-03-02是休息日，顺延则为2025-03-03",)


@pytest.mark.parametrize(
    ("count", "unit", "direction", "due"),
    [
        (2, "year", None, "2026-06-29"),
        (2, "year", "before", "2022-06-27"),
        (3, "month", "before", "2024-03-27"),
        (2, "week", "before", "2024-06-13"),
        (10, "day", "before", "2024-06-17"),
        (25, "hour", "before", "2024-06-26"),
        (48, "hour", "before", "2024-06-25"),
        (1, "workday", "before", "2024-06-26"),
    ],
)
def test_units_in_both_directions(count: int, unit: str, direction: str | None, due: str) -> None:
    limit = Within(count=count, unit=unit, direction=direction)  # type: ignore[arg-type]
    found = deadline(limit, start("2024-06-27"), calendar(), DECIDED)
    assert found.due == day(due)
    assert found.trigger == day("2024-06-27")


def test_hours_of_a_day_and_a_half() -> None:
    found = deadline(Within(count=36, unit="hour"), start("2024-06-24"), calendar(), Settings())
    assert (found.earliest, found.due, found.latest) == (
        day("2024-06-25"),
        day("2024-06-26"),
        day("2024-06-26"),
    )
    assert found.open == ("台账只记到日，按小时计算的时限差一日",)


@pytest.mark.parametrize(
    ("count", "unit", "settings", "end"),
    [
        (2, "week", Settings(week="5个工作日"), "2024-07-11"),
        (1, "week", Settings(week="5个工作日"), "2024-07-04"),
        (1, "month", Settings(month="30日"), "2024-07-27"),
        (6, "month", Settings(month="30日"), "2024-12-24"),
        (1, "year", Settings(month="30日"), "2025-06-27"),
        (1, "month", Settings(week="5个工作日"), "2024-07-27"),
        (2, "week", Settings(month="30日"), "2024-07-11"),
    ],
)
def test_a_workspace_may_count_weeks_and_months_in_its_own_way(
    count: int, unit: str, settings: Settings, end: str
) -> None:
    limit = Within(count=count, unit=unit)  # type: ignore[arg-type]
    assert deadline(limit, start("2024-06-27"), calendar(), settings).earliest == day(end)


def test_a_week_of_working_days_passes_over_a_holiday() -> None:
    week = Settings(week="5个工作日")
    limit = Within(count=1, unit="week")
    assert deadline(limit, start("2024-09-30"), calendar(), week).due == day("2024-10-12")


def test_a_cancelled_clock_falls_due_no_more_until_it_starts_again() -> None:
    limit = Within(count=20, unit="workday")
    cancelled = (*start("2025-09-01"), Event("cancel", day("2025-09-10"), "撤回申请"))
    with pytest.raises(NoDeadline, match="2025-09-10已取消，不再计时：撤回申请"):
        deadline(limit, cancelled, calendar(), Settings())
    again = (*cancelled, *start("2025-09-15"))
    assert deadline(limit, again, calendar(), Settings()).due == day("2025-10-17")


@given(st.sampled_from(HIDDEN), st.integers(0, 120), st.integers(1, 30))
def test_a_plain_count_is_the_interval_of_the_calendar(year: int, offset: int, n: int) -> None:
    after = date(year - 1, 10, 1) + offset * ONE
    seen = calendar(f"{year - 1}-09-30")
    span = seen.deadline(after, n)
    limit = Within(count=n, unit="workday")
    found = deadline(limit, (Event("start", after),), seen, Settings())
    assert (found.earliest, found.due, found.latest) == (span.earliest, span.due, span.latest)
    assert (found.certain, found.open) == (span.certain, span.open)
    assert found.trigger == after
    assert found.counts == "workday"


def test_a_date_that_was_not_counted_has_no_days() -> None:
    from gongkai_cli.limits.deadline import dated

    for settings in (Settings(), Settings(date_on_rest_day="顺延")):
        found = dated(day("2025-01-31"), day("2025-01-01"), calendar(), settings)
        assert (found.trigger, found.open, found.segments) == (day("2025-01-01"), (), ())
        assert list(count_days(found, calendar())) == []


def test_fifty_hours_end_on_the_second_day_or_the_third() -> None:
    found = deadline(Within(count=50, unit="hour"), start("2024-06-24"), calendar(), Settings())
    assert (found.earliest, found.latest) == (day("2024-06-26"), day("2024-06-27"))
    assert found.trigger == day("2024-06-24")
    assert found.segments == ()


def test_a_natural_end_says_why_it_is_open() -> None:
    hidden = calendar("2025-09-30")
    found = deadline(Within(count=20, unit="day"), start("2026-01-27"), hidden, Settings())
    assert found.trigger == day("2026-01-27")
    assert found.open[0].startswith("2026-02-16是休息日") or "末日遇休息日" in found.open[0]
    assert "2026年" in found.open[-1]
    chosen = deadline(Within(count=20, unit="day"), start("2026-01-27"), hidden, DECIDED)
    assert "末日遇休息日" not in "".join(chosen.open)
    assert "2026年" in "".join(chosen.open)


def test_a_natural_end_on_a_day_that_may_rest_says_so() -> None:
    found = deadline(Within(count=20, unit="day"), start("2027-01-15"), calendar(), Settings())
    assert found.earliest == day("2027-02-04") < found.latest
    assert found.open[0] == "2027-02-04是否休息尚未确定；口径“末日遇休息日”未选定"


def test_a_year_of_365_days_is_a_day_short_in_a_leap_year() -> None:
    limit = Within(count=2, unit="year")
    found = deadline(limit, start("2023-06-27"), calendar(), Settings(month="30日"))
    assert found.earliest == day("2025-06-26")


def test_before_an_event_the_earlier_day_counts_on_no_open_day() -> None:
    """Between 4 and 14 February 2027 nothing but the statutory days is settled."""
    limit = Within(count=2, unit="workday", direction="before")
    found = deadline(limit, start("2027-02-15"), calendar(), Settings())
    sure = [
        each for each in (0, 1, 2, 3, 4) if calendar().prospect(found.earliest + each * ONE).works
    ]
    assert sure[:2] == [0, 1]
    assert calendar().prospect(found.latest).works is None
    assert found.latest == day("2027-02-13")
    assert found.open == ("放假通知尚未印发，工作日数未定",)
    assert found.segments == ()
