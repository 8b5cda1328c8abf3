"""临期

问：还没有公开（办结）的事项，是否将在几个工作日内到期。
依据：口径“临期天数”，默认5个工作日。
判定：核查日到到期日之间的工作日不多于临期天数。
解除：公开（办结）并填写台账。
示例：7月25日到期，7月19日核查，还剩4个工作日。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import assumed_words, day_of, finding

CODE = "GK203"
NAME = "临期"
SEVERITY = Severity.LOW
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Open clocks that end within so many working days."""
    for case, each, deadline in evidence.running:
        soon = each.workdays_left is not None and each.workdays_left <= evidence.settings.soon_days
        if case.done is None and soon and evidence.as_of < min(deadline.due, deadline.earliest):
            yield finding(
                CODE,
                NAME,
                case,
                each,
                severity=SEVERITY,
                state=State.DUE_SOON,
                message=f"{day_of(deadline)}到期，还剩{each.workdays_left}个工作日"
                f"{assumed_words(each.clock)}",
                next_step=f"请在{deadline.aim}前完成",
            )
