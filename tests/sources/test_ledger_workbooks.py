"""What stands in the cells of .xlsx files, written by openpyxl and by XlsxWriter."""

import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from .hostile_workbooks import SHEET, change_part
from .ledger_making import (
    HEADINGS,
    ROW,
    noted,
    only_record,
    read,
    told,
    write_records,
    write_xlsx,
)

DAY = date(2024, 6, 27)
FORMED = "E2"


def formed(path: Path) -> date | None:
    """形成日期 of the only record."""
    return only_record(read(path)).formed


@pytest.mark.parametrize(
    "number_format",
    ["yyyy-mm-dd", "m/d/yyyy", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "General"],
)
@pytest.mark.parametrize("epoch", ["1900", "1904"])
def test_dates_whatever_their_format_and_system(
    tmp_path: Path, number_format: str, epoch: str
) -> None:
    def change(book: Any) -> None:
        if epoch == "1904":
            book.epoch = CALENDAR_MAC_1904
        cell = book["信息台账"][FORMED]
        cell.value = DAY
        cell.number_format = number_format

    rows = {"信息台账": [HEADINGS, ROW]}
    assert formed(write_xlsx(tmp_path / "a.xlsx", rows, change)) == DAY


@pytest.mark.parametrize("number", range(27, 37))
def test_date_formats_of_chinese_excel_that_have_only_a_number(tmp_path: Path, number: int) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("信息台账")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
        sheet.write_number(1, 4, 45470, book.add_format({"num_format": number}))
    assert formed(path) == DAY


@pytest.mark.parametrize("constant_memory", [False, True])
def test_a_workbook_of_xlsxwriter(tmp_path: Path, constant_memory: bool) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": constant_memory}) as book:
        sheet = book.add_worksheet("信息台账")
        sheet.write_row(0, 0, (*HEADINGS, "公开地址"))
        sheet.write_row(1, 0, ROW[:4])
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(1, 4, DAY, day)
        sheet.write_datetime(1, 5, datetime.combine(date(2024, 6, 28), time(9, 30)), day)
        sheet.write_url(1, 6, "https://www.example.gov.cn/1", string="查看")
    record = only_record(read(path))
    assert (record.formed, record.published, record.url) == (DAY, date(2024, 6, 28), "查看")


def test_formulas_with_a_stored_value_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("信息台账")
        sheet.write_row(0, 0, HEADINGS)
        sheet.write_row(1, 0, ROW)
        sheet.write_formula(1, 2, '="示"&"例"', None, "示例")
        sheet.write_formula(1, 4, "=DATE(2024,6,27)", None, 45470)
    record = only_record(read(path))
    assert (record.title, record.formed) == ("示例", DAY)


@pytest.mark.parametrize(
    ("cell", "lost"),
    [
        (b'<c r="F2" t="str"><f>IF(TRUE,"","x")</f><v></v></c>', False),
        (b'<c r="F2" s="0" t="str"><f>A1</f><v/></c>', False),
        (b'<c r="F2" t="str"><f>A1</f></c>', True),
        (b'<c r="F2"><f>A1</f><v></v></c>', True),
        (b'<c r="F2"><f>A1</f><v /></c>', True),
        (b'<c r="F2"><f>A1</f></c>', True),
        (b'<c r="F2"><f t="shared" si="0"/></c>', True),
        (b'<c r="F2"><f t="shared" si="0"/><v>45470</v></c>', False),
        (b'<c r="F2"><f aca="false">A1</f><v>45470</v></c>', False),
    ],
)
def test_an_empty_text_is_a_value_a_missing_one_is_not(
    tmp_path: Path, cell: bytes, lost: bool
) -> None:
    path = write_records(tmp_path / "a.xlsx", ROW[:5])
    change_part(
        path, SHEET, lambda data: data.replace(b"</row></sheetData>", cell + b"</row></sheetData>")
    )
    assert told(read(path)) == ([("a.xlsx!信息台账!F2", "公式没有算出的结果")] if lost else [])


def test_formulas_without_a_stored_value_are_errors_at_their_cells(tmp_path: Path) -> None:
    rows = [("X1", "A07", "示例", "政工室", "=TODAY()", "2024-07-01"), ("X2", "=B2", *ROW[2:])]
    ledger = read(write_records(tmp_path / "a.xlsx", *rows))
    assert told(ledger) == [
        ("a.xlsx!信息台账!E2", "公式没有算出的结果"),
        ("a.xlsx!信息台账!B3", "公式没有算出的结果"),
    ]
    assert [each.subject for each in ledger.problems] == ["X1", "X2"]
    assert [each.unreadable for each in ledger.records] == [True, True]


@pytest.mark.parametrize("value", ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?"])
def test_error_values_are_errors_at_their_cells(tmp_path: Path, value: str) -> None:
    def change(sheet: Any) -> None:
        sheet["F2"].value = value
        sheet["F2"].data_type = "e"

    ledger = read(write_records(tmp_path / "a.xlsx", ROW, change=change))
    assert told(ledger) == [("a.xlsx!信息台账!F2", f"公式结果是错误值 {value}")]
    assert ledger.records[0].unreadable


def test_a_lost_value_nobody_needs_is_no_error(tmp_path: Path) -> None:
    rows = [("天数", *HEADINGS, "备注"), ("=F2-E2", *ROW, "=A1")]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"信息台账": rows}))
    assert told(ledger) == [("a.xlsx!信息台账!H2", "公式没有算出的结果")]
    assert not ledger.records[0].unreadable


def test_cells_that_hold_a_time_or_a_truth(tmp_path: Path) -> None:
    rows = [
        ("X1", "A07", "示例", "", datetime.combine(DAY, time(16, 45)), time(8, 30)),
        ("X2", "A07", "示例", "", True, date(1900, 1, 1)),
    ]
    ledger = read(write_records(tmp_path / "a.xlsx", *rows))
    assert told(ledger) == [
        ("a.xlsx!信息台账!F2", "不是日期：“08:30:00”"),
        ("a.xlsx!信息台账!E3", "不是日期：“是”"),
        ("a.xlsx!信息台账!F3", "日期不在1949年至2100年之间：1900-01-01"),
    ]
    assert ledger.records[0].formed == DAY


def test_numbers_in_text_columns(tmp_path: Path) -> None:
    record = only_record(
        read(write_records(tmp_path / "a.xlsx", (7.0, "A07", 2024.0, "", DAY, None)))
    )
    assert (record.number, record.title, record.published) == ("7", "2024", None)


def test_a_line_break_inside_a_cell_is_kept(tmp_path: Path) -> None:
    record = only_record(
        read(
            write_records(
                tmp_path / "a.xlsx", ("X1", "A07", "示例\n附件", "政工室\n秘书科", DAY, DAY)
            )
        )
    )
    assert (record.title, record.units) == ("示例\n附件", ("政工室", "秘书科"))


def test_merged_cells_speak_for_all_their_rows(tmp_path: Path) -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("D3:D4")

    rows = [
        ("X1", "A07", "一", "政工室", DAY, DAY),
        ("X2", None, "二", "秘书科", DAY, DAY),
        ("X3", None, "三", None, DAY, DAY),
        ("X4", "A01", "四", None, DAY, DAY),
    ]
    ledger = read(write_records(tmp_path / "a.xlsx", *rows, change=merge))
    assert told(ledger) == []
    assert [record.duty for record in ledger.records] == ["A07", "A07", "A07", "A01"]
    assert [record.units for record in ledger.records] == [
        ("政工室",),
        ("秘书科",),
        ("秘书科",),
        (),
    ]
    note = "有纵向合并的单元格，2行按合并区左上角的内容读入"
    assert noted(ledger) == [("a.xlsx!信息台账", note)]


def test_what_is_wrong_in_a_merged_cell_is_said_once(tmp_path: Path) -> None:
    rows = [(f"X{n}", "没有的事项" if n == 1 else None, "示例", None, DAY, DAY) for n in (1, 2, 3)]
    ledger = read(
        write_records(tmp_path / "a.xlsx", *rows, change=lambda sheet: sheet.merge_cells("B2:B4"))
    )
    assert told(ledger) == [("a.xlsx!信息台账!B2", "目录中没有事项“没有的事项”")]
    assert [record.unreadable for record in ledger.records] == [True, True, True]


def test_a_merge_does_not_reach_below_its_block_nor_fill_rows_without_a_record(
    tmp_path: Path,
) -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("E5:F5")

    rows = [ROW, (), (), ("X4", "A01", "示例", None, DAY, None)]
    ledger = read(write_records(tmp_path / "a.xlsx", *rows, change=merge))
    assert told(ledger) == noted(ledger) == []
    assert [(each.number, each.duty) for each in ledger.records] == [("X1", "A07"), ("X4", "A01")]
    assert ledger.records[1].published is None


def test_a_title_across_the_table_is_passed_over(tmp_path: Path) -> None:
    rows = [("一、政策文件",), ROW, ("二、其他",), ("X2", *ROW[1:])]

    def merge(sheet: Any) -> None:
        sheet.merge_cells("A2:F2")
        sheet.merge_cells("A4:F4")

    ledger = read(write_records(tmp_path / "a.xlsx", *rows, change=merge))
    assert told(ledger) == []
    assert [record.number for record in ledger.records] == ["X1", "X2"]
    assert noted(ledger) == [("a.xlsx!信息台账", "横向合并的标题行未读入：第2、4行")]


def test_a_record_without_any_name_cannot_be_told_apart(tmp_path: Path) -> None:
    ledger = read(write_records(tmp_path / "a.xlsx", ("", "A07", "", "", DAY, DAY)))
    assert told(ledger) == [("a.xlsx!信息台账!C2", "没有填写标题，也没有编号和文号")]
    assert ledger.records[0].unreadable


def test_a_period_that_ends_before_it_begins(tmp_path: Path) -> None:
    rows = [
        ("事项", "期间起", "期间止", "说明内容"),
        ("A07", date(2024, 12, 31), date(2024, 1, 1), "没有"),
    ]
    ledger = read(write_xlsx(tmp_path / "a.xlsx", {"说明": rows}))
    assert told(ledger) == [("a.xlsx!说明!C2", "期间止 2024-01-01 早于期间起 2024-12-31")]
    assert ledger.statements[0].unreadable


def test_the_same_record_twice(tmp_path: Path) -> None:
    first = write_records(tmp_path / "一.xlsx", ROW, ("", "A01", "同名", "", DAY, DAY))
    second = write_records(
        tmp_path / "二.xlsx",
        ("X1", "A01", "另一条", "", DAY, DAY),
        ("", "A01", "同名", "", DAY, None),
        ("", "A07", "同名", "", DAY, None),
    )
    ledger = read(first, second)
    assert told(ledger) == [
        ("二.xlsx!信息台账!A2", "与 一.xlsx!信息台账!A2 重复：“X1”"),
        ("二.xlsx!信息台账!A3", "与 一.xlsx!信息台账!A3 重复：“同名（2024-06-27）”"),
    ]
    assert [each.subject for each in ledger.problems] == ["X1", "同名（2024-06-27）"]
    assert len(ledger.records) == 5


def test_all_errors_of_a_row_are_told_at_once(tmp_path: Path) -> None:
    row = ("X1", "A99", "示例", "财务处", "24-1-1", "待定")
    ledger = read(write_records(tmp_path / "a.xlsx", row))
    assert [place for place, _ in told(ledger)] == [
        f"a.xlsx!信息台账!{letter}2" for letter in "BDEF"
    ]
    (record,) = ledger.records
    assert (record.duty, record.duty_text, record.unreadable) == (None, "A99", True)


def test_a_workbook_that_names_its_parts_in_its_own_way(tmp_path: Path) -> None:
    """The names of elements may carry a prefix (SDKs of Microsoft write <x:c r="A1">)."""

    def hide(sheet: Any) -> None:
        sheet.row_dimensions[2].hidden = True

    path = write_records(tmp_path / "a.xlsx", ROW, ("X2", "=B2", *ROW[2:]), change=hide)
    change_part(path, SHEET, with_prefix)
    ledger = read(path)
    assert told(ledger) == [("a.xlsx!信息台账!B3", "公式没有算出的结果")]
    assert noted(ledger) == [("a.xlsx!信息台账", "隐藏的行未读入：第2行，共1行")]


def with_prefix(sheet: bytes) -> bytes:
    """The XML of a sheet with a prefix before every name."""
    named = re.sub(rb"<(/?)(?!\?)(\w)", rb"<\1x:\2", sheet)
    return named.replace(b" xmlns=", b" xmlns:x=")
