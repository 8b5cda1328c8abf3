"""Text in columns, where a Chinese character takes two cells.

The one layout of all tables that are read in a terminal. It is our own because ``due`` must answer
in the time that a table library takes to load, and because tables here have no box: the lines of a
box, like “ ” and …, are of *ambiguous* width and drawn over two cells by a Chinese console. So
rules are made of ``-``, every column but the last holds only what we wrote or what is of certain
width, and users' text stands last in its line, where nothing can be pushed out of place.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

GAP = "  "
_TOKEN = r"\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}|[!-~]+| |."
_NEVER_FIRST = "，。、；：！？）》】〕」』”’…—,.;:!?)]}%"
_NEVER_LAST = "（《【〔「『“‘([{"


class Column(NamedTuple):
    """A column; one without a ``width`` (in cells) takes what is left of the line."""

    heading: str
    width: int | None = None


def one_line(text: str) -> str:
    """The text in one line without anything that could move the cursor or hide text.

    >>> one_line("甲\\n乙\\t丙\\x1b[31m")
    '甲 乙 丙?[31m'
    """
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(_harmless, line))


def width_of(text: str) -> int:
    """How many cells the text takes; characters of ambiguous width count one.

    >>> width_of("第2类")
    5
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def pad(text: str, width: int) -> str:
    """The text with blanks up to ``width`` cells."""
    return text + " " * (width - width_of(text))


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` cells; never empty.

    Dates and words of Latin letters stay whole where they fit a line at all; closing punctuation
    does not begin a line, opening punctuation does not end one. Characters of ambiguous width
    count two here, so that a line fits wherever it is drawn.

    >>> wrap("应当在2024年7月25日前（含当日）公开", 16)
    ['应当在', '2024年7月25日前', '（含当日）公开']
    """
    width = max(width, 2)
    plain = one_line(text)
    if _widest(plain) <= width:
        return [plain]
    lines: list[str] = []
    line, used = "", 0
    for tokens in _pieces(plain):
        for part in _fitting(tokens, width):
            cells = _widest(part)
            if used + cells > width and line:
                lines.append(line.rstrip())
                line, used = "", 0
            if line or part != " ":
                line, used = line + part, used + cells
    return [*lines, line.rstrip()]


def indented(text: str, width: int, first: str, rest: str = "") -> list[str]:
    """The text wrapped to ``width``, behind ``first`` and in the lines below behind ``rest``.

    Without ``rest`` the lines below are moved in as far as the text of the first.
    """
    rest = rest or " " * width_of(first)
    lines = wrap(text, width - max(width_of(first), width_of(rest)))
    return [(rest if number else first) + line for number, line in enumerate(lines)]


def labelled(texts: Iterable[tuple[str, str]], width: int) -> list[str]:
    """Texts across the whole width, each behind a label of at most three Chinese characters.

    >>> labelled([("时限", "20个工作日内")], 40)
    ['  时限    20个工作日内']
    """
    return [
        line for label, text in texts for line in indented(text, width, f"  {pad(label, 6)}{GAP}")
    ]


def heading(columns: Sequence[Column], width: int) -> list[str]:
    """The line of headings and the rule below it."""
    return [*row(columns, [column.heading for column in columns], width), "-" * width]


def row(columns: Sequence[Column], cells: Sequence[str], width: int) -> list[str]:
    """The lines of one row, each cell wrapped inside its column."""
    widths = _widths(columns, width)
    wrapped = [wrap(cell, each) for cell, each in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    return [
        GAP.join(
            pad(lines[number] if number < len(lines) else "", each)
            for lines, each in zip(wrapped, widths, strict=True)
        ).rstrip()
        for number in range(height)
    ]


def fitted(headings: Sequence[str], cells: Iterable[Sequence[str]], most: int = 24) -> list[Column]:
    """Columns as wide as their widest cell, up to ``most``: for short words and numbers."""
    columns = zip(headings, *cells, strict=True)
    return [Column(name, min(most, max(map(width_of, (name, *below))))) for name, *below in columns]


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    taken = sum(column.width or 0 for column in columns) + len(GAP) * (len(columns) - 1)
    return [column.width or max(width - taken, 10) for column in columns]


def _pieces(text: str) -> Iterable[list[str]]:
    """The tokens of a text, in groups that stay together."""
    held: list[str] = []
    for token in re.findall(_TOKEN, text):
        if held and held[-1] not in _NEVER_LAST and token[0] not in _NEVER_FIRST:
            yield held
            held = []
        held.append(token)
    if held:
        yield held


def _fitting(tokens: list[str], width: int) -> Iterable[str]:
    """Tokens as one part, or where that is longer than a line, in as few as fit one."""
    if _widest("".join(tokens)) <= width:
        yield "".join(tokens)
    elif len(tokens) > 1:
        for token in tokens:
            yield from _fitting([token], width)
    else:
        yield from _cut(tokens[0], width)


def _cut(token: str, width: int) -> Iterable[str]:
    part, used = "", 0
    for character in token:
        cells = _widest(character)
        if used + cells > width:
            yield part
            part, used = "", 0
        part, used = part + character, used + cells
    yield part


def _widest(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_cells_at_most, text))


@cache
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


@cache
def _cells_at_most(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) == "A" else _cells(character)


@cache
def _harmless(character: str) -> str:
    """The character, or ``?`` for a control, a bidirectional mark or half a pair."""
    return "?" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character
