"""没有写时限

问：每个事项是否写了公开时限。
依据：目录编制要求写明主体、内容、时限、方式；政府信息公开条例第二十六条。
判定：公开时限空白，也没有推定。
解除：补上公开时限；文件确实没有的，在“推定: 公开时限”中写明并说明理由。
示例：正文条款要求公开统计年报，没有写何时公开；此时只按法律和上级规定判断。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK105"
NAME = "没有写时限"
SEVERITY = Severity.MEDIUM
BASIS = "政府信息公开条例第二十六条"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties that set no limit at all."""
    for duty in papers.duties:
        if not duty.limits:
            held = [each for each in papers.statutes_on(duty) if not each.titles_with]
            named = "、".join(dict.fromkeys(each.limit.basis.text for each in held))
            rest = f"，只能按{named}判断" if named else "，也没有法律规定可以按"
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"没有写公开时限{rest}",
                "补上公开时限；文件没有的，写在“推定: 公开时限”中",
            )
