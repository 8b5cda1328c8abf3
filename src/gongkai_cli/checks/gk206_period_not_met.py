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
from .about_case import breach, done_late, kind_of, overdue

CODE = "GK206"
NAME = "定期事项未办"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Periods that have ended without what they call for, or got it too late."""
    for broken in chain(overdue(evidence), done_late(evidence)):
        if kind_of(*broken[:2]) == "periodic":
            yield breach(CODE, NAME, evidence, broken, broken[0].occasion or "")
