"""The law and the habits in ``holiday_law.yaml``, and what is learnt from the notices."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from gongkai_cli.calendar import YearNotices
from gongkai_cli.calendar.notices import MakeUp, Notice, Rest
from gongkai_cli.calendar.provisional.blocks import Block, choices
from gongkai_cli.calendar.provisional.law import HolidayLaw
from gongkai_cli.calendar.provisional.law_yaml import holiday_law
from gongkai_cli.calendar.provisional.seen import SeenRest, lengths, seen_rests
from gongkai_cli.calendar.year_files import read_year

from .day_walk import rows

LAW = holiday_law()
LUNATION = 29.530588861
DAY = timedelta(days=1)


def shipped(first: int, last: int) -> list[YearNotices]:
    return [notices for year in range(first, last + 1) if (notices := read_year(year)[0])]


def seen(first: int = 2004, last: int = 2026) -> dict[tuple[str, int], list[int]]:
    found: dict[tuple[str, int], list[int]] = {}
    for each in seen_rests(LAW, shipped(first, last)):
        found.setdefault((each.holiday, each.statutory), []).append(each.days)
    return {key: sorted(days) for key, days in found.items()}


def test_the_days_off_for_all_are_as_many_as_the_decrees_give() -> None:
    """10 by 国务院令第270号, 11 by 第513号 and 第644号, 13 by 第795号."""
    for year in LAW.years:
        total = sum(len(each.days) for each in LAW.holidays(year))
        assert total == (10 if year < 2008 else 11 if year < 2025 else 13), year


@pytest.mark.parametrize("row", rows("notices.csv"), ids=lambda row: row["number"])
def test_the_law_in_force_is_that_of_the_year(row: dict[str, str]) -> None:
    """Every day that it gives rests by the year's notice."""
    if "部分节假日" in row["title"]:
        notices = read_year(int(row["year"]))[0]
        assert notices is not None
        resting = [(each.first, each.last) for each in notices.notices[0].rests]
        for holiday in LAW.holidays(int(row["year"])):
            for day in holiday.days:
                assert any(first <= day <= last for first, last in resting), (holiday.name, day)


def test_decrees_are_known_by_the_day_they_come_into_force() -> None:
    for before, after in zip(LAW.decrees, LAW.decrees[1:], strict=False):
        assert before.in_force < after.in_force
        assert LAW.decree(after.in_force.year) == after
        assert LAW.decree(after.in_force.year - 1) == before
    assert all(each.promulgated <= each.in_force for each in LAW.decrees)


def test_the_moving_days_fall_on_their_day_of_a_moon() -> None:
    """端午 is the fifth day of a month, 中秋 the fifteenth; months begin with the new moon."""
    first = LAW.moving_days[2004]["初一"]
    for year in LAW.years:
        days = LAW.moving_days[year]
        assert days["初一"] - days["除夕"] == DAY
        assert days["清明"] in (date(year, 4, 4), date(year, 4, 5))
        assert date(year, 1, 21) <= days["初一"] <= date(year, 2, 20)
        for begin in (days["初一"], days["端午"] - 4 * DAY, days["中秋"] - 14 * DAY):
            moons = (begin - first).days / LUNATION
            assert abs(moons - round(moons)) * LUNATION < 1.2, (year, begin)
        months = ((days["中秋"] - days["端午"]).days - 10) / LUNATION
        assert round(months) in (3, 4)


def test_the_lengths_that_the_notices_gave() -> None:
    """As they stand in the study of all notices."""
    assert seen(2008) == {
        ("元旦", 1): [1, 3],
        ("春节", 3): [7, 8],
        ("春节", 4): [8, 9],
        ("清明节", 1): [1, 3],
        ("劳动节", 1): [1, 3, 4, 5],
        ("劳动节", 2): [5],
        ("端午节", 1): [3],
        ("中秋节", 1): [2, 3],
        ("国庆节", 3): [7],
        ("中秋节和国庆节", 4): [8],
    }
    assert seen(2004, 2007)["劳动节", 3] == [7]


def test_a_rest_lengthened_while_it_runs_teaches_nothing() -> None:
    """The Spring Festival of 2020 had ten days in the end."""
    assert 10 not in seen(2020, 2020)["春节", 3]
    assert seen(2019, 2019)["劳动节", 1] == [1, 4]


BOUNDS_FOR_2027 = {
    "元旦": (1, 4),
    "春节": (6, 10),
    "清明节": (1, 4),
    "劳动节": (1, 6),
    "端午节": (1, 4),
    "中秋节": (1, 4),
    "国庆节": (6, 8),
}


def bounds(year: int, learnt: tuple[SeenRest, ...]) -> dict[str, tuple[int, int]]:
    return {
        block.name: (block.shortest, block.longest)
        for choice in choices(LAW, year, learnt)
        for division in choice
        for block in division
    }


def test_the_bounds_for_2027() -> None:
    learnt = seen_rests(LAW, shipped(2004, 2026))
    assert bounds(2027, learnt) == BOUNDS_FOR_2027
    assert bounds(2028, learnt)["中秋节和国庆节"] == (7, 9)


def test_a_new_notice_widens_the_bounds_by_itself() -> None:
    rests = (Rest("元旦", date(2027, 1, 1), date(2027, 1, 5)),)
    notice = Notice(number="甲", issued=date(2026, 11, 20), rests=rests, make_ups=(), added=True)
    learnt = seen_rests(LAW, [*shipped(2004, 2026), YearNotices(2027, (notice,))])
    assert bounds(2028, learnt)["元旦"] == (1, 6)


def test_a_day_off_of_one_region_teaches_nothing() -> None:
    """Even where it touches a holiday: 清明 of 2025 with 7 and 8 April joined to it."""
    own = Notice(
        number="本地1号",
        issued=date(2025, 1, 10),
        rests=(Rest("三月三", date(2025, 4, 7), date(2025, 4, 8)),),
        make_ups=(MakeUp(date(2025, 4, 12)),),
        added=True,
    )
    (year,) = shipped(2025, 2025)
    with_own = YearNotices(2025, (*year.notices, own))
    assert seen_rests(LAW, [with_own]) == seen_rests(LAW, [year])


def test_a_notice_after_a_day_off_of_one_region_teaches_all_the_same() -> None:
    regional = Notice(
        number="本地1号",
        issued=date(2025, 1, 10),
        rests=(Rest("三月三", date(2025, 4, 7), date(2025, 4, 8)),),
        added=True,
    )
    change = Notice(
        number="本地2号",
        issued=date(2025, 2, 10),
        rests=(Rest("劳动节", date(2025, 5, 1), date(2025, 5, 7)),),
        added=True,
    )
    (year,) = shipped(2025, 2025)
    learnt = seen_rests(LAW, [YearNotices(2025, (*year.notices, regional, change))])
    assert SeenRest("劳动节", 2, 7) in learnt


@pytest.mark.parametrize(
    ("holiday", "statutory", "learnt", "expected"),
    [
        ("劳动节", 1, (SeenRest("劳动节", 3, 7),), (1, 4)),
        ("劳动节", 3, (SeenRest("劳动节", 3, 7),), (1, 8)),
        ("中秋节和国庆节", 4, (SeenRest("国庆节", 3, 7),), (7, 9)),
        (
            "中秋节和国庆节",
            4,
            (SeenRest("国庆节", 3, 7), SeenRest("中秋节和国庆节", 4, 9)),
            (8, 10),
        ),
        ("清明节", 1, (), (1, 4)),
        ("春节", 3, (), (2, 6)),
        ("春节", 3, (SeenRest("春节", 3, 2),), (1, 3)),
    ],
)
def test_what_bounds_a_holiday_never_seen_like_this(
    holiday: str, statutory: int, learnt: tuple[SeenRest, ...], expected: tuple[int, int]
) -> None:
    assert lengths(LAW, learnt, holiday, statutory) == expected


def test_a_change_on_the_day_that_the_rest_begins_teaches_nothing() -> None:
    def change(issued: date) -> YearNotices:
        rests = (Rest("劳动节", date(2025, 5, 1), date(2025, 5, 7)),)
        notice = Notice(number="本地2号", issued=issued, rests=rests, added=True)
        return YearNotices(2025, (*year.notices, notice))

    (year,) = shipped(2025, 2025)
    longer = SeenRest("劳动节", 2, 7)
    assert longer not in seen_rests(LAW, [change(date(2025, 5, 1))])
    assert longer in seen_rests(LAW, [change(date(2025, 4, 30))])


def test_the_autumn_holidays_two_days_apart_are_likelier_two() -> None:
    """No year of the tables has 中秋 on 28 September; the law says what holds then."""
    days = {**LAW.moving_days[2027], "中秋": date(2027, 9, 28)}
    law = replace(LAW, moving_days={2027: days})
    found = [
        [[block.name for block in division] for division in choice]
        for choice in choices(law, 2027, ())
        if any(LAW.neighbours.name in {block.name for block in each} for each in choice)
    ]
    assert found == [[["中秋节", "国庆节"], ["中秋节和国庆节"]]]


def divisions(year: int) -> list[list[tuple[str, int, int, int]]]:
    """How the autumn holidays of a year may be divided: name, days owed, reach of days worked."""
    learnt = seen_rests(LAW, shipped(2004, 2026))
    pair = set(LAW.neighbours.pair) | {LAW.neighbours.name}

    def told(block: Block) -> tuple[str, int, int, int]:
        return block.name, block.owed, block.before, block.after

    return [
        [told(block) for block in division]
        for choice in choices(LAW, year, learnt)
        for division in choice
        if {block.name for block in division} <= pair
    ]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        # 中秋 on 15 September, a Wednesday: two holidays
        (2027, [[("中秋节", 1, 2, 2), ("国庆节", 3, 2, 2)]]),
        # on 3 October: one
        (2028, [[("中秋节和国庆节", 4, 2, 2)]]),
        # on Saturday 22 September: two, or made up inside 国庆
        (2029, [[("中秋节", 1, 2, 4), ("国庆节", 3, 4, 2)], [("国庆节", 4, 4, 2)]]),
        # on 1 October itself
        (2031, [[("中秋节和国庆节", 4, 2, 2)]]),
        # on Thursday 24 September: two, with the weekend of the other skipped
        (2037, [[("中秋节", 1, 2, 4), ("国庆节", 3, 4, 2)]]),
        # on Friday 29 September: one, or two
        (2023, [[("中秋节和国庆节", 4, 2, 2)], [("中秋节", 1, 2, 4), ("国庆节", 3, 4, 2)]]),
        # on Sunday 30 September: all three
        (
            2012,
            [
                [("中秋节和国庆节", 4, 2, 2)],
                [("中秋节", 1, 2, 4), ("国庆节", 3, 4, 2)],
                [("国庆节", 4, 4, 2)],
            ],
        ),
        # before 2008 中秋 was no day off
        (2006, [[("国庆节", 3, 2, 2)]]),
    ],
)
def test_the_autumn_holidays(year: int, expected: list[list[tuple[str, int, int, int]]]) -> None:
    assert divisions(year) == expected


def test_habits_hold_from_a_year_on() -> None:
    def rest(law: HolidayLaw, holiday: str, first: date) -> str:
        habit = law.habit(holiday, first.year)
        assert habit is not None
        days = habit.rest(first)
        return f"{days[0]:%m-%d} {days[-1]:%m-%d}"

    assert rest(LAW, "劳动节", date(2007, 5, 1)) == "05-01 05-07"
    assert rest(LAW, "劳动节", date(2018, 5, 1)) == "04-29 05-01"
    assert rest(LAW, "劳动节", date(2023, 5, 1)) == "04-29 05-03"
    assert rest(LAW, "春节", date(2022, 2, 1)) == "01-31 02-06"
    assert rest(LAW, "春节", date(2026, 2, 16)) == "02-15 02-23"
    assert LAW.habit("三月三", 2027) is None
    assert LAW.longest_run_of_work(2024) is None
    assert LAW.longest_run_of_work(2025) == 6
    assert LAW.longest_run_of_work(2027) == 6
