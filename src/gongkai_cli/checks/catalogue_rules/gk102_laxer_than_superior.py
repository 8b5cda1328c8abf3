"""宽于上级规定

问：目录写的公开时限，是否比上级机关规定的长。
依据：statutes.yaml 中层级为“上级规定”的各条。上级规定不是法律法规，超过它是违反上级规定，不是违法。
判定：同 GK101，只是对照上级规定。
解除：修订目录，或把这部分信息的时限单独写明。
示例：行政执法公示写“20个工作日内”，其中行政许可、行政处罚应在7个工作日内公开。
"""

from collections.abc import Iterator

from ...model.basis import Authority
from ...model.finding import Finding, Severity
from .about_duty import clock_of, on_duty
from .papers import Papers
from .strictness import lax_words, laxer_than

CODE = "GK102"
NAME = "宽于上级规定"
SEVERITY = Severity.MEDIUM
BASIS = "国办发〔2018〕118号等上级规定"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties whose own limit leaves more time than a superior rule."""
    for duty, _, statute in laxer_than(papers, Authority.SUPERIOR):
        yield on_duty(
            CODE,
            NAME,
            SEVERITY,
            duty,
            lax_words(duty, statute),
            "修订目录时把这部分信息的时限单独写明；在此之前按上级规定的时限公开",
            clock_of(statute),
        )
