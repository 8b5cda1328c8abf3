"""无法计算期限

问：台账中的信息，是否缺少计算期限所需的内容。
依据：不知道不等于合规；缺少日期的信息不能判断是否按时。
判定：没有形成（变更）日期、没有被解读的文件、该行有不能读取的单元格，或者年度放假通知没有收录。
解除：补全台账；收录放假通知。
示例：某条信息没有填写形成日期，不能确定起算日。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import finding

CODE = "GK208"
NAME = "无法计算期限"
SEVERITY = Severity.LOW
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Cases with a clock that has no deadline, one finding for each obstacle."""
    for case in evidence.unsettled:
        seen: set[str] = set()
        for each in case.judged:
            if each.obstacle is not None and each.obstacle not in seen:
                seen.add(each.obstacle)
                yield finding(
                    CODE,
                    NAME,
                    case,
                    each,
                    severity=SEVERITY,
                    state=State.UNCHECKED,
                    message=each.obstacle,
                    next_step="补全台账或放假通知后重新核查",
                )
