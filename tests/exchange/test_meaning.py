"""What cells mean, whatever they are written like, and that what is shown means the same."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.exchange.meaning import Meanings
from gongkai_cli.sources.ledger.cells import EPOCH_1900, EPOCH_1904, Cell
from gongkai_cli.sources.ledger.column_readers import names_of
from gongkai_cli.sources.ledger.sheet_headings import FORMS, Heading

from ..sources.ledger_making import CATALOGUE

MEANINGS = Meanings(names_of(CATALOGUE))
HEADINGS = {heading.name: heading for form in FORMS for heading in form.headings}


@pytest.mark.parametrize(
    ("heading", "alike"),
    [
        (
            "公开日期",
            ("2024-06-27", "2024/6/27", "２０２４年６月２７日", date(2024, 6, 27), 45470.0),
        ),
        ("公开日期", ("", "  ", "\u3000")),
        ("责任单位", ("许可科", "许可服务科", " 许可服务科 ")),
        ("责任单位", ("秘书科、政工室", "办公室秘书科，政工室")),
        ("事项", ("A07", "公务员考录", "招考录用/公务员考录", "a07")),
        ("是否存在", ("是", "有", "√", True)),
        ("条目数", ("12", 12.0, "１２")),
        ("公开属性", ("不公开", "不予公开")),
        ("标题", ("甲", " 甲 ")),
        ("备注", ("=1+1", "'=1+1")),
        ("备注", ("一\n二", "一\r\n二")),
        ("编号", ("2024", 2024.0)),
    ],
)
def test_what_is_written_in_several_ways_is_one(heading: str, alike: tuple[Cell, ...]) -> None:
    first, *others = (MEANINGS.of(HEADINGS[heading], cell) for cell in alike)
    assert first.wrong is None
    assert all(first.same(other) for other in others)


@pytest.mark.parametrize(
    ("heading", "one", "other"),
    [
        ("公开日期", "2024-06-27", "2024-06-28"),
        ("公开日期", "", "2024-06-27"),
        ("公开日期", "七月", "八月"),
        ("条目数", "0", ""),
        ("是否存在", "否", ""),
        ("责任单位", "秘书科", "政工室"),
        ("标题", "甲", "乙"),
    ],
)
def test_what_is_not_the_same(heading: str, one: str, other: str) -> None:
    assert not MEANINGS.of(HEADINGS[heading], one).same(MEANINGS.of(HEADINGS[heading], other))


def test_what_cannot_be_read_says_why() -> None:
    found = MEANINGS.of(HEADINGS["责任单位"], "秘书课")
    assert found.wrong is not None
    assert found.wrong.nearest == "秘书科"


def test_a_day_as_a_number_travels_as_a_day() -> None:
    day, title = HEADINGS["公开日期"], HEADINGS["标题"]
    assert MEANINGS.portable(day, 44008.0, EPOCH_1904) == date(2024, 6, 27)
    assert MEANINGS.portable(day, "44008", EPOCH_1904) == date(2024, 6, 27)
    assert MEANINGS.portable(day, "2024.6.27", EPOCH_1904) == "2024.6.27"
    assert MEANINGS.portable(title, 44008.0, EPOCH_1904) == 44008.0
    assert MEANINGS.portable(day, 12.0, EPOCH_1900) == 12.0


cells: st.SearchStrategy[Cell] = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        ("2024-06-27", "2024年7月1日", "45470", "A07", "许可科", "是", "12", "主动公开")
    ),
    st.booleans(),
    st.integers(-5, 80_000).map(float),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(),
    st.datetimes(),
    st.times().map(lambda each: time(each.hour, each.minute)),
)


@given(st.sampled_from(sorted(HEADINGS)), cells)
def test_what_is_shown_means_the_same(name: str, cell: Cell) -> None:
    heading: Heading = HEADINGS[name]
    meant = MEANINGS.of(heading, cell)
    shown = MEANINGS.of(heading, MEANINGS.shown(heading, cell, EPOCH_1900))
    assert meant.same(shown)


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.sampled_from((EPOCH_1900, EPOCH_1904)))
def test_a_day_of_either_system_is_shown_as_itself(day: date, epoch: date) -> None:
    number = float((day - epoch).days)
    heading = HEADINGS["形成日期"]
    assert MEANINGS.shown(heading, number, epoch) == day.isoformat()
    assert MEANINGS.shown(heading, datetime(day.year, day.month, day.day), epoch) == str(day)  # noqa: DTZ001
