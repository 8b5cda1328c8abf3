"""A printed form as a workbook: a title, one heading row, cells that are merged as on paper."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from msgspec import Struct

from .paper_parts import Merge
from .paper_styles import FANGSONG, HEI, TITLE_FONT
from .table_cells import holdable, lines_of, sheet_name
from .table_workbook import held, put, row_points, set_up

_MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""Always the same, so that the same form gives the same bytes."""
_TITLE_POINTS, _MARK_POINTS = 40.0, 24.0
_MOST_POINTS = 409.0


class Form(Struct, frozen=True, kw_only=True):
    """What stands on the sheet; ``mark`` is at the left above the title, or empty.

    ``widths`` are in characters of half width, ``centred`` says which columns are. A cell below the
    first of a merge must be empty.
    """

    name: str
    title: str
    mark: str = ""
    headings: tuple[str, ...]
    widths: tuple[int, ...]
    centred: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Merge, ...] = ()


def write_form(form: Form) -> bytes:
    """The form as .xlsx, set up to be printed: A4 across, the heading on every page."""
    data = BytesIO()
    with xlsxwriter.Workbook(data) as book:
        book.set_properties({"title": holdable(form.title), "created": _MADE})
        sheet = book.add_worksheet(sheet_name(form.name))
        _Sheet(sheet, _looks(book), form).write()
    return data.getvalue()


class _Sheet:
    def __init__(self, sheet: Any, looks: dict[str, Any], form: Form) -> None:
        self._sheet = sheet
        self._looks = looks
        self._form = form
        self._heading = 2 if form.mark else 1

    def write(self) -> None:
        form, sheet = self._form, self._sheet
        for column, width in enumerate(form.widths):
            sheet.set_column(column, column, width)
        set_up(sheet)
        if form.mark:
            sheet.set_row(0, _MARK_POINTS)
            put(sheet, 0, 0, holdable(form.mark), self._looks["mark"])
        self._title()
        for column, heading in enumerate(form.headings):
            put(sheet, self._heading, column, holdable(heading), self._looks["heading"])
        sheet.set_row(self._heading, self._needed(form.headings))
        for number, cells in enumerate(form.rows):
            for column, cell in enumerate(cells):
                put(sheet, self._first + number, column, holdable(cell), self._look(column))
        for merge in form.merges:
            self._merge(merge)
        for number, height in enumerate(self._heights()):
            sheet.set_row(self._first + number, height)
        sheet.repeat_rows(self._heading)
        sheet.freeze_panes(self._first, 0)
        last = self._first + len(form.rows) - 1, len(form.headings) - 1
        sheet.print_area(0, 0, *last)
        sheet.ignore_errors({"number_stored_as_text": _range(self._first, *last)})

    @property
    def _first(self) -> int:
        """Where the rows begin."""
        return self._heading + 1

    def _title(self) -> None:
        row, last = self._heading - 1, len(self._form.headings) - 1
        self._sheet.set_row(row, _TITLE_POINTS)
        if last:
            self._sheet.merge_range(row, 0, row, last, "", self._looks["title"])
        put(self._sheet, row, 0, holdable(self._form.title), self._looks["title"])

    def _look(self, column: int) -> Any:
        return self._looks["short cell" if self._form.centred[column] else "cell"]

    def _merge(self, merge: Merge) -> None:
        first, last = self._first + merge.first, self._first + merge.last
        look = self._look(merge.column)
        held(self._sheet.merge_range(first, merge.column, last, merge.column, "", look))
        text = self._form.rows[merge.first][merge.column]
        put(self._sheet, first, merge.column, holdable(text), look)

    def _needed(self, cells: Sequence[str]) -> float:
        widths = self._form.widths
        return row_points(max(lines_of(*each) for each in zip(cells, widths, strict=True)))

    def _heights(self) -> list[float]:
        """Every row as high as its own cells need, and a merge as high as its text needs."""
        form = self._form
        merged = {(each.first, each.column) for each in form.merges}
        heights = [
            self._needed(["" if (n, c) in merged else text for c, text in enumerate(cells)])
            for n, cells in enumerate(form.rows)
        ]
        for merge in form.merges:
            text, width = form.rows[merge.first][merge.column], form.widths[merge.column]
            rows = slice(merge.first, merge.last + 1)
            lacking = row_points(lines_of(text, width)) - sum(heights[rows])
            if lacking > 0:
                more = lacking / (merge.last - merge.first + 1)
                heights[rows] = [min(height + more, _MOST_POINTS) for height in heights[rows]]
        return heights


def _range(first: int, last_row: int, last_column: int) -> str:
    from xlsxwriter.utility import xl_range

    found: str = xl_range(first, 0, last_row, last_column)
    return found


def _looks(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "vcenter", "font_name": FANGSONG, "font_size": 11}
    cell = {**wrapped, "border": 1}
    looks: dict[str, dict[str, Any]] = {
        "mark": {"font_name": HEI, "font_size": 14, "valign": "vcenter"},
        "title": {
            "font_name": TITLE_FONT,
            "font_size": 20,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
        },
        "heading": {**cell, "font_name": HEI, "align": "center"},
        "cell": cell,
        "short cell": {**cell, "align": "center"},
    }
    return {name: book.add_format(look) for name, look in looks.items()}
