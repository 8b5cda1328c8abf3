"""The sheets of a ledger and their headings, with everything else that people call them.

A heading that the papers use is a word in this table. The words are those of INTERFACE (the first
of each row) and of published tables of county bodies.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct, structs

from ...notation.characters import half_width, without_space

Reading = Literal[
    "text", "remark", "day", "count", "yes-no", "duty", "duty-or-none", "units", "openness"
]
"""How the cells of a column are read; a ``remark`` is a text that no judgment needs.

A record may belong to no duty yet, which a check says; what was seen of a column, and a statement,
are of no use without one.
"""


class Heading(Struct, frozen=True):
    """A column: its printed heading, the field that it fills, how it is read, its other names."""

    name: str
    field: str
    reading: Reading
    synonyms: tuple[str, ...] = ()
    required: bool = False


class SheetForm(Struct, frozen=True):
    """A kind of sheet: its name, its other names, its columns in printed order."""

    name: str
    synonyms: tuple[str, ...]
    headings: tuple[Heading, ...]


_DUTY = Heading(
    "事项",
    "duty",
    "duty",
    ("公开事项", "事项编号", "事项名称", "目录事项", "目录名称", "目录编号", "公开目录"),
    required=True,
)
_UNITS = Heading(
    "责任单位",
    "units",
    "units",
    (
        "责任科室",
        "责任部门",
        "责任主体",
        "公开主体",
        "公开主体(责任单位)",
        "承办单位",
        "承办科室",
        "承办部门",
        "保障单位",
        "保障部门",
        "单位",
        "科室",
        "部门",
    ),
)

RECORDS = SheetForm(
    "信息台账",
    (
        "台账",
        "公开台账",
        "信息公开台账",
        "政务公开台账",
        "公开信息台账",
        "主动公开台账",
        "政府信息公开台账",
        "信息登记表",
    ),
    (
        Heading("编号", "number", "text", ("信息编号", "台账编号", "记录编号", "索引号")),
        structs.replace(_DUTY, reading="duty-or-none"),
        Heading(
            "标题",
            "title",
            "text",
            ("信息名称", "文件名称", "信息标题", "文件标题", "名称", "题名"),
            required=True,
        ),
        Heading(
            "文号",
            "document_number",
            "text",
            ("发文字号", "发文文号", "文件编号", "文件文号", "文件字号", "发布文号"),
        ),
        _UNITS,
        Heading(
            "形成日期",
            "formed",
            "day",
            (
                "形成时间",
                "成文日期",
                "成文时间",
                "生成日期",
                "生成时间",
                "制作日期",
                "信息形成日期",
                "信息形成时间",
            ),
            required=True,
        ),
        Heading("变更日期", "changed", "day", ("变更时间", "修改日期", "修订日期", "变动日期")),
        Heading(
            "公开日期",
            "published",
            "day",
            (
                "公开时间",
                "发布日期",
                "发布时间",
                "公布日期",
                "公布时间",
                "上网日期",
                "上网时间",
                "实际公开日期",
                "实际公开时间",
            ),
            required=True,
        ),
        Heading(
            "公开地址",
            "url",
            "remark",
            ("公开网址", "公开链接", "信息链接", "发布网址", "网页地址", "网址", "链接", "地址"),
        ),
        Heading("公开属性", "openness", "openness", ("公开类型", "公开性质")),
        Heading("解读对象", "interprets", "text", ("解读文件", "被解读文件", "所解读文件")),
        Heading("是否解读", "interpretation", "yes-no", ("是否需要解读", "是否需解读", "需要解读")),
        Heading("备注", "remark", "remark", ("附注", "备注说明")),
    ),
)

COLUMNS = SheetForm(
    "栏目",
    ("栏目核查", "栏目检查", "栏目台账", "栏目核查表", "栏目检查表", "栏目情况", "网站栏目"),
    (
        _DUTY,
        Heading("栏目名称", "name", "text", ("栏目", "栏目标题", "网站栏目")),
        Heading(
            "地址", "url", "remark", ("栏目地址", "栏目网址", "栏目链接", "网址", "链接", "url")
        ),
        Heading(
            "是否存在",
            "exists",
            "yes-no",
            ("栏目是否存在", "是否有栏目", "有无栏目", "是否设置", "是否建立"),
            required=True,
        ),
        Heading(
            "条目数",
            "items",
            "count",
            ("信息条数", "信息数量", "信息数", "条目数量", "条数", "数量"),
        ),
        Heading(
            "最后更新日期",
            "updated",
            "day",
            (
                "最后更新时间",
                "最近更新日期",
                "最近更新时间",
                "最新更新日期",
                "最新更新时间",
                "更新日期",
                "更新时间",
                "检查时更新日期",
            ),
        ),
        Heading(
            "核查日期",
            "checked",
            "day",
            ("核查时间", "检查日期", "检查时间", "巡查日期", "巡查时间"),
            required=True,
        ),
        Heading("核查人", "checked_by", "remark", ("检查人", "巡查人", "核查人员", "检查人员")),
    ),
)

STATEMENTS = SheetForm(
    "说明",
    ("无此类信息说明", "情况说明", "空白说明", "空栏目说明", "栏目说明"),
    (
        _DUTY,
        _UNITS,
        Heading(
            "期间起",
            "first",
            "day",
            ("期间开始", "期间自", "起始日期", "开始日期", "自"),
            required=True,
        ),
        Heading(
            "期间止",
            "last",
            "day",
            ("期间结束", "期间至", "截止日期", "结束日期", "终止日期", "至"),
            required=True,
        ),
        Heading("说明内容", "text", "text", ("说明", "情况说明", "内容"), required=True),
        Heading("有效期至", "expires", "day", ("有效期", "有效期限", "失效日期", "有效截止日期")),
        Heading("登记人", "registered_by", "remark", ("填报人", "填表人")),
        Heading("登记日期", "registered", "day", ("登记时间", "填报日期", "填报时间", "填表日期")),
    ),
)

FORMS = (RECORDS, COLUMNS, STATEMENTS)

GUIDE_SHEET = "填写说明"
LISTS_SHEET = "选项"
BASE_SHEET = "下发底本"
OWN_SHEETS = (GUIDE_SHEET, LISTS_SHEET, BASE_SHEET)
"""Sheets of our own workbooks that hold no facts: of the template, and of those for units."""

_HINT = (
    r"\((?:必填|选填|可选|可不填|没有可不填|编号或名称|年/月/日"
    r"|yyyy[-/.]mm[-/.]dd|是/否|网址|链接)\)"
)


def heading_key(text: str) -> str:
    """A heading as it is compared: half width, without white space, marks and filling hints.

    >>> heading_key(" 公开\\n日期（必填）")
    '公开日期'
    """
    plain = without_space(half_width(text)).lower()
    return (re.sub(_HINT, "", plain) if "(" in plain else plain).strip("*:")


@cache
def headings_of(form: SheetForm) -> dict[str, Heading]:
    """Every accepted name of a form's columns, as it is compared."""
    return {
        heading_key(word): each for each in form.headings for word in (each.name, *each.synonyms)
    }


def accepted_names(heading: Heading) -> str:
    """What a column may be called, for a message."""
    return "、".join((heading.name, *heading.synonyms))


def form_named(name: str) -> SheetForm | None:
    """The kind of sheet that a sheet or file of this name is.

    >>> form_named("栏目核查").name
    '栏目'
    >>> form_named("Sheet1") is None
    True
    """
    key = heading_key(name)
    return next((form for form in FORMS if key in (form.name, *form.synonyms)), None)
