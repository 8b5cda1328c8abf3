"""What holds for every interval, whatever the years without notice will bring."""

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai_cli.calendar import WorkCalendar, YearNotAnnounced, YearNotices, load_calendar
from gongkai_cli.calendar.announcing import YearOutOfReach
from gongkai_cli.calendar.notices import MakeUp, Notice, Rest
from gongkai_cli.calendar.provisional.law_yaml import holiday_law
from gongkai_cli.calendar.year_files import read_year

from .until import shipped_until

DAY = timedelta(days=1)
CALENDAR = shipped_until(2026)
WITHOUT_2026 = load_calendar(known_on=date(2025, 10, 31))
WITH_2026 = load_calendar(known_on=date(2025, 11, 4))

days = st.dates(date(2026, 9, 1), date(2037, 12, 31))
early_days = st.dates(date(2026, 9, 1), date(2028, 12, 31))
numbers = st.integers(1, 120)
steps = st.integers(0, 90).map(lambda number: number * DAY)


@given(days, numbers)
def test_the_three_days_are_in_order(day: date, n: int) -> None:
    span = CALENDAR.deadline(day, n)
    assert day < span.earliest <= span.due <= span.latest
    assert span.latest - span.earliest <= 21 * DAY


@given(days, steps, numbers)
def test_a_later_trigger_never_ends_earlier(day: date, later: timedelta, n: int) -> None:
    one, other = CALENDAR.deadline(day, n), CALENDAR.deadline(day + later, n)
    assert one.earliest <= other.earliest
    assert one.due <= other.due
    assert one.latest <= other.latest


@given(days, numbers, numbers)
def test_more_days_end_later(day: date, n: int, more: int) -> None:
    one, other = CALENDAR.deadline(day, n), CALENDAR.deadline(day, n + more)
    assert one.earliest < other.earliest
    assert one.due < other.due
    assert one.latest < other.latest


@given(days, numbers)
def test_counting_is_the_inverse_of_adding(day: date, n: int) -> None:
    """On the earliest day ``n`` may have been reached and not before, on the latest it is."""
    span = CALENDAR.deadline(day, n)
    assert CALENDAR.count_span(day, span.earliest).most >= n
    assert CALENDAR.count_span(day, span.earliest - DAY).most < n
    assert CALENDAR.count_span(day, span.latest).fewest >= n
    assert CALENDAR.count_span(day, span.latest - DAY).fewest < n
    assert CALENDAR.count_span(day, span.due).workdays == n


@given(days, steps, steps)
def test_bounds_of_joined_counts(day: date, first: timedelta, second: timedelta) -> None:
    middle, end = day + first, day + first + second
    whole = CALENDAR.count_span(day, end)
    parts = CALENDAR.count_span(day, middle), CALENDAR.count_span(middle, end)
    assert sum(part.fewest for part in parts) <= whole.fewest <= whole.workdays
    assert whole.workdays == sum(part.workdays for part in parts)
    assert whole.workdays <= whole.most <= sum(part.most for part in parts)


@given(st.dates(date(2026, 9, 1), date(2026, 12, 24)), numbers)
def test_certain_where_the_count_ends_before_any_open_day(day: date, n: int) -> None:
    span = CALENDAR.deadline(day, n)
    assert span.certain is (span.latest <= date(2026, 12, 25))
    if span.certain:
        assert span.earliest == span.due == span.latest == CALENDAR.add(day, n)
        assert span.open == ()
    else:
        assert "2027年" in span.open[0]


def test_a_count_of_days_is_certain_until_it_takes_in_an_open_one() -> None:
    """The first day of 2026 that the notice for 2027 may change is 26 December, a Saturday."""
    for number in range(31):
        until = date(2026, 12, 1) + number * DAY
        for after in (date(2026, 11, 27), until - DAY):
            counted = CALENDAR.count_span(after, until)
            assert counted.certain is (until <= date(2026, 12, 25)), until
            assert "".join(counted.open).startswith("2027年") is not counted.certain


@pytest.mark.parametrize("year", [2026, 2027])
def test_the_first_day_of_a_december_is_counted_whatever_was_asked_before(year: int) -> None:
    """A Tuesday and a Wednesday."""
    counted = shipped_until(2026).count_span(date(year, 11, 30), date(year, 12, 1))
    assert counted.fewest == counted.workdays == counted.most == 1


def test_the_years_that_are_lacking_are_those_whose_days_are_counted() -> None:
    """The last day of 2027, a Friday, is of that year; the days after it are not."""
    for day, years in ((30, "2027年至2028年"), (31, "2028年")):
        (lacking,) = CALENDAR.deadline(date(2027, 12, day), 20).open
        assert lacking.startswith(f"{years}放假通知尚未印发")


@given(st.dates(date(2025, 9, 1), date(2026, 11, 30)), st.integers(1, 60))
def test_it_closes_inside_when_the_notice_is_out(day: date, n: int) -> None:
    before, after = WITHOUT_2026.deadline(day, n), WITH_2026.deadline(day, n)
    assume(after.certain)
    assert after.earliest == after.latest == WITH_2026.add(day, n)
    assert before.earliest <= after.due <= before.latest


@settings(max_examples=25)
@given(early_days, st.lists(st.tuples(early_days, numbers), max_size=5), numbers)
def test_the_order_of_questions_does_not_matter(
    day: date, before: list[tuple[date, int]], n: int
) -> None:
    fresh = shipped_until(2026)
    for asked, number in before:
        fresh.deadline(asked, number)
    assert fresh.deadline(day, n) == CALENDAR.deadline(day, n)


@given(days)
def test_the_last_sure_workday(day: date) -> None:
    """It surely works, and between it and the day no day surely does."""
    last = CALENDAR.last_workday_on_or_before(day)
    assert CALENDAR.prospect(last).works is True
    while last < day:
        last += DAY
        assert CALENDAR.prospect(last).works is not True


def test_a_day_is_counted_as_it_is_foreseen() -> None:
    for number in range(365 * 5):
        day = date(2026, 12, 1) + number * DAY
        counted, seen = CALENDAR.count_span(day - DAY, day), CALENDAR.prospect(day)
        assert (counted.fewest, counted.most) == {
            True: (1, 1),
            False: (0, 0),
            None: (0, 1),
        }[seen.works], day
        assert counted.workdays == seen.likely


def test_the_days_that_are_off_for_all_by_law_surely_rest() -> None:
    law = holiday_law()
    for year in range(2027, 2041):
        for holiday in law.holidays(year):
            for day in holiday.days:
                assert CALENDAR.prospect(day).works is False, day


@pytest.mark.parametrize("year", range(2027, 2041))
def test_no_two_counts_of_other_length_end_on_one_day(year: int) -> None:
    """Where the autumn holidays may exchange the same weekend day, it is counted once."""
    for trigger in (date(year, 8, 31), date(year, 9, 15)):
        spans = [CALENDAR.deadline(trigger, n) for n in range(1, 45)]
        for one, other in pairwise(spans):
            assert one.earliest < other.earliest
            assert one.due < other.due
            assert one.latest < other.latest


def test_what_is_open_is_said_in_words() -> None:
    assert CALENDAR.deadline(date(2026, 12, 10), 20).open == (
        "2027年放假通知尚未印发（一般在2026年10月25日至12月8日之间印发），按历年规律推算的区间",
    )
    assert CALENDAR.deadline(date(2026, 12, 10), 300).open == (
        "2027年至2028年放假通知尚未印发（一般在前一年10月25日至12月8日之间印发），"
        "按历年规律推算的区间",
    )
    known = load_calendar(known_on=date(2024, 9, 30))
    (lacking,) = known.deadline(date(2024, 12, 20), 20).open
    assert lacking.startswith("截至2024-09-30，2025年放假通知尚未印发")
    assert known.count_span(date(2024, 12, 20), date(2025, 1, 20)).open == (lacking,)


def test_a_single_day_of_a_year_without_notice_is_not_certain() -> None:
    span = CALENDAR.deadline(date(2027, 7, 1), 20)
    assert span.earliest == span.latest == date(2027, 7, 29)
    assert not span.certain


@pytest.mark.parametrize(
    ("day", "n", "year"),
    [
        (date(2003, 12, 1), 5, 2003),
        (date(2041, 1, 2), 5, 2041),
        (date(2040, 12, 20), 5, 2041),
        (date(2026, 12, 20), 10**6, 2041),
        (date(9999, 12, 30), 1, 9999),
    ],
)
def test_years_that_no_table_reaches_are_refused(day: date, n: int, year: int) -> None:
    with pytest.raises(YearOutOfReach, match=f"没有{year}年的放假通知.*推算不到.*从2004年到2040年"):
        CALENDAR.deadline(day, n)


def test_the_last_day_that_the_tables_reach_is_given() -> None:
    """30 November 2040, a Friday: the next December belongs to the notice for 2041."""
    last = CALENDAR.deadline(date(2040, 11, 1), 21)
    assert (last.earliest, last.due, last.latest) == (date(2040, 11, 30),) * 3
    with pytest.raises(YearOutOfReach, match="2041年"):
        CALENDAR.deadline(date(2040, 11, 1), 22)


def test_a_count_that_ends_before_the_open_days_is_certain_whatever_was_asked_before() -> None:
    """19 working days lie between 3 and 30 November 2025, a Sunday; the last is the 28th."""
    calendar = load_calendar(known_on=date(2025, 9, 30))
    assert not calendar.deadline(date(2025, 12, 20), 20).certain
    span = calendar.deadline(date(2025, 11, 3), 19)
    assert (span.earliest, span.due, span.latest) == (date(2025, 11, 28),) * 3
    assert span.certain


def test_what_has_no_meaning_is_refused_in_any_year() -> None:
    for _ in range(2):
        with pytest.raises(ValueError, match="不小于 1 的整数，写的是 0"):
            CALENDAR.deadline(date(2027, 7, 1), 0)
        with pytest.raises(ValueError, match="早于起日"):
            CALENDAR.count_span(date(2027, 7, 2), date(2027, 7, 1))
        CALENDAR.deadline(date(2027, 7, 1), 1)


def test_a_count_may_start_on_the_last_day_that_no_table_has() -> None:
    before = date(2003, 12, 31)
    assert CALENDAR.deadline(before, 20).due == CALENDAR.add(before, 20)
    until = CALENDAR.count_span(before, date(2026, 12, 31))
    from_2026 = CALENDAR.count_span(date(2025, 12, 31), date(2026, 12, 31))
    known = CALENDAR.count(before, date(2025, 12, 31))
    assert (until.fewest, until.most) == (known + from_2026.fewest, known + from_2026.most)


ASKED = """
import sys
from datetime import date
from gongkai_cli.calendar import load_calendar
load_calendar().deadline(date(2024, 6, 27), 20)
load_calendar().count_span(date(2023, 12, 29), date(2024, 11, 30))
print([name for name in sys.modules if "provisional" in name])
"""


def test_a_count_of_known_days_does_not_load_what_looks_ahead() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_no_days_are_no_working_days() -> None:
    same = CALENDAR.count_span(date(2027, 2, 4), date(2027, 2, 4))
    assert (same.fewest, same.workdays, same.most) == (0, 0, 0)


def shipped_and(*more: YearNotices, until: int = 2026) -> WorkCalendar:
    own = {each.year: each for each in more}

    def read(year: int) -> YearNotices | None:
        return own.get(year) or (read_year(year)[0] if year <= until else None)

    return WorkCalendar(read)


def rest(first: date, last: date, name: str) -> tuple[Rest, ...]:
    return (Rest(name, first, last),)


def test_a_local_day_off_counts_before_the_year_is_announced() -> None:
    """三月三 of 2027, 9 April, in a region that has it off: a Friday that surely rests."""
    day = date(2027, 4, 9)
    notice = Notice(
        number="本地1号", issued=date(2026, 11, 1), rests=rest(day, day, "三月三"), added=True
    )
    calendar = shipped_and(YearNotices(2027, (notice,)))
    assert calendar.prospect(day).works is False
    assert calendar.deadline(day - DAY, 1).earliest == date(2027, 4, 10)
    assert CALENDAR.deadline(day - DAY, 1).earliest == day
    whole = date(2027, 3, 1), date(2027, 4, 30)
    plain, local = CALENDAR.count_span(*whole), calendar.count_span(*whole)
    assert (local.fewest, local.most) == (plain.fewest - 1, plain.most - 1)


def test_a_local_day_off_far_from_any_holiday_is_foreseen() -> None:
    """7 July 2027, a Wednesday."""
    day = date(2027, 7, 7)
    notice = Notice(
        number="本地1号", issued=date(2026, 11, 1), rests=rest(day, day, "甲"), added=True
    )
    calendar = shipped_and(YearNotices(2027, (notice,)))
    assert CALENDAR.prospect(day).works is True
    assert (calendar.prospect(day).works, calendar.prospect(day).likely) == (False, False)
    counted = calendar.count_span(day - DAY, day)
    assert counted.fewest == counted.workdays == counted.most == 0
    calendar.deadline(date(2029, 7, 2), 20)
    assert calendar.prospect(day).works is False


@pytest.mark.parametrize("day", [date(2025, 12, 10), date(2026, 12, 9)])
def test_a_day_off_in_december_counts_from_before_it_into_an_open_year(day: date) -> None:
    """A Wednesday that a notice of its own year names."""
    notice = Notice(number="本地1号", issued=day - 20 * DAY, rests=rest(day, day, "甲"), added=True)
    year = read_year(day.year)[0]
    assert year is not None
    calendar = shipped_and(YearNotices(day.year, (*year.notices, notice)))
    whole = date(2025, 12, 1), date(2027, 7, 1)
    plain, local = CALENDAR.count_span(*whole), calendar.count_span(*whole)
    assert (local.fewest, local.workdays, local.most) == (
        plain.fewest - 1,
        plain.workdays - 1,
        plain.most - 1,
    )
    assert calendar.prospect(day).works is False


def test_a_local_day_that_some_arrangement_would_change_is_what_its_notice_says() -> None:
    """The Tuesday after 清明 of 2027 off, the Saturday after it worked, both by a local notice."""
    off, worked = date(2027, 4, 6), date(2027, 4, 10)
    notice = Notice(
        number="本地1号",
        issued=date(2026, 11, 1),
        rests=rest(off, off, "三月三"),
        make_ups=(MakeUp(worked),),
        added=True,
    )
    calendar = shipped_and(YearNotices(2027, (notice,)))
    for day, works in ((off, False), (worked, True)):
        assert CALENDAR.prospect(day).works is None
        assert calendar.prospect(day).works is works
        counted = calendar.count_span(day - DAY, day)
        assert counted.fewest == counted.most == works


def test_a_year_announced_after_one_that_is_not() -> None:
    """A gap: 2027 is open, 2028 is known, days of December 2027 that its notice names included."""
    rests = (
        *rest(date(2027, 12, 31), date(2028, 1, 2), "元旦"),
        *rest(date(2028, 10, 1), date(2028, 10, 8), "国庆节"),
    )
    make_ups = (MakeUp(date(2027, 12, 26)),)
    notice = Notice(number="甲", issued=date(2027, 11, 20), rests=rests, make_ups=make_ups)
    calendar = shipped_and(YearNotices(2028, (notice,)))
    assert calendar.deadline(date(2028, 1, 31), 10).certain
    assert calendar.deadline(date(2027, 12, 31), 1).due == date(2028, 1, 3)
    assert calendar.deadline(date(2027, 12, 31), 1).certain
    over = calendar.deadline(date(2027, 12, 20), 10)
    assert (over.earliest, over.latest) == (date(2028, 1, 3), date(2028, 1, 3))
    assert not over.certain
    across = calendar.count_span(date(2026, 11, 30), date(2028, 11, 30))
    alone = calendar.count_span(date(2027, 11, 30), date(2028, 11, 30))
    year = CALENDAR.count_span(date(2026, 11, 30), date(2027, 11, 30))
    assert across.fewest == year.fewest + alone.fewest
    assert alone.fewest == alone.most
    assert calendar.add(date(2028, 1, 31), 10) == date(2028, 2, 14)
    with pytest.raises(YearNotAnnounced, match="2027年"):
        calendar.add(date(2027, 6, 1), 1)


def test_odd_notices_of_a_workspace_leave_an_interval() -> None:
    """Rests longer than any pattern bound nothing, and break nothing."""
    rests = (
        *rest(date(2026, 1, 1), date(2026, 1, 1), "元旦"),
        *rest(date(2026, 9, 20), date(2026, 10, 20), "国庆节"),
        *rest(date(2026, 2, 10), date(2026, 3, 20), "春节"),
    )
    notice = Notice(number="甲", issued=date(2025, 11, 20), rests=rests)
    odd = YearNotices(2026, (notice,))
    calendar = WorkCalendar(lambda year: odd if year == 2026 else None)
    span = calendar.deadline(date(2026, 12, 20), 60)
    assert span.earliest <= span.due <= span.latest


def test_a_rest_shorter_than_the_law_gives_leaves_an_interval_too() -> None:
    rests = (
        *rest(date(2026, 1, 1), date(2026, 1, 1), "元旦"),
        *rest(date(2026, 10, 1), date(2026, 10, 1), "国庆节"),
        *rest(date(2026, 2, 17), date(2026, 2, 17), "春节"),
    )
    make_ups = tuple(MakeUp(date(2026, 10, day)) for day in (2, 3))
    notice = Notice(number="甲", issued=date(2025, 11, 20), rests=rests, make_ups=make_ups)
    odd = YearNotices(2026, (notice,))
    calendar = WorkCalendar(lambda year: odd if year == 2026 else None)
    span = calendar.deadline(date(2027, 9, 20), 15)
    assert span.earliest <= span.due <= span.latest
