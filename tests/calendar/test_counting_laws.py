"""What holds for every count, whatever the notices say."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.calendar import WorkCalendar, YearNotices, load_calendar
from gongkai_cli.calendar.notices import MakeUp, Notice, Rest

CALENDAR = load_calendar()
days = st.dates(date(2004, 1, 1), date(2025, 12, 31))
numbers = st.integers(1, 80)
steps = st.integers(0, 60).map(lambda number: timedelta(days=number))


@given(days, numbers)
def test_the_result_is_a_working_day_after_the_trigger(day: date, n: int) -> None:
    due = CALENDAR.add(day, n)
    assert due > day
    assert CALENDAR.is_workday(due)


@given(days, steps, numbers)
def test_a_later_trigger_never_ends_earlier(day: date, later: timedelta, n: int) -> None:
    assert CALENDAR.add(day, n) <= CALENDAR.add(day + later, n)


@given(days, numbers, numbers)
def test_more_days_end_later(day: date, n: int, more: int) -> None:
    assert CALENDAR.add(day, n) < CALENDAR.add(day, n + more)


@given(days, numbers, numbers)
def test_counts_join(day: date, n: int, more: int) -> None:
    assert CALENDAR.add(CALENDAR.add(day, n), more) == CALENDAR.add(day, n + more)


@given(days, numbers)
def test_a_count_leads_back(day: date, n: int) -> None:
    assert CALENDAR.count(day, CALENDAR.add(day, n)) == n


@given(days, steps, steps)
def test_counts_add_up(day: date, first: timedelta, second: timedelta) -> None:
    middle, end = day + first, day + first + second
    assert CALENDAR.count(day, end) == CALENDAR.count(day, middle) + CALENDAR.count(middle, end)


@given(days.filter(lambda day: day > date(2004, 1, 5)), numbers)
def test_a_rest_day_counts_as_the_working_day_before_it(day: date, n: int) -> None:
    assert CALENDAR.add(day, n) == CALENDAR.add(CALENDAR.last_workday_on_or_before(day), n)


@given(days, numbers)
def test_the_deadline_is_certain_where_the_years_are_known(day: date, n: int) -> None:
    span = CALENDAR.deadline(day, n)
    assert span.due == span.earliest == span.latest == CALENDAR.add(day, n)
    assert span.certain
    assert span.open == ()


@given(st.lists(days.filter(lambda day: day.year < 2025), min_size=1, max_size=6), numbers)
def test_the_order_of_questions_does_not_matter(asked: list[date], n: int) -> None:
    """Years are read in whatever order the questions come."""
    fresh = load_calendar()
    for day in asked:
        assert fresh.add(day, n) == CALENDAR.add(day, n)
        assert fresh.count(min(asked), day) == CALENDAR.count(min(asked), day)
        assert fresh.reason(day) == CALENDAR.reason(day)


@st.composite
def arrangements(draw: st.DrawFn) -> YearNotices:
    """A year 2031 with any rest days and make-up days."""
    first = date(2030, 12, 1)
    offsets = draw(st.lists(st.integers(31, 395), unique=True, max_size=40))
    named = [first + timedelta(days=number) for number in offsets]
    split = draw(st.integers(0, len(named)))
    rests: tuple[Rest, ...] = (Rest("元旦", date(2031, 1, 1), date(2031, 1, 1)),)
    rests += tuple(Rest("节日", day, day) for day in named[:split])
    works = tuple(MakeUp(day) for day in named[split:] if day != date(2031, 1, 1))
    notice = Notice(number="甲", issued=date(2030, 11, 20), rests=rests, make_ups=works)
    return YearNotices(2031, (notice,))


@given(arrangements(), st.dates(date(2031, 1, 1), date(2031, 6, 30)), numbers)
def test_any_arrangement_is_counted_day_by_day(year: YearNotices, day: date, n: int) -> None:
    calendar = WorkCalendar(lambda asked: year if asked == 2031 else None)
    resting = {rest.first for rest in year.notices[0].rests}
    working = {each.day for each in year.notices[0].make_ups}
    due, left = day, n
    while left and due.year == 2031:
        due += timedelta(days=1)
        left -= due in working or (due not in resting and due.isoweekday() <= 5)
    if due.year == 2031:
        assert calendar.add(day, n) == due
        assert calendar.count(day, due) == n
