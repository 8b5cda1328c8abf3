"""Where a table has its headings: below a title, in one line or several, once or on each page."""

from collections.abc import Sequence

from msgspec import Struct

from ..tables.grid import Grid, Spot
from .cleaning import is_blank
from .headings import Meaning, meaning, plain

_MOST_LINES = 3
_LOOKED_AT = 40
_FEWEST = 2


class Heads(Struct, frozen=True):
    """The heading of a table: rows ``first`` to ``last``, both included, and a text a column."""

    first: int
    last: int
    texts: tuple[str, ...]

    @property
    def meanings(self) -> tuple[Meaning | None, ...]:
        """What each column is."""
        return tuple(meaning(text) if text else None for text in self.texts)


def find_heads(grid: Grid) -> Heads | None:
    """The rows of a table that say most about its columns; ``None`` where none says enough."""
    best: Heads | None = None
    for first in range(min(len(grid.rows), _LOOKED_AT)):
        for lines in range(1, _MOST_LINES + 1):
            last = first + lines - 1
            if last >= len(grid.rows) or (lines > 1 and not _belongs(grid, first, last)):
                break
            heads = Heads(first, last, _texts(grid, first, last))
            if best is None or _weight(heads) > _weight(best):
                best = heads
    return best if best and _weight(best)[0] >= _FEWEST else None


def is_repeated(grid: Grid, row: int, heads: Heads) -> int:
    """How many rows from ``row`` on are the heading printed again; 0 where they are not."""
    lines = heads.last - heads.first + 1
    for count in (lines, 1):
        if row + count > len(grid.rows):
            continue
        texts = _texts(grid, row, row + count - 1)
        if tuple(map(plain, texts)) == tuple(map(plain, heads.texts)):
            return count
    own = [plain(spot.text) for spot in grid.rows[row]]
    line = [plain(spot.text) for spot in grid.rows[heads.first]]
    return lines if lines > 1 and own == line else 0


def own_text(grid: Grid, row: int, column: int) -> str:
    """What is printed in a cell itself: nothing where a merge covers it."""
    return "" if grid.is_covered(row, column) else grid.rows[row][column].text


def printed_texts(grid: Grid, row: int) -> list[str]:
    """The texts that a row itself prints."""
    own = (own_text(grid, row, column) for column in range(grid.width))
    return [text for text in own if not is_blank(text)]


def _weight(heads: Heads) -> tuple[int, int, int]:
    """Senses that are told apart, then columns that are known, then as few lines as possible."""
    found = [each for each in heads.meanings if each is not None and each.sense != "part"]
    senses = {(each.sense, each.level) for each in found}
    return len(senses), len(found), heads.first - heads.last


def _belongs(grid: Grid, first: int, last: int) -> bool:
    """Whether ``last`` is a further line of the heading: only words that stand in headings."""
    own = printed_texts(grid, last)
    again = [plain(text) for text in own] == [plain(text) for text in printed_texts(grid, first)]
    return bool(own) and not again and all(meaning(text) is not None for text in own)


def _texts(grid: Grid, first: int, last: int) -> tuple[str, ...]:
    rows = [_line(grid.rows[row], grid.rows[row + 1 : last + 1]) for row in range(first, last + 1)]
    return tuple(_joined(column) for column in zip(*rows, strict=True))


def _line(row: Sequence[Spot], below: Sequence[Sequence[Spot]]) -> list[str]:
    """The texts of one line, spread over the columns that have a word in a line below.

    A format without merges prints 公开方式 once, over 主动 and 依申请.
    """
    texts: list[str] = []
    for column, spot in enumerate(row):
        text = spot.text
        under = [each[column] for each in below]
        is_part = any(not is_blank(each.text) for each in under)
        if is_blank(text) and is_part and column and texts[-1]:
            left = [each[column - 1] for each in below]
            text = texts[-1] if any(not is_blank(each.text) for each in left) else ""
        texts.append(text)
    return texts


def _joined(parts: Sequence[str]) -> str:
    words = ["".join(part.split()) for part in parts if not is_blank(part)]
    return "/".join(dict.fromkeys(words))
