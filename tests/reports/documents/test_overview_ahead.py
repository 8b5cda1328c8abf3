"""The time line: its days, what stands on it, and the picture of it."""

from datetime import date, timedelta

import pytest
from lxml import etree

from gongkai_cli.assess import assess
from gongkai_cli.model.ledger import Record
from gongkai_cli.reports.overview import ahead as ahead_file
from gongkai_cli.reports.overview.ahead import Ahead, ahead
from gongkai_cli.reports.overview.time_line_svg import draw
from tests.calendar.day_walk import every_day, works
from tests.making import TWENTY, calendar, day, duty, facts, record

SVG = "{http://www.w3.org/2000/svg}"
ONE = timedelta(days=1)


def line(as_of: str, *rows: Record) -> Ahead:
    given = facts(duty(TWENTY), records=rows)
    return ahead(assess(given, as_of=day(as_of)), calendar())


def boxes(found: Ahead, kind: str) -> list[dict[str, float]]:
    root = etree.fromstring(str(draw(found)))
    return [
        {name: float(each.get(name) or 0) for name in ("x", "y", "width", "height")}
        for each in root.iter(f"{SVG}rect")
        if each.get("class") == kind
    ]


@pytest.mark.parametrize("as_of", ["2024-01-29", "2024-04-26", "2024-07-26", "2024-09-27"])
def test_the_axis_has_twenty_working_days_after_the_day_of_the_check(as_of: str) -> None:
    days = line(as_of).days
    assert [each.day for each in days] == list(every_day(days[0].day, days[-1].day))
    assert days[0].day == day(as_of) - 7 * ONE
    after = [each for each in days if each.day > day(as_of)]
    assert sum(each.works for each in after) == 20
    assert after[-1].works
    assert all(each.works == works(each.day) for each in days)


def test_holidays_and_make_up_days_are_marked_and_plain_weekends_are_not() -> None:
    # 2024: 5月1日至5日放假，4月28日（周日）、5月11日（周六）上班
    marks = {each.day: each.mark for each in line("2024-04-26").days}
    assert [marks[date(2024, 5, number)] for number in range(1, 6)] == ["休"] * 5
    assert marks[date(2024, 4, 28)] == marks[date(2024, 5, 11)] == "班"
    assert marks[date(2024, 4, 27)] == marks[date(2024, 5, 6)] == ""


def test_what_is_late_and_what_comes_is_counted_and_the_rest_is_said() -> None:
    found = line(
        "2024-07-26",
        record("2024-06-27", number="R1"),
        record("2024-07-03", number="R2"),
        record("2024-07-25", number="R3"),
        record("2024-07-25", "2024-07-26", number="R4"),
        record("2024-07-26", number="R5"),
        record(None, number="R6"),
    )
    assert [each.due for each in found.late] == [date(2024, 7, 25)]
    assert [each.due for each in found.coming] == [
        date(2024, 7, 31),
        date(2024, 8, 22),
        date(2024, 8, 23),
    ]
    assert (found.late_total, found.coming_total, found.later, found.undated) == (1, 3, 0, 1)
    assert found.summary == (
        "截至 2024-07-26，已超期未办 1 项，今后 20 个工作日内到期 3 项，无法计算到期日 1 项。"
    )


def test_of_more_than_fit_the_longest_late_and_the_first_coming_are_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ahead_file, "_MOST_LATE", 1)
    monkeypatch.setattr(ahead_file, "_MOST_COMING", 1)
    found = line(
        "2024-07-26",
        *(record(f"2024-06-{n}", number=f"R{n}") for n in (24, 25, 26)),
        *(record(f"2024-07-{n}", number=f"R{n}") for n in (10, 11)),
    )
    assert [each.due for each in found.late] == [date(2024, 7, 22)]
    assert [each.due for each in found.coming] == [date(2024, 8, 7)]
    assert (found.late_total, found.coming_total) == (3, 2)
    assert sum(found.falling_due.values()) == 5


def test_a_late_bar_runs_from_the_day_after_the_due_day_to_the_day_of_the_check() -> None:
    found = line("2024-07-26", record("2024-06-25", number="R1"))
    assert found.late[0].due == date(2024, 7, 23)
    (bar,) = boxes(found, "late")
    (today,) = boxes(found, "today")
    step = today["width"]
    assert bar["width"] == pytest.approx(3 * step, abs=0.2)
    assert bar["x"] + bar["width"] == pytest.approx(today["x"] + step, abs=0.2)


def test_a_date_that_is_not_sure_is_drawn_as_its_interval() -> None:
    found = line("2026-12-20", record("2026-12-04", number="R1"))
    (item,) = found.coming
    assert item.earliest < item.due < item.latest
    assert str(item.earliest) in item.span
    (bar,) = boxes(found, "span")
    (today,) = boxes(found, "today")
    days = (item.latest - item.earliest).days + 1
    assert bar["width"] == pytest.approx(days * today["width"], abs=0.2)
    assert found.has_open_day


def test_a_picture_has_a_name_for_each_thing_on_it() -> None:
    found = line("2024-07-26", record("2024-06-27", title="<一号>&“文件”"))
    names = [each.text for each in etree.fromstring(str(draw(found))).iter(f"{SVG}title")]
    assert "D1 类别/事项，<一号>&“文件”，甲科，2024-07-25 到期，已超 1 工作日" in names
    assert found.summary + "各项的日期见图下的表。" in [
        each.text for each in etree.fromstring(str(draw(found))).iter(f"{SVG}desc")
    ]


def test_nothing_is_drawn_outside_of_the_picture() -> None:
    found = line(
        "2024-07-26",
        record("2024-01-10", number="R1"),
        record("2024-07-26", number="R2"),
        record("2024-07-25", number="R3", title="很长的标题" * 30),
    )
    picture = etree.fromstring(str(draw(found)))
    _, _, width, height = map(float, (picture.get("viewBox") or "").split())
    for each in picture.iter(f"{SVG}rect"):
        x, y, w, h = (float(each.get(name) or 0) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= width + 0.2
        assert y + h <= height + 0.2


def test_a_year_of_which_nothing_is_known_has_no_axis_and_says_why() -> None:
    given = facts(duty(TWENTY), covers_from="2400-01-01")
    found = ahead(assess(given, as_of=day("2400-03-01")), calendar())
    assert found.days == ()
    assert found.unknown
    assert draw(found) is None
