"""The empty ledger as a workbook: what it offers for choice is what the reader accepts."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from ..model.duty import Catalogue, Duty
from ..sources.ledger.sheet_headings import COLUMNS, FORMS, GUIDE_SHEET, RECORDS
from .ledger_forms import GUIDE, MADE, Formats, Lists, add_form, lists_of, write_lists

_ADVICE = (
    "“信息台账”每条信息填一行；“栏目”每次查看网站后填一行；一段时间内没有此类信息的，在“说明”中填一行。",
    "蓝色表头的列必须保留，灰色表头的列可以删去。",
    "日期用四位年份，如 2024-06-27；单元格已设为日期格式。",
    "表头可以换成下表“也可写作”中的名称，列的先后不限；可以加列，不认识的列不读。",
    "隐藏的行和隐藏的工作表不读。纵向合并的单元格，每一行都按左上角的内容读。",
    "填好后用 gongkai ledger check 检查：有错误的单元格会逐个列出。",
)


def render(catalogue: Catalogue) -> bytes:
    """The workbook for the ledger of ``catalogue``, as .xlsx.

    A sheet for records, one for columns with a row for each column that the catalogue asks for,
    one for statements, and one that explains. Duties and units are chosen from lists.
    """
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"title": f"{catalogue.title}：台账", "created": MADE})
    lists, duties = lists_of(catalogue.duties, catalogue.units)
    formats = Formats(book)
    for form in FORMS:
        add_form(book, form, form.headings, lists, formats)
    _write_columns(book, lists, duties)
    _write_guide(book, formats)
    write_lists(book, lists)
    book.get_worksheet_by_name(RECORDS.name).activate()
    book.close()
    return data.getvalue()


def _write_columns(book: Any, lists: Lists, duties: Sequence[Duty]) -> None:
    """A row for each column to look at; what is seen there is left to fill in."""
    sheet = book.get_worksheet_by_name(COLUMNS.name)
    for row, duty in enumerate(duties[: lists.columns], 1):
        sheet.write_string(row, 0, lists.duties[row - 1])
        sheet.write_string(row, 1, duty.title)


def _write_guide(book: Any, formats: Formats) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.hide_gridlines(2)
    wrapped = formats.plain
    for column, width in enumerate((12, 14, 8, 60, 60)):
        sheet.set_column(column, column, width, wrapped)
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, "台账填写说明", bold)
    for row, line in enumerate(_ADVICE, 1):
        sheet.merge_range(row, 0, row, 4, f"{row}. {line}", wrapped)
    top = len(_ADVICE) + 2
    for column, name in enumerate(("工作表", "列", "必须有", "怎样填写", "表头也可写作")):
        sheet.write_string(top, column, name, formats.heading(True))
    rows = ((form, heading) for form in FORMS for heading in form.headings)
    for row, (form, heading) in enumerate(rows, top + 1):
        needed = "是" if heading.required else ""
        cells = (form.name, heading.name, needed, GUIDE[heading.name], "、".join(heading.synonyms))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, wrapped)
