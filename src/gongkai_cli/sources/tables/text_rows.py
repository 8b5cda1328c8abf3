"""Rows that were read from the lines of a text, made a grid."""

from collections.abc import Sequence

from msgspec import Struct

from ...model.place import Place
from .grid import Grid, Spot
from .layout import check_size


class TextCell(Struct, frozen=True):
    """What stands in a cell, on which line, and at which character of it, both from 1."""

    text: str
    line: int
    column: int | None = None


def lines_of(text: str) -> list[str]:
    """The lines of a text, as an editor numbers them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def grid_of_rows(
    rows: Sequence[Sequence[TextCell]], file: str, *, one_is_all: bool = False
) -> Grid:
    """The grid of rows, shorter ones filled up with blank cells at the end.

    With ``one_is_all`` the only cell of a row stands over the whole row. Columns at the end that
    are blank from top to bottom are left out.
    """
    width = max(
        (n for row in rows for n, cell in enumerate(row, 1) if cell.text.strip()), default=1
    )
    place = Place(file, rows[0][0].line)
    check_size(len(rows) * width, place)
    return Grid(
        rows=tuple(_spots(row, number, width, file, one_is_all) for number, row in enumerate(rows)),
        place=place,
    )


def _spots(
    cells: Sequence[TextCell], row: int, width: int, file: str, one_is_all: bool
) -> tuple[Spot, ...]:
    whole = one_is_all and len(cells) == 1
    spots = []
    for column in range(width):
        cell = cells[min(column, len(cells) - 1)]
        text = cell.text.strip() if whole or column < len(cells) else ""
        place = Place(file, cell.line, cell.column)
        spots.append(Spot(text=text, row=row, column=0 if whole else column, place=place))
    return tuple(spots)
