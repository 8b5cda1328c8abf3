"""不在五公开之列

问：“五公开”一栏写的是不是决策、执行、管理、服务、结果公开之一。
依据：“五公开”指决策公开、执行公开、管理公开、服务公开、结果公开。
判定：写了别的名称。
解除：修订目录时改为五类之一；目录照印本保留，不代为改正。
示例：部门文件一行印的是“政策公开”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK107"
NAME = "不在五公开之列"
SEVERITY = Severity.LOW
BASIS = "“五公开”：决策、执行、管理、服务、结果公开"
FIVE = ("决策公开", "执行公开", "管理公开", "服务公开", "结果公开")


def check(papers: Papers) -> Iterator[Finding]:
    """Duties with a class that is none of the five."""
    for duty in papers.duties:
        if duty.openness is not None and duty.openness not in FIVE:
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"“{duty.openness}”不是五公开之一（{'、'.join(FIVE)}）",
                "修订目录时改为五类之一",
            )
