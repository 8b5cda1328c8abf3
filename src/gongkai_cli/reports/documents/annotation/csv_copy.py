"""The table of a .csv as a workbook, since a .csv has no colours, with the columns behind it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from ....model.place import Problem
from ....office.table_cells import holdable, lines_of
from ....sources.ledger.cells import read_text
from ....sources.ledger.csv_table import csv_table
from ....sources.ledger.heading_row import SEARCHED_ROWS, find_heading_row
from ....sources.ledger.sheet_headings import form_named
from ...row_state import RowState
from . import BASIS, DUE, STATE, WIDTHS, CannotAnnotate, States

_MADE = datetime(2024, 1, 1, tzinfo=UTC)
_WIDEST, _NARROWEST = 40, 8
_LINE_POINTS = 14.5


def annotated_csv(name: str, data: bytes, states: States) -> bytes:
    """The table of a .csv as a workbook, with the columns behind it. Raises ``CannotAnnotate``."""
    problems: list[Problem] = []
    table = csv_table(
        data, name, form_named(name.rpartition("/")[2].removesuffix(".csv")), problems
    )
    if table is None:
        raise CannotAnnotate(problems[0].found)
    rows = [(number, [read_text(cell) for cell in cells]) for number, cells in table.rows]
    headings = find_heading_row(rows[:SEARCHED_ROWS], None)
    if headings is None:
        raise CannotAnnotate("没有台账的表头，不能批注")
    by_row = {place.line: state for place, state in states.items()}
    made = BytesIO()
    font = {"font_name": "宋体", "font_size": 11}
    options = {"in_memory": True, "default_format_properties": font}
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": holdable(name), "created": _MADE})
        width = max(headings.width, max((len(cells) for _, cells in rows), default=0))
        _Sheet(book, headings.row, width).write(rows, by_row)
    return made.getvalue()


class _Sheet:
    """The one sheet of a .csv that has become a workbook."""

    def __init__(self, book: Any, heading: int, width: int) -> None:
        self._book = book
        self._sheet = book.add_worksheet("台账")
        self._heading = heading
        self._width = width
        self._looks: dict[tuple[str, bool, bool], Any] = {}

    def write(
        self, rows: list[tuple[int, list[str]]], states: Mapping[int | None, RowState]
    ) -> None:
        """Every row as it stands, one below the other; texts as texts."""
        widths = self._widths([cells for _, cells in rows])
        top = next(at for at, (number, _) in enumerate(rows) if number == self._heading)
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)
        for at, (number, cells) in enumerate(rows):
            state = states.get(number, RowState()) if at > top else RowState()
            texts = [*cells, *[""] * (self._width - len(cells))]
            behind = (DUE, STATE, BASIS) if at == top else (state.due, state.state, state.basis)
            for column, text in enumerate(texts):
                self._sheet.write_string(at, column, holdable(text), self._look("", at == top))
            for column, value in enumerate(behind, self._width):
                self._write(
                    at, column, value, self._look(state.fill, at == top, value is state.due)
                )
            lines = max(map(lines_of, [*texts, "", state.state, state.basis], widths))
            self._sheet.set_row(at, min(lines * _LINE_POINTS + 3, 409.0))
        self._set_up(top, len(rows))

    def _write(self, row: int, column: int, value: Any, look: Any) -> None:
        if isinstance(value, str) and value:
            self._sheet.write_string(row, column, holdable(value), look)
        elif value:
            self._sheet.write_datetime(row, column, value, look)
        else:
            self._sheet.write_blank(row, column, None, look)

    def _widths(self, rows: list[list[str]]) -> list[int]:
        """Wide enough for most of what stands there, and not wider than a page bears."""
        widths = []
        for column in range(self._width):
            texts = (cells[column] for cells in rows if column < len(cells))
            longest = max((len(text.encode("gbk", "replace")) for text in texts), default=0)
            widths.append(min(max(longest + 2, _NARROWEST), _WIDEST))
        return [*widths, *WIDTHS.values()]

    def _set_up(self, top: int, count: int) -> None:
        sheet = self._sheet
        sheet.freeze_panes(top + 1, 0)
        sheet.autofilter(top, 0, max(count - 1, top + 1), self._width + len(WIDTHS) - 1)
        sheet.repeat_rows(top)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C第 &P 页，共 &N 页")

    def _look(self, fill: str, heading: bool, day: bool = False) -> Any:
        key = (fill, heading, day)
        if key not in self._looks:
            look: dict[str, Any] = {"valign": "top", "text_wrap": True, "border": 1}
            if heading:
                look |= {"bold": True, "align": "center", "bg_color": "#DDEBF7"}
            look |= {"bg_color": f"#{fill}"} if fill else {}
            look |= {"num_format": "yyyy-mm-dd", "align": "center"} if day else {}
            self._looks[key] = self._book.add_format(look)
        return self._looks[key]
