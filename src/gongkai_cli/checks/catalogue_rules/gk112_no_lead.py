"""未分牵头

问：几个责任单位中，是否写明谁牵头。
依据：谁起草、谁公开；几个单位并列而不分工，容易互相等待。
判定：两个以上责任单位，没有“牵头单位”（配合单位不算）。
解除：文件明确牵头单位后写进“牵头单位”；按其他条款可以判断的，写在“推定: 牵头单位”中。
示例：行政执法公示由法制大队、许可服务科共同负责，11个子栏目没有分工。
"""

from collections.abc import Iterator

from ...model.duty import Duty
from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK112"
NAME = "未分牵头"
SEVERITY = Severity.LOW
BASIS = "文件自身（谁起草、谁公开）"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties that several units share and none leads."""
    for duty in papers.duties:
        if len(duty.unit_names) > 1 and not any(each.role == "lead" for each in duty.units):
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"{'、'.join(duty.unit_names)}并列，没有写明谁牵头{_other_order(papers, duty)}",
                "明确牵头单位和各自负责的部分；在此之前，催办同时发给各单位",
            )


def _other_order(papers: Papers, duty: Duty) -> str:
    """Where another duty of the category names the same units in another order."""
    for other in papers.duties:
        same = other.category == duty.category and set(other.unit_names) == set(duty.unit_names)
        if same and other.unit_names != duty.unit_names:
            return f"；{other.id}写作{'、'.join(other.unit_names)}，先后不同"
    return ""
