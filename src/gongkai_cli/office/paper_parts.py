"""The parts that the body of an official paper is made of, as values."""

from typing import Literal

from msgspec import Struct

CellSize = Literal["四号", "小四", "五号"]
"""How large the text of a table or a grid is: 14, 12 or 10.5 points."""


class Heading(Struct, frozen=True):
    """A heading of level 1 to 4, without its number; levels 3 and 4 may be whole paragraphs."""

    level: int
    text: str


class Paragraph(Struct, frozen=True):
    """A paragraph: of the body (first line moved in), at the margin, or at the right."""

    text: str
    at: Literal["body", "margin", "right"] = "body"


class Column(Struct, frozen=True):
    """A column of a table: its heading, its share of the width, and whether cells are centred."""

    heading: str
    share: float = 1
    centred: bool = False


class Merge(Struct, frozen=True):
    """Cells of a column that are one, from row ``first`` to row ``last``, both included, from 0.

    What stands in it is the text of the first.
    """

    column: int
    first: int
    last: int


class Table(Struct, frozen=True):
    """A table whose heading stands on every page that it reaches; rows have a cell a column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...] = ()
    size: CellSize = "五号"
    merges: tuple[Merge, ...] = ()


class GridRow(Struct, frozen=True):
    """A row of a form: a label, what is filled in, and so on by turns.

    ``height`` is at least that many millimetres.
    """

    cells: tuple[str, ...]
    height: float = 10


class Grid(Struct, frozen=True):
    """A form to fill in; ``shares`` are the shares of the width of each cell.

    A row with fewer cells gives its last one the rest of the width.
    """

    shares: tuple[float, ...]
    rows: tuple[GridRow, ...]
    size: CellSize = "四号"


Block = Heading | Paragraph | Table | Grid
