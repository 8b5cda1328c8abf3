"""栏目未能核查

问：栏目是否没有人核查过，或者核查已经过期。
依据：不知道不等于合规。核查有效期见口径“核查有效期”，默认90天。
判定：台账“栏目”表没有该事项的记录，或者核查日期过期，或者缺少“是否存在”“条目数”。
解除：打开网站核查，登记是否存在、条目数、最后更新日期、核查日期。
示例：领导信息栏目上次核查在120天以前。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_column import finding

CODE = "GK305"
NAME = "栏目未能核查"
SEVERITY = Severity.INFO
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Columns of which nothing is known, or nothing recent."""
    for view in evidence.columns:
        if view.unknown is not None:
            yield finding(
                CODE,
                NAME,
                view,
                severity=SEVERITY,
                state=State.UNCHECKED,
                message=view.unknown,
                next_step="打开网站核查，并登记台账“栏目”表",
            )
