"""A cell as it is meant: without what a conversion left in it and without white space inside."""

import re

from ...notation.characters import half_width, without_space

_DEBRIS = re.compile(
    r"\[(?:bookmark|footnoteRef|endnoteRef|comment)[^\]\n]*\]"
    r"|\\?\*\s*MERGEFORMAT|\bHYPERLINK\s+\"[^\"]*\"|_GoBack|&nbsp;"
)
_CLOSED_UP = re.compile(r"(?<![!-~])[^\S\n]+|[^\S\n]+(?![!-~])")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_ITEM = re.compile(r"\s*(?:[(（]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]|[①-⑳•·●◆■□☐☑√-])")
_DITTO = {"同上", "〃", "″", "同前", "”"}


def debris(text: str) -> str:
    """The first thing in a cell that no person printed, empty if there is none.

    >>> debris("[bookmark: _GoBack]结果公开")
    '[bookmark: _GoBack]'
    """
    found = _DEBRIS.search(text)
    return found[0] if found else ""


def clean(text: str) -> str:
    """One line, as it is meant.

    >>> clean("[bookmark: _GoBack]结 果\\n公开")
    '结果公开'
    """
    return _closed_up(" ".join(_stripped(text).split()))


def clean_lines(text: str) -> str:
    """The same, where lines that begin like items of a list stay lines.

    >>> clean_lines("1.机构\\n职能\\n2.办公 时间")
    '1.机构职能\\n2.办公时间'
    """
    lines: list[str] = []
    for line in _stripped(text).splitlines():
        if lines and not _ITEM.match(line):
            lines[-1] = f"{lines[-1]} {line}"
        elif line.strip():
            lines.append(line)
    return "\n".join(_closed_up(" ".join(line.split())) for line in lines)


def is_blank(text: str) -> bool:
    """Whether nothing is printed: a dash or a stroke is something."""
    return not without_space(_stripped(text))


def is_ditto(text: str) -> bool:
    """Whether a cell only says that it is as the one above.

    >>> is_ditto("同 上"), is_ditto("同上级单位")
    (True, False)
    """
    return without_space(half_width(text)).strip("。") in _DITTO or without_space(text) in _DITTO


def _stripped(text: str) -> str:
    return _INVISIBLE.sub("", _DEBRIS.sub("", text)).replace("\u3000", " ").replace("\xa0", " ")


def _closed_up(line: str) -> str:
    return _CLOSED_UP.sub("", line).strip()
