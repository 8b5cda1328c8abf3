"""The empty ledger as a workbook: what it offers for choice is what the reader accepts."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from ..model.duty import Catalogue, Duty
from ..model.unit import Unit
from ..sources.ledger.cells import OPENNESS
from ..sources.ledger.sheet_headings import (
    COLUMNS,
    FORMS,
    GUIDE_SHEET,
    LISTS_SHEET,
    RECORDS,
    Heading,
    SheetForm,
)

_LAST_ROW = 1_048_575
_MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""Always the same, so that the same catalogue gives the same bytes."""

_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
_WIDTHS = {"duty": 30, "title": 44, "name": 30, "units": 24, "url": 36, "text": 44, "remark": 24}
_WIDTH = 14
_AS_TEXT = ("number", "document_number", "interprets")

_GUIDE: dict[str, str] = {
    "编号": "本单位给每条信息的编号，不能重复；没有编号的按文号、标题加形成日期识别",
    "事项": "从下拉列表中选；也可以只写编号、名称或“类别/名称”",
    "标题": "信息的标题",
    "文号": "有文号的填文号",
    "责任单位": "从下拉列表中选；几个单位用顿号分开；不填的按目录",
    "形成日期": "信息形成的日期（文件为成文日期）",
    "变更日期": "内容有变更的，填最近一次变更的日期",
    "公开日期": "实际公开的日期；报送、会议等事项填完成的日期；还没有公开的留空",
    "公开地址": "公开后的网页地址",
    "公开属性": "主动公开、依申请公开或不予公开",
    "解读对象": "解读材料填所解读文件的编号或文号",
    "是否解读": "这份文件是否需要解读：是或否",
    "备注": "",
    "栏目名称": "网站上栏目的名称",
    "地址": "栏目的网页地址",
    "是否存在": "网站上有没有这个栏目：是或否",
    "条目数": "栏目中信息的条数；没有信息填 0",
    "最后更新日期": "栏目中最新一条信息的日期；信息都没有日期的留空",
    "核查日期": "查看网站的日期；时间过久的核查结果不作依据",
    "核查人": "",
    "期间起": "说明从哪一天起没有此类信息",
    "期间止": "到哪一天为止",
    "说明内容": "如：本期间没有形成此类信息",
    "有效期至": "过了这一天，说明不再有效；不填的到期间止",
    "登记人": "",
    "登记日期": "",
}
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
    one for statements, and one that explains. Duties and units are chosen from lists on a sheet
    that does not show, because a list inside a cell may not be longer than 255 characters.
    """
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    book.set_properties({"title": f"{catalogue.title}：台账", "created": _MADE})
    duties = sorted(catalogue.duties, key=lambda duty: not _has_column(duty))
    lists = _Lists(
        duties=_duty_choices(duties),
        columns=sum(map(_has_column, duties)),
        units=tuple(dict.fromkeys(_unit_choices(catalogue.units))),
    )
    for form in FORMS:
        _write_form(book, form, lists)
    _write_columns(book, lists, duties)
    _write_guide(book)
    _write_lists(book, lists)
    book.close()
    return data.getvalue()


class _Lists:
    """What is offered for choice; the first ``columns`` duties have a column of their own."""

    def __init__(self, duties: Sequence[str], columns: int, units: Sequence[str]) -> None:
        self.duties = duties
        self.columns = columns
        self.units = units

    def source(self, heading: Heading, form: SheetForm) -> str | list[str]:
        """Where the choices of a column stand."""
        if heading.field == "duty":
            last = self.columns if form is COLUMNS else len(self.duties)
            return f"={LISTS_SHEET}!$A$1:$A${max(last, 1)}"
        if heading.reading == "units":
            return f"={LISTS_SHEET}!$B$1:$B${max(len(self.units), 1)}"
        return list(OPENNESS) if heading.reading == "openness" else ["是", "否"]


def _has_column(duty: Duty) -> bool:
    return duty.kind == "publish" and duty.appears_in is None


def _duty_choices(duties: Sequence[Duty]) -> tuple[str, ...]:
    """Id and name; with the category where two duties have one name."""
    named = Counter(duty.name for duty in duties)
    return tuple(
        f"{duty.id} {duty.name if named[duty.name] == 1 else duty.title}" for duty in duties
    )


def _unit_choices(units: tuple[Unit, ...], above: str = "") -> Iterator[str]:
    """Every unit by the name of its parent and its own, as papers write a section."""
    for unit in units:
        yield above + unit.name
        yield from _unit_choices(unit.children, unit.name)


def _write_form(book: Any, form: SheetForm, lists: _Lists) -> None:
    sheet = book.add_worksheet(form.name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    plain = book.add_format({"valign": "top", "text_wrap": True})
    text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
    day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
    for column, heading in enumerate(form.headings):
        cells = day if heading.reading == "day" else text if heading.field in _AS_TEXT else plain
        sheet.set_column(column, column, _WIDTHS.get(heading.field, _WIDTH), cells)
        sheet.write_string(0, column, heading.name, _heading_format(book, heading.required))
        if rule := _rule(heading, form, lists):
            sheet.data_validation(1, column, _LAST_ROW, column, rule)


def _heading_format(book: Any, required: bool) -> Any:
    colour = "#BDD7EE" if required else "#EDEDED"
    return book.add_format({"bold": True, "bg_color": colour, "border": 1, "align": "center"})


def _rule(heading: Heading, form: SheetForm, lists: _Lists) -> dict[str, Any] | None:
    """What Excel and WPS check while a cell is filled in."""
    said = {"error_title": heading.name, "input_title": heading.name}
    guide = _GUIDE[heading.name]
    if heading.reading == "day":
        said |= {"input_message": f"{guide or '日期'}，如 2024-06-27"}
        said |= {"error_message": "请填日期，年份四位，如 2024-06-27"}
        return {"validate": "date", "criteria": "between", **said} | {
            "minimum": _FIRST_DAY,
            "maximum": _LAST_DAY,
        }
    if heading.reading == "count":
        said |= {"error_message": "请填整数，如 0、5、20", "input_message": guide}
        return {"validate": "integer", "criteria": ">=", "value": 0, **said}
    if heading.reading in ("text", "remark"):
        return None
    said |= {"input_message": guide, "error_message": f"不在下拉列表中。{guide}"}
    strict = heading.reading in ("yes-no", "openness")
    return {
        "validate": "list",
        "source": lists.source(heading, form),
        "error_type": "stop" if strict else "warning",
        **said,
    }


def _write_columns(book: Any, lists: _Lists, duties: Sequence[Duty]) -> None:
    """A row for each column to look at; what is seen there is left to fill in."""
    sheet = book.get_worksheet_by_name(COLUMNS.name)
    for row, duty in enumerate(duties[: lists.columns], 1):
        sheet.write_string(row, 0, lists.duties[row - 1])
        sheet.write_string(row, 1, duty.title)


def _write_guide(book: Any) -> None:
    sheet = book.add_worksheet(GUIDE_SHEET)
    sheet.hide_gridlines(2)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, width in enumerate((12, 14, 8, 60, 60)):
        sheet.set_column(column, column, width, wrapped)
    bold = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, "台账填写说明", bold)
    for row, line in enumerate(_ADVICE, 1):
        sheet.merge_range(row, 0, row, 4, f"{row}. {line}", wrapped)
    top = len(_ADVICE) + 2
    for column, name in enumerate(("工作表", "列", "必须有", "怎样填写", "表头也可写作")):
        sheet.write_string(top, column, name, _heading_format(book, True))
    rows = ((form, heading) for form in FORMS for heading in form.headings)
    for row, (form, heading) in enumerate(rows, top + 1):
        needed = "是" if heading.required else ""
        cells = (form.name, heading.name, needed, _GUIDE[heading.name], "、".join(heading.synonyms))
        for column, cell in enumerate(cells):
            sheet.write_string(row, column, cell, wrapped)


def _write_lists(book: Any, lists: _Lists) -> None:
    sheet = book.add_worksheet(LISTS_SHEET)
    for column, choices in enumerate((lists.duties, lists.units)):
        for row, choice in enumerate(choices):
            sheet.write_string(row, column, choice)
    sheet.very_hidden()
    book.get_worksheet_by_name(RECORDS.name).activate()
