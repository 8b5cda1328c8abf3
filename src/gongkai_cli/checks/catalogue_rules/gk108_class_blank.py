"""五公开空白

问：“五公开”一栏是否空着。
依据：目录编制要求标明各领域的“五公开”。
判定：目录有这一栏，这一行空着，又没有与上一行合并（没有推定）。
解除：补上分类。不能照抄上一行：空白不等于合并。
示例：公告公示一行印本空白，上一行是“执行公开”，但两格没有合并。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK108"
NAME = "五公开空白"
SEVERITY = Severity.LOW
BASIS = "目录编制要求（各领域“五公开”）"


def check(papers: Papers) -> Iterator[Finding]:
    """Rows without a class, in a catalogue that gives one to others."""
    if not any(duty.openness for duty in papers.duties):
        return
    for duty in papers.rows:
        if duty.openness is None:
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                "“五公开”一栏空白，也没有与上一行合并",
                "补上分类；不要照抄上一行",
            )
