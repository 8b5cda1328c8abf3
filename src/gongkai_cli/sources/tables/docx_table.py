"""A table of a .docx: which cell stands over which rows and columns, and where pages begin."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from .docx_words import W, is_on
from .printed import Block, PrintedCell, PrintedTable

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST_COLUMNS = 1_000
_THIN = 113
"""Twentieths of a point: columns under 2 mm come of a line that was dragged, not of a table."""

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)


class _Cell(Struct, frozen=True):
    element: "_Element"
    column: int
    columns: int
    merge: str | None


class _Row(Struct, frozen=True):
    element: "_Element"
    cells: list[_Cell]
    width: int


def inside(holder: "_Element", *names: str) -> "Iterator[_Element]":
    """The elements of these names in their order, through controls and tracked insertions."""
    wanted = {f"{W}{name}" for name in names}
    for child in holder:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, *names)


def table_of(table: "_Element", content: "Callable[[_Element], Iterable[Block]]") -> PrintedTable:
    """A table; ``content`` gives what stands in the element of a cell."""
    rows = [_row(row) for row in inside(table, "tr") if not is_on(row.find(f"{W}trPr"), "del")]
    width = min(max((row.width for row in rows), default=0), _MOST_COLUMNS)
    widths = _column_widths(table)
    if len(widths) != width:
        widths = ()
    thin = _thin_columns(widths, rows)
    new = [0]
    for column in range(max(width, max((row.width for row in rows), default=0))):
        new.append(new[-1] + (column not in thin))
    cells, continued = _merged(rows, new, content)
    return PrintedTable(
        cells=cells,
        height=len(rows),
        width=new[width],
        widths=tuple(each for n, each in enumerate(widths) if n not in thin),
        breaks=frozenset(n for n, row in enumerate(rows) if _begins_page(row.element)),
        continued=continued,
    )


def _row(row: "_Element") -> _Row:
    properties = row.find(f"{W}trPr")
    column = _number(properties, "gridBefore")
    cells: list[_Cell] = []
    for element in inside(row, "tc"):
        cell = element.find(f"{W}tcPr")
        if is_on(cell, "cellDel"):
            continue
        span = max(1, _number(cell, "gridSpan", 1))
        if _merge(cell, "hMerge") == "continue" and cells:
            cells[-1] = structs.replace(cells[-1], columns=cells[-1].columns + span)
        else:
            cells.append(_Cell(element, column, span, _merge(cell, "vMerge")))
        column += span
    return _Row(row, cells, column + _number(properties, "gridAfter"))


def _merged(
    rows: list[_Row], new: list[int], content: "Callable[[_Element], Iterable[Block]]"
) -> tuple[tuple[PrintedCell, ...], frozenset[int]]:
    """The cells over all their rows, and the columns that go on from a part cut off above.

    A cell that says that it goes on, below none that could, begins there.
    """
    cells: list[PrintedCell] = []
    continued: set[int] = set()
    going_on: dict[int, int] = {}
    for number, row in enumerate(rows):
        above, going_on = going_on, {}
        for cell in row.cells:
            column = new[cell.column]
            at = above.get(column) if cell.merge == "continue" else None
            if at is not None:
                cells[at] = structs.replace(cells[at], rows=cells[at].rows + 1)
            else:
                at = len(cells)
                span = new[cell.column + cell.columns] - column
                cells.append(PrintedCell(number, column, 1, span, tuple(content(cell.element))))
                if cell.merge == "continue" and number == 0:
                    continued.add(column)
            if cell.merge is not None:
                going_on[column] = at
    return tuple(cells), frozenset(continued)


def _thin_columns(widths: tuple[int, ...], rows: list[_Row]) -> set[int]:
    """Columns so thin that no reader sees them, in which no cell stands alone."""
    thin = {column for column, width in enumerate(widths) if width < _THIN}
    for row in rows if thin else ():
        for cell in row.cells:
            across = range(cell.column, cell.column + cell.columns)
            if thin.issuperset(across):
                thin.difference_update(across)
    return thin


def _number(properties: "_Element | None", name: str, default: int = 0) -> int:
    found = properties.find(f"{W}{name}") if properties is not None else None
    text = found.get(f"{W}val", "") if found is not None else ""
    if not (text.isascii() and text.isdigit()):
        return default
    return min(int(text[:6]), _MOST_COLUMNS)


def _merge(properties: "_Element | None", name: str) -> str | None:
    """``restart`` or ``continue``; ``None`` where a cell is not merged that way."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val", "continue") if found is not None else None


def _column_widths(table: "_Element") -> tuple[int, ...]:
    texts = [column.get(f"{W}w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if all(text.isascii() and text.isdigit() and len(text) < 7 for text in texts):
        return tuple(int(text) for text in texts)
    return ()


def _begins_page(row: "_Element") -> bool:
    """Whether the first words of a row stand on another page than those of the row before it."""
    first = next(iter(row.iter(f"{W}p")), None)
    if first is None:
        return False
    if is_on(first.find(f"{W}pPr"), "pageBreakBefore"):
        return True
    for element in first.iter(f"{W}t", f"{W}br", f"{W}lastRenderedPageBreak"):
        if element.tag == f"{W}t":
            return False
        if element.tag != f"{W}br" or element.get(f"{W}type") == "page":
            return True
    return False
