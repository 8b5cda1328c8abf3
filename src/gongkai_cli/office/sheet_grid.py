"""The rows and cells of one sheet's XML: found, and made in their right order."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from .cell_ranges import Block, address, block, position
from .cell_values import child, has_content, name_in

_KEPT_OF_A_ROW = ("s", "customFormat", "ht", "customHeight")
"""What a new row takes over from the one above it; not that it is hidden or folded."""


class SheetGrid:
    """The cells of a sheet by row and column, from 1; the root is changed in place."""

    def __init__(self, root: Any) -> None:
        self.root = root
        data = child(root, "sheetData")
        self._data = (
            data if data is not None else etree.SubElement(root, name_in(root, "sheetData"))
        )
        self._rows: dict[int, Any] = {}
        number = 0
        for row in self._data.iterchildren(name_in(root, "row")):
            number = int(row.get("r") or number + 1)
            self._rows.setdefault(number, row)
        self._order = sorted(self._rows)
        self._cells: dict[int, dict[int, Any]] = {}

    def cell(self, row: int, column: int) -> Any | None:
        """The cell, if there is one."""
        return self._of_row(row).get(column)

    def made_cell(self, row: int, column: int) -> Any:
        """The cell; where there is none it is made, in its place, with the style of its column."""
        cells = self._of_row(row)
        if column in cells:
            return cells[column]
        element = self._made_row(row)
        cell = etree.Element(name_in(self.root, "c"))
        cell.set("r", address(row, column))
        if style := element.get("s") or self._column_style(column):
            cell.set("s", style)
        before = [number for number in cells if number < column]
        if before:
            cells[max(before)].addnext(cell)
        else:
            element.insert(0, cell)
        cells[column] = cell
        self._cells[row] = cells
        self._widen_spans(element, column)
        self._widen_dimension(row, column)
        return cell

    def styled_as_above(self, row: int, columns: Iterator[int] | range) -> None:
        """Make a row look like the one above it, where nothing is known of its look yet."""
        above = self._rows.get(row - 1)
        if above is None:
            return
        is_new = row not in self._rows
        element = self._made_row(row)
        for name in _KEPT_OF_A_ROW if is_new else ():
            if above.get(name) is not None:
                element.set(name, above.get(name))
        for column in columns:
            pattern = self.cell(row - 1, column)
            if self.cell(row, column) is None and pattern is not None and pattern.get("s"):
                self.made_cell(row, column).set("s", pattern.get("s"))

    def content(self, row: int) -> list[int]:
        """The columns of a row in which something stands."""
        return [column for column, cell in self._of_row(row).items() if has_content(cell)]

    def last_row(self, columns: Collection[int]) -> int:
        """The last row in which something stands; 0 on an empty sheet.

        Formulas outside of ``columns`` do not count: helping columns are often filled down far
        below the last row of a table.
        """
        return next((row for row in reversed(self._order) if self._is_used(row, columns)), 0)

    def is_hidden(self, row: int) -> bool:
        """Whether the sheet does not show a row."""
        element = self._rows.get(row)
        return element is not None and element.get("hidden") in ("1", "true")

    def merges(self) -> tuple[Block, ...]:
        """The blocks of merged cells."""
        merged = child(self.root, "mergeCells")
        found = (block(each.get("ref", "")) for each in (merged if merged is not None else ()))
        return tuple(each for each in found if each is not None)

    def arrays(self) -> tuple[Block, ...]:
        """The blocks that one formula fills: none of their cells can be changed alone."""
        found = []
        for formula in self.root.iter(name_in(self.root, "f")):
            if formula.get("t") in ("array", "dataTable"):
                found.append(block(formula.get("ref", "")))
        return tuple(each for each in found if each is not None)

    def is_protected(self) -> bool:
        """Whether the sheet is protected against changes of locked cells."""
        protection = child(self.root, "sheetProtection")
        return protection is not None and protection.get("sheet") in ("1", "true")

    def rows(self) -> list[int]:
        """The numbers of the rows that there are."""
        return list(self._order)

    def _is_used(self, row: int, columns: Collection[int]) -> bool:
        cells = self._of_row(row)
        return any(
            column in columns or child(cells[column], "f") is None for column in self.content(row)
        )

    def _of_row(self, row: int) -> dict[int, Any]:
        if row not in self._cells:
            cells: dict[int, Any] = {}
            column = 0
            element = self._rows.get(row)
            for cell in () if element is None else element.iterchildren(name_in(self.root, "c")):
                at = position(cell.get("r") or "")
                column = at[1] if at else column + 1
                cells.setdefault(column, cell)
            self._cells[row] = cells
        return self._cells[row]

    def _made_row(self, row: int) -> Any:
        if row not in self._rows:
            element = etree.Element(name_in(self.root, "row"))
            element.set("r", str(row))
            index = bisect_left(self._order, row)
            if index:
                self._rows[self._order[index - 1]].addnext(element)
            else:
                self._data.insert(0, element)
            self._order.insert(index, row)
            self._rows[row] = element
        return self._rows[row]

    def _column_style(self, column: int) -> str | None:
        columns = child(self.root, "cols")
        for each in columns if columns is not None else ():
            if int(each.get("min", "0")) <= column <= int(each.get("max", "0")):
                style: str | None = each.get("style")
                return style
        return None

    def _widen_spans(self, row: Any, column: int) -> None:
        """``spans`` says from where to where a row has cells; a wrong one is worse than none."""
        first, _, last = row.get("spans", "").partition(":")
        if row.get("spans") and not (last.isdigit() and int(first) <= column <= int(last)):
            del row.attrib["spans"]

    def _widen_dimension(self, row: int, column: int) -> None:
        dimension = child(self.root, "dimension")
        known = block(dimension.get("ref", "")) if dimension is not None else None
        if dimension is not None and known is not None:
            dimension.set("ref", str(known.over(row, column)))
