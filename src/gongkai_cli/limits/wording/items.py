"""Numbers of a list (1. 2. ①② (一)(二)), which must never be read as part of a limit."""

import re

_STYLES = (
    (r"\(([0-9]{1,2})\)", "1 2 3 4 5 6 7 8 9 10 11 12"),
    (r"([0-9]{1,2})[.、)]", "1 2 3 4 5 6 7 8 9 10 11 12"),
    (r"([①-⑳])", "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩ ⑪ ⑫"),
    (r"([⑴-⒇])", "⑴ ⑵ ⑶ ⑷ ⑸ ⑹ ⑺ ⑻ ⑼ ⑽ ⑾ ⑿"),
    (r"([⒈-⒛])", "⒈ ⒉ ⒊ ⒋ ⒌ ⒍ ⒎ ⒏ ⒐ ⒑ ⒒ ⒓"),
    (r"([一二三四五六七八九十]{1,2})、", "一 二 三 四 五 六 七 八 九 十"),
    (r"\(([一二三四五六七八九十]{1,2})\)", "一 二 三 四 五 六 七 八 九 十"),
)
_STANDS_APART = re.compile(r"\A|(?<=[;。,:()])")


def without_items(text: str) -> str:
    """The text with the numbers of a list turned into semicolons; it keeps its length.

    Only numbers that run on from 1 are taken, and at least two: 1.20个工作日 alone could be
    anything. Behind the first, a number may follow a word (the line break before it is lost), but
    then no figure may follow it.

    >>> without_items("1.处罚决定:20个工作日内2.其他:长期公开")
    ';;处罚决定:20个工作日内;;其他:长期公开'
    >>> without_items("1.20个工作日内")
    '1.20个工作日内'
    """
    for style, numbers in _STYLES:
        spans: list[tuple[int, int]] = []
        expected = iter(numbers.split())
        wanted = next(expected)
        for found in re.finditer(style, text):
            if found[1] == wanted and _is_item(text, found, first=not spans):
                spans.append(found.span())
                wanted = next(expected, "")
        if len(spans) > 1:
            for start, end in spans:
                text = text[:start] + ";" * (end - start) + text[end:]
    return text


def _is_item(text: str, found: re.Match[str], *, first: bool) -> bool:
    start, end = found.span()
    if _STANDS_APART.match(text, start):
        return True
    if first or text[start - 1].isdigit() or text[start - 1] in "至到-第、.一二三四五六七八九十":
        return False
    return not text[end : end + 1].isdigit()
