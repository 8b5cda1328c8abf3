"""栏目缺失

问：目录要求公开的事项，网站上是否没有对应的栏目。
依据：目录逐行列明的事项应有栏目；第三方评估对栏目缺失扣分。
判定：台账“栏目”表中“是否存在”为“否”，且核查日期在有效期内。
解除：开设栏目后重新核查登记。缺失的栏目不再另报空白、陈旧、无日期。
示例：公务员考录栏目不存在。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_column import finding, known

CODE = "GK301"
NAME = "栏目缺失"
SEVERITY = Severity.HIGH
SILENCES: tuple[str, ...] = ("GK302", "GK303", "GK304")


def check(evidence: Evidence) -> Iterator[Finding]:
    """Columns that are known not to exist."""
    for view, column in known(evidence):
        if column.exists is False:
            yield finding(
                CODE,
                NAME,
                view,
                severity=SEVERITY,
                state=State.MISSING,
                message=f"网站上没有该栏目（{column.checked}核查）",
                next_step="请开设栏目并公开相应信息",
            )
