from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gongkai_cli.reports.columns import (
    Column,
    fitted,
    heading,
    indented,
    one_line,
    pad,
    row,
    width_of,
    wrap,
)

from .hostile import PIECES, texts
from .measuring import assert_lined_up


@given(texts)
def test_a_text_in_one_line_is_printable_and_said_only_once(text: str) -> None:
    line = one_line(text)
    assert line.isprintable()
    assert one_line(line) == line


@given(texts)
def test_width_agrees_with_a_terminal_library(text: str) -> None:
    line = one_line(text)
    assert width_of(line) == cell_len(line)


@given(texts, st.integers(4, 60))
def test_wrapping_keeps_every_character_and_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join(lines).replace(" ", "") == one_line(text).replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)


@given(st.lists(st.sampled_from(["2024-07-25", "2024年7月25日", "甲", "，", " ", "（"])))
def test_dates_are_never_cut(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = wrap(text, 20)
    for date in ("2024-07-25", "2024年7月25日"):
        assert sum(line.count(date) for line in lines) == one_line(text).count(date)


def test_a_line_does_not_begin_with_closing_punctuation() -> None:
    text = "甲乙丙丁，戊己。庚辛（壬癸）"
    for width in range(6, 30):
        lines = wrap(text, width)
        assert not any(line[0] in "，。）" for line in lines[1:]), lines
        assert not any(line[-1] == "（" for line in lines[:-1]), lines


def test_the_chinese_quotes_are_given_two_cells_when_a_line_is_filled() -> None:
    assert wrap("““““““", 6) == ["“““", "“““"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [""]
    assert wrap(" \n ", 10) == [""]


def test_padding_counts_cells() -> None:
    assert pad("工作日", 8) == "工作日  "


def test_lines_below_the_first_stand_under_its_text() -> None:
    assert indented("甲乙丙丁", 12, "  依据  ") == ["  依据  甲乙", "        丙丁"]


@pytest.mark.parametrize("width", [60, 80, 140])
@given(cells=st.lists(st.sampled_from(PIECES), min_size=3, max_size=3))
def test_columns_begin_where_their_headings_do(cells: list[str], width: int) -> None:
    columns = (Column("状态", 8), Column("到期日", 10), Column("事项"))
    lines = [*heading(columns, width), *row(columns, ("超期", "2024-07-25", "".join(cells)), width)]
    assert_lined_up("\n".join(lines))
    assert all(cell_len(line) <= width for line in lines)


def test_fitted_columns_are_as_wide_as_their_widest_cell() -> None:
    columns = fitted(("单位", "数"), [("许可服务科", "1"), ("甲", "1234")])
    assert [column.width for column in columns] == [10, 4]
    assert [cell_len(line.rstrip()) for line in heading(columns, 20)] == [14, 20]


def test_the_pieces_of_the_property_hold_what_they_are_meant_to() -> None:
    assert any(not piece.isprintable() for piece in PIECES)
    assert all(a != b for a, b in pairwise(sorted(PIECES)))
