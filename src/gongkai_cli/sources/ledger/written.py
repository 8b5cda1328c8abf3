"""The ledger as it is written: every row with its place, and what stands in its cells.

Apart from the reading that judges, for whoever sends rows out, takes them back, or writes beside
them. Hidden rows are there and marked; nothing is read of what the cells mean.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...model.place import Place, Problem
from .cells import Cell
from .files import LedgerFile, find_files
from .heading_row import HeadingRow
from .open_tables import OpenTable, open_tables
from .sheet_headings import Heading
from .table import Table


class WrittenRow(Struct, frozen=True):
    """A row below the headings; ``number`` is its row in the sheet, or its line in a .csv.

    ``cells`` begin with the first column. ``covered`` are the columns (from 1) in which a block of
    merged cells that begins higher up speaks for the row.
    """

    number: int
    cells: Sequence[Cell]
    covered: frozenset[int] = frozenset()
    hidden: bool = False


class WrittenTable(Struct, frozen=True, kw_only=True):
    """A sheet of a workbook or a .csv with its headings and its rows, from top to bottom."""

    file: LedgerFile
    table: Table
    headings: HeadingRow
    rows: tuple[WrittenRow, ...] = ()

    @property
    def form(self) -> str:
        """The kind of sheet that it is: 信息台账, 栏目 or 说明."""
        return self.headings.form.name

    def column(self, field: str) -> int | None:
        """The column (from 1) that fills a field; ``None`` where the table has none."""
        return next((e.column for e in self.headings.found if e.heading.field == field), None)

    def known(self) -> Iterator[tuple[Heading, int]]:
        """The headings of the form that it has, each with its column."""
        return ((each.heading, each.column) for each in self.headings.found)

    def other(self, name: str) -> int | None:
        """The column of a heading that the form does not have."""
        return next((column for text, column in self.headings.unknown if text == name), None)

    def cell(self, row: WrittenRow, column: int) -> Cell:
        """What stands in a cell; an empty text where nothing does."""
        return row.cells[column - 1] if column <= len(row.cells) else ""

    def fault(self, row: WrittenRow, column: int) -> str | None:
        """Why the value of a cell is lost (an error value, a formula that was not calculated)."""
        return self.table.faults.get((row.number, column))

    def place(self, row: WrittenRow, column: int | None = None) -> Place:
        """A row, or one of its cells."""
        if column is None:
            return self.table.row_place(row.number)
        return self.table.cell_place(row.number, column)


class WrittenLedger(Struct, frozen=True):
    """All tables of a ledger, in the order in which it is read.

    ``problems`` say what kept a file or a table from being read, and what was passed over.
    """

    tables: tuple[WrittenTable, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, form: str) -> tuple[WrittenTable, ...]:
        """The tables of one kind."""
        return tuple(each for each in self.tables if each.form == form)


def read_written(paths: Sequence[Path], root: Path | None = None) -> WrittenLedger:
    """The ledger in these files and folders; names are shown relative to ``root``."""
    problems: list[Problem] = []
    files = find_files(paths, root, problems)
    tables = [table for file in files for table in read_tables(file, problems)]
    return WrittenLedger(tuple(tables), tuple(problems))


def read_tables(file: LedgerFile, problems: list[Problem]) -> Iterator[WrittenTable]:
    """The tables of one file whose headings are right; what is wrong is added to ``problems``."""
    for opened in open_tables(file, problems):
        if opened.usable:
            rows = tuple(_rows(opened))
            table = opened.table
            yield WrittenTable(file=file, table=table, headings=opened.headings, rows=rows)


def _rows(opened: OpenTable) -> Iterator[WrittenRow]:
    """The rows in which anything of their own stands in a column that has a heading."""
    hidden, width = opened.table.hidden, opened.headings.width
    lost = {row for row, column in opened.table.faults if column <= width}
    for number, cells, tops in opened.rows:
        own = (cell for column, cell in enumerate(cells[:width], 1) if column not in tops)
        if number in lost or any(str(cell).strip() for cell in own):
            yield WrittenRow(number, tuple(cells), frozenset(tops), number in hidden)
