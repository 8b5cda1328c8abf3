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
from .about_case import breach, done_late, kind_of, overdue

CODE = "GK205"
NAME = "年度事项超期"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Dates of the year that have passed without, or before, what they call for."""
    for broken in chain(overdue(evidence), done_late(evidence)):
        if kind_of(*broken[:2]) == "yearly":
            yield breach(CODE, NAME, evidence, broken, broken[0].occasion or "")
