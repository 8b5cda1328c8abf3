"""年度事项超期

问：每年某月某日前应当公开（报送）的事项，是否过期没有或者过期才有。
依据：目录中写明日期的时限；政府信息公开条例第四十九条（年度报告1月31日前）。“前”包括当日，遇休息日不顺延。
判定：台账期内，日期已过而台账没有对应的信息，或者公开日期在该日之后。
解除：公开后登记台账；台账期以前的年度不判断。
示例：2025年1月31日前应公开年度报告，2月5日才公开。
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

CODE = "GK205"
NAME = "年度事项超期"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Dates of the year that have passed without, or before, what they call for."""
    for case, each, deadline in chain(overdue(evidence), done_late(evidence)):
        if kind_of(case, each) == "yearly":
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
                f"（含当日），{then}{assumed_words(each.clock)}",
                next_step="查明原因；日期填写有误的更正台账" if case.done else what_to_do(case),
            )
