"""依据待核实

问：管到本目录的法律和上级规定，是否都核对过原文。
依据：statutes.yaml 中可信度不是 V、或者对条文有推定的各条。
判定：这样的一条适用于目录的某个事项。
解除：找到原文核对后，修改 statutes.yaml 的原文、可信度，去掉推定。
示例：国办发〔2018〕118号的7个工作日，据发布会报道转述。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_paper
from .papers import Papers

CODE = "GK121"
NAME = "依据待核实"
SEVERITY = Severity.INFO
BASIS = "statutes.yaml 的可信度"


def check(papers: Papers) -> Iterator[Finding]:
    """Statutes that touch the catalogue and stand only as 推定."""
    for statute in papers.statutes:
        if statute.limit.assumed is None:
            continue
        ids = [duty.id for duty in papers.duties if statute in papers.statutes_on(duty)]
        if ids:
            yield on_paper(
                CODE,
                NAME,
                SEVERITY,
                statute.id,
                statute.place,
                f"{statute.limit.basis.text}（{'、'.join(ids)}）：{statute.limit.assumed}",
                "核对原文后修改 statutes.yaml；在此之前，据此得出的结论都标明推定",
            )
