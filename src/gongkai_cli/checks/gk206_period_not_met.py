"""定期事项未办

问：每月、每季、每年应当办理一次的事项，是否有一期没有办或者过期才办。
依据：目录或文件条款中的周期要求。
判定：台账期内，一期的期限已过而台账没有对应的信息，或者办结日期在期限之后。
解除：补办并登记台账；确无此类信息的，在“说明”表登记该期间。
示例：每季度结束后10个工作日内报审批单，第三季度没有报。
"""

from collections.abc import Iterator
from itertools import chain

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity
from .about_case import (
    assumed_words,
    done_late,
    finding,
    kind_of,
    lateness,
    overdue,
    weight,
    what_to_do,
)

CODE = "GK206"
NAME = "定期事项未办"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Periods that have ended without what they call for, or got it too late."""
    for case, each, deadline in chain(overdue(evidence), done_late(evidence)):
        if kind_of(case, each) == "periodic":
            state = lateness(each, evidence)
            then = f"实际{case.done}" if case.done else "至今没有"
            yield finding(
                CODE,
                NAME,
                case,
                each,
                severity=weight(each.clock, state),
                state=state,
                message=f"{each.clock.authority.breach}：{case.occasion}应于{deadline.due}前"
                f"（含当日）办结，{then}{assumed_words(each.clock)}",
                next_step="查明原因；日期填写有误的更正台账" if case.done else what_to_do(case),
            )
