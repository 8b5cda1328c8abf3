"""栏目空白

问：栏目是否存在但没有任何内容，也没有“无此类信息”的有效说明。
依据：政府网站检查指标和第三方评估对空白栏目扣分；有说明的空白按“已说明”处理，不按合规处理。
判定：条目数为0，且核查日没有有效的说明。
解除：公开内容；确无此类信息的，在“说明”表登记，写明期间和有效期。
示例：政府开放日栏目没有一条信息。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_column import finding, known

CODE = "GK302"
NAME = "栏目空白"
SEVERITY = Severity.HIGH
SILENCES: tuple[str, ...] = ("GK303", "GK304")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Columns without items and without a valid statement."""
    for view, column in known(evidence):
        if column.exists and column.items == 0 and view.statement is None:
            yield finding(
                CODE,
                NAME,
                view,
                severity=SEVERITY,
                state=State.BLANK,
                message=f"栏目没有内容（{column.checked}核查）",
                next_step="公开内容；确无此类信息的，发布并登记说明",
            )
