"""待人工认定

问：是否有只能由人决定、台账还没有写明的事。
依据：并非每份文件都需要解读；工具不替人猜。
判定：已公开的文件没有解读，台账“是否解读”也没有填写。
解除：在台账“是否解读”填“是”或“否”；已有解读的，在解读那一行填写“解读对象”。
示例：一份已公开的通知，没有写明是否需要解读。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import finding

CODE = "GK702"
NAME = "待人工认定"
SEVERITY = Severity.INFO
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Cases that wait for somebody's decision."""
    for case in evidence.unsettled:
        if case.doubt is not None:
            yield finding(
                CODE,
                NAME,
                case,
                None,
                severity=SEVERITY,
                state=State.BY_HAND,
                message=case.doubt,
                next_step="在台账“是否解读”填“是”或“否”",
            )
