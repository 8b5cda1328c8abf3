"""今日到期

问：还没有公开（办结）的事项，是否今天到期。
依据：民法典第二百零一条、第二百零三条：起算当日不计入，末日当天办理算按时。
判定：核查日就是到期日。
解除：当天公开（办结）并填写台账。
示例：6月27日形成、时限20个工作日，7月25日就是最后一天。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import assumed_words, finding

CODE = "GK204"
NAME = "今日到期"
SEVERITY = Severity.MEDIUM
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Open clocks whose last day is the day of the check."""
    for case, each, deadline in evidence.running:
        last = evidence.as_of in (deadline.due, deadline.earliest)
        if case.done is None and last and evidence.as_of <= deadline.earliest:
            yield finding(
                CODE,
                NAME,
                case,
                each,
                severity=SEVERITY,
                state=State.DUE_TODAY,
                message=f"今日（{evidence.as_of}）到期，今天办理仍算按时{assumed_words(each.clock)}",
                next_step="今天公开" if case.duty.kind == "publish" else "今天办结",
            )
