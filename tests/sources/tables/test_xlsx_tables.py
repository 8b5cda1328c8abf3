"""Workbooks: what the cells show, sheet by sheet."""

import io
from collections.abc import Callable
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet

from gongkai_cli.model.place import Weight
from gongkai_cli.sources.tables import read_tables
from gongkai_cli.sources.tables.cell_formats import shown

from .papers import own, package, read, texts
from .test_docx_tables import unpacked


def book(fill: Callable[[xlsxwriter.Workbook, Worksheet], object]) -> bytes:
    """A workbook whose only sheet is filled by a function."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as made:
        fill(made, made.add_worksheet("目录"))
    return file.getvalue()


def test_numbers_are_texts_as_they_show() -> None:
    values = [20, 1.0, 0.5, 0.1 + 0.2, 20240627, -3, True]
    (grid,) = read(book(lambda _, sheet: sheet.write_row(0, 0, values)), "目录.xlsx")
    assert texts(grid) == [["20", "1", "0.5", "0.3", "20240627", "-3", "是"]]


@pytest.mark.parametrize(
    ("value", "form", "seen"),
    [
        (date(2024, 1, 31), 'm"月"d"日"', "1月31日"),
        (date(2024, 6, 7), 'yyyy"年"m"月"d"日";@', "2024年6月7日"),
        (date(2024, 6, 7), "[$-804]yyyy/mm/dd", "2024/06/07"),
        (date(2024, 6, 7), "yyyy\\-mm\\-dd", "2024-06-07"),
        (datetime.fromisoformat("2024-06-07T09:05"), "yyyy/m/d h:mm", "2024/6/7 9:05"),
        (20, '0"个工作日"', "20个工作日"),
        (20, 'General"日"', "20日"),
        (1, "00", "01"),
        (0.985, "0.0%", "98.5%"),
        (1234.5, "#,##0.00", "1,234.50"),
        (7, "0_ ", "7"),
        (7, "@", "7"),
    ],
)
def test_days_and_numbers_show_in_their_format(value: object, form: str, seen: str) -> None:
    data = book(lambda made, sheet: sheet.write(1, 1, value, made.add_format({"num_format": form})))
    (grid,) = read(data, "目录.xlsx")
    assert texts(grid) == [[seen]]
    assert str(grid.rows[0][0].place) == "目录.xlsx!目录!B2"


@pytest.mark.parametrize(
    ("number", "seen"),
    [(14, "2024/1/31"), (31, "2024年1月31日"), (58, "1月31日"), (57, "2024年1月"), (28, "1月31日")],
)
def test_days_in_the_formats_of_a_chinese_excel(number: int, seen: str) -> None:
    def fill(made: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_number(0, 0, 45322, made.add_format({"num_format": number}))

    assert texts(read(book(fill), "目录.xlsx")[0]) == [[seen]]


def test_a_day_in_a_format_that_is_not_understood_is_a_plain_day() -> None:
    assert shown(date(2024, 1, 31), "[DBNum1]m月d日") == "2024-01-31"
    assert shown(date(2024, 1, 31), "mmm-yy") == "2024-01-31"


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_every_day_shows_as_its_format_says(day: date) -> None:
    assert shown(day, 'yyyy"年"mm"月"dd"日"') == f"{day.year}年{day:%m}月{day:%d}日"


@given(st.integers(0, 10**6), st.integers(0, 3))
def test_numbers_keep_the_places_that_their_format_asks_for(number: int, places: int) -> None:
    value = number / 10**places
    form = "0" + ("." + "0" * places if places else "")
    assert shown(value, form) == f"{value:.{places}f}"


def test_every_visible_sheet_is_a_table() -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.title = "目录"
    made.active.append(["名称", "时限"])
    made.create_sheet("空表")
    made.create_sheet("藏").append(["x"])
    made["藏"].sheet_state = "hidden"
    made.create_sheet("附表").append(["单位", "电话"])
    file = io.BytesIO()
    made.save(file)
    grids, (note,) = read_tables(file.getvalue(), "目录.xlsx")
    assert [str(grid.place) for grid in grids] == ["目录.xlsx!目录", "目录.xlsx!附表"]
    assert (str(note.place), note.weight) == ("目录.xlsx!藏", Weight.NOTE)


def test_hidden_rows_and_columns_are_left_out_with_a_note() -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        for row in range(4):
            sheet.write_row(row, 0, [f"{row}{column}" for column in range(4)])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column(2, 2, None, None, {"hidden": True})

    (grid,), notes = read_tables(book(fill), "目录.xlsx")
    assert texts(grid) == [["00", "01", "03"], ["20", "21", "23"], ["30", "31", "33"]]
    assert [note.found for note in notes] == ["隐藏的行（2），未读入", "隐藏的列（C），未读入"]
    assert {note.weight for note in notes} == {Weight.NOTE}
    assert str(grid.rows[1][2].place) == "目录.xlsx!目录!D3"


def test_a_merge_that_begins_in_a_hidden_row_still_shows() -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["类别", "名称"])
        sheet.merge_range(1, 0, 3, 0, "甲")
        sheet.write_column(1, 1, ["1", "2", "3"])
        sheet.set_row(1, None, None, {"hidden": True})

    (grid,), _ = read_tables(book(fill), "目录.xlsx")
    assert own(grid) == [["类别", "名称"], ["甲", "2"], ["", "3"]]


def test_margins_and_blank_rows_do_not_count() -> None:
    def fill(made: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.merge_range(2, 1, 2, 3, "2024年目录")
        sheet.write_row(4, 1, ["类别", "名称"])
        sheet.write_row(5, 1, ["甲", "乙"])
        sheet.write_blank(9, 9, None, made.add_format({"border": 1}))

    (grid,) = read(book(fill), "目录.xlsx")
    assert texts(grid) == [["2024年目录"] * 2, ["类别", "名称"], ["甲", "乙"]]
    assert str(grid.rows[1][0].place) == "目录.xlsx!目录!B5"


def test_lines_inside_a_cell_and_white_space_at_its_ends() -> None:
    (grid,) = read(book(lambda _, sheet: sheet.write(0, 0, "　一\n二　\n")), "目录.xlsx")
    assert texts(grid) == [["一\n二"]]


def test_a_value_that_is_lost_is_an_error_at_its_cell() -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_row(0, 0, ["类别", "名称"])
        sheet.write_formula(1, 1, "=A9+1", None, "#N/A")

    _, (problem,) = read_tables(book(fill), "目录.xlsx")
    assert (str(problem.place), problem.found) == ("目录.xlsx!目录!B2", "公式结果是错误值 #N/A")


def test_a_workbook_with_macros_is_read_with_a_note() -> None:
    data = book(lambda _, sheet: sheet.write(0, 0, "甲"))
    (grid,), (note,) = read_tables(
        package({"xl/vbaProject.bin": b"\0", **unpacked(data)}), "目录.xlsm"
    )
    assert texts(grid) == [["甲"]]
    assert note.weight is Weight.NOTE


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"date_1904": True}) as made:
        form = made.add_format({"num_format": 'm"月"d"日"'})
        made.add_worksheet("目录").write_datetime(0, 0, datetime.fromisoformat("2024-01-31"), form)
    assert texts(read(file.getvalue(), "目录.xlsx")[0]) == [["1月31日"]]
