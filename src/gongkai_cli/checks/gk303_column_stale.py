"""栏目陈旧

问：栏目最新一条信息是否早于更新周期。
依据：目录各行的更新周期。文件没有规定周期的，按栏目类别推定（动态类2周、公告政策类6个月、其他1年），推定都有说明。
判定：核查日在“最后更新日期＋更新周期”之后。按自然日、月、年计算，放假不扣除、不顺延。
解除：更新栏目后重新核查登记。
示例：部门动态最后更新于1月27日，周期2周，2月10日后仍未更新。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity, State
from .about_case import assumed_words
from .about_column import finding, known

CODE = "GK303"
NAME = "栏目陈旧"
SEVERITY = Severity.MEDIUM
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Columns whose newest item is older than the freshness limit."""
    for view, column in known(evidence):
        fresh = view.freshness
        if fresh is None or fresh.deadline is None or not column.items:
            continue
        if evidence.as_of > fresh.deadline.latest:
            yield finding(
                CODE,
                NAME,
                view,
                severity=SEVERITY,
                state=State.STALE,
                message=f"最后更新{column.updated}，更新周期{fresh.clock.wording}，"
                f"应在{fresh.deadline.due}前更新{assumed_words(fresh.clock)}",
                next_step="请更新栏目内容，并重新登记最后更新日期",
                freshness=fresh,
            )
