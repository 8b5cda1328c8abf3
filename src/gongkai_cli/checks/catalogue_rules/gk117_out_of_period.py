"""不在有效期

问：核查这一天，目录是否有效。
依据：目录写明的有效期；按年度编制的目录，过了年度应当有新的。
判定：核查日在有效期之前或之后；或者有效期没有写到哪一天为止。
解除：换上现行的目录；继续沿用的，由编制机关写明并修改“有效期”。
示例：2024年的目录，到2025年仍在使用。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_paper
from .papers import Papers

CODE = "GK117"
NAME = "不在有效期"
SEVERITY = Severity.MEDIUM
BASIS = "目录的有效期；政府信息公开条例第十二条（目录应当及时更新）"


def check(papers: Papers) -> Iterator[Finding]:
    """A catalogue used before or after its period, or without an end."""
    message = _words(papers)
    if message is not None:
        yield on_paper(
            CODE,
            NAME,
            SEVERITY,
            "有效期",
            papers.catalogue.period.place,
            message,
            "换上现行的目录；继续沿用的，由编制机关明确后修改“有效期”",
        )


def _words(papers: Papers) -> str | None:
    period, day = papers.catalogue.period, papers.as_of
    if period.last is None:
        return "没有写明有效期到哪一天为止"
    if day > period.last:
        return f"有效期到{period.last}，{day}已经过期{(day - period.last).days}天"
    if period.first is not None and day < period.first:
        return f"有效期从{period.first}开始，{day}还没有生效"
    return None
