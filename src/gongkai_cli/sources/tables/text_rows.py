"""Rows that were read from the lines of a text, made a grid."""

from collections.abc import Sequence

from msgspec import Struct

from ...model.place import Place
from .grid import Grid, Spot
from .layout import MOST_SPOTS, Unfit


class TextCell(Struct, frozen=True):
    """What stands in a cell, on which line, and at which character of it, both from 1."""

    text: str
    line: int
    column: int | None = None


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
    if len(rows) * width > MOST_SPOTS:
        raise Unfit(place, f"表格过大：{len(rows)}行、{width}列", f"不超过{MOST_SPOTS}格的表格")
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
