"""The exports as other libraries read them, and imported again."""

import tempfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from hypothesis import given, settings

from gongkai_cli.model.duty import Catalogue
from tests.sources.test_catalogue_shipped import shipped

from .annex_papers import WRITERS, catalogues, form_of, imported, said

MERGING = ("docx", "xlsx")


@pytest.mark.parametrize("format", WRITERS)
def test_the_shipped_catalogue_comes_back_row_for_row(format: str, tmp_path: Path) -> None:
    data = WRITERS[format](form_of(shipped()))
    again = imported(data, tmp_path / f"目录.{format}", shipped().source)
    assert (again.title, again.body) == (shipped().title, shipped().body)
    expected = [said(duty) for duty in shipped().duties if not duty.is_clause]
    assert [said(duty) for duty in again.duties] == expected
    assert {key: again.headings[key] for key in shipped().headings} == shipped().headings


@pytest.mark.parametrize("format", MERGING)
@settings(max_examples=20)
@given(catalogue=catalogues())
def test_any_catalogue_comes_back(format: str, catalogue: Catalogue) -> None:
    assert_comes_back(format, catalogue)


@settings(max_examples=20)
@given(catalogue=catalogues(blanks=False))
def test_any_catalogue_comes_back_from_markdown_where_every_blank_is_a_merge(
    catalogue: Catalogue,
) -> None:
    assert_comes_back("md", catalogue)


def assert_comes_back(format: str, catalogue: Catalogue) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = WRITERS[format](form_of(catalogue))
        again = imported(data, Path(folder, f"目录.{format}"), catalogue.source)
    assert (again.title, again.body) == (catalogue.title, catalogue.body)
    assert [said(duty) for duty in again.duties] == [said(duty) for duty in catalogue.duties]


@pytest.mark.parametrize("format", WRITERS)
def test_the_same_catalogue_gives_the_same_bytes(format: str) -> None:
    form = form_of(shipped())
    assert WRITERS[format](form) == WRITERS[format](form)


def test_the_paper_is_a4_across_with_its_heading_on_every_page() -> None:
    document = Document(BytesIO(WRITERS["docx"](form_of(shipped()))))
    (section,) = document.sections
    assert section.orientation == WD_ORIENT.LANDSCAPE
    width, height = section.page_width, section.page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (297, 210)
    mark, title = document.paragraphs[:2]
    assert (mark.text, title.text) == ("附件1", shipped().title)
    (table,) = document.tables
    heading, *rows = table._tbl.tr_lst
    assert len(heading.findall(f".//{qn('w:tblHeader')}")) == 1
    assert not any(row.findall(f".//{qn('w:tblHeader')}") for row in rows)
    # What is merged shows the text of its first cell to a library that follows merges.
    assert table.cell(13, 4).text == table.cell(11, 4).text == "指挥中心秘书科"
    assert table.cell(9, 3).text == ""
    footer = section.footer._element.xml
    assert "PAGE" in footer


def test_the_workbook_is_set_up_to_be_printed() -> None:
    book = openpyxl.load_workbook(BytesIO(WRITERS["xlsx"](form_of(shipped()))))
    (sheet,) = book.worksheets
    assert sheet.page_setup.orientation == "landscape"
    assert int(sheet.page_setup.paperSize or 0) == 9
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.page_setup.fitToHeight in (0, "0")
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert "&[Page]" in (sheet.oddFooter.center.text or "").replace("&P", "&[Page]")
    assert (sheet["A1"].value, sheet["A2"].value) == ("附件1", shipped().title)
    assert sheet["A2"].alignment.horizontal == "center"
    merged = {str(each) for each in sheet.merged_cells.ranges}
    assert {"A2:H2", "A5:A6", "C5:C6", "D5:D6", "E14:E16"} <= merged
    assert sheet["D12"].value is None
    assert "D11:D12" not in merged
