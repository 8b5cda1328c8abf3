"""What a workbook of the ledger does not let be changed is left to people, and told."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

from gongkai_cli.exchange.result import MergeResult

from ..office.workbooks_made import changed_parts
from .offices import RECORD_HEADINGS, Office, Sheets, xlsx

ROWS = (
    ("2024-001", "A01", "一", "", "文书科", date(2024, 6, 27), "", "", ""),
    ("2024-002", "A01", "二", "", "文书科", date(2024, 6, 28), "", "", ""),
)


def office_with(folder: Path, change: Any) -> Office:
    """An office whose ledger is a workbook in which something is special."""
    made = Office(folder)
    path = made.write("台账.xlsx", xlsx({"信息台账": [RECORD_HEADINGS, *ROWS]}))
    book = openpyxl.load_workbook(path)
    change(book["信息台账"])
    book.save(path)
    return made


def merged(office: Office, text: str = "单位写的") -> MergeResult:
    """The unit has written into 备注 of both rows."""

    def change(book: Sheets) -> None:
        book.put(book.row("2024-001"), "备注", text)
        book.put(book.row("2024-002"), "备注", text)

    office.split()
    office.edit("文书科", change)
    return office.merge()


def test_a_formula_is_nobodys_to_replace(tmp_path: Path) -> None:
    def formula(sheet: Any) -> None:
        sheet["I2"] = '="由公式"&"得出"'

    result = merged(office_with(tmp_path, formula))
    (conflict,) = result.conflicts
    assert (conflict.record, conflict.ledger) == ("2024-001", "公式没有算出的结果")
    assert [each.record for each in result.changed] == ["2024-002"]
    assert openpyxl.load_workbook(tmp_path / "台账/台账.xlsx")["信息台账"]["I2"].value == (
        '="由公式"&"得出"'
    )


def test_a_formula_with_a_result_is_neither(tmp_path: Path) -> None:
    made = Office(tmp_path)
    path = tmp_path / "台账" / "台账.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("信息台账")
    for column, heading in enumerate(RECORD_HEADINGS):
        sheet.write_string(0, column, heading)
    for number, row in enumerate(ROWS, 1):
        for column, value in enumerate(row):
            sheet.write_string(number, column, str(value))
    sheet.write_formula(1, 8, '="甲"', None, "甲")
    book.close()
    before = path.read_bytes()
    result = merged(made)
    (conflict,) = result.conflicts
    assert (conflict.base, conflict.ledger, conflict.why) == ("甲", "甲", "原单元格是公式")
    assert changed_parts(before, path.read_bytes()) == {"xl/worksheets/sheet1.xml"}


def test_a_block_that_speaks_for_several_rows_stays(tmp_path: Path) -> None:
    def merge_cells(sheet: Any) -> None:
        sheet.merge_cells("I2:I3")

    office = office_with(tmp_path, merge_cells)
    before = office.contents()
    result = merged(office)
    assert [each.why for each in result.conflicts] == ["原单元格在合并区域 I2:I3 内"] * 2
    assert office.contents() == before


def test_a_protected_sheet_stays(tmp_path: Path) -> None:
    office = office_with(tmp_path, lambda sheet: sheet.protection.enable())
    before = office.contents()
    result = merged(office)
    assert [each.why for each in result.conflicts] == ["原工作表受保护，单元格已锁定"] * 2
    office.edit("文书科", lambda book: book.add({"事项": "A01", "标题": "新", "文号": "新"}))
    (problem,) = office.merge().problems
    assert "没有并入 台账/台账.xlsx!信息台账：原工作表受保护，不能加行" in problem.found
    assert office.contents() == before


def test_a_row_that_a_filter_hides_by_now_is_still_the_row(tmp_path: Path) -> None:
    office = office_with(tmp_path, lambda sheet: None)
    office.split()
    office.edit("文书科", lambda book: book.put(book.row("2024-001"), "备注", "改"))
    book = openpyxl.load_workbook(tmp_path / "台账/台账.xlsx")
    book["信息台账"].row_dimensions[2].hidden = True
    book.save(tmp_path / "台账/台账.xlsx")
    result = office.merge()
    assert [(each.record, each.new) for each in result.changed] == [("2024-001", "改")]
    assert result.conflicts == ()


@pytest.mark.parametrize("epoch", ["1900", "1904"])
def test_days_go_into_either_system_of_days(tmp_path: Path, epoch: str) -> None:
    made = Office(tmp_path)
    path = tmp_path / "台账" / "台账.xlsx"
    book = xlsxwriter.Workbook(path, {"date_1904": epoch == "1904"})
    sheet = book.add_worksheet("信息台账")
    day = book.add_format({"num_format": "yyyy/m/d"})
    for column, heading in enumerate(RECORD_HEADINGS):
        sheet.write_string(0, column, heading)
    for number, row in enumerate(ROWS, 1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            else:
                sheet.write_string(number, column, str(value))
    book.close()
    made.split()
    made.edit("文书科", lambda each: each.put(each.row("2024-001"), "公开日期", date(2024, 7, 9)))
    made.edit("文书科", lambda each: each.put(each.row("2024-002"), "公开日期", 45482))
    result = made.merge()
    assert [each.new for each in result.changed] == ["2024-07-09", "2024-07-09"]
    facts, _ = made.read()
    assert {each.published for each in facts.ledger.records} == {date(2024, 7, 9)}
    assert {each.formed for each in facts.ledger.records} == {date(2024, 6, 27), date(2024, 6, 28)}
    assert made.merge().files == ()


def test_a_table_without_the_column_is_told(tmp_path: Path) -> None:
    made = Office(tmp_path)
    made.write("甲.csv", "编号,事项,标题,责任单位,形成日期,公开日期\n1,A01,一,文书科,2024-06-27,\n")
    made.write("乙.csv", "编号,事项,标题,责任单位,形成日期,公开日期,备注\n2,A03,二,人事科,,,\n")
    made.split()
    made.edit("文书科", lambda book: book.put(book.row("1"), "备注", "写不下"))
    made.edit("文书科", lambda book: book.add({"事项": "A01", "标题": "新", "备注": "写不下"}))
    before = made.contents()
    result = made.merge()
    assert [each.found for each in result.problems] == [
        "台账/甲.csv 没有“备注”列，“写不下”没有写入",
        "台账/甲.csv 没有“备注”列，新增的一行没有并入",
    ]
    assert made.contents() == before


def test_a_new_statement_needs_a_sheet_for_it(tmp_path: Path) -> None:
    office = office_with(tmp_path, lambda sheet: None)
    office.split()
    row: dict[str, object] = {"事项": "A01", "期间起": "2024-01-01", "期间止": "2024-06-30"}
    office.edit("文书科", lambda book: book.add({**row, "说明内容": "没有"}, "说明"))
    (problem,) = office.merge().problems
    assert problem.found == "台账中没有“说明”表，新增的一行没有并入"
