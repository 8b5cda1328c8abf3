"""Cells of a workbook changed: what was asked for is there, and everything else is as it was."""

import io
import re
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import PatternFill, Protection

from gongkai_cli.office.cell_values import escaped, unescaped
from gongkai_cli.office.workbook_cells import (
    Damaged,
    NewColumn,
    NotChangeable,
    SheetCells,
    WorkbookCells,
)

from .workbooks_made import (
    HEADINGS,
    SHEET,
    by_hand,
    by_openpyxl,
    by_xlsxwriter,
    changed_parts,
    every_kind,
    parts_of,
    passes_the_guard,
    seen,
    seen_by_openpyxl,
)

KINDS = list(every_kind())
NAMES = ["openpyxl", "xlsxwriter", "xlsxwriter-1904", "by-hand"]
pytestmark = pytest.mark.filterwarnings("ignore:.*extension is not supported")
every = pytest.mark.parametrize("data", KINDS, ids=NAMES)
SHEET_PART = "xl/worksheets/sheet1.xml"
STYLES = "xl/styles.xml"


def opened(data: bytes) -> tuple[WorkbookCells, SheetCells]:
    book = WorkbookCells(data)
    return book, book.sheet(SHEET)


@every
def test_nothing_changed_gives_the_bytes_that_came_in(data: bytes) -> None:
    book, sheet = opened(data)
    assert sheet.text(1, 1) == "编号"
    assert sheet.obstacle(9, 9) is None
    assert book.data() == data


@every
@pytest.mark.parametrize(
    "value", ["新标题", "=SUM(A1)", " 两头空 ", "一\n二", "_x0041_", "\x01控制", 12, 1.5, True]
)
def test_a_value_is_read_back(data: bytes, value: object, tmp_path: Path) -> None:
    book, sheet = opened(data)
    sheet.put(1, 2, value)  # type: ignore[arg-type]
    changed = book.data()
    assert seen(changed)[0][1] == value
    assert changed_parts(data, changed) == {SHEET_PART}
    assert passes_the_guard(changed, tmp_path)


@every
def test_a_day_is_shown_as_a_day(data: bytes, tmp_path: Path) -> None:
    book, sheet = opened(data)
    sheet.put(3, 1, date(2024, 7, 25))
    sheet.put(8, 2, datetime(2024, 7, 25, 9, 30))  # noqa: DTZ001 - sheets know no zone
    changed = book.data()
    assert seen(changed)[2][0] == date(2024, 7, 25)
    assert seen(changed)[7][1] == datetime(2024, 7, 25, 9, 30)  # noqa: DTZ001
    assert changed_parts(data, changed) <= {SHEET_PART, STYLES}
    assert passes_the_guard(changed, tmp_path)


def test_a_day_keeps_the_format_of_its_cell() -> None:
    for data, row, column, code in (
        (by_openpyxl(), 2, 3, "yyyy-mm-dd"),
        (by_xlsxwriter(), 2, 4, "yyyy/m/d"),
    ):
        book, sheet = opened(data)
        sheet.put(row, column, date(2025, 1, 2))
        changed = book.data()
        cell = seen_by_openpyxl(changed).cell(row, column)
        assert (cell.value.date(), cell.number_format) == (date(2025, 1, 2), code)
        assert changed_parts(data, changed) == {SHEET_PART}
    assert seen_by_openpyxl(changed).cell(2, 4).fill.fgColor.rgb == "FFFFFF00"


def test_one_format_is_made_for_many_days() -> None:
    book, sheet = opened(by_openpyxl())
    for row in range(2, 40):
        sheet.put(row, 4, date(2024, 7, 1))
    before, after = (parts_of(each)[STYLES] for each in (by_openpyxl(), book.data()))
    count = [int(re.findall(rb'<cellXfs count="(\d+)"', each)[0]) for each in (before, after)]
    assert count[1] == count[0] + 1


def test_a_cell_is_emptied_and_keeps_its_look() -> None:
    book, sheet = opened(by_xlsxwriter())
    sheet.put(2, 3, None)
    sheet.put(9, 9, "")
    changed = book.data()
    cell = seen_by_openpyxl(changed).cell(2, 3)
    assert (cell.value, cell.fill.fgColor.rgb) == (None, "FFFFFF00")
    assert seen_by_openpyxl(changed).max_row == 3


def test_what_no_library_keeps_is_kept() -> None:
    data = by_xlsxwriter()
    book, sheet = opened(data)
    sheet.put(2, 4, date(2024, 7, 2))
    sheet.append({1: "3"}, 1, range(1, 5))
    changed = book.data()
    assert changed_parts(data, changed) == {SHEET_PART, "xl/workbook.xml"}
    before, after = parts_of(data)[SHEET_PART], parts_of(changed)[SHEET_PART]
    for part in (b"extLst", b"sparkline", b"dataBar", b"dataValidation", b"drawing"):
        assert part in before
        assert after.count(part) == before.count(part)
    assert "乙" in parts_of(changed)[SHEET_PART].decode(), "the value of the formula"


@every
def test_a_new_row_stands_below_the_last(data: bytes, tmp_path: Path) -> None:
    book, sheet = opened(data)
    row = sheet.append({1: "9", 2: "新", 3: date(2024, 8, 1)}, 1, range(1, 5))
    changed = book.data()
    assert row == 4
    assert seen(changed)[3][:3] == ["9", "新", date(2024, 8, 1)]
    assert passes_the_guard(changed, tmp_path)
    book, sheet = opened(changed)
    assert sheet.append({1: "10"}, 1, range(1, 5)) == 5
    assert [line[0] for line in seen(book.data())[3:]] == ["9", "10"]


def test_a_new_row_looks_like_the_one_above() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(HEADINGS)
    sheet["A1"].fill = PatternFill("solid", fgColor="FF0000")
    sheet.append(("1", "甲", date(2024, 6, 27), None))
    sheet["B2"].fill = PatternFill("solid", fgColor="00FF00")
    sheet["D2"].number_format = "yyyy.m.d"
    sheet.row_dimensions[2].height = 40
    data = io.BytesIO()
    book.save(data)
    changed, cells = opened(data.getvalue())
    cells.append({1: "2", 4: date(2024, 8, 1)}, 1, range(1, 5))
    made = seen_by_openpyxl(changed.data())
    assert made["B3"].fill.fgColor.rgb == "0000FF00"
    assert (made["D3"].number_format, made.row_dimensions[3].height) == ("yyyy.m.d", 40)
    assert made["A3"].fill.fgColor.rgb == "00000000"


def test_the_first_row_does_not_look_like_the_headings() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(HEADINGS)
    sheet["A1"].fill = PatternFill("solid", fgColor="FF0000")
    data = io.BytesIO()
    book.save(data)
    changed, cells = opened(data.getvalue())
    assert cells.append({1: "1"}, 1, range(1, 5)) == 2
    assert seen_by_openpyxl(changed.data())["A2"].fill.fgColor.rgb == "00000000"


def test_rows_that_wait_to_be_filled_are_filled() -> None:
    rows = (
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="A2" s="1"/><x:c r="B2" s="1"/></x:row>'
        '<x:row r="3"><x:c r="A3" s="1"/></x:row>'
    )
    book, sheet = opened(by_hand(rows))
    assert sheet.append({1: date(2024, 8, 1)}, 1, range(1, 3)) == 2
    changed = book.data()
    assert seen(changed)[1][0] == date(2024, 8, 1)
    assert changed_parts(by_hand(rows), changed) == {SHEET_PART}


def test_rows_that_do_not_show_or_are_merged_are_passed_over() -> None:
    rows = (
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row><x:row r="2" hidden="1"/>'
        '<x:row r="3"><x:c r="A3"/></x:row><x:row r="4"><x:c r="A4"/></x:row>'
    )
    merged = '<x:mergeCells count="1"><x:mergeCell ref="A3:A4"/></x:mergeCells>'
    assert opened(by_hand(rows, merged))[1].append({1: "5"}, 1, range(1, 3)) == 5


def test_tables_filters_and_names_reach_down_and_no_farther() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    rows = [["1", "甲", "", ""], ["2", "乙", "", ""]]
    columns = [{"header": heading} for heading in HEADINGS]
    sheet.add_table("A1:D3", {"data": rows, "columns": columns})
    sheet.add_table("F1:G2", {"columns": [{"header": "X"}, {"header": "Y"}]})
    book.close()
    changed, cells = opened(data.getvalue())
    cells.append({1: "3"}, 1, range(1, 5))
    cells.append({1: "4"}, 1, range(1, 5))
    tables = seen_by_openpyxl(changed.data()).tables
    assert [(t.ref, t.autoFilter.ref) for t in tables.values()] == [
        ("A1:D5", "A1:D5"),
        ("F1:G2", "F1:G2"),
    ]
    book2, cells = opened(by_xlsxwriter())
    cells.append({1: "3"}, 1, range(1, 5))
    made = openpyxl.load_workbook(io.BytesIO(book2.data()))
    assert made[SHEET].auto_filter.ref == "A1:D4"
    assert "$A$1:$D$4" in parts_of(book2.data())["xl/workbook.xml"].decode()


def test_formulas_filled_down_beside_the_table_are_no_rows_of_it() -> None:
    book = openpyxl.load_workbook(io.BytesIO(by_openpyxl()))
    for row in range(2, 50):
        book[SHEET].cell(row, 6).value = f"=A{row}"
    data = io.BytesIO()
    book.save(data)
    changed, cells = opened(data.getvalue())
    assert cells.append({1: "3"}, 1, range(1, 5)) == 4
    made = seen_by_openpyxl(changed.data())
    assert (made["A4"].value, made["F4"].value) == ("3", "=A4")
    book[SHEET]["F9"] = "旁注"
    data = io.BytesIO()
    book.save(data)
    assert opened(data.getvalue())[1].append({1: "3"}, 1, range(1, 5)) == 10


def test_a_table_with_totals_stays() -> None:
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet(SHEET)
    columns = [{"header": "编号", "total_string": "合计"}, {"header": "标题"}]
    sheet.add_table("A1:B4", {"total_row": True, "columns": columns})
    book.close()
    changed, cells = opened(data.getvalue())
    assert cells.append({1: "x"}, 1, range(1, 3)) == 5
    (table,) = seen_by_openpyxl(changed.data()).tables.values()
    assert table.ref == "A1:B4"


def test_what_must_not_be_changed() -> None:
    rows = (
        '<x:row r="1"><x:c r="A1"><x:f>1+1</x:f><x:v>2</x:v></x:c>'
        '<x:c r="B1"><x:f t="array" ref="B1:B2">A1</x:f><x:v>2</x:v></x:c></x:row>'
        '<x:row r="2"><x:c r="B2"><x:v>2</x:v></x:c></x:row>'
    )
    merged = '<x:mergeCells><x:mergeCell ref="C1:C3"/><x:mergeCell ref="D1:E1"/></x:mergeCells>'
    data = by_hand(rows, merged)
    book, sheet = opened(data)
    for row, column, why in (
        (1, 1, "公式"),
        (1, 2, "公式"),
        (2, 2, "数组公式"),
        (1, 3, "合并区域 C1:C3"),
        (3, 3, "合并区域 C1:C3"),
        (1, 5, "合并区域 D1:E1"),
    ):
        with pytest.raises(NotChangeable, match=why):
            sheet.put(row, column, "新")
    assert sheet.obstacle(1, 4) is None, "the cell of a title across columns that is seen"
    assert book.data() == data


def test_locked_cells_of_a_protected_sheet_stay() -> None:
    tail = '<x:sheetProtection sheet="1" objects="1"/>'
    rows = '<x:row r="1"><x:c r="A1"/><x:c r="B1" s="2"/></x:row>'
    book, sheet = opened(by_hand(rows, tail))
    with pytest.raises(NotChangeable, match="受保护"):
        sheet.put(1, 1, "新")
    with pytest.raises(NotChangeable, match="受保护"):
        sheet.append({1: "新"}, 1, range(1, 3))
    sheet.put(1, 2, "新")
    assert seen(book.data())[0][1] == "新"
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.title = SHEET
    made.active["A1"].protection = Protection(locked=False)
    data = io.BytesIO()
    made.save(data)
    opened(data.getvalue())[1].put(1, 1, "不受保护")


def test_columns_are_added_with_colours() -> None:
    data = by_openpyxl()
    book, sheet = opened(data)
    columns = [
        NewColumn("到期日", 12, {2: (date(2024, 7, 25), "FFC7CE"), 3: (None, "")}),
        NewColumn("状态", 10, {2: ("超期", "FFC7CE"), 3: ("合规", "C6EFCE")}),
    ]
    assert sheet.add_columns(1, 4, columns) == 5
    made = seen_by_openpyxl(book.data())
    assert [cell.value for cell in made[1]] == [*HEADINGS, "到期日", "状态"]
    assert made["E2"].value.date() == date(2024, 7, 25)
    assert (made["E2"].fill.fgColor.rgb, made["F3"].fill.fgColor.rgb) == ("FFFFC7CE", "FFC6EFCE")
    assert made.column_dimensions["E"].width == 12
    assert changed_parts(data, book.data()) == {SHEET_PART, STYLES}


def test_columns_go_where_nothing_stands() -> None:
    made = openpyxl.load_workbook(io.BytesIO(by_openpyxl()))
    made[SHEET]["F3"] = "旁注"
    data = io.BytesIO()
    made.save(data)
    book, sheet = opened(data.getvalue())
    assert sheet.add_columns(1, 4, [NewColumn("甲", 9, {}), NewColumn("乙", 9, {})]) == 7
    assert seen_by_openpyxl(book.data())["F3"].value == "旁注"


def test_a_width_for_many_columns_is_cut() -> None:
    columns = '<x:cols><x:col min="1" max="16384" width="9" hidden="1"/></x:cols>'
    book, sheet = opened(by_hand(columns=columns))
    sheet.add_columns(1, 2, [NewColumn("甲", 20, {})])
    part = parts_of(book.data())[SHEET_PART].decode()
    assert re.findall(r'min="(\d+)" max="(\d+)"', part) == [("1", "2"), ("3", "3"), ("4", "16384")]


def test_a_workbook_without_formats_takes_days_as_texts() -> None:
    kept = {name: each for name, each in parts_of(by_hand()).items() if name != STYLES}
    kept["xl/_rels/workbook.xml.rels"] = re.sub(
        rb'<Relationship Id="rId2"[^>]*/>', b"", kept["xl/_rels/workbook.xml.rels"]
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, each in kept.items():
            archive.writestr(name, each)
    book, sheet = opened(data.getvalue())
    sheet.put(1, 2, date(2024, 7, 25))
    assert seen(book.data())[0][1] == "2024-07-25"


def test_parts_that_do_not_fit_are_damage() -> None:
    with pytest.raises(Damaged):
        WorkbookCells(by_openpyxl()).sheet("没有")
    entity = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    parts = parts_of(by_hand())
    head = b'standalone="yes"?>'
    parts[SHEET_PART] = parts[SHEET_PART].replace(head, head + entity)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, each in parts.items():
            archive.writestr(name, each)
    with pytest.raises(Damaged):
        opened(data.getvalue())


@given(st.text())
def test_texts_are_escaped_so_that_they_come_back(text: str) -> None:
    whole = re.sub("[\ud800-\udfff]", "?", text)
    assert unescaped(escaped(text)) == whole


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff\r")))
def test_any_text_is_read_back(text: str) -> None:
    book, sheet = opened(KINDS[0])
    sheet.put(2, 2, text)
    assert seen(book.data())[1][1] == text


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.sampled_from(KINDS))
def test_any_day_is_read_back(day: date, data: bytes) -> None:
    book, sheet = opened(data)
    sheet.put(1, 1, day)
    assert seen(book.data())[0][0] == day


@pytest.mark.slow
def test_libreoffice_opens_them(tmp_path: Path) -> None:
    for name, data in zip(NAMES, KINDS, strict=True):
        book, sheet = opened(data)
        sheet.put(1, 2, "changed")
        sheet.append({1: "added", 2: date(2024, 8, 1)}, 1, range(1, 5))
        sheet.add_columns(1, 4, [NewColumn("column", 12, {2: ("state", "FFC7CE")})])
        (tmp_path / f"{name}.xlsx").write_bytes(book.data())
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    files = [str(tmp_path / f"{name}.xlsx") for name in NAMES]
    done = [*command, "--convert-to", "csv", "--outdir", str(tmp_path), *files]
    subprocess.run(done, check=True, capture_output=True)
    for name in NAMES:
        text = (tmp_path / f"{name}.csv").read_text(errors="replace")
        for word in ("changed", "added", "2024", "column", "state"):
            assert word in text, name
