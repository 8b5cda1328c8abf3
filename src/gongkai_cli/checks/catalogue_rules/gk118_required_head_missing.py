"""目录可能缺项

问：法律要求主动公开的各类内容，目录里是否都有事项。
依据：政府信息公开条例第十二条、第二十条、第二十一条、第四十九条（statutes.yaml 的“应有栏目”）。
判定：所有事项的类别、名称、公开内容中，都没有出现这一类的字样。第二十一条管市县政府部门和乡镇政府，与第二十条中只同一些部门有关的几项一样，按机关名称判断是否要有（“适用机关”）。只是提示：可能换了说法，也可能本单位没有这项职责。
解除：补上事项；换了说法的，在公开内容中写明；没有这项职责的，在公开的目录或指南中说明。
示例：目录没有提到行政事业性收费、政府集中采购；镇人民政府的目录没有提到宅基地使用情况审核。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_paper
from .papers import Papers

CODE = "GK118"
NAME = "目录可能缺项"
SEVERITY = Severity.MEDIUM
BASIS = "政府信息公开条例第十二条、第二十条、第二十一条、第四十九条"


def check(papers: Papers) -> Iterator[Finding]:
    """Heads of the law that no duty names."""
    said = "\n".join(f"{duty.title}\n{duty.content}" for duty in papers.duties)
    for head in papers.heads:
        asked = head.asked_of(papers.catalogue.body)
        if asked and not any(word in said for word in head.words):
            yield on_paper(
                CODE,
                NAME,
                SEVERITY,
                head.id,
                papers.duties[0].place,
                f"没有事项提到“{head.name}”（{head.basis}）",
                "补上事项；没有这项职责的，在公开的目录或指南中说明",
            )
