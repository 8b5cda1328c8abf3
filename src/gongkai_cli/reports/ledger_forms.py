"""The sheets of a ledger as workbooks offer them: headings, formats, lists, what is checked.

Shared by the empty ledger and by the workbooks that units get: what they offer for choice is what
the reader accepts.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from msgspec import Struct

from ..model.duty import Duty
from ..model.unit import Unit
from ..sources.ledger.cells import OPENNESS
from ..sources.ledger.sheet_headings import COLUMNS, LISTS_SHEET, Heading, SheetForm

LAST_ROW = 1_048_575
MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""Always the same, so that the same facts give the same bytes."""

_FIRST_DAY, _LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
WIDTHS = {"duty": 30, "title": 44, "name": 30, "units": 24, "url": 36, "text": 44, "remark": 24}
"""How wide columns are, by field, in characters of half width; the others have ``WIDTH``."""

WIDTH = 14
_AS_TEXT = ("number", "document_number", "interprets")

GUIDE: dict[str, str] = {
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


class Lists(Struct, frozen=True):
    """What is offered for choice; the first ``columns`` duties have a column of their own."""

    duties: tuple[str, ...]
    columns: int
    units: tuple[str, ...]

    def source(self, heading: Heading, form: SheetForm) -> str | list[str]:
        """Where the choices of a column stand."""
        if heading.field == "duty":
            last = self.columns if form is COLUMNS else len(self.duties)
            return f"={LISTS_SHEET}!$A$1:$A${max(last, 1)}"
        if heading.reading == "units":
            return f"={LISTS_SHEET}!$B$1:$B${max(len(self.units), 1)}"
        return list(OPENNESS) if heading.reading == "openness" else ["是", "否"]


def lists_of(duties: Sequence[Duty], units: tuple[Unit, ...]) -> tuple[Lists, list[Duty]]:
    """The choices for these duties and units, and the duties in the order in which they stand."""
    ordered = sorted(duties, key=lambda duty: not has_column(duty))
    lists = Lists(
        duties=duty_choices(ordered),
        columns=sum(map(has_column, ordered)),
        units=tuple(dict.fromkeys(_unit_choices(units))),
    )
    return lists, ordered


def has_column(duty: Duty) -> bool:
    """Whether the duty has a column of its own on the site."""
    return duty.kind == "publish" and duty.appears_in is None


def duty_choices(duties: Sequence[Duty]) -> tuple[str, ...]:
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


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self.plain = book.add_format({"valign": "top", "text_wrap": True})
        self.text = book.add_format({"valign": "top", "text_wrap": True, "num_format": "@"})
        self.day = book.add_format({"valign": "top", "num_format": "yyyy-mm-dd", "align": "left"})
        self.needed = self._heading("#BDD7EE")
        self.optional = self._heading("#EDEDED")

    def of(self, heading: Heading) -> Any:
        """How the cells below a heading look."""
        if heading.reading == "day":
            return self.day
        return self.text if heading.field in _AS_TEXT else self.plain

    def heading(self, required: bool) -> Any:
        """How a heading looks."""
        return self.needed if required else self.optional

    def _heading(self, colour: str) -> Any:
        look = {"bold": True, "bg_color": colour, "border": 1, "align": "center"}
        return self._book.add_format(look)


def add_form(
    book: Any,
    form: SheetForm,
    headings: Sequence[Heading],
    lists: Lists,
    formats: Formats,
    widths: Mapping[str, int] = WIDTHS,
) -> Any:
    """A sheet for one form with these of its headings, set up for print; cells are checked."""
    sheet = book.add_worksheet(form.name)
    set_up(sheet)
    for column, heading in enumerate(headings):
        width = widths.get(heading.field, WIDTH)
        sheet.set_column(column, column, width, formats.of(heading))
        sheet.write_string(0, column, heading.name, formats.heading(heading.required))
        if rule := _rule(heading, form, lists):
            sheet.data_validation(1, column, LAST_ROW, column, rule)
    return sheet


def set_up(sheet: Any) -> None:
    """Headings that stay in sight and are printed on every page; A4 across, as wide as the page."""
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def write_lists(book: Any, lists: Lists) -> None:
    """The choices on a sheet that does not show: a list in a cell holds only 255 characters."""
    sheet = book.add_worksheet(LISTS_SHEET)
    for column, choices in enumerate((lists.duties, lists.units)):
        for row, choice in enumerate(choices):
            sheet.write_string(row, column, choice)
    sheet.very_hidden()


def _rule(heading: Heading, form: SheetForm, lists: Lists) -> dict[str, Any] | None:
    """What Excel and WPS check while a cell is filled in."""
    said = {"error_title": heading.name, "input_title": heading.name}
    guide = GUIDE[heading.name]
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
