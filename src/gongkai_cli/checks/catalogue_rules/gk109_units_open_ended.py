"""单位没有列全

问：责任单位是否都点了名。
依据：责任要分解到单位和具体人员；“等有关科室”没有点名的单位，无法催办，也无法追责。
判定：点了一部分单位，另有“等……”“配合单位：相关……”一类没有列全的字样。
解除：列全单位，去掉“另有”；确实不固定的，由牵头单位按每条信息在台账“责任单位”中写明。
示例：治安管理一行列了四个单位，又写“等有关科室”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK109"
NAME = "单位没有列全"
SEVERITY = Severity.MEDIUM
BASIS = "责任分解到单位（文件自身）"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties that name some units and leave the list open."""
    for duty in papers.duties:
        if duty.open_units is not None and duty.units:
            named = "、".join(each.unit for each in duty.units)
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"列了{named}，另有“{duty.open_units}”没有点名",
                "列全责任单位；不固定的，在台账每条信息的“责任单位”中写明",
            )
