"""Texts: copied out of Word and Excel, pipe tables, .csv."""

import pytest

from gongkai_cli.model.place import Place
from gongkai_cli.sources.tables import read_tables

from .papers import own, read, texts

WORD = "\t类别\n\t名称\n\t时限\n\n"


def test_cells_of_several_lines_and_blank_ones() -> None:
    text = "年   月   日\n" + WORD + "\t甲\n乙\n\t\n\t20个\n工作日\n\n附件2\n"
    (grid,) = read(text.encode(), "目录.txt")
    assert texts(grid) == [["类别", "名称", "时限"], ["甲\n乙", "", "20个\n工作日"]]
    assert (grid.above, grid.below) == (("年   月   日",), ("附件2",))
    assert [spot.place for spot in grid.rows[1]] == [Place("目录.txt", n) for n in (6, 8, 9)]


def test_a_row_that_does_not_divide_evenly_is_an_error_at_its_line() -> None:
    text = WORD + "\t1\n\t2\n\t3\n\n\t4\n\t5\n\n\t6\n\t7\n\t8\n\n"
    (grid,), (problem,) = read_tables(text.encode(), "目录.txt")
    assert (problem.place, problem.found) == (Place("目录.txt", 9), "这一行有2格，其他行有3格")
    assert [row[0].text for row in grid.rows] == ["类别", "1", "6"]


def test_rows_without_a_blank_line_between_are_divided() -> None:
    text = WORD + "".join(f"\t{n}\n" for n in range(6))
    (grid,) = read(text.encode(), "目录.txt")
    assert texts(grid)[1:] == [["0", "1", "2"], ["3", "4", "5"]]


def test_cells_without_any_row_ends_are_an_error() -> None:
    grids, (problem,) = read_tables("".join(f"\t{n}\n" for n in range(80)).encode(), "目录.txt")
    assert grids == ()
    assert problem.found == "这里连着有80格，看不出一行有几格"


def test_a_single_cell_stands_over_its_row() -> None:
    (grid,) = read(("\t2024年目录\n\n" + WORD).encode(), "目录.txt")
    assert own(grid)[0] == ["2024年目录", "", ""]


def test_lines_with_tabs_as_a_spreadsheet_gives_them() -> None:
    text = '题\n类别\t名称\t时限\n甲\t"一\n二 ""三"""\t20\n\t乙\n'
    (grid,) = read(text.encode("gb18030"), "目录.txt")
    assert texts(grid)[1:] == [["甲", '一\n二 "三"', "20"], ["", "乙", ""]]
    assert grid.rows[2][1].place == Place("目录.txt", 5, 2)


def test_a_line_without_tabs_inside_is_an_error() -> None:
    _, (problem,) = read_tables("甲\t乙\n断行\n1\t2\n".encode(), "目录.txt")
    assert (problem.place.line, problem.found) == (2, "表格中间的这一行没有制表符")


def test_windows_line_ends() -> None:
    (grid,) = read((WORD + "\t甲\n\t\n\t乙\n").replace("\n", "\r\n").encode(), "目录.txt")
    assert texts(grid)[1] == ["甲", "", "乙"]


def test_pipe_tables_with_escapes_breaks_and_marks() -> None:
    text = (
        "# 目录\n\n| **类别** | 名称 |\n| :--- | ---: |\n| 甲\\|乙 | 一<br/>二 |\n|  | `x` |\n"
        "|[丙](http://a.b)||\n\n```\n| 甲 | 乙 |\n|---|---|\n```\n底\n"
    )
    (grid,) = read(text.encode(), "目录.md")
    assert texts(grid) == [["类别", "名称"], ["甲|乙", "一\n二"], ["", "x"], ["丙", ""]]
    assert grid.above == ("目录",)
    assert grid.rows[1][1].place == Place("目录.md", 5, 10)


def test_pipes_without_ends_and_short_rows() -> None:
    (grid,) = read("类别 | 名称\n--- | ---\n甲 | 乙\n丙 |\n".encode(), "目录.md")
    assert texts(grid) == [["类别", "名称"], ["甲", "乙"], ["丙", ""]]


def test_a_bar_that_is_not_escaped_is_an_error() -> None:
    _, (problem,) = read_tables("|甲|乙|\n|-|-|\n|1|2|3|\n".encode(), "目录.md")
    assert (problem.place.line, problem.found) == (3, "这一行有3格，表头有2格")


def test_two_pipe_tables() -> None:
    first, second = read("|甲|\n|-|\n|1|\n间\n|乙|\n|-|\n".encode(), "目录.md")
    assert first.below == second.above == ("间",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "；"])
def test_csv_with_any_delimiter(delimiter: str) -> None:
    rows = [["类别", "名称", "时限"], ["甲", '"一\r\n二"', "20"], ["", "乙", ""]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    (grid,) = read(text.encode("gb18030"), "目录.csv")
    assert texts(grid) == [["类别", "名称", "时限"], ["甲", "一\n二", "20"], ["", "乙", ""]]
    assert grid.rows[2][1].place == Place("目录.csv", 4, 2)


def test_csv_with_a_title_and_empty_columns_at_the_end() -> None:
    (grid,) = read("目录,,,,\n,,,,\n类别,名称,,,\n甲,'=乙,,,\n".encode(), "目录.csv")
    assert texts(grid) == [["目录", ""], ["类别", "名称"], ["甲", "=乙"]]


def test_csv_with_a_quote_that_is_not_closed() -> None:
    (grid,), (problem,) = read_tables('类别,名称\n甲,1\n"乙,2\n丙,3\n'.encode(), "目录.csv")
    assert texts(grid) == [["类别", "名称"], ["甲", "1"]]
    assert problem.place == Place("目录.csv", 3)


def test_what_a_text_is_shows_in_it_and_not_in_its_name() -> None:
    for text in (
        "|甲|乙|\n|-|-|\n",
        "甲\t乙\n",
        "<table><tr><td>甲<td>乙</table>",
        "甲,乙\n甲,乙\n",
    ):
        (grid,) = read(text.encode(), "目录.docx")
        assert texts(grid)[0] == ["甲", "乙"]
