"""暂不能定

问：到期日有最早、最晚两个可能，核查日（或公开日期）是否落在两者之间。
依据：计算时限的未定问题（口径），或者放假通知尚未发布。
判定：在最早到期日之后、最晚到期日当日或之前；此时不认定超期，也不认定合规。
解除：在 gongkai.yaml 的“口径”中选定读法；通知发布后自动确定。
示例：自然日时限的末日是星期六，顺延则到下星期一，不顺延则当天到期。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import finding

CODE = "GK207"
NAME = "暂不能定"
SEVERITY = Severity.LOW
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Clocks whose day of answer lies between the earliest and the latest due date."""
    for case, each, deadline in evidence.running:
        if deadline.earliest < (case.done or evidence.as_of) <= deadline.latest:
            yield finding(
                CODE,
                NAME,
                case,
                each,
                severity=SEVERITY,
                state=State.UNDECIDED,
                message=f"最早{deadline.earliest}、最晚{deadline.latest}到期："
                f"{'；'.join(deadline.open)}",
                next_step="尽快办理；选定口径或收录放假通知后自动确定",
            )
