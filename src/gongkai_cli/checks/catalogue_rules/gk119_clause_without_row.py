"""条款无栏目

问：正文要求公开的内容，目录表中是否有对应的栏目。
依据：目录应当列全要公开的内容；正文要求公开而表中没有，就没有地方可以公开。
判定：由条款设定、要上网站的事项，没有写“所在栏目”。
解除：在目录表中增加一行；可以放进已有栏目的，写明“所在栏目”。
示例：正文要求公开民警辞退信息，招考录用一行只列了公务员考录。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK119"
NAME = "条款无栏目"
SEVERITY = Severity.MEDIUM
BASIS = "文件自身（正文与目录应当一致）"


def check(papers: Papers) -> Iterator[Finding]:
    """Clauses that want something on the site for which the table has no row."""
    for duty in papers.duties:
        if duty.is_clause and duty.kind == "publish" and duty.appears_in is None:
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"正文要求公开“{duty.name}”，目录表中没有对应的行",
                "在目录表中增加一行，或在“所在栏目”中写明放进哪一行",
            )
