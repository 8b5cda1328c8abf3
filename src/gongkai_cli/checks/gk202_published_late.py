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
from .about_case import assumed_words, done_late, finding, kind_of, lateness, weight

CODE = "GK202"
NAME = "超期公开"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Records published after the latest day that is in time."""
    for case, each, deadline in done_late(evidence):
        if kind_of(case, each) == "record":
            state = lateness(each, evidence)
            yield finding(
                CODE,
                NAME,
                case,
                each,
                severity=weight(each.clock, state),
                state=state,
                message=f"{each.clock.authority.breach}：应于{deadline.due}前（含当日），"
                f"实际{case.done}{assumed_words(each.clock)}",
                next_step="查明原因；日期填写有误的更正台账",
            )
