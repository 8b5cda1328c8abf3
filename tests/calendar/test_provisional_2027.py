"""2027, which has no notice, as computed elsewhere by another program from the same method."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai_cli.calendar.provisional.blocks import choices
from gongkai_cli.calendar.provisional.candidates import candidates
from gongkai_cli.calendar.provisional.law_yaml import holiday_law
from gongkai_cli.calendar.provisional.seen import seen_rests
from gongkai_cli.calendar.year_files import read_year

from .day_walk import NAMED, every_day, rows
from .until import shipped_until

JANUARY, DECEMBER = date(2027, 1, 1), date(2027, 12, 1)
DAY = timedelta(days=1)
CALENDAR = shipped_until(2026)


def dates(text: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(each) for each in text.split())


ARRANGEMENTS: dict[str, list[dict[date, bool]]] = defaultdict(list)
for row in rows("candidates-2027.csv"):
    ARRANGEMENTS[row["holiday"]].append(
        dict.fromkeys(dates(row["off_weekdays"]), False)
        | dict.fromkeys(dates(row["make_up_days"]), True)
    )


def test_the_candidates_are_those_computed_elsewhere() -> None:
    law = holiday_law()
    years = [notices for year in range(2004, 2027) if (notices := read_year(year)[0])]
    found = {
        (
            block.name,
            " ".join(str(date.fromordinal(day)) for day in each.off),
            " ".join(str(date.fromordinal(day)) for day in each.worked),
        )
        for choice in choices(law, 2027, seen_rests(law, years))
        for division in choice
        for block in division
        for each in candidates(block, law.exchange.most)
    }
    expected = [tuple(row.values()) for row in rows("candidates-2027.csv")]
    assert len(expected) == 244
    assert found == set(expected)


@pytest.mark.parametrize(
    "row", rows("provisional-2027.csv"), ids=lambda row: f"{row['trigger']}+{row['n']}"
)
def test_an_interval_computed_elsewhere(row: dict[str, str]) -> None:
    span = CALENDAR.deadline(date.fromisoformat(row["trigger"]), int(row["n"]))
    assert (str(span.earliest), str(span.due), str(span.latest)) == (
        row["earliest"],
        row["best"],
        row["latest"],
    )
    assert span.certain is (row["latest"] <= "2026-12-25")
    assert bool(span.open) is not span.certain


def test_the_interval_is_every_end_that_an_arrangement_gives() -> None:
    """Where a count meets one holiday alone, its arrangements are tried one by one."""
    for holiday, arrangements in ARRANGEMENTS.items():
        if holiday in ("中秋节", "国庆节"):
            continue
        touched = sorted(day for each in arrangements for day in each)
        for trigger in every_day(touched[0] - 5 * DAY, touched[-1]):
            for n in (1, 2, 4, 7):
                ends = {walk(trigger, n, [each]) for each in arrangements}
                span = CALENDAR.deadline(trigger, n)
                assert (span.earliest, span.latest) == (min(ends), max(ends)), (trigger, n)
                assert span.due in ends


@given(
    st.fixed_dictionaries({name: st.sampled_from(each) for name, each in ARRANGEMENTS.items()}),
    st.dates(date(2026, 11, 2), date(2027, 9, 30)),
    st.integers(1, 40),
)
def test_any_arrangement_ends_inside_the_interval(
    chosen: dict[str, dict[date, bool]], trigger: date, n: int
) -> None:
    assume(chosen["中秋节"].keys().isdisjoint(chosen["国庆节"]))
    due = walk(trigger, n, list(chosen.values()))
    assume(due < DECEMBER)
    span = CALENDAR.deadline(trigger, n)
    assert span.earliest <= due <= span.latest
    counted = CALENDAR.count_span(trigger, due)
    assert counted.fewest <= n <= counted.most


def test_the_days_that_surely_rest() -> None:
    resting = [
        str(day)[5:]
        for day in every_day(JANUARY, date(2027, 12, 24))
        if CALENDAR.prospect(day).works is False and day.isoweekday() <= 5
    ]
    assert " ".join(resting) == "01-01 02-05 02-08 04-05 06-09 09-15 10-01"


def test_the_days_that_are_open_are_those_that_only_some_arrangements_change() -> None:
    for day in every_day(date(2026, 12, 1), date(2027, 12, 20)):
        changing = [
            {day in each for each in arrangements} for arrangements in ARRANGEMENTS.values()
        ]
        is_open = {True} not in changing and any(True in each for each in changing)
        assert (CALENDAR.prospect(day).works is None) is is_open, day


def test_the_likeliest_year() -> None:
    """The best guess that goes with the intervals, as it was computed elsewhere."""
    works = "01-31 02-14 05-08 09-26 10-09"
    rests = "01-01 02-05 02-08 02-09 02-10 02-11 02-12 04-05 05-03 05-04 05-05 06-09 09-15 "
    rests += "10-01 10-04 10-05 10-06 10-07"
    likely = {day: CALENDAR.prospect(day).likely for day in every_day(JANUARY, date(2027, 12, 20))}
    assert works == " ".join(
        str(day)[5:] for day, work in likely.items() if work and day.isoweekday() > 5
    )
    assert rests == " ".join(
        str(day)[5:] for day, work in likely.items() if not work and day.isoweekday() <= 5
    )


def test_the_best_guess_lets_nobody_work_more_than_six_days_in_a_row() -> None:
    """As a rule, by article 7 of 全国年节及纪念日放假办法 (2024); in every year of the tables."""
    in_a_row = 0
    for day in every_day(JANUARY, date(2040, 11, 30)):
        in_a_row = in_a_row + 1 if CALENDAR.prospect(day).likely else 0
        assert in_a_row <= 6, day


def test_the_best_guess_works_a_whole_weekend_that_borders_on_the_rest_up_to_six_days() -> None:
    """中秋 of 2029, a Saturday, rests to Monday 24 September; 国庆 from Monday 1 October.

    Both weekend days before 国庆 border on its rest, and with them one works six days in a row.
    """
    autumn = every_day(date(2029, 9, 22), date(2029, 10, 21))
    working = [str(day)[5:] for day in autumn if CALENDAR.prospect(day).likely]
    assert " ".join(working) == (
        "09-25 09-26 09-27 09-28 09-29 09-30 10-08 10-09 10-10 10-11 10-12 "
        "10-15 10-16 10-17 10-18 10-19"
    )


@pytest.mark.parametrize(
    ("day", "works", "holiday"),
    [
        ("2027-01-01", False, "元旦"),
        ("2027-02-04", None, "春节"),
        ("2027-02-07", False, "春节"),
        ("2027-02-14", None, "春节"),
        ("2027-05-02", False, "劳动节"),
        ("2027-07-01", True, None),
        ("2027-07-03", False, None),
    ],
)
def test_what_is_known_of_a_day(day: str, works: bool | None, holiday: str | None) -> None:
    found = CALENDAR.prospect(date.fromisoformat(day))
    assert (found.works, found.holiday, found.notice) == (works, holiday, None)


def test_a_day_is_named_after_a_holiday_that_some_arrangement_has_it_rest_or_work_for() -> None:
    concerned: dict[date, set[str | None]] = defaultdict(set)
    for holiday, arrangements in ARRANGEMENTS.items():
        for each in arrangements:
            for day in (*rest(each), *each):
                concerned[day].add(holiday)
    for day in every_day(date(2026, 12, 1), date(2027, 12, 20)):
        found = CALENDAR.prospect(day)
        if day >= JANUARY or found.works is None:
            assert found.holiday in (concerned.get(day) or {None}), day


def test_a_day_of_an_announced_year_is_what_its_notice_says() -> None:
    found = CALENDAR.prospect(date(2026, 2, 14))
    assert found.day == date(2026, 2, 14)
    assert (found.works, found.likely) == (True, True)
    assert (found.holiday, found.notice) == ("春节", "国办发明电〔2025〕7号")
    assert CALENDAR.prospect(date(2026, 12, 25)).works is True
    assert CALENDAR.prospect(date(2026, 12, 26)).works is None


def rest(arranged: dict[date, bool]) -> list[date]:
    """The days of the rest that an arrangement makes, weekends that it touches included."""
    off = sorted(day for day, works in arranged.items() if not works)
    first, last = off[0], off[-1]
    while rests_on_a_weekend(first - DAY, arranged):
        first -= DAY
    while rests_on_a_weekend(last + DAY, arranged):
        last += DAY
    return list(every_day(first, last))


def rests_on_a_weekend(day: date, arranged: dict[date, bool]) -> bool:
    return day.isoweekday() > 5 and not arranged.get(day, False)


def walk(day: date, n: int, arranged: list[dict[date, bool]]) -> date:
    """The ``n``-th working day after ``day``: the known days to 2026, then these arrangements."""
    while n:
        day += DAY
        works = NAMED.get(day, day.isoweekday() <= 5)
        for each in arranged:
            works = each.get(day, works)
        n -= works
    return day
