"""Which of the tables of a paper are its catalogue, and why the others are not."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..tables.grid import Grid
from .cleaning import is_blank
from .columns import Columns, columns_of
from .heading_rows import Heads, find_heads, is_repeated, own_text
from .headings import plain


class Part(Struct, frozen=True):
    """A table of the catalogue, or a part of one; its rows begin at ``body``."""

    grid: Grid
    heads: Heads
    columns: Columns
    body: int
    continues: bool = False


class Choice(Struct, frozen=True):
    """The parts of the catalogue in order; the tables passed over, each with the reason."""

    parts: tuple[Part, ...]
    passed: tuple[tuple[Grid, str], ...] = ()


def choose(grids: Sequence[Grid]) -> Choice:
    """The table that is the catalogue, with those behind it that go on with it.

    Of several catalogues the one with the most rows is taken.
    """
    candidates = [_part(grid) or _why_not(grid) for grid in grids]
    found = [each for each in candidates if isinstance(each, Part)]
    if not found:
        return Choice((), tuple(zip(grids, map(str, candidates), strict=True)))
    lead = max(found, key=lambda each: _rows_with(each, found))
    parts: list[Part] = []
    passed: list[tuple[Grid, str]] = []
    for grid, each in zip(grids, candidates, strict=True):
        if isinstance(each, Part) and _same_heads(each, lead):
            parts.append(each)
        elif isinstance(each, Part):
            passed.append((grid, "也像目录，但栏目与所取的目录不同"))
        elif parts and parts[-1].grid is grids[grids.index(grid) - 1] and _goes_on(grid, parts[-1]):
            last = parts[-1]
            parts.append(Part(grid, last.heads, last.columns, 0, continues=True))
        else:
            passed.append((grid, str(each)))
    return Choice(tuple(parts), tuple(passed))


def _part(grid: Grid) -> Part | None:
    heads = find_heads(grid)
    if heads is None:
        return None
    columns = columns_of(heads.texts, heads.meanings, _variety(grid, heads))
    of = columns.of
    if "名称" not in of or not ("公开时限" in of or {"公开内容", "责任单位"} <= of.keys()):
        return None
    return Part(grid, heads, columns, heads.last + 1)


def _why_not(grid: Grid) -> str:
    heads = find_heads(grid)
    if heads is None:
        return "没有认得的表头"
    of = columns_of(heads.texts, heads.meanings, _variety(grid, heads)).of
    lacking = [] if "名称" in of else ["事项名称"]
    lacking += [] if "公开时限" in of else ["公开时限"]
    shown = "、".join(text for text in heads.texts if text)
    return f"表头是“{shown}”，没有{'、'.join(lacking)}一栏"


def _variety(grid: Grid, heads: Heads) -> "_Variety":
    return _Variety(grid, heads)


class _Variety:
    """How many different texts the cells of a column have below its heading."""

    def __init__(self, grid: Grid, heads: Heads) -> None:
        self._columns: list[set[str]] = [set() for _ in range(grid.width)]
        row = heads.last + 1
        while row < len(grid.rows):
            if repeated := is_repeated(grid, row, heads):
                row += repeated
                continue
            for column, text in enumerate(self._own(grid, row)):
                if not is_blank(text):
                    self._columns[column].add(plain(text))
            row += 1

    def __call__(self, column: int) -> int:
        return len(self._columns[column])

    def _own(self, grid: Grid, row: int) -> Iterator[str]:
        origins = {(spot.row, spot.column) for spot in grid.rows[row]}
        if len(origins) == 1 and grid.width > 1:
            return
        for column in range(grid.width):
            yield own_text(grid, row, column)


def _rows_with(part: Part, others: Sequence[Part]) -> tuple[bool, int]:
    rows = sum(len(each.grid.rows) - each.body for each in others if _same_heads(each, part))
    return "公开时限" in part.columns.of, rows


def _same_heads(one: Part, other: Part) -> bool:
    texts = [[plain(text) for text in each.heads.texts] for each in (one, other)]
    for each in texts:
        while each and not each[-1]:
            each.pop()
    return texts[0] == texts[1]


def _goes_on(grid: Grid, part: Part) -> bool:
    """Whether a table without a heading is the next page of the one before."""
    if grid.width != part.grid.width or any(not is_blank(line) for line in grid.above):
        return False
    limit = part.columns.of.get("公开时限")
    if limit is None:
        return False
    from ...limits import read_wording

    cells = [row[limit].text for row in grid.rows if not is_blank(row[limit].text)]
    read = sum(read_wording(text).refused is None for text in cells)
    return bool(cells) and read * 2 > len(cells)
