"""时限字样有疑

问：公开时限的字样是否需要猜测才能读懂。
依据：印本的字样照原样保留，不改错字；读法必须说明。
判定：读时限时作了取舍（错字、没有写起算日、一句话两种读法），都列出来。
解除：修订文件时改正字样。改正之前按所说的读法判断。
示例：“动态跟新”按“动态更新”读。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK106"
NAME = "时限字样有疑"
SEVERITY = Severity.LOW
BASIS = "印本原文"


def check(papers: Papers) -> Iterator[Finding]:
    """Printed limits that were read with a reservation."""
    for duty in papers.duties:
        for printed in duty.limits:
            if printed.reading.refused is not None:
                yield on_duty(
                    CODE,
                    NAME,
                    SEVERITY,
                    duty,
                    f"“{printed.wording}”没有读懂，这个事项按未能核查：{printed.reading.refused}",
                    "在“推定: 公开时限”中写明按多少天并说明理由，或修订文件",
                )
            if printed.reading.notes and printed.assumed is None:
                yield on_duty(
                    CODE,
                    NAME,
                    SEVERITY,
                    duty,
                    f"“{printed.wording}”：{'；'.join(printed.reading.notes)}",
                    "修订文件时改正；用 gongkai limit 可以查看任何字样的读法",
                )
