"""The files of a ledger rewritten: single cells and new rows, everything else as it was."""

import csv
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from typing import Protocol

from ..office.csv_cells import CsvCells
from ..office.workbook_cells import Damaged, NotChangeable, SheetCells, WorkbookCells
from ..sources.ledger.cells import Cell, read_text
from ..sources.ledger.csv_table import Writing, how_written
from ..sources.ledger.sheet_headings import form_named
from ..sources.ledger.written import WrittenTable

_UNUSUAL = "文件内部写法不常见，不能改写"


class Rewriting(Protocol):
    """One file being rewritten; ``NotChangeable`` says why something cannot be."""

    def put(self, table: WrittenTable, row: int, column: int, cell: Cell) -> None:
        """Give a cell of a table another value."""

    def append(self, table: WrittenTable, cells: Mapping[int, Cell]) -> int:
        """Add a row to a table, and answer its number."""

    def data(self) -> bytes:
        """The file as it is now."""


def rewriting(table: WrittenTable, data: bytes) -> Rewriting:
    """The file that a table stands in, ready to be rewritten; raises ``NotChangeable``."""
    try:
        return _Workbook(data) if table.table.sheet is not None else _Csv(data, table)
    except (Damaged, zipfile.BadZipFile, csv.Error, ValueError) as error:
        raise NotChangeable(_UNUSUAL) from error


class _Workbook:
    def __init__(self, data: bytes) -> None:
        self._book = WorkbookCells(data)

    def put(self, table: WrittenTable, row: int, column: int, cell: Cell) -> None:
        self._sheet(table).put(row, column, cell)

    def append(self, table: WrittenTable, cells: Mapping[int, Cell]) -> int:
        columns = {column for _, column in table.known()}
        return self._sheet(table).append(cells, table.headings.row, columns)

    def _sheet(self, table: WrittenTable) -> SheetCells:
        try:
            return self._book.sheet(table.table.sheet or "")
        except Damaged as error:
            raise NotChangeable(_UNUSUAL) from error

    def data(self) -> bytes:
        return self._book.data()


class _Csv:
    def __init__(self, data: bytes, table: WrittenTable) -> None:
        writing = how_written(data, table.file.name, form_named(table.file.path.stem))
        if not isinstance(writing, Writing):
            raise NotChangeable(writing.found)
        self._file = CsvCells(data, writing.encoding, writing.delimiter)

    def put(self, table: WrittenTable, row: int, column: int, cell: Cell) -> None:
        if why := self._file.obstacle(row, column):
            raise NotChangeable(why)
        self._file.put(row, column, text_for_csv(cell))

    def append(self, table: WrittenTable, cells: Mapping[int, Cell]) -> int:
        fields = (
            text_for_csv(cells.get(column, "")) for column in range(1, table.headings.width + 1)
        )
        return self._file.append(list(fields))

    def data(self) -> bytes:
        return self._file.data()


def text_for_csv(cell: Cell) -> str:
    """A cell as it is written into a .csv: a text as it stands, a day as 2024-06-27.

    >>> text_for_csv(date(2024, 6, 27)), text_for_csv(3.0), text_for_csv("二行\\r\\n字")
    ('2024-06-27', '3', '二行\\n字')
    """
    if isinstance(cell, str):
        return cell.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if isinstance(cell, datetime) or not isinstance(cell, date):
        return read_text(cell)
    return cell.isoformat()
