"""时限互相矛盾

问：同一件事是否有两个不一样的时限。
依据：同一份文件对同一件事只应有一个时限；有两个时，从严执行，两个都算。
判定：一个事项写了两个长短不同、都没有限定范围的时限；或者正文条款给同一栏目的信息另定了时限。
解除：修订文件，只留一个；或写明各自管哪一部分。
示例：政策解读在目录表中是20个工作日，正文条款是文件公布后3个工作日。
"""

from collections.abc import Iterator

from ...model.duty import Duty
from ...model.finding import Finding, Severity
from ...model.limit import Limit, Within
from .about_duty import on_duty
from .papers import Papers
from .strictness import laxer

CODE = "GK103"
NAME = "时限互相矛盾"
SEVERITY = Severity.MEDIUM
BASIS = "文件自身；两个时限并存时从严"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties with two limits of different length, in one row or in a row and a clause."""
    for duty in papers.duties:
        others = [other for other in papers.duties if other.appears_in == duty.id]
        for other in (duty, *others):
            pair = next(_pairs(duty, other), None)
            if pair is None:
                continue
            own, second = pair
            where = "" if other is duty else f"{other.id}（{other.limits[0].basis.text}）的"
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"“{own}”与{where}“{second}”长短不同",
                "核查从严，两个时限都算；请明确以哪一个为准，或各管哪一部分",
            )
            break


def _pairs(duty: Duty, other: Duty) -> Iterator[tuple[str, str]]:
    for own, one in _limits(duty):
        for second, two in _limits(other):
            if laxer(one, two) or laxer(two, one):
                yield own, second


def _limits(duty: Duty) -> Iterator[tuple[str, Limit]]:
    for printed in duty.limits:
        for limit in printed.reading.limits:
            if isinstance(limit, Within) and limit.applies_to is None and not printed.assumed:
                yield printed.wording, limit
