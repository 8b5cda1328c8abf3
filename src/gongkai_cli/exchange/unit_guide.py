"""The sheet that explains a unit's workbook to whoever fills it in."""

from typing import Any

from ..office.table_cells import holdable
from ..reports.ledger_forms import Formats
from ..sources.ledger.sheet_headings import GUIDE_SHEET
from .base_sheet import Base

_LINES = (
    "“信息台账”是本单位的信息：请核对、补填，新的信息在最后一行下面加写，编号可以不填。",
    "“栏目”是本单位负责的网站栏目：每次查看网站后，填写是否存在、条目数、最后更新日期和核查日期。",
    "一段时间内没有此类信息的，在“说明”中填一行。",
    "“待办”和灰色表头的到期日、剩余工作日、状态是算好的，改动不会收回。剩余工作日是负数的，已经超期。",
    "看过以后在“签收”列填日期，填一格即可。",
    "日期用四位年份，如 2024-06-27；单元格已设为日期格式。",
    "可以排序和筛选。请不要删改表头和工作表，也不要把内容复制到新的工作簿里再交回。",
    "删去的行不会从总台账中删去；确实要删的，请告诉下发的单位。",
    "填好后保存，仍是 .xlsx，交回下发的单位。",
)


def write_guide(book: Any, formats: Formats, base: Base, code: str) -> None:
    """Add the sheet; ``code`` is the heading of the column that must stay as it is."""
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_column(0, 0, 90, formats.plain)
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, holdable(f"{base.unit}：台账填写说明"), bold)
    said = f"{base.body}，{base.issued} 下发；到期日和状态按 {base.as_of} 计算。"
    kept = f"隐藏的“{code}”列和底本用来对照改动，请保留。"
    sheet.write_string(1, 0, holdable(said), formats.plain)
    for row, line in enumerate((*_LINES, kept), 1):
        sheet.write_string(row + 1, 0, holdable(f"{row}. {line}"), formats.plain)
