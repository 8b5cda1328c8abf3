"""单位叫法不一

问：同一个单位在文件中是否有两种叫法。
依据：台账、通讯录、目录要用同一个名称才能对上。
判定：各事项的“责任单位”等处，对同一单位用了两种以上写法。
解除：修订文件时统一；读取时都认得，报告中用“单位”里登记的名称。
示例：有的行写“许可服务科”，有的条写“指挥中心许可服务科”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from ...model.unit import every_unit
from .about_duty import on_paper
from .papers import Papers

CODE = "GK113"
NAME = "单位叫法不一"
SEVERITY = Severity.LOW
BASIS = "印本原文"


def check(papers: Papers) -> Iterator[Finding]:
    """Units that the rows call by more than one name."""
    for unit in every_unit(papers.catalogue.units):
        used: dict[str, list[str]] = {}
        for duty in papers.duties:
            for each in duty.units:
                if each.unit == unit.name:
                    used.setdefault(each.written or unit.name, []).append(duty.id)
        if len(used) > 1:
            words = "，".join(f"“{name}”（{'、'.join(ids)}）" for name, ids in used.items())
            yield on_paper(
                CODE,
                NAME,
                SEVERITY,
                unit.name,
                unit.place,
                f"“{unit.name}”有{len(used)}种叫法：{words}",
                "修订文件时统一；报告中一律用“单位”里登记的名称",
            )
