"""没有责任单位

问：每个事项是否有点名的责任单位。
依据：目录编制要求写明主体；没有主体的栏目没有人更新。
判定：一个单位也没有点名（可能只有“局属有关单位”一类字样）。
解除：明确责任单位，写进“责任单位”；文件没有的，写在“推定: 责任单位”中。
示例：基层政务公开标准化工作一行只写“局属有关单位”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK111"
NAME = "没有责任单位"
SEVERITY = Severity.HIGH
BASIS = "目录编制要求（主体）"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties that no unit answers for."""
    for duty in papers.duties:
        if not duty.unit_names:
            said = f"只写“{duty.open_units}”" if duty.open_units else "责任单位空白"
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"{said}，没有一个点名的单位",
                "明确责任单位；在此之前，台账每条信息都要写“责任单位”，否则无人可催",
            )
