"""What the headings of published catalogues mean: the words of many bodies, as data.

A word is compared in half width, in simplified script and without white space; 公开主体（责任单位）
is looked up whole, then without its brackets, then by what they hold.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from ...notation.characters import half_width, without_space
from ...notation.script import simplified

Sense = Literal[
    "number",
    "category",
    "name",
    "matter",
    "content",
    "openness",
    "units",
    "limit",
    "freshness",
    "basis",
    "remark",
    "other",
    "part",
]
"""``matter`` is the name unless a ``name`` stands beside it, and then a category; ``other`` is
known and kept as printed; ``part`` is half of a heading in two lines (主动, 县级)."""


class Meaning(Struct, frozen=True):
    """What a heading stands for; ``level`` is that of a category (一级事项 is 1)."""

    sense: Sense
    level: int | None = None


_WORDS: dict[Sense, str] = {
    "number": "序号 行 行号 编号 顺序号 号 项号",
    "category": """类别 目录类别 公开类别 信息类别 事项类别 栏目类别 分类 公开分类 目录分类
        信息分类 事项分类 主题分类 公开领域 领域 类目 大类 小类 公开大类 公开种类 信息大类
        所属类别""",
    "name": """事项名称 目录名称 公开事项名称 信息名称 名称 栏目名称 公开栏目 具体事项
        公开子项 子项 公开事项具体名称 公开信息名称 具体公开事项""",
    "matter": """公开事项 事项 公开项目 项目 公开目录 目录 信息事项 主动公开事项
        政务公开事项 栏目 公开信息 公开主题 项目名称""",
    "content": """公开内容 公开内容要素 公开内容及要素 内容规范 具体内容 内容要求 公开要素
        内容要素 内容描述 主要内容 内容 公开的内容 公开具体内容 信息内容 公开内容及要求
        公开内容和要求 内容标准 公开标准 具体公开内容 公开内容描述 内容说明""",
    "openness": "政务五公开 五公开 五公开类别 五公开属性 五公开分类 政务公开五公开",
    "units": """公开主体 责任单位 责任科室 责任部门 责任主体 公开责任主体 公开责任单位
        公开责任部门 公开单位 公开部门 公开科室 保障部门 保障单位 承办单位 承办科室
        主管科室 主管部门 责任处室 责任股室 责任站所 提供单位 发布单位 发布主体
        信息提供单位 具体责任单位 实施主体 科室 单位 责任科室单位 责任部门单位
        公开主体责任单位""",
    "limit": """公开时限 时限 时限要求 公开时间 公开期限 提供内容时效标准 内容时效标准
        内容时效 公开时效 时效要求 公布时限 完成时限 时效 公开时间要求 发布时限
        公开时限要求 时间要求 期限 公开时间时限 公开时限时间 信息公开时限 主动公开时限
        时效标准 公布时间""",
    "freshness": "更新标准 更新频率 更新周期 更新要求 更新频次 更新时限 更新时间",
    "basis": "公开依据 依据 法律依据 政策依据 设定依据 法规依据 公开的依据 法律法规依据 依据文件",
    "remark": "备注 说明 附注",
    "other": """公开渠道和载体 公开渠道及载体 公开渠道 公开载体 公开形式 公开方式 公开途径
        公开平台 公开对象 公开范围 公开层级 公开级别 公开属性 公开程序 公开程度 生成时间
        生成日期 监督渠道 监督方式 公开格式 发布渠道 公开方法 公开网址 链接地址 栏目位置
        公开流程 公开位置 责任人 联系电话 性质""",
    "part": """主动 主动公开 依申请 依申请公开 全社会 面向全社会 特定群众 特定群体 特定对象
        特定人群 国家级 省级 市级 县级 区级 区县级 县区级 乡级 镇级 乡镇级 镇街级 村级 社区
        不予公开""",
}
_NUMERALS = "一二三四五六"
_LEVEL = re.compile(
    r"(?:栏目|栏目名称|目录|目录名称|事项|公开事项|类别|分类)?\(?([一二三四五六1-6])级\)?"
    r"(?:目录|事项|公开事项|类别|分类|栏目|标题|主题|栏目名称|目录名称|事项名称)?"
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_MARKS = str.maketrans("", "", "“”\"'‘’、,:;.*#/·和及与或")


def plain(text: str) -> str:
    """A heading as it is compared.

    >>> plain("責 任\\n單 位（科室）")
    '责任单位(科室)'
    """
    return simplified(without_space(half_width(text))).strip(":*")


@cache
def meaning(heading: str) -> Meaning | None:
    """What a heading means; ``None`` for one that is not known. Two lines are parted by ``/``.

    >>> meaning("公开主体（责任单位）").sense, meaning("公开事项/二级事项").level
    ('units', 2)
    """
    *above, last = heading.split("/")
    for part in (last, "".join((*above, last)), *above):
        found = _one(plain(part))
        if found is not None and (found.sense != "part" or not above):
            return found
        if found is not None:
            return Meaning("other")
    return None


def _one(text: str) -> Meaning | None:
    if level := _LEVEL.fullmatch(text):
        return Meaning("category", (_NUMERALS.find(level[1]) + 1) or int(level[1]))
    inside = [each for each in _BRACKETS.findall(text) if each]
    for word in (text, _BRACKETS.sub("", text), *inside):
        sense = _senses().get(word.translate(_MARKS)) or _senses().get(word)
        if sense is not None:
            return Meaning(sense)
    return None


@cache
def _senses() -> dict[str, Sense]:
    return {
        word.translate(_MARKS): sense for sense, words in _WORDS.items() for word in words.split()
    }
