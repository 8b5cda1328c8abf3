"""合并单元格承接

问：哪些单元格在印本中空白，内容承接自与它合并的一行。
依据：合并单元格的内容属于它跨过的每一行；这是读法，不是印本的字。
判定：表中的一行，公开内容、五公开或责任单位是推定的。
解除：核对原文件，确认是合并而不是漏填；漏填的补上。
示例：机构设置一行的公开内容、五公开承接上一行“主要职责”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers, merged_cells

CODE = "GK116"
NAME = "合并单元格承接"
SEVERITY = Severity.INFO
BASIS = "印本原文"


def check(papers: Papers) -> Iterator[Finding]:
    """Rows with a cell that is blank in print and read from the one it is merged with."""
    for duty in papers.duties:
        notes = merged_cells(duty)
        if notes:
            reasons = "；".join(dict.fromkeys(note.reason for note in notes))
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"“{'”“'.join(note.subject for note in notes)}”：{reasons}",
                "核对原文件，确认是合并而不是漏填",
            )
