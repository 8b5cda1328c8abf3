"""What stands on a paper from top to bottom, before it is known which of its tables are tables.

Readers of papers with nested tables (.docx, web pages) yield this; ``flow.py`` makes grids of it.
"""

from msgspec import Struct


class PrintedCell(Struct, frozen=True):
    """A cell of a table as a paper has it; ``row`` and ``column`` count from 0.

    ``content`` is what stands in it from top to bottom: lines, and tables inside it.
    """

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    content: "tuple[Block, ...]" = ()


class PrintedTable(Struct, frozen=True, kw_only=True):
    """A table as a paper has it.

    ``widths`` are those of its columns in units of the format, where it tells them; ``breaks`` the
    rows before which a page begins; ``continued`` the columns whose first cell says that it goes on
    with the cell above, which there is only where the table was cut in two.
    """

    cells: tuple[PrintedCell, ...]
    height: int
    width: int
    widths: tuple[int, ...] = ()
    breaks: frozenset[int] = frozenset()
    continued: frozenset[int] = frozenset()


Block = str | PrintedTable
"""A line of text, or a table."""
