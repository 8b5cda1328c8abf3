"""The shipped holiday files against a table of their own and against chinese-calendar."""

from datetime import date, timedelta

import chinese_calendar
import msgspec
import pytest

from gongkai_cli.calendar import Notice, WorkCalendar, YearNotices
from gongkai_cli.calendar.announcing import FIRST_SHIPPED_YEAR, USUALLY_ISSUED
from gongkai_cli.calendar.balance import balance, statutory_days
from gongkai_cli.calendar.cross_check import differences, known_reasons
from gongkai_cli.calendar.year_files import read_year, shipped_years

from .day_walk import NAMED, every_day, rows, works
from .until import shipped_until

RESTATED = {date(2019, 5, 1): "国办发明电〔2019〕3号"}
"""The change of 2019 prints 5月1日至4日, so that it names the first of May once more."""

PER_YEAR = {
    252: (2004,),
    251: (2005, 2006, 2008, 2024),
    250: (2009, 2010, 2011, 2013, 2014, 2016, 2018, 2019, 2021),
    249: (2007, 2012, 2015, 2017, 2020, 2022, 2023),
    248: (2025, 2026),
}
"""Working days a year, alike in three other tables (chinese-calendar has 250 for 2005)."""


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return shipped_until(2026)


def every_notice() -> list[tuple[int, Notice]]:
    years = map(read_shipped, shipped_years())
    return [(year.year, notice) for year in years for notice in year.notices]


def read_shipped(year: int) -> YearNotices:
    notices, problems = read_year(year)
    assert problems == ()
    assert notices is not None
    return notices


def test_every_year_ships() -> None:
    assert shipped_years()[:23] == tuple(range(2004, 2027))
    assert shipped_years()[0] == FIRST_SHIPPED_YEAR


def test_every_day_is_what_the_table_says(calendar: WorkCalendar) -> None:
    for day in every_day():
        assert calendar.is_workday(day) == works(day), day
        assert (calendar.reason(day).notice is not None) == (day in NAMED), day


def test_every_named_day_has_its_holiday_and_notice(calendar: WorkCalendar) -> None:
    for row in rows("days_named.csv"):
        day = date.fromisoformat(row["date"])
        reason = calendar.reason(day)
        assert reason.kind == {"work": "调休上班", "off": "放假"}[row["kind"]]
        assert reason.holiday == row["holiday"]
        assert reason.notice == RESTATED.get(day, row["notice"])


def test_superseded_days_stand_in_their_notice(calendar: WorkCalendar) -> None:
    for row in rows("superseded.csv"):
        day = date.fromisoformat(row["date"])
        first = next(notice for _, notice in every_notice() if notice.number == row["notice"])
        assert (row["kind"] == "work") == (day in [each.day for each in first.make_ups])
        assert calendar.reason(day).notice == row["superseded_by"]


def test_every_notice_is_identified() -> None:
    found = [
        (str(year), each.number, str(each.issued), each.title, each.source, each.second_hand)
        for year, each in every_notice()
    ]
    known = [
        (r["year"], r["number"], r["date"], r["title"], r["url"], r["confidence"] == "S")
        for r in rows("notices.csv")
    ]
    assert found[: len(known)] == known


def test_chinese_calendar_agrees_on_every_day_but_one(calendar: WorkCalendar) -> None:
    different = [d for d in every_day() if calendar.is_workday(d) != chinese_calendar.is_workday(d)]
    assert different == [date(2005, 12, 31)]
    assert set(known_reasons()) == set(different)
    (found,) = differences(calendar, 2005)
    assert (found.ours.day, found.ours.works, found.theirs) == (date(2005, 12, 31), True, False)
    assert found.why is not None
    assert "国办发明电〔2005〕35号" in found.why


@pytest.mark.parametrize(("workdays", "years"), PER_YEAR.items())
def test_working_days_a_year(calendar: WorkCalendar, workdays: int, years: tuple[int, ...]) -> None:
    for year in years:
        assert calendar.count(date(year - 1, 12, 31), date(year, 12, 31)) == workdays


def test_years_of_the_table_are_complete() -> None:
    assert sorted(year for years in PER_YEAR.values() for year in years) == list(range(2004, 2027))


def test_days_off_balance_with_the_statutory_days() -> None:
    for year, notice in every_notice():
        if notice.arranges_year:
            assert balance(notice) == statutory_days(year), notice.number


def test_a_notice_of_each_year_arranges_it() -> None:
    arranged = [year for year, notice in every_notice() if notice.arranges_year]
    assert arranged == list(shipped_years())


def test_when_a_notice_usually_comes_is_computed_from_the_files() -> None:
    issued = {
        year: notice.issued
        for year, notice in every_notice()
        if notice.arranges_year and 2017 <= year <= 2026
    }
    days = sorted((day.month, day.day) for day in issued.values())
    assert (days[0], days[-1]) == USUALLY_ISSUED
    assert all(day.year == year - 1 for year, day in issued.items())


def test_years_survive_msgpack() -> None:
    for year in map(read_shipped, shipped_years()):
        packed = msgspec.msgpack.encode(year)
        assert msgspec.msgpack.decode(packed, type=YearNotices) == year


def test_a_calendar_of_unpacked_years_counts_alike(calendar: WorkCalendar) -> None:
    packed = {y: msgspec.msgpack.encode(read_shipped(y)) for y in shipped_years()}

    def unpack(year: int) -> YearNotices | None:
        if year not in packed:
            return None
        return msgspec.msgpack.decode(packed[year], type=YearNotices)

    unpacked = WorkCalendar(unpack)
    for day in every_day(date(2019, 1, 1), date(2020, 12, 31) - timedelta(days=90)):
        assert unpacked.reason(day) == calendar.reason(day)
        assert unpacked.add(day, 20) == calendar.add(day, 20)
