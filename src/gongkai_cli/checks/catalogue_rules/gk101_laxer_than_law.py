"""宽于法律规定

问：目录写的公开时限，是否比法律、行政法规规定的长。
依据：政府信息公开条例第二十六条等（statutes.yaml 中层级为“法律法规”的各条）。目录只能更严。
判定：两个时限能比较，目录的更长。5个工作日折合7个自然日；法律只管一部分信息的，单独指出。
解除：修订目录，改成不长于法律的时限。修订之前，核查按较短的判断，两个时限都显示。
示例：招考录用写“21个工作日内”，条例是20个工作日；财政预决算写“20个工作日内”，预算法是批复后20日（自然日）。
"""

from collections.abc import Iterator

from ...model.basis import Authority
from ...model.finding import Finding, Severity
from .about_duty import clock_of, on_duty
from .papers import Papers
from .strictness import lax_words, laxer_than

CODE = "GK101"
NAME = "宽于法律规定"
SEVERITY = Severity.HIGH
BASIS = "政府信息公开条例第二十六条"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties whose own limit leaves more time than the law."""
    for duty, _, statute in laxer_than(papers, Authority.LAW):
        yield on_duty(
            CODE,
            NAME,
            SEVERITY,
            duty,
            lax_words(duty, statute),
            "修订目录时改为不长于法律规定的时限；在此之前按法律的时限公开",
            clock_of(statute),
        )
