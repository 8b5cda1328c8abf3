"""A table as it stands in a file: rows of cells, each with its place, and what hangs on them."""

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from ...model.place import Place
from .cells import EPOCH_1900, Cell


class Merge(Struct, frozen=True):
    """A block of merged cells, all its ends included; rows and columns count from 1."""

    top: int
    left: int
    bottom: int
    right: int


class Table(Struct, frozen=True, kw_only=True):
    """A sheet of a workbook, or a .csv file.

    ``rows`` gives each row once, with its number from 1 (in .csv the line on which the row begins),
    and may be read only once. ``hidden`` are the numbers of the rows that the file hides;
    ``faults`` says of a cell (row, column) why its value is lost. Serial numbers of days count from
    ``epoch``. ``written`` says how a .csv is written (UTF-8，逗号分隔).
    """

    file: str
    sheet: str | None = None
    rows: Iterable[tuple[int, Sequence[Cell]]]
    hidden: frozenset[int] = frozenset()
    merges: tuple[Merge, ...] = ()
    faults: dict[tuple[int, int], str] = {}
    epoch: date = EPOCH_1900
    written: str | None = None

    @property
    def place(self) -> Place:
        """The table as a whole."""
        return Place(self.file, sheet=self.sheet)

    def row_place(self, row: int) -> Place:
        """A row: its first cell, or its line."""
        if self.sheet is None:
            return Place(self.file, row)
        return Place(self.file, sheet=self.sheet, cell=f"A{row}")

    def cell_place(self, row: int, column: int) -> Place:
        """A cell. In .csv the column is the number of the field, not of the character."""
        if self.sheet is None:
            return Place(self.file, row, column)
        return Place(self.file, sheet=self.sheet, cell=f"{column_letters(column)}{row}")


def column_letters(column: int) -> str:
    """The letters of a column that counts from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def number_ranges(numbers: Iterable[int], most: int = 12) -> str:
    """Row numbers in few words; beyond ``most`` stretches only their count is given.

    >>> number_ranges([2, 3, 4, 9])
    '2—4、9'
    """
    stretches: list[list[int]] = []
    for number in sorted(numbers):
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    words = [f"{a}" if a == b else f"{a}—{b}" for a, b in stretches[:most]]
    return "、".join(words) + (" 等" if len(stretches) > most else "")
