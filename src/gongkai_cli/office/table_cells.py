"""What stands in a cell of a table that is set out, and what a cell can hold."""

import re
from datetime import date
from typing import NamedTuple

_MOST_UNITS = 32_767
_CUT = "……（超出单元格的上限，后面略去）"
_LONGEST_LINK = 2_000
_UNHOLDABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\x7f")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\n\t]")
_LONGEST_NAME = 31


class Link(NamedTuple):
    """An address; it is made a link where it begins with http:// or https://."""

    url: str


class Share(NamedTuple):
    """A share of 0 to 1, shown as percent and never rounded up to a 100 that it is not."""

    value: float


Cell = str | int | date | Link | Share | None


def holdable(text: str) -> str:
    """The text as a cell can hold it: no control characters, no halves of a pair, at most 32,767.

    The length is counted as Excel does, in units of UTF-16. A text in the marks of a rich text is
    given a blank, because the library would take it for one.

    >>> holdable("甲\\x00乙\\r\\n丙")
    '甲?乙\\n丙'
    """
    text = _UNHOLDABLE.sub("?", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > _MOST_UNITS // 2 and len(text.encode("utf-16-le")) > 2 * _MOST_UNITS:
        room = 2 * (_MOST_UNITS - len(_CUT))
        text = text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def sheet_name(text: str, taken: str = "") -> str:
    """A name as a sheet may have it: at most 31 characters, without those that formulas use.

    >>> sheet_name("整改/台账[一]"), sheet_name("说明", taken="说明")
    ('整改_台账_一_', '说明表')
    """
    name = _NOT_IN_NAMES.sub("_", holdable(text)).strip("'")[:_LONGEST_NAME] or "表"
    return f"{name[: _LONGEST_NAME - 1]}表" if name.lower() == taken.lower() else name


def is_link(text: str) -> bool:
    """Whether a text can be made a link: of the web, in one piece, not too long for Excel."""
    return (
        text.startswith(("http://", "https://"))
        and len(text.encode("utf-16-le")) <= 2 * _LONGEST_LINK
        and len(text.split()) == 1
        and text.isprintable()
    )


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column, rather one too many than one too few.

    A line is broken before a word or a mark that does not fit, so less than the width is counted.

    >>> lines_of("一二三四五六", 8), lines_of("一\\n二", 8)
    (2, 2)
    """
    room = max(width - 2, 1)
    return sum(max(1, -(-_cells(line) // room)) for line in text.split("\n"))


def _cells(line: str) -> int:
    """Half-width cells: what GBK writes in two bytes is drawn over two."""
    return len(line) if line.isascii() else len(line.encode("gbk", "replace"))
