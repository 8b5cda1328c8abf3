"""解读缺失或超期

问：已经公开的文件，解读材料是否按时报送、按时公开。
依据：文件条款规定的解读时限（如文件公布后3个工作日内），自被解读的文件公开之日起算。
判定：过期没有解读，或者解读的公开（报送）日期在期限之后。“解读对象”填写被解读文件的编号或文号。
解除：公开（报送）解读并登记台账；不需要解读的文件，在台账“是否解读”填“否”。
示例：7月8日公开文件，7月11日前应有解读，7月15日才公开。
"""

from collections.abc import Iterator
from itertools import chain

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity
from .about_case import breach, done_late, kind_of, overdue

CODE = "GK701"
NAME = "解读缺失或超期"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Published documents whose following piece is missing or came too late."""
    for broken in chain(overdue(evidence), done_late(evidence)):
        if kind_of(*broken[:2]) == "following":
            yield breach(CODE, NAME, evidence, broken, broken[0].occasion or broken[0].label)
