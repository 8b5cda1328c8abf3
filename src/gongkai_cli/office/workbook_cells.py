"""Changing cells of an existing workbook (.xlsx) and nothing else in it.

The XML of a sheet is patched inside the archive: what no change asks for stays, drawings, lists,
rich texts, calculated values and everything that no library knows among it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from ..sources.ledger.cells import EPOCH_1900, EPOCH_1904
from .cell_ranges import Block
from .cell_styles import CellStyles
from .cell_values import Value, child, put, shared_strings, text_of
from .column_widths import set_widths
from .package import Damaged, Package
from .sheet_grid import SheetGrid
from .table_reach import name_the_filter, reach_down, reach_right

__all__ = ["Damaged", "NewColumn", "NotChangeable", "SheetCells", "Value", "WorkbookCells"]

_LAST_ROW = 1_048_576


class NotChangeable(ValueError):
    """Why a cell must stay as it is, in the words of a message."""


class NewColumn(Struct, frozen=True):
    """A column to add: its heading, its width, and by row a value with the colour behind it.

    A colour is RRGGBB; none where it is empty.
    """

    heading: str
    width: float
    cells: Mapping[int, tuple[Value, str]]


class WorkbookCells:
    """A workbook whose cells can be changed; ``data`` gives it with the changes.

    Raises ``Damaged`` where its parts do not fit. The bytes must have passed the workbook guard.
    """

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        links = self.package.links("").values()
        self._document = next((part for kind, part in links if kind == "officeDocument"), "")
        root = self.package.xml(self._document)
        known = self.package.links(self._document)
        settings = child(root, "workbookPr")
        is_1904 = settings is not None and settings.get("date1904") in ("1", "true")
        self.epoch = EPOCH_1904 if is_1904 else EPOCH_1900
        self._parts: dict[str, tuple[int, str]] = {}
        sheets = child(root, "sheets")
        for number, each in enumerate(sheets if sheets is not None else ()):
            link = next((text for name, text in each.attrib.items() if name.endswith("}id")), "")
            if link in known:
                self._parts.setdefault(each.get("name", ""), (number, known[link][1]))
        self._by_kind = dict(known.values())
        self._sheets: dict[str, SheetCells] = {}
        self._styles: CellStyles | None = None
        self._strings: Sequence[str] | None = None

    def sheet(self, name: str) -> "SheetCells":
        """A sheet by its name; raises ``Damaged`` where there is none."""
        if name not in self._sheets:
            if name not in self._parts:
                raise Damaged(name)
            number, part = self._parts[name]
            self._sheets[name] = SheetCells(self, number, part)
        return self._sheets[name]

    @property
    def styles(self) -> CellStyles | None:
        """The cell formats; ``None`` for a workbook without any."""
        part = self._by_kind.get("styles")
        if self._styles is None and part is not None and self.package.has(part):
            self._styles = CellStyles(self.package.xml(part))
        return self._styles

    @property
    def strings(self) -> Sequence[str]:
        """The texts that cells refer to."""
        if self._strings is None:
            part = self._by_kind.get("sharedStrings", "")
            self._strings = shared_strings(self.package.xml(part)) if self.package.has(part) else ()
        return self._strings

    def data(self) -> bytes:
        """The workbook as it is now; the bytes that came in where nothing was changed."""
        for sheet in self._sheets.values():
            if sheet.changed:
                self.package.replace(sheet.part, sheet.grid.root)
                name_the_filter(self.package, self._document, sheet.number, sheet.grid.root)
        if self._styles is not None and self._styles.changed:
            self.package.replace(self._by_kind["styles"], self._styles.root)
        return self.package.data()


class SheetCells:
    """The cells of one sheet, by row and column from 1."""

    def __init__(self, book: WorkbookCells, number: int, part: str) -> None:
        self.number = number
        self.part = part
        self.grid = SheetGrid(book.package.xml(part))
        self.changed = False
        self._book = book
        self._merges = self.grid.merges()
        self._arrays = self.grid.arrays()
        self._protected = self.grid.is_protected()

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as it is kept: a day is its number."""
        cell = self.grid.cell(row, column)
        return "" if cell is None else text_of(cell, self._book.strings)

    def first_rows(self, count: int) -> Iterator[tuple[int, list[str]]]:
        """The texts of the first rows that show, with their numbers."""
        for row in range(1, count + 1):
            if not self.grid.is_hidden(row):
                last = max(self.grid.content(row), default=0)
                yield row, [self.text(row, column) for column in range(1, last + 1)]

    def obstacle(self, row: int, column: int) -> str | None:
        """Why a cell must not be changed, ``None`` where it may.

        A formula is nobody's to replace silently; a cell in a block of merged ones speaks for
        others, or is not seen at all; a locked cell of a protected sheet is not to be changed.
        """
        cell = self.grid.cell(row, column)
        if cell is not None and child(cell, "f") is not None:
            return "原单元格是公式"
        if any(array.holds(row, column) for array in self._arrays):
            return "原单元格是数组公式的一部分"
        merge = next((each for each in self._merges if each.holds(row, column)), None)
        if merge is not None and (merge.bottom > merge.top or column > merge.left):
            return f"原单元格在合并区域 {merge} 内"
        if self._protected and self._is_locked(cell):
            return "原工作表受保护，单元格已锁定"
        return None

    def put(self, row: int, column: int, value: Value) -> None:
        """Give a cell another value, ``None`` to empty it; its look stays, a day is shown as one.

        Raises ``NotChangeable``.
        """
        if why := self.obstacle(row, column):
            raise NotChangeable(why)
        if value in (None, "") and self.grid.cell(row, column) is None:
            return
        self._put(row, column, value)

    def append(self, values: Mapping[int, Value], below: int, columns: Collection[int]) -> int:
        """Add a row behind the last one in which anything stands, and answer its number.

        ``values`` are by column; ``below`` is the row of headings, ``columns`` are those of the
        table (formulas in others, filled down below it, are no rows of it). A row that is there and
        empty is filled as it is, one that is hidden or touched by merged cells is passed over; what
        is new looks like the row above. Raises ``NotChangeable`` where the sheet is protected, or
        full.
        """
        row, width = max(self.grid.last_row(columns), below) + 1, max(columns)
        while self.grid.is_hidden(row) or self._is_merged(row, width):
            row += 1
        if row > _LAST_ROW:
            raise NotChangeable("工作表已经写满")
        if row - 1 > below:
            self.grid.styled_as_above(row, range(1, width + 1))
        if any(self._protected and self._is_locked(self.grid.cell(row, each)) for each in values):
            raise NotChangeable("原工作表受保护，不能加行")
        for column, value in values.items():
            if value not in (None, ""):
                self._put(row, column, value)
        root = self.grid.root
        reach_down(self._book.package, self.part, root, row, Block(row, 1, row, width))
        return row

    def add_columns(self, heading_row: int, last: int, columns: Sequence[NewColumn]) -> int:
        """Put columns behind the one numbered ``last``, and answer the number of the first.

        They look like that column, each cell with its colour; no cell in which anything stands is
        touched, so that they stand farther right where there is one.
        """
        first = self._free_columns(heading_row, last + 1, len(columns))
        for number, column in enumerate(columns, first):
            self._put_like(heading_row, last, number, column.heading, "")
            for row, (value, fill) in column.cells.items():
                self._put_like(row, last, number, value, fill)
        widths = {number: each.width for number, each in enumerate(columns, first)}
        set_widths(self.grid.root, widths)
        if first == last + 1:
            reach_right(self.grid.root, first + len(columns) - 1)
        return first

    def _put(self, row: int, column: int, value: Value) -> None:
        cell = self.grid.made_cell(row, column)
        self._write(cell, value, int(cell.get("s", "0")), "")

    def _put_like(self, row: int, pattern: int, column: int, value: Value, fill: str) -> None:
        old = self.grid.cell(row, pattern)
        cell = self.grid.made_cell(row, column)
        self._write(cell, value, int((cell if old is None else old).get("s", "0")), fill)

    def _write(self, cell: Any, value: Value, style: int, fill: str) -> None:
        """A day becomes a text where the workbook has no formats that could show it as one."""
        styles, is_day = self._book.styles, isinstance(value, date)
        if styles is not None:
            style = styles.like(style, day=is_day, fill=fill)
        if style or cell.get("s"):
            cell.set("s", str(style))
        put(cell, str(value) if is_day and styles is None else value, self._book.epoch)
        self.changed = True

    def _is_locked(self, cell: Any | None) -> bool:
        styles = self._book.styles
        style = int(cell.get("s", "0")) if cell is not None else 0
        return styles is None or styles.is_locked(style)

    def _is_merged(self, row: int, width: int) -> bool:
        return any(each.top <= row <= each.bottom and each.left <= width for each in self._merges)

    def _free_columns(self, top: int, first: int, count: int) -> int:
        """The first of ``count`` neighbouring columns in which nothing stands from ``top`` on."""
        used: set[int] = set()
        for row in self.grid.rows():
            if row >= top:
                used.update(column for column in self.grid.content(row) if column >= first)
        for each in self._merges:
            if each.bottom >= top:
                used.update(range(max(each.left, first), each.right + 1))
        while used.intersection(range(first, first + count)):
            first += 1
        return first
