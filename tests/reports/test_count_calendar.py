"""A count drawn as months: read back from the drawing, day by day."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.calendar import WorkCalendar, load_calendar
from gongkai_cli.limits import count_days, deadline
from gongkai_cli.model.deadline import Deadline, Event
from gongkai_cli.model.limit import Unit, Within
from gongkai_cli.model.settings import Settings
from gongkai_cli.reports import count_calendar

from ..calendar.day_walk import NAMED
from .measuring import assert_fits, cells

WIDTHS = pytest.mark.parametrize("width", [60, 80, 140])
MONTH = re.compile(r"(\d{4})年(\d{1,2})月(?=\s|$)")
SETTINGS = Settings()
CELL, WEEK, BETWEEN, INDENT = 5, 7, 2, 2


def read_back(lines: list[str]) -> dict[date, tuple[str, int | None]]:
    """Every drawn day with its mark and its number, found by its place in the line."""
    found: dict[date, tuple[str, int | None]] = {}
    for number, line in enumerate(lines):
        if line.startswith("   一"):
            months = [(int(y), int(m)) for y, m in MONTH.findall(lines[number - 1])]
            end = lines.index("", number)
            for place, (year, month) in enumerate(months):
                left = INDENT + place * (CELL * WEEK + BETWEEN)
                rows = [_cells(row, left) for row in lines[number + 1 : end]]
                _read_month(year, month, rows, found)
    return found


def _cells(line: str, left: int) -> list[str]:
    row = cells(line.ljust(200))
    places = range(left, left + CELL * WEEK, CELL)
    return ["".join(row[place : place + CELL]).strip() for place in places]


def _read_month(
    year: int, month: int, rows: list[list[str]], found: dict[date, tuple[str, int | None]]
) -> None:
    week: list[date | None] = []
    for row in rows:
        if any(cell.startswith("(") for cell in row):
            for day, cell in zip(week, row, strict=True):
                if cell:
                    assert day is not None, "a number stands below a day"
                    found[day] = (found[day][0], int(cell.strip("()")))
        else:
            week = []
            for weekday, cell in enumerate(row):
                match = re.match(r"(\d+)(.?)", cell)
                day = date(year, month, int(match[1])) if match else None
                if match and day:
                    assert day.weekday() == weekday
                    assert day not in found
                    found[day] = (match[2], None)
                week.append(day)


def drawn(
    limit: Within, events: list[Event], width: int = 80, settings: Settings = SETTINGS
) -> tuple[list[str], Deadline, WorkCalendar]:
    calendar = load_calendar()
    found = deadline(limit, events, calendar, settings)
    return list(count_calendar.lines(found, calendar, width)), found, calendar


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    start = draw(st.dates(date(2019, 1, 1), date(2027, 6, 30)))
    said = [Event("start", start)]
    if draw(st.booleans()):
        paused = start + timedelta(draw(st.integers(0, 20)))
        again = paused + timedelta(draw(st.integers(1, 20)))
        said += [Event("pause", paused), Event("restart", again, "补正材料")]
    if draw(st.booleans()):
        said.append(Event("extend", said[-1].day, "延长", draw(st.integers(1, 20))))
    return said


@WIDTHS
@given(
    events=events(),
    count=st.integers(1, 60),
    unit=st.sampled_from(["workday", "day"]),
    trigger_day=st.sampled_from(["不计入", "计入"]),
)
def test_every_day_is_drawn_once_with_its_number_and_its_mark(
    events: list[Event], count: int, unit: Unit, trigger_day: str, width: int
) -> None:
    limit = Within(count=count, unit=unit)
    settings = Settings(trigger_day=trigger_day)  # type: ignore[arg-type]
    lines, found, calendar = drawn(limit, events, width, settings)
    assert_fits("\n".join(lines), width)
    "\n".join(lines).encode("gbk")
    days = read_back(lines)
    assert sorted(days) == [
        found.trigger + timedelta(n) for n in range((found.latest - found.trigger).days + 1)
    ]
    numbers = {each.day: each.number for each in count_days(found, calendar)}
    assert {day: number for day, (_, number) in days.items()} == {
        day: numbers.get(day) for day in days
    }
    counted = sorted(number for number in numbers.values() if number)
    assert counted == list(range(1, sum(each.count for each in found.segments) + 1))
    assert days[found.due][0] == "到"
    ends = {found.trigger, found.due, found.earliest, found.latest}
    if found.earliest < found.latest:
        assert {days[found.earliest][0], days[found.latest][0]} <= {"起", "早", "到", "迟"}
    for day in days.keys() - ends:
        if any(not each.count and each.after < day <= each.until for each in found.segments):
            assert days[day][0] == "停"
        elif not calendar.expectation(day).sure:
            assert days[day][0] == "未"
        elif day.year <= 2026:
            works = NAMED.get(day)
            assert days[day][0] == {True: "班", False: "休", None: ""}[works]


def test_rest_days_and_make_up_days_are_named_below() -> None:
    lines, _, _ = drawn(Within(count=20, unit="workday"), [Event("start", date(2024, 9, 10))])
    assert lines == [
        "  2024年9月                            2024年10月",
        "   一   二   三   四   五   六   日     一   二   三   四   五   六   日",
        "        10起 11   12   13   14班 15休         1休  2休  3休  4休  5休  6休",
        "             (1)  (2)  (3)  (4)          7休  8    9   10   11   12班 13",
        "   16休 17休 18   19   20   21   22         (15) (16) (17) (18) (19)",
        "             (5)  (6)  (7)              14到",
        "   23   24   25   26   27   28   29班  (20)",
        "   (8)  (9) (10) (11) (12)      (13)",
        "   30",
        "  (14)",
        "",
        "  起 起算日；到 到期日；休 放假；班 调休上班；(1) 第几个工作日",
        "  班  2024-09-14                中秋节调休上班（国办发明电〔2023〕7号）",
        "  休  2024-09-15 至 2024-09-17  中秋节放假（国办发明电〔2023〕7号）",
        "  班  2024-09-29                国庆节调休上班（国办发明电〔2023〕7号）",
        "  休  2024-10-01 至 2024-10-07  国庆节放假（国办发明电〔2023〕7号）",
        "  班  2024-10-12                国庆节调休上班（国办发明电〔2023〕7号）",
    ]


def test_both_ends_of_an_open_interval_are_there_and_the_open_days_between_them() -> None:
    start = [Event("start", date(2027, 1, 11))]
    lines, found, _ = drawn(Within(count=20, unit="workday"), start)
    days = read_back(lines)
    assert found.earliest < found.due < found.latest
    assert [days[each][0] for each in (found.earliest, found.due, found.latest)] == list("早到迟")
    assert days[date(2027, 2, 5)] == ("休", None)
    assert days[date(2027, 2, 9)][0] == "未"
    text = "\n".join(lines)
    assert "早 最早到期；到 到期日；迟 最晚到期" in text
    assert "  休  2027-02-05                春节法定放假（通知尚未印发）" in lines


def test_where_two_ends_fall_on_one_day_the_legend_says_so() -> None:
    lines, _, _ = drawn(Within(count=3, unit="day"), [Event("start", date(2024, 6, 27))])
    assert "早 最早到期；到 到期日（也是最晚）；(1) 第几日" in lines[-1]


def test_a_due_day_that_is_the_earliest_one_says_so() -> None:
    lines, found, _ = drawn(Within(count=40, unit="workday"), [Event("start", date(2026, 12, 15))])
    assert found.earliest == found.due < found.latest
    assert any("到 到期日（也是最早）；迟 最晚到期" in line for line in lines)


def test_a_pause_stands_with_its_reason() -> None:
    said = [
        Event("start", date(2024, 6, 27)),
        Event("pause", date(2024, 7, 3)),
        Event("restart", date(2024, 7, 10), "补正材料"),
    ]
    lines, _, _ = drawn(Within(count=20, unit="workday"), said)
    assert lines[-1] == "  停  2024-07-04 至 2024-07-10  补正材料"


def test_the_middle_months_of_a_very_long_count_are_left_out() -> None:
    lines, found, _ = drawn(Within(count=1, unit="year"), [Event("start", date(2024, 6, 27))])
    days = read_back(lines)
    assert {(day.year, day.month) for day in days} == {(2024, 6), (2024, 7), (2025, 5), (2025, 6)}
    assert days[found.due] == ("到", 365)
    assert "  （中间 9 个月略：2024年8月至2025年4月）" in lines


@pytest.mark.parametrize(("width", "months"), [(60, 1), (80, 2), (140, 3)])
def test_months_stand_side_by_side_as_the_width_allows(width: int, months: int) -> None:
    start = [Event("start", date(2024, 1, 31))]
    lines, _, _ = drawn(Within(count=60, unit="workday"), start, width)
    assert max(line.count("一") for line in lines) == months
