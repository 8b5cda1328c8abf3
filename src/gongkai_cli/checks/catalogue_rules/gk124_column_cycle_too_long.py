"""更新周期过长

问：目录写的更新周期，是否比上级检查栏目的期限长。
依据：国办秘函〔2019〕19号检查指标（statutes.yaml 的“栏目更新”）；超过的计入单项否决。
判定：事项有自己的栏目，类别或名称合于某一类栏目，更新周期比那一类的期限长，或者没有写更新周期。
解除：改短“更新周期”，或者补上；栏目确实常年没有内容的，与网站的主管单位商量合并或者下线。
示例：部门动态的更新周期写“3个月”，检查指标以2周没有更新为限。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers
from .strictness import laxer

CODE = "GK124"
NAME = "更新周期过长"
SEVERITY = Severity.LOW
BASIS = "国办秘函〔2019〕19号检查指标"


def check(papers: Papers) -> Iterator[Finding]:
    """Columns that may grow older than those who check the site allow."""
    for duty in papers.duties:
        if duty.kind != "publish" or duty.appears_in is not None:
            continue
        for rule in papers.cycles:
            if not (rule.in_force.holds(papers.as_of) and rule.touches(duty)):
                continue
            (most,) = rule.limit.reading.limits
            own = duty.freshness
            if own is not None and not any(laxer(each, most) for each in own.reading.limits):
                continue
            said = f"更新周期“{own.wording}”比" if own else "没有写更新周期，"
            against = f"{rule.limit.basis.text}的“{rule.limit.wording}”"
            doubt = f"；{rule.limit.assumed}" if rule.limit.assumed else ""
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"{said}{against}{'长' if own else '是上限'}{doubt}",
                "把“更新周期”改为不长于检查指标的期限",
            )
