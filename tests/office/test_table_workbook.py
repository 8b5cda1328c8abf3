"""A table as a workbook, read back by two libraries that did not write it."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from gongkai_cli.office import table_workbook
from gongkai_cli.office.table_cells import Cell, Link, Share, holdable, lines_of, sheet_name
from gongkai_cli.office.table_workbook import Column, Notes, Table, write_workbook
from tests.reports.hostile import PIECES

DAY = date(2024, 7, 25)
NOTES = Notes(name="说明", title="问题清单的说明", rows=(("口径", "从严"), ("口径", "另一条")))
COLUMNS = (
    Column(heading="序号", width=6),
    Column(heading="标题", width=20),
    Column(heading="日期", width=12),
    Column(heading="比例", width=8),
    Column(heading="地址", width=30),
)


def written(*rows: tuple[Cell, ...], columns: tuple[Column, ...] = COLUMNS) -> bytes:
    table = Table(
        name="问题清单",
        title="示例局问题清单",
        lines=("核查日：2024-07-25",),
        columns=columns,
        rows=rows,
        count=len(rows),
        notes=("见说明。",),
    )
    return write_workbook(table, NOTES, lambda done, of: None)


def opened(data: bytes) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def calamine(data: bytes) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def xml(data: bytes, number: int = 1) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


ROW: tuple[Cell, ...] = (1, "标题", DAY, Share(0.9616), Link("https://www.example.gov.cn/a"))


def test_values_are_what_they_are() -> None:
    data = written(ROW)
    number, title, day, share, link = opened(data)[4]
    assert (number.value, number.data_type) == (1, "n")
    assert (title.value, title.data_type) == ("标题", "s")
    assert (str(day.value), day.number_format) == ("2024-07-25 00:00:00", "yyyy-mm-dd")
    assert day.data_type == "d"
    assert (share.value, share.number_format) == (0.961, "0.0%")
    assert link.hyperlink is not None
    assert link.hyperlink.target == link.value == "https://www.example.gov.cn/a"
    assert calamine(data)[3] == [1, "标题", DAY, 0.961, "https://www.example.gov.cn/a"]


def test_what_is_empty_stays_empty() -> None:
    cells = opened(written((None, "", None, None, "")))[4]
    assert [cell.value for cell in cells] == [None] * 5
    assert all(cell.border.left.style == "thin" for cell in cells)


def test_a_day_before_the_first_that_excel_knows_is_a_text() -> None:
    assert opened(written((1, "", date(1899, 12, 31), None, "")))[4][2].value == "1899-12-31"


def test_it_is_set_up_to_be_read_and_printed() -> None:
    sheet = opened(written(ROW, ROW))
    assert sheet.freeze_panes == "A4"
    assert sheet.auto_filter.ref == "A3:E5"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert "第 &amp;P 页" in xml(written(ROW))
    # Excel adds five pixels to a width in characters, and the library writes what comes of it.
    assert [sheet.column_dimensions[c].width for c in "ABCDE"] == pytest.approx(
        [6, 20, 12, 8, 30], abs=0.75
    )
    assert {str(each) for each in sheet.merged_cells.ranges} == {"A1:E1", "A2:E2", "A6:E6"}


def test_a_table_without_rows_has_its_filter_on_the_headings() -> None:
    sheet = opened(written())
    assert sheet.auto_filter.ref == "A3:E3"
    assert sheet["A4"].value == "见说明。"


def test_a_table_of_one_column() -> None:
    sheet = opened(written(("甲",), columns=(Column(heading="单位"),)))
    assert [row[0].value for row in sheet.iter_rows()][2:4] == ["单位", "甲"]


def test_headings_of_two_levels() -> None:
    columns = (
        Column(heading="序号"),
        Column(heading="一级目录", above="公开事项"),
        Column(heading="二级目录", above="公开事项"),
        Column(heading="整改情况"),
    )
    sheet = opened(written((1, "甲", "乙", ""), columns=columns))
    assert [cell.value for cell in sheet[3]] == [None, "公开事项", None, None]
    assert [cell.value for cell in sheet[4]] == ["序号", "一级目录", "二级目录", "整改情况"]
    assert "B3:C3" in {str(each) for each in sheet.merged_cells.ranges}
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A5", "$3:$4")
    assert sheet.auto_filter.ref == "A4:D5"


def test_a_row_is_as_high_as_its_longest_cell_needs() -> None:
    sheet = opened(written((1, "短", None, None, ""), (2, "很长的标题" * 20, None, None, "")))
    low, high = (sheet.row_dimensions[row].height for row in (4, 5))
    # 200 cells in a column of 20: at least ten lines of the body's 11 points.
    assert low < 25
    assert high > 10 * 11 * 1.2


def test_no_row_is_higher_than_excel_allows() -> None:
    sheet = opened(written((1, "长" * 30_000, None, None, "")))
    assert sheet.row_dimensions[4].height <= 409.5


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.gov.cn/",
        "\\\\server\\share",
        "https://a b/",
        "https://example.gov.cn/\n",
        "https://example.gov.cn/" + "a" * 3_000,
        "见附件",
        "",
    ],
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    data = written((1, "", None, None, Link(url)))
    assert opened(data)[4][4].hyperlink is None
    assert (opened(data)[4][4].value or "") == url
    assert "<hyperlink" not in xml(data)


def test_beyond_the_links_that_excel_allows_an_address_is_a_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(table_workbook, "_MOST_LINKS", 2)
    rows = [(n, "", None, None, Link(f"https://example.gov.cn/{n}")) for n in range(4)]
    column = [row[4] for row in opened(written(*rows)).iter_rows(min_row=4, max_row=7)]
    assert [cell.hyperlink is not None for cell in column] == [True, True, False, False]
    assert [cell.value for cell in column] == [f"https://example.gov.cn/{n}" for n in range(4)]


def test_a_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    (text,) = (row[1] for row in calamine(written((1, "😀" * 20_000, None, None, "")))[3:4])
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert text.startswith("😀" * 16_000)
    assert text.endswith("（超出单元格的上限，后面略去）")
    assert holdable("甲" * 32_767) == "甲" * 32_767


FORMULAS = ("=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "{=1}", "＝1", "\t=1", "'=1")


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_runs_as_a_formula(text: str) -> None:
    data = written((1, text, None, None, ""))
    cell = opened(data)[4][1]
    assert (cell.value, cell.data_type) == (text, "s")
    assert "<f>" not in xml(data)


ODD = (
    *PIECES,
    *FORMULAS,
    "<r>",
    "</r>",
    "<t>",
    "&amp;",
    "]]>",
    "_x000D_",
    "_x0041_",
    "\ufffe",
    "\x85",
)
hostile = st.lists(st.sampled_from(ODD), max_size=8).map("".join) | st.text(max_size=60)


@given(st.lists(hostile, min_size=1, max_size=4))
def test_every_text_comes_back_as_it_was_written(texts: list[str]) -> None:
    data = written(*((n, text, None, None, Link(text)) for n, text in enumerate(texts)))
    back = calamine(data)[3 : 3 + len(texts)]
    for text, (_, title, _, _, address) in zip(texts, back, strict=True):
        assert title == address == holdable(text)
        assert holdable(text).rstrip(" ") == _plain(text).rstrip(" ")
    assert "<f>" not in xml(data)
    assert openpyxl.load_workbook(io.BytesIO(data)).sheetnames == ["问题清单", "说明"]


def _plain(text: str) -> str:
    """What has a place in XML stays, everything else is a question mark."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c if c in "\t\n" or (ord(c) >= 32 and c != "\x7f" and not 0xD800 <= ord(c) <= 0xDFFF
                             and c not in "\ufffe\uffff") else "?"
        for c in text
    )  # fmt: skip


@given(hostile, st.sampled_from(["", "说明"]))
def test_any_text_makes_a_name_for_a_sheet(text: str, taken: str) -> None:
    name = sheet_name(text, taken)
    book = openpyxl.Workbook()
    sheet = book.create_sheet()
    sheet.title = name  # refuses what Excel does
    assert 0 < len(name) <= 31
    assert name != "说明" or not taken


@given(hostile, st.integers(4, 60))
def test_lines_are_never_too_few(text: str, width: int) -> None:
    """A line holds at most its width: so many lines there are at least."""
    from rich.cells import cell_len

    text = holdable(text)
    needed = sum(max(1, -(-cell_len(line) // width)) for line in text.split("\n"))
    assert lines_of(text, width) >= needed


def test_the_same_table_gives_the_same_bytes() -> None:
    assert written(ROW, ROW) == written(ROW, ROW)


def test_progress_is_told_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    table = Table(name="表", title="", columns=COLUMNS, rows=[ROW] * 1_200, count=1_200)
    write_workbook(table, NOTES, lambda done, of: told.append((done, of)))
    assert told == [(500, 1200), (1000, 1200), (1200, 1200)]


def test_the_second_sheet_names_a_label_once() -> None:
    book = openpyxl.load_workbook(io.BytesIO(written(ROW)))
    rows = [[cell.value for cell in row] for row in book["说明"].iter_rows()]
    assert rows == [["问题清单的说明", None], ["口径", "从严"], [None, "另一条"]]


def test_rows_are_asked_for_one_by_one_and_notes_after_them() -> None:
    asked: list[str] = []

    def rows() -> Any:
        for number in range(3):
            asked.append(f"row {number}")
            yield ROW

    def notes() -> Any:
        asked.append("notes")
        yield "尾注"

    def about() -> Any:
        asked.append("about")
        yield "口径", "从严"

    table = Table(name="表", title="", columns=COLUMNS, rows=rows(), notes=notes())
    write_workbook(table, Notes(name="说明", title="", rows=about()), lambda done, of: None)
    assert asked == ["row 0", "row 1", "row 2", "notes", "about"]
