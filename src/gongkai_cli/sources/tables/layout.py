"""From cells that span rows and columns to rows of equal width."""

from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec import Struct

from ...model.place import Place, Problem
from .grid import Spot

MOST_SPOTS = 500_000
"""The cells that a table may have: a hundred times the longest catalogue there is."""


class Unfit(Exception):
    """A paper that is not read; stays inside this room, where it becomes a problem."""

    def __init__(self, place: Place, found: str, accepted: str) -> None:
        super().__init__(found)
        self.problem = Problem(place, found, accepted)


def check_size(cells: int, place: Place) -> None:
    """Raise ``Unfit`` for a table at ``place`` with too many cells, before they take up room."""
    if cells > MOST_SPOTS:
        raise Unfit(place, "表格过大", f"不超过{MOST_SPOTS}格的表格")


class SpanningCell(Struct, frozen=True):
    """A cell and the rows and columns it stands over; positions count from 0."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


class Layout(Struct, frozen=True):
    """The cell that is seen at every position of a table.

    ``rows`` and ``columns`` are those that are seen, from 0 in the numbers of the cells.
    """

    cells: list[list[SpanningCell]]
    rows: list[int]
    columns: list[int]

    def spots(self, place: Callable[[int, int], Place]) -> tuple[tuple[Spot, ...], ...]:
        """The rows of the grid; ``place`` is asked with row and column in the numbers of cells."""
        return tuple(
            tuple(
                Spot(
                    text=self.cells[r][c].text,
                    row=seen_at(self.cells[r][c].row, self.rows),
                    column=seen_at(self.cells[r][c].column, self.columns),
                    place=place(r, c),
                )
                for c in self.columns
            )
            for r in self.rows
        )


def lay_out(
    cells: Iterable[SpanningCell],
    height: int,
    width: int,
    unseen_rows: Collection[int] = (),
    unseen_columns: Collection[int] = (),
) -> Layout:
    """Who stands where; a position under no cell is a blank cell of its own.

    Where cells overlap, the one that comes first has the position. Left out are rows and columns
    that are not seen, and those that show nothing but cells seen before, or no cell at all: they
    come of lines that no reader sees. The caller sees to it that the table is not too large.
    """
    owners: list[list[SpanningCell | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        across = range(cell.column, min(cell.column + cell.columns, width))
        for row in owners[cell.row : cell.row + cell.rows]:
            for column in across:
                if row[column] is None:
                    row[column] = cell
    rows = _seen(owners, unseen_rows)
    columns = _seen(list(zip(*(owners[row] for row in rows), strict=True)), unseen_columns)
    filled = [
        [
            SpanningCell("", number, column) if cell is None else cell
            for column, cell in enumerate(row)
        ]
        for number, row in enumerate(owners)
    ]
    return Layout(filled, rows, columns)


def _seen(lines: Sequence[Sequence[SpanningCell | None]], unseen: Collection[int]) -> list[int]:
    """The rows (or columns) that show a cell which none before them shows."""
    shown: set[int] = set()
    seen: list[int] = []
    for number, line in enumerate(lines):
        here = {id(cell) for cell in line if cell is not None}
        if number not in unseen and here - shown:
            seen.append(number)
            shown |= here
    return seen


def seen_at(number: int, seen: list[int]) -> int:
    """The position among the rows or columns that are seen of the first one from ``number`` on.

    >>> seen_at(4, [0, 1, 5])
    2
    """
    from bisect import bisect_left

    return bisect_left(seen, number)
