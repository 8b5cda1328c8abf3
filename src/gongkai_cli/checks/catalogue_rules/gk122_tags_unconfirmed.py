"""标签待确认

问：哪些法律和上级规定管这个事项，是不是只凭字样推断的。
依据：statutes.yaml 中写明“适用标签”的各条；字样可能认错，标签由目录的主人确认。
判定：没有写“标签”，而字样合于某个标签，并且有规定按它适用；或者标签写在“推定”里。
解除：核对后在事项中写“标签: [预决算]”；都不管它的，写“标签: []”。在此之前按字样、推定判断。
示例：部门财政预决算有“预决算”字样，按预算法第十四条判断，没有人确认过。
"""

from collections.abc import Iterator

from ...model.duty import Duty
from ...model.finding import Finding, Severity
from ...model.tag import propose_tags
from .about_duty import on_duty
from .papers import Papers

CODE = "GK122"
NAME = "标签待确认"
SEVERITY = Severity.INFO
BASIS = "statutes.yaml 的标签"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties that special rules touch by words or by tags that nobody confirmed."""
    for duty in papers.duties:
        tags = _unconfirmed(papers, duty)
        if not tags:
            continue
        reason = duty.tags_assumed or "、".join(dict(tags).values())
        held = [each for each in papers.statutes_on(duty) if each.tags]
        named = "、".join(dict.fromkeys(each.limit.basis.text for each in held))
        yield on_duty(
            CODE,
            NAME,
            SEVERITY,
            duty,
            f"标签{_listed(tags)}没有确认（{reason}）；"
            + (f"据此适用{named}" if named else "没有规定按它适用"),
            "核对后在事项中写“标签”，如“标签: [预决算]”，只留合适的；都不合适的，写“标签: []”",
        )


def _unconfirmed(papers: Papers, duty: Duty) -> tuple[tuple[str, str], ...]:
    if duty.tags is not None:
        reason = duty.tags_assumed
        return tuple((tag, reason) for tag in duty.tags) if reason else ()
    deciding = {tag for each in papers.statutes_on(duty) for tag in each.tags}
    known = (tag for tag in papers.tags if tag.name in deciding)
    return propose_tags(duty, known)


def _listed(tags: tuple[tuple[str, str], ...]) -> str:
    return "".join(f"“{tag}”" for tag, _ in tags)
