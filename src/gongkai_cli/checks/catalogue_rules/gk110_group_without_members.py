"""群组没有成员

问：目录中作为一组出现的单位（如各派出所）是否列出了成员。
依据：责任要分解到单位；没有成员名单，不知道该催哪一个。
判定：“单位”中标了“群组”，“下设”是空的。
解除：在“下设”中列出成员。
示例：只写“各派出所”，没有列出是哪几个所。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from ...model.unit import every_unit
from .about_duty import on_paper
from .papers import Papers

CODE = "GK110"
NAME = "群组没有成员"
SEVERITY = Severity.LOW
BASIS = "责任分解到单位（文件自身）"


def check(papers: Papers) -> Iterator[Finding]:
    """Open groups whose members are not listed."""
    for unit in every_unit(papers.catalogue.units):
        if unit.group is not None and not unit.children:
            named = [
                duty.id
                for duty in papers.duties
                if any(each.unit == unit.name for each in duty.units)
            ]
            where = f"（{'、'.join(named)}）" if named else ""
            yield on_paper(
                CODE,
                NAME,
                SEVERITY,
                unit.name,
                unit.place,
                f"“{unit.name}”{where}没有成员：{unit.group}",
                "在“单位”中给它的“下设”列出成员",
            )
