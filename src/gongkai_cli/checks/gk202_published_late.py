"""超期公开

问：信息是否在时限之后才公开（内部事项：才办结）。
依据：同“超期未公开”。到期日当天公开算按时。
判定：公开日期在“最晚到期日”之后。
解除：已经发生，不能解除；确属填写错误的，更正台账日期。评估扣分时按要求作出书面说明。
示例：7月25日到期，7月29日公开，超期2个工作日、4个自然日。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity
from .about_case import breach, done_late, kind_of

CODE = "GK202"
NAME = "超期公开"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Records published after the latest day that is in time."""
    for broken in done_late(evidence):
        if kind_of(*broken[:2]) == "record":
            yield breach(CODE, NAME, evidence, broken)
