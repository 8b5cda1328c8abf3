"""Notices written as holiday files are read back as they were, alone or beside others."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gongkai_cli.calendar.notice_yaml import read_notices
from gongkai_cli.calendar.notices import MakeUp, Notice, Rest, YearNotices
from gongkai_cli.calendar.year_files import read_year, shipped_years
from gongkai_cli.data_files import data_folder
from gongkai_cli.reports.holiday_file import with_notice
from gongkai_cli.reports.notice_yaml import entry, render

YEAR = 2027
FILE = "holidays/2027.yaml"
FIRST = date(YEAR - 1, 12, 1)


def back(text: str, year: int = YEAR, earlier: YearNotices | None = None) -> tuple[Notice, ...]:
    """What is read from the text of a file, without places."""
    notices, problems = read_notices(text.encode(), FILE, year, earlier)
    assert problems == ()
    assert notices is not None
    return tuple(replace(each, place=None) for each in notices.notices)


def plain(notices: YearNotices | None) -> YearNotices:
    assert notices is not None
    return replace(notices, notices=tuple(replace(each, place=None) for each in notices.notices))


@pytest.mark.parametrize("year", shipped_years())
def test_a_shipped_year_is_written_as_it_ships(year: int) -> None:
    """All but the comments, line for line."""
    file = data_folder() / "holidays" / f"{year}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    written = render(plain(read_year(year)[0])).splitlines()
    assert written[1:] == [line for line in lines if not line.startswith("#")]


def notice(number: int, issued: date, *rests: Rest, **other: object) -> Notice:
    made = Notice(number=f"国办发明电〔{issued.year}〕{number}号", issued=issued, rests=rests)
    return replace(made, **other)


NEW_YEAR = Rest("元旦", date(2026, 12, 31), date(2027, 1, 2))
WHOLE = notice(9, date(2026, 11, 20), NEW_YEAR, make_ups=(MakeUp(date(2027, 1, 9), "元旦"),))
CHANGE = notice(1, date(2027, 3, 1), Rest("劳动节", date(2027, 5, 1), date(2027, 5, 4)))
LAST = notice(2, date(2027, 6, 1), Rest("端午节", date(2027, 6, 9), date(2027, 6, 9)))


@st.composite
def notices(draw: st.DrawFn) -> Notice:
    names = draw(
        st.lists(
            st.text(st.characters(codec="utf-8"), min_size=1, max_size=6).filter(str.strip),
            min_size=1,
            max_size=4,
            unique=True,
        )
    )
    starts = sorted(
        draw(st.sets(st.integers(0, 390 // 8), min_size=len(names), max_size=len(names)))
    )
    rests, make_ups = [], []
    for name, start in zip(names, starts, strict=True):
        first = FIRST + timedelta(days=start * 8)
        rests.append(Rest(name, first, first + timedelta(days=draw(st.integers(0, 5)))))
        day = next(first + timedelta(days=n) for n in (6, 7)) if draw(st.booleans()) else None
        if day is not None and day.weekday() >= 5:
            make_ups.append(MakeUp(day, name))
    made = Notice(
        number=draw(st.text(min_size=1, max_size=12).filter(str.strip)).strip(),
        issued=draw(st.dates(date(YEAR - 1, 1, 1), date(YEAR, 12, 31))),
        title=draw(st.text(max_size=12)).strip(),
        source=draw(st.text(max_size=12)).strip(),
        second_hand=draw(st.booleans()),
        rests=tuple(rests),
        make_ups=tuple(make_ups),
    )
    return made


@given(notices())
def test_any_notice_is_read_back_as_it_was(made: Notice) -> None:
    assert back(render(YearNotices(YEAR, (made,)))) == (made,)


def test_make_up_days_without_a_holiday_are_one_list() -> None:
    days = (MakeUp(date(2026, 12, 27)), MakeUp(date(2027, 1, 9)))
    text = entry(replace(WHOLE, make_ups=days), YEAR)
    assert "上班: [2026年12月27日, 1月9日]" in text


def test_a_new_file_has_the_notice_alone() -> None:
    text = with_notice(None, FILE, YEAR, WHOLE, None)
    assert isinstance(text, str)
    assert back(text) == (WHOLE,)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("indent", [0, 2, 4])
@pytest.mark.parametrize("last", ["", "\n", "\n\n\n", "\n# 末尾\n"])
def test_a_notice_is_added_and_the_rest_stays(line_end: str, indent: int, last: str) -> None:
    head = "# 单位自己的安排\n年份: 2027   # 年份\n通知:\n"
    text = head + entry(WHOLE, YEAR, indent).rstrip("\n") + last
    data = text.replace("\n", line_end).encode()
    added = with_notice(data, FILE, YEAR, CHANGE, None)
    assert isinstance(added, str)
    assert back(added) == (WHOLE, CHANGE)
    assert added.startswith(text.rstrip("\n").replace("\n", line_end))
    assert added.count("\n") == added.count(line_end)


def test_notices_stand_in_the_order_of_issue() -> None:
    text = render(YearNotices(YEAR, (WHOLE, LAST)))
    added = with_notice(text.encode(), FILE, YEAR, CHANGE, None)
    assert isinstance(added, str)
    assert back(added) == (WHOLE, CHANGE, LAST)
    first = with_notice(render(YearNotices(YEAR, (CHANGE, LAST))).encode(), FILE, YEAR, WHOLE, None)
    assert first == render(YearNotices(YEAR, (WHOLE, CHANGE, LAST)))


def test_a_file_in_gb18030_stays_readable() -> None:
    data = render(YearNotices(YEAR, (WHOLE,))).encode("gb18030")
    added = with_notice(data, FILE, YEAR, CHANGE, None)
    assert isinstance(added, str)
    assert back(added) == (WHOLE, CHANGE)


@pytest.mark.parametrize(
    "text",
    [
        "通知:\n{entry}年份: 2027\n",
        "年份: 2027\n通知: [{{文号: 甲, 印发: 2026-11-20, 放假: {{元旦: 1月1日}}}}]\n",
    ],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(text: str) -> None:
    said = with_notice(text.format(entry=entry(WHOLE, YEAR)).encode(), FILE, YEAR, CHANGE, None)
    assert not isinstance(said, str)
    assert [each.found for each in said] == ["这个文件的写法不能自动添加通知"]


def test_a_file_that_is_wrong_says_why() -> None:
    said = with_notice(b"\xe5\xb9\xb4", FILE, YEAR, CHANGE, None)
    assert not isinstance(said, str)
    assert said


def test_a_working_day_of_an_earlier_shipped_rest_may_be_added(tmp_path: Path) -> None:
    """A change may make a day work that the shipped notice lets rest."""
    shipped = YearNotices(YEAR, (WHOLE,))
    text = render(YearNotices(YEAR, (CHANGE,)))
    works = replace(LAST, make_ups=(MakeUp(date(2027, 1, 1), "端午节"),))
    added = with_notice(text.encode(), FILE, YEAR, works, shipped)
    assert isinstance(added, str)
    assert back(added, earlier=shipped) == (CHANGE, works)
