"""转换残留

问：印本单元格中是否有文字处理软件留下的字符。
依据：这些字符不是文件的内容，多出在 Word 转网页时；公开的目录里出现就是格式差错。
判定：单元格中有书签标记、HTML 标签或实体、超链接域代码、乱码或控制字符。
解除：在原文件中删去后重新公布；目录的“印本”照原样保留。
示例：“[bookmark: _GoBack]结果公开”。
"""

import re
from collections.abc import Iterator
from functools import cache

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK115"
NAME = "转换残留"
SEVERITY = Severity.LOW
BASIS = "印本原文"


def check(papers: Papers) -> Iterator[Finding]:
    """Rows with a printed cell that holds debris of a conversion."""
    for duty in papers.duties:
        for heading, cell in duty.printed.items():
            if found := _debris().search(cell):
                yield on_duty(
                    CODE,
                    NAME,
                    SEVERITY,
                    duty,
                    f"“{heading}”一栏印成“{cell}”，其中“{found.group().strip()}”是转换残留",
                    "在原文件中删去后重新公布",
                )


@cache
def _debris() -> re.Pattern[str]:
    return re.compile(
        r"\[bookmark:[^\]]*\]|_GoBack|HYPERLINK|MERGEFORMAT"
        r"|</?[A-Za-z][^>]*>|&(?:[a-z]+|#\d+);|[\ufffd\u200b\ufeff\x00-\x08\x0b-\x1f]"
    )
