"""Workbooks by libraries and by hand, with the things in them that only a patch leaves alone."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
import xlsxwriter

from gongkai_cli.sources.ledger.workbook_guard import Unfit, inspect

HEADINGS = ("编号", "标题", "形成日期", "公开日期")
SHEET = "信息台账"


def by_openpyxl() -> bytes:
    """Two rows; one day is a date, the other a text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    sheet.append(HEADINGS)
    sheet.append(("1", "甲", date(2024, 6, 27), None))
    sheet.append(("2", "乙", "2024.7.1", None))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def by_xlsxwriter(date_1904: bool = False) -> bytes:
    """With a text box, a sparkline, data bars, a list, rich text, a picture of a chart, a link."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "date_1904": date_1904})
    sheet = book.add_worksheet(SHEET)
    other = book.add_worksheet("别的")
    day = book.add_format({"num_format": "yyyy/m/d", "bg_color": "#FFFF00"})
    bold = book.add_format({"bold": True})
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(0, column, heading, bold)
    sheet.write_string(1, 0, "1")
    sheet.write_rich_string(1, 1, "甲", bold, "粗", "体")
    sheet.write_datetime(1, 2, datetime(2024, 6, 27), day)  # noqa: DTZ001 - sheets know no zone
    sheet.write_blank(1, 3, None, day)
    sheet.write_string(2, 0, "2")
    sheet.write_formula(2, 1, '="乙"', None, "乙")
    sheet.write_string(2, 2, "2024.7.1")
    sheet.insert_textbox(5, 5, "文本框")
    sheet.add_sparkline(1, 6, {"range": f"{SHEET}!C2:D2"})
    sheet.conditional_format("C2:C9", {"type": "data_bar", "data_bar_2010": True})
    sheet.data_validation("D2:D9", {"validate": "list", "source": "=别的!$A$1:$A$2"})
    sheet.autofilter("A1:D3")
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": f"={SHEET}!$C$2:$C$3"})
    other.insert_chart("C3", chart)
    other.write_url("A1", "https://www.example.gov.cn/", None, "链接")
    book.close()
    return data.getvalue()


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def by_hand(rows: str | None = None, tail: str = "", book: str = "", columns: str = "") -> bytes:
    """As WPS writes with prefixes: every element of the sheets is called ``x:…``.

    ``rows`` take the place of the rows, ``tail`` stands behind them.
    """
    rows = rows or (
        '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1" t="inlineStr">'
        "<x:is><x:t>标题</x:t></x:is></x:c></x:row>"
        '<x:row r="3" spans="1:2" ht="30" customHeight="1"><x:c r="A3" s="1"><x:v>45470</x:v></x:c>'
        '<x:c r="B3"/></x:row>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-'
            f'officedocument.spreadsheetml.{kind}+xml"/>'
            for part, kind in (
                ("xl/workbook.xml", "sheet.main"),
                ("xl/worksheets/sheet1.xml", "worksheet"),
                ("xl/styles.xml", "styles"),
                ("xl/sharedStrings.xml", "sharedStrings"),
            )
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<x:workbook xmlns:x="{_MAIN}" xmlns:r="{_LINKS}">{book}'
        f'<x:sheets><x:sheet name="{SHEET}" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
            for number, (kind, target) in enumerate(
                (
                    ("worksheet", "worksheets/sheet1.xml"),
                    ("styles", "styles.xml"),
                    ("sharedStrings", "sharedStrings.xml"),
                ),
                1,
            )
        )
        + "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<x:worksheet xmlns:x="{_MAIN}"><x:dimension ref="A1:B3"/>'
        f"{columns}<x:sheetData>{rows}</x:sheetData>{tail}</x:worksheet>",
        "xl/styles.xml": f'<x:styleSheet xmlns:x="{_MAIN}"><x:fonts count="1"><x:font/></x:fonts>'
        '<x:fills count="1"><x:fill/></x:fills><x:borders count="1"><x:border/></x:borders>'
        '<x:cellStyleXfs count="1"><x:xf/></x:cellStyleXfs>'
        '<x:cellXfs count="3"><x:xf numFmtId="0"/><x:xf numFmtId="31"/>'
        '<x:xf numFmtId="0"><x:protection locked="0"/></x:xf></x:cellXfs></x:styleSheet>',
        "xl/sharedStrings.xml": f'<x:sst xmlns:x="{_MAIN}"><x:si><x:r><x:t>编</x:t></x:r><x:r>'
        "<x:t>号</x:t></x:r><x:rPh><x:t>音</x:t></x:rPh></x:si></x:sst>",
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, _HEAD + text.encode())
    return data.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed_parts(before: bytes, after: bytes) -> set[str]:
    """The parts that are not what they were; none may be gone or new."""
    old, new = parts_of(before), parts_of(after)
    assert list(old) == list(new)
    return {name for name in old if old[name] != new[name]}


def seen(data: bytes, sheet: str = SHEET) -> list[list[Any]]:
    """The values as calamine sees them, from A1."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def seen_by_openpyxl(data: bytes) -> Any:
    """The sheet as openpyxl sees it."""
    return openpyxl.load_workbook(io.BytesIO(data))[SHEET]


def passes_the_guard(data: bytes, folder: Path) -> bool:
    """Whether the program would read the workbook."""
    path = folder / "book.xlsx"
    path.write_bytes(data)
    return not isinstance(inspect(path), Unfit)


def every_kind() -> Iterator[bytes]:
    """A workbook of each origin."""
    yield by_openpyxl()
    yield by_xlsxwriter()
    yield by_xlsxwriter(date_1904=True)
    yield by_hand()
