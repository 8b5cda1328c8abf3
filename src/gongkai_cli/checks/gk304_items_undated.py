"""栏目无日期

问：栏目有内容，但是否看不出最后更新日期。
依据：未注明发布时间的信息，评估按不更新处理；本工具不猜日期，列为未能核查。
判定：条目数大于0而“最后更新日期”为空。
解除：在页面标注发布日期，并在台账填写最后更新日期。
示例：机构职能栏目有3条信息，都没有日期。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_column import finding, known

CODE = "GK304"
NAME = "栏目无日期"
SEVERITY = Severity.LOW
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Columns with items but without the day of the newest."""
    for view, column in known(evidence):
        if column.exists and column.items and column.updated is None:
            yield finding(
                CODE,
                NAME,
                view,
                severity=SEVERITY,
                state=State.UNCHECKED,
                message=f"栏目有{column.items}条内容，没有最后更新日期",
                next_step="在页面标注发布日期，并填写台账“最后更新日期”",
            )
