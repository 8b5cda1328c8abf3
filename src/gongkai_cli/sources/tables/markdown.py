"""Pipe tables of Markdown: a row of headings, a row of dashes, rows; and the lines around them."""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from ...model.place import Place, Problem
from .grid import Grid
from .layout import check_size
from .surroundings import with_surroundings
from .text_rows import TextCell, grid_of_rows, lines_of

_MOST_COLUMNS = 1_000
_LONGEST = 10_000
"""Characters of a cell in which marks are looked for."""

_DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_BREAK = re.compile(r"[ \t]*<br\s*/?>[ \t]*", re.I)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|sub|sup|span|font|p|div|center)(?:\s[^<>]*)?>", re.I)
_STRONG = re.compile(r"(?<![\\*])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?!\*)")
_CODE = re.compile(r"(?<![\\`])`([^`]+)`(?!`)")
_LINK = re.compile(r"!?(?<!\\)\[([^\[\]]*)\]\([^()\s]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_HEADING = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s*)")


def is_markdown(text: str) -> bool:
    """Whether a text has a pipe table.

    >>> is_markdown("| 甲 | 乙 |\\n|---|---|"), is_markdown("甲 | 乙")
    (True, False)
    """
    lines = lines_of(text)
    return any(_begins(lines, at) for at in range(len(lines) - 1))


def read_markdown(text: str, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The pipe tables of a text, with places by line and character.

    A row with more cells than the headings is an error: a bar in it means something else. Raises
    ``Unfit`` where a table is too large.
    """
    problems: list[Problem] = []
    grids = tuple(with_surroundings(_blocks(lines_of(text), file, problems)))
    return grids, tuple(problems)


def _blocks(lines: Sequence[str], file: str, problems: list[Problem]) -> Iterator[str | Grid]:
    at, fence = 0, ""
    while at < len(lines):
        mark = _FENCE.match(lines[at])
        if mark and (not fence or fence == mark.group(1)):
            fence = "" if fence else mark.group(1)
            at += 1
        elif fence or not _begins(lines, at):
            yield _plain(_HEADING.sub("", lines[at]))
            at += 1
        else:
            rows, at = _table(lines, at, file, problems)
            yield grid_of_rows(rows, file)


def _begins(lines: Sequence[str], at: int) -> bool:
    """Whether a table begins on a line: headings, and below them as many dashes."""
    if at + 1 >= len(lines) or "|" not in lines[at] or "-" not in lines[at + 1]:
        return False
    dashes = lines[at + 1]
    if max(lines[at].count("|"), dashes.count("|")) > _MOST_COLUMNS:
        return False
    return bool(_DASHES.fullmatch(dashes)) and len(_split(dashes)) == len(_split(lines[at]))


def _table(
    lines: Sequence[str], at: int, file: str, problems: list[Problem]
) -> tuple[list[list[TextCell]], int]:
    """The rows of a table that begins on a line, and where it ends."""
    headings = _row(lines[at], at + 1)
    rows, width = [headings], len(headings)
    at += 2
    while at < len(lines) and "|" in lines[at]:
        row = _row(lines[at], at + 1)
        if len(row) > width:
            found = f"这一行有{len(row)}格，表头有{width}格"
            problems.append(Problem(Place(file, at + 1), found, "格内的竖线写作 \\|"))
            row = row[:width]
        rows.append(row)
        check_size(len(rows) * width, Place(file, at + 1))
        at += 1
    return rows, at


def _row(line: str, number: int) -> list[TextCell]:
    return [
        TextCell(_plain(cell), number, start + len(cell) - len(cell.lstrip()) + 1)
        for cell, start in _split(line)
    ]


def _split(line: str) -> list[tuple[str, int]]:
    """The cells of a line as they are written, each with where it begins, from 0."""
    bars = [match.start() for match in re.finditer(r"(?<!\\)(?:\\\\)*\|", line)]
    bars = [line.index("|", bar) for bar in bars]
    first = len(line) - len(line.lstrip())
    starts = [] if bars and bars[0] == first else [0]
    starts += [bar + 1 for bar in bars]
    if len(starts) > 1 and not line[starts[-1] :].strip():
        starts.pop()
    ends = [*(start - 1 for start in starts[1:]), bars[-1] if len(bars) >= len(starts) else None]
    if len(bars) and line[bars[-1] + 1 :].strip():
        ends[-1] = None
    return [(line[start:end], start) for start, end in zip(starts, ends, strict=True)]


def _plain(text: str) -> str:
    """A cell as it is seen: without marks, escapes and tags, line breaks as line breaks."""
    if len(text) > _LONGEST:
        return text.strip()
    text = _TAG.sub("", _BREAK.sub("\n", text.strip()))
    text = _LINK.sub(r"\1", _CODE.sub(r"\1", _STRONG.sub(r"\1", text)))
    return unescape(_ESCAPED.sub(r"\1", text)).strip()
