"""特别规定没有先后

问：管同一件事的两条特别规定时限不同时，以哪一条为准。
依据：statutes.yaml 的“替代”；同一层级的两条特别规定，没有写明谁替代谁的，以哪一条为准没有定下来。
判定：两条都写明了适用的标签、事项，层级相同，都管这个事项的同一类信息，时限长短不同，没有“替代”。
解除：查明后在 statutes.yaml 中写“替代”，或者用“标签”去掉不管它的一条。在此之前两条都判断。
示例：行政处罚决定，一份上级文件要求7个工作日内公开，另一份只管某个系统的要求20个工作日内。
"""

from collections.abc import Iterator
from itertools import combinations

from ...model.duty import Duty, Statute
from ...model.finding import Finding, Severity
from .about_duty import clock_of, on_duty
from .papers import Papers
from .strictness import laxer

CODE = "GK123"
NAME = "特别规定没有先后"
SEVERITY = Severity.MEDIUM
BASIS = "政府信息公开条例第二十六条（另有规定的，从其规定）"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties on which two special rules of one rank set different limits for the same records."""
    for duty in papers.duties:
        for one, other in _open_pairs(papers, duty):
            strict, lax = (other, one) if _laxer(one, other) else (one, other)
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"{strict.limit.basis.text}的“{strict.limit.wording}”与"
                f"{lax.limit.basis.text}的“{lax.limit.wording}”都管这个事项，没有写明以哪一条为准",
                "查明后在 statutes.yaml 中写“替代”；在此之前两条都判断，按较短的安排",
                clock_of(strict),
            )


def _open_pairs(papers: Papers, duty: Duty) -> Iterator[tuple[Statute, Statute]]:
    special = [each for each in papers.statutes_on(duty) if each.tags or each.duties_with]
    for one, other in combinations(special, 2):
        same_rank = one.limit.basis.authority is other.limit.basis.authority
        if same_rank and _share_records(one, other) and (_laxer(one, other) or _laxer(other, one)):
            yield one, other


def _share_records(one: Statute, other: Statute) -> bool:
    """Whether a record can be meant by both: a title that one names holds a word of the other."""
    if not one.titles_with or not other.titles_with:
        return True
    return any(a in b or b in a for a in one.titles_with for b in other.titles_with)


def _laxer(one: Statute, other: Statute) -> bool:
    pairs = ((a, b) for a in one.limit.reading.limits for b in other.limit.reading.limits)
    return any(laxer(a, b) for a, b in pairs)
