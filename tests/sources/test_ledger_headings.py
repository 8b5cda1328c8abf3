"""Finding the headings, in files as clerks send them."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from .ledger_making import (
    COLUMN_HEADINGS,
    HEADINGS,
    ROW,
    STATEMENT_HEADINGS,
    Rows,
    noted,
    only_record,
    read,
    survey,
    told,
    write_records,
    write_xlsx,
)


def test_synonyms_in_any_order_with_columns_of_their_own(tmp_path: Path) -> None:
    rows = [
        (
            "序号",
            "发布时间",
            "信息名称",
            "责任科室",
            "公开方式",
            "成文日期",
            "公开事项",
            "信息编号",
        ),
        (1, "2024-07-01", "示例", "政工室", "政府网站", "2024-06-27", "A07", "X1"),
    ]
    reading = survey(write_xlsx(tmp_path / "a.xlsx", {"政务公开台账": rows}))
    record = only_record(reading.ledger)
    assert (record.number, record.title, record.units) == ("X1", "示例", ("政工室",))
    assert (str(record.formed), str(record.published)) == ("2024-06-27", "2024-07-01")
    (table,) = reading.tables
    assert [(each.heading.name, each.written, each.column) for each in table.headings.found] == [
        ("公开日期", "发布时间", 2),
        ("标题", "信息名称", 3),
        ("责任单位", "责任科室", 4),
        ("形成日期", "成文日期", 6),
        ("事项", "公开事项", 7),
        ("编号", "信息编号", 8),
    ]
    assert table.headings.unknown == (("序号", 1), ("公开方式", 5))


@pytest.mark.parametrize("above", [0, 1, 5, 19])
def test_rows_above_the_headings(tmp_path: Path, above: int) -> None:
    titles = [("示例局2024年信息公开台账",), ("填报单位：政工室", None, "填报日期：2024年7月1日")]
    rows = [*titles[: min(above, 2)], *[()] * (above - 2), HEADINGS, ROW]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert only_record(ledger).place.cell == f"A{above + 2}"


def test_headings_below_the_searched_rows_are_not_found(tmp_path: Path) -> None:
    rows = [*[("说明文字",)] * 20, HEADINGS, ROW]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert told(ledger) == [("a.xlsx!信息台账", "前20行没有找到“信息台账”的表头")]
    assert ledger.problems[0].accepted == "一行表头，至少有 事项、标题、形成日期、公开日期"


def test_a_table_that_begins_right_of_column_a_and_below_row_1(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("信息台账")
        for row, cells in enumerate([HEADINGS, (*ROW[:5], "待定")], 4):
            for column, cell in enumerate(cells, 3):
                sheet.write_string(row, column, cell)
    ledger = read(path)
    assert told(ledger) == [("a.xlsx!信息台账!I6", "不是日期：“待定”")]
    assert ledger.records[0].number == "X1"


def test_headings_in_two_rows(tmp_path: Path) -> None:
    def merge(sheet: Any) -> None:
        sheet.insert_rows(1)
        for column, name in enumerate(HEADINGS, 1):
            sheet.cell(1, column, name)
        sheet["E1"], sheet["F1"] = "日期", None
        sheet.merge_cells("E1:F1")
        for letter in "ABCD":
            sheet[f"{letter}2"] = None
            sheet.merge_cells(f"{letter}1:{letter}2")

    record = only_record(read(write_records(tmp_path / "a.xlsx", ROW, change=merge)))
    assert (record.number, str(record.formed), str(record.published)) == (
        "X1",
        "2024-06-27",
        "2024-07-01",
    )


def test_a_missing_heading_says_what_is_accepted(tmp_path: Path) -> None:
    rows = [("编号", "事项", "标题", "公开日其"), ("X1", "A07", "示例", "2024-07-01")]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert told(ledger) == [
        ("a.xlsx!信息台账!A1", "缺少“形成日期”列"),
        ("a.xlsx!信息台账!D1", "缺少“公开日期”列，“公开日其”不是认识的表头"),
    ]
    formed, published = ledger.problems
    assert "表头 形成日期、形成时间、成文日期" in (formed.accepted or "")
    assert (formed.nearest, published.nearest) == (None, "公开日期")
    assert ledger.records == ()


def test_a_heading_that_stands_twice(tmp_path: Path) -> None:
    rows = [(*HEADINGS, "发布时间"), (*ROW, "2024-07-02")]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert told(ledger) == [
        (
            "a.xlsx!信息台账!G1",
            "“公开日期”有两列：“公开日期”（a.xlsx!信息台账!F1）和“发布时间”",
        )
    ]
    assert ledger.records == ()


def test_sheets_are_known_by_their_headings_where_their_names_say_nothing(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "Sheet1": [HEADINGS, ROW],
        "二季度": [COLUMN_HEADINGS, ("A07", "招考", "是", 3, "2024-06-20", "2024-07-01", "联络员")],
        "Sheet3": [STATEMENT_HEADINGS, ("A08", "", "2024-01-01", "2024-06-30", "没有此类信息")],
    }
    ledger = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    assert told(ledger) == noted(ledger) == []
    assert [len(each) for each in (ledger.records, ledger.columns, ledger.statements)] == [1, 1, 1]


def test_other_sheets_are_passed_over_with_a_note(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "信息台账": [HEADINGS, ROW],
        "通讯录": [("单位", "联络员"), ("政工室", "某人")],
        "说明": [("本表由各科室填写，每月5日前报送。",)],
        "空表": [],
        "填写说明": [("怎样填写",)],
    }
    ledger = read(write_xlsx(tmp_path / "a.xlsx", sheets))
    only_record(ledger)
    assert noted(ledger) == [
        ("a.xlsx!通讯录", "没有台账的表头，未读入"),
        ("a.xlsx!说明", "没有台账的表头，未读入"),
    ]


def test_a_workbook_without_a_ledger(tmp_path: Path) -> None:
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"通讯录": [("单位", "联络员")]}))
    assert told(ledger) == [("a.xlsx", "没有找到台账的工作表和表头")]
    assert ledger.problems[-1].accepted == "工作表 信息台账、栏目、说明"


def test_hidden_sheets_and_rows_are_passed_over_and_said_so(tmp_path: Path) -> None:
    def hide(book: openpyxl.Workbook) -> None:
        book["栏目"].sheet_state = "hidden"
        book["说明"].sheet_state = "veryHidden"
        for row in (3, 4, 6, 9):
            book["信息台账"].row_dimensions[row].hidden = True

    rows = [HEADINGS, *((f"X{n}", *ROW[1:]) for n in range(2, 8))]
    sheets: dict[str, Rows] = {
        "信息台账": rows,
        "栏目": [COLUMN_HEADINGS],
        "说明": [STATEMENT_HEADINGS],
    }
    ledger = read(write_xlsx(tmp_path / "a.xlsx", sheets, hide))
    assert [record.number for record in ledger.records] == ["X2", "X5", "X7"]
    assert noted(ledger) == [
        ("a.xlsx!信息台账", "隐藏的行未读入：第3—4、6行，共3行"),
        ("a.xlsx!栏目", "隐藏的工作表，未读入"),
        ("a.xlsx!说明", "隐藏的工作表，未读入"),
    ]


def test_hidden_columns_are_read(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions["D"].hidden = True

    ledger = read(write_records(tmp_path / "a.xlsx", ROW, change=hide))
    assert only_record(ledger).units == ("政工室",)


def test_empty_rows_are_passed_over_without_a_word(tmp_path: Path) -> None:
    rows = [("序号", *HEADINGS), (1, *ROW), (2,), (), (3, " ", "\u3000"), (4, "X4", *ROW[1:])]
    reading = survey(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert told(reading.ledger) == noted(reading.ledger) == []
    assert [record.place.cell for record in reading.ledger.records] == ["A2", "A6"]
    assert (reading.tables[0].rows.read, reading.tables[0].rows.empty) == (2, 3)
