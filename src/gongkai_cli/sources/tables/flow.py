"""From what stands on a paper to its grids: which tables are tables, and what stands around them.

A table inside a cell is either the text of that cell (a list inside a row of a catalogue) or the
table proper inside a frame that only sets the page (web pages, text boxes, forms pasted into one
another). It is the latter where the outer table has one cell, or where the inner one has more rows
and no fewer columns than the outer one; then the frame counts for nothing and its lines stand above
and below.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from ...model.place import Place
from .grid import Grid
from .layout import SpanningCell, check_size, lay_out, seen_at
from .printed import Block, PrintedCell, PrintedTable
from .surroundings import with_surroundings

_NEARLY = 0.03
"""By how much of the whole width the columns of a table cut in two may differ."""


def grids_of(blocks: Iterable[Block], file: str) -> tuple[Grid, ...]:
    """The tables of a paper in their order, named 表1, 表2 …; ``Unfit`` where one is too large.

    A table that stands right behind one with the same columns is its second part.
    """
    return tuple(with_surroundings(_grids(_joined(_without_frames(blocks)), file)))


def _without_frames(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, PrintedTable) and _is_frame(block):
            for cell in _in_order(block):
                yield from _without_frames(cell.content)
        else:
            yield block


def _is_frame(table: PrintedTable) -> bool:
    inner = [each for each in _inner_tables(table) if len(each.cells) > 1]
    if len(table.cells) <= 1:
        return bool(inner)
    return any(each.height > table.height and each.width >= table.width for each in inner)


def _inner_tables(table: PrintedTable) -> Iterator[PrintedTable]:
    for cell in table.cells:
        for block in cell.content:
            if isinstance(block, PrintedTable):
                yield block
                yield from _inner_tables(block)


def _in_order(table: PrintedTable) -> list[PrintedCell]:
    return sorted(table.cells, key=lambda cell: (cell.row, cell.column))


def text_of(content: Sequence[Block]) -> str:
    """What stands in a cell; of a table inside it, every row is a line."""
    return "\n".join(_lines(content)).strip()


def _lines(content: Iterable[Block]) -> Iterator[str]:
    for block in content:
        if isinstance(block, str):
            yield block
            continue
        rows: dict[int, list[str]] = {}
        for cell in _in_order(block):
            if text := text_of(cell.content):
                rows.setdefault(cell.row, []).append(text)
        yield from (" ".join(row) for row in rows.values())


def _joined(blocks: Iterable[Block]) -> Iterator[str | list[PrintedTable]]:
    """Lines, and the parts of every table; lines that say nothing are dropped."""
    parts: list[PrintedTable] = []
    for block in blocks:
        if isinstance(block, str):
            if line := block.strip():
                if parts:
                    yield parts
                    parts = []
                yield line
        elif block.height and block.width:
            if parts and not _goes_on(parts[-1], block):
                yield parts
                parts = []
            parts.append(block)
    if parts:
        yield parts


def _goes_on(table: PrintedTable, next_one: PrintedTable) -> bool:
    """Whether a table is the second part of the one right before it."""
    ours, theirs = table.widths, next_one.widths
    if table.width != next_one.width or not ours or len(ours) != len(theirs):
        return False
    allowed = _NEARLY * max(sum(ours), sum(theirs))
    return all(abs(a - b) <= allowed for a, b in zip(ours, theirs, strict=True))


def _grids(blocks: Iterable[str | list[PrintedTable]], file: str) -> Iterator[str | Grid]:
    number = 1
    for block in blocks:
        if isinstance(block, str):
            yield block
        else:
            yield _grid(block, number, file)
            number += len(block)


def _grid(parts: Sequence[PrintedTable], number: int, file: str) -> Grid:
    whole = Place(file, sheet=f"表{number}")
    height = sum(part.height for part in parts)
    width = 1 + max((cell.column for part in parts for cell in part.cells), default=0)
    area = sum(_area(cell, height, width) for part in parts for cell in part.cells)
    check_size(max(height * width, area), whole)
    cells: list[SpanningCell] = []
    tops: list[int] = []
    top = 0
    for part in parts:
        tops.append(top)
        for cell in part.cells:
            if cell.row == 0 and cell.column in part.continued and _lengthened(cells, top, cell):
                continue
            text = text_of(cell.content)
            cells.append(SpanningCell(text, top + cell.row, cell.column, cell.rows, cell.columns))
        top += part.height
    layout = lay_out(cells, height, width)
    shown = {column: n for n, column in enumerate(layout.columns, 1)}

    def place(row: int, column: int) -> Place:
        part = bisect_right(tops, row) - 1
        cell = f"R{row - tops[part] + 1}C{shown[column]}"
        return Place(file, sheet=f"表{number + part}", cell=cell)

    breaks = [first + each for first, part in zip(tops, parts, strict=True) for each in part.breaks]
    return Grid(
        rows=layout.spots(place),
        page_breaks=frozenset(seen_at(row, layout.rows) for row in (*breaks, *tops[1:])),
        place=whole,
    )


def _area(cell: PrintedCell, height: int, width: int) -> int:
    """How many positions a cell would take."""
    return min(cell.rows, height) * min(cell.columns, width)


def _lengthened(cells: list[SpanningCell], top: int, cell: PrintedCell) -> bool:
    """Whether the cell that ends in the row above now reaches down over ``cell``."""
    for at in range(len(cells) - 1, -1, -1):
        above = cells[at]
        if above.row + above.rows == top and above.column == cell.column:
            cells[at] = structs.replace(above, rows=above.rows + cell.rows)
            return True
    return False
