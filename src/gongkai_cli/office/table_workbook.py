"""A table as a workbook that is ready to be printed and sent: title, headings, rows, notes.

Written row by row, so that the memory it takes does not grow with the rows. Texts are written as
texts, whatever they begin with, so that nothing a user wrote runs as a formula.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from io import BytesIO
from typing import Any

import xlsxwriter
from msgspec import Struct

from .table_cells import Cell, Link, Share, holdable, is_link, lines_of, sheet_name

_MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""Always the same, so that the same table gives the same bytes."""

_FONT, _TITLE_FONT = "宋体", "黑体"
_LINE_POINTS = 15.6
_LEAST_POINTS, _MOST_POINTS = 21.0, 409.0
_A4 = 9
_MOST_LINKS = 65_000
_FIRST_YEAR = 1900

MOST_ROWS = 1_048_000
"""How many rows a table may have: a sheet has 576 more, for title, headings and notes."""

_TELL_EVERY = 500


class Column(Struct, frozen=True, kw_only=True):
    """A column: its heading, below another that it may share with its neighbours, and its width.

    ``width`` is in characters of half width: a Chinese character takes two.
    """

    heading: str
    above: str = ""
    width: int = 12


class Table(Struct, frozen=True, kw_only=True):
    """What goes on the first sheet, from top to bottom; ``count`` is how many rows there will be.

    ``notes`` are asked for when the rows are written, those of the second sheet after them.
    """

    name: str
    title: str
    lines: Sequence[str] = ()
    columns: Sequence[Column]
    rows: Iterable[Sequence[Cell]]
    count: int = 0
    notes: Iterable[str] = ()


class Notes(Struct, frozen=True, kw_only=True):
    """A second sheet of texts, each behind its label; a label that repeats is said once."""

    name: str
    title: str
    rows: Iterable[tuple[str, str]]


def write_workbook(table: Table, notes: Notes, tell: Callable[[int, int], None]) -> bytes:
    """The workbook, as .xlsx; the same for the same table.

    ``tell`` takes how many rows are written, of how many; there may be at most ``MOST_ROWS``.
    """
    data = BytesIO()
    options = {
        "constant_memory": True,
        "default_format_properties": {"font_name": _FONT, "font_size": 11},
    }
    with xlsxwriter.Workbook(data, options) as book:
        book.set_properties({"title": holdable(table.title), "created": _MADE})
        formats = _formats(book)
        first = book.add_worksheet(sheet_name(table.name, notes.name))
        _Page(first, formats, table.columns).write(table, tell)
        _write_notes(book.add_worksheet(notes.name), notes, formats)
    return data.getvalue()


class _Page:
    """The first sheet, written from top to bottom."""

    def __init__(self, sheet: Any, formats: dict[str, Any], columns: Sequence[Column]) -> None:
        self._sheet = sheet
        self._formats = formats
        self._columns = columns
        self._row = 0
        self._links = 0

    def write(self, table: Table, tell: Callable[[int, int], None]) -> None:
        for number, column in enumerate(self._columns):
            self._sheet.set_column(number, number, column.width)
        self._across(table.title, "title", 30.0)
        for line in table.lines:
            self._across(line, "line")
        first = self._row
        self._headings()
        set_up(self._sheet)
        self._sheet.freeze_panes(self._row, 0)
        self._sheet.repeat_rows(first, self._row - 1)
        heading = self._row - 1
        for number, cells in enumerate(table.rows, 1):
            self._line(cells)
            if number % _TELL_EVERY == 0:
                tell(number, table.count)
        tell(table.count, table.count)
        self._sheet.autofilter(heading, 0, self._row - 1, len(self._columns) - 1)
        for note in table.notes:
            self._across(note, "line")

    def _across(self, text: str, look: str, points: float | None = None) -> None:
        """A text over the whole width."""
        text = holdable(text)
        width = sum(column.width for column in self._columns)
        self._sheet.set_row(self._row, points or row_points(lines_of(text, width)))
        last = len(self._columns) - 1
        if last:
            self._sheet.merge_range(self._row, 0, self._row, last, "", self._formats[look])
        put(self._sheet, self._row, 0, text, self._formats[look])
        self._row += 1

    def _headings(self) -> None:
        if any(column.above for column in self._columns):
            self._upper_headings()
        self._sheet.set_row(
            self._row, row_points(max(lines_of(each.heading, each.width) for each in self._columns))
        )
        for number, column in enumerate(self._columns):
            look = "heading" if column.above or not self._two_rows else "heading below"
            text = holdable(column.heading)
            put(self._sheet, self._row, number, text, self._formats[look])
        self._row += 1

    @property
    def _two_rows(self) -> bool:
        return any(column.above for column in self._columns)

    def _upper_headings(self) -> None:
        """What several headings stand under; where there is nothing the heading reaches up."""
        self._sheet.set_row(self._row, _LEAST_POINTS)
        number = 0
        while number < len(self._columns):
            above = self._columns[number].above
            last = number
            while (
                above and last + 1 < len(self._columns) and self._columns[last + 1].above == above
            ):
                last += 1
            look = self._formats["heading" if above else "heading above"]
            if last > number:
                self._sheet.merge_range(self._row, number, self._row, last, "", look)
            put(self._sheet, self._row, number, holdable(above), look)
            number = last + 1
        self._row += 1

    def _line(self, cells: Sequence[Cell]) -> None:
        most = 1
        for number, (cell, column) in enumerate(zip(cells, self._columns, strict=True)):
            text = self._write(number, cell)
            if text and (len(text) * 2 >= column.width - 1 or "\n" in text):
                most = max(most, lines_of(text, column.width))
        self._sheet.set_row(self._row, row_points(most))
        self._row += 1

    def _write(self, number: int, cell: Cell) -> str | None:
        """Write a cell; the text that has to be wrapped in it, if it has one."""
        sheet, row, formats = self._sheet, self._row, self._formats
        if isinstance(cell, Share):
            held(
                sheet.write_number(
                    row, number, int(cell.value * 1000 + 1e-9) / 1000, formats["share"]
                )
            )
            return None
        if isinstance(cell, Link):
            return self._link(number, cell.url)
        if isinstance(cell, int):
            held(sheet.write_number(row, number, cell, formats["number"]))
            return None
        if isinstance(cell, date):
            if cell.year >= _FIRST_YEAR:
                held(sheet.write_datetime(row, number, cell, formats["day"]))
                return None
            cell = str(cell)
        text = holdable(cell or "")
        put(sheet, row, number, text, formats["text"])
        return text

    def _link(self, number: int, url: str) -> str:
        text = holdable(url)
        if self._links < _MOST_LINKS and is_link(text):
            self._links += 1
            held(self._sheet.write_url(self._row, number, text, self._formats["link"], text))
        else:
            put(self._sheet, self._row, number, text, self._formats["text"])
        return text


def _write_notes(sheet: Any, notes: Notes, formats: dict[str, Any]) -> None:
    widths = (16, 100)
    for number, width in enumerate(widths):
        sheet.set_column(number, number, width)
    set_up(sheet)
    sheet.hide_gridlines(2)
    sheet.set_row(0, 30.0)
    put(sheet, 0, 0, holdable(notes.title), formats["notes title"])
    said = None
    for row, (label, text) in enumerate(notes.rows, 1):
        plain = holdable(text)
        sheet.set_row(row, row_points(lines_of(plain, widths[1])))
        put(sheet, row, 0, "" if label == said else holdable(label), formats["label"])
        put(sheet, row, 1, plain, formats["note"])
        said = label


def set_up(sheet: Any) -> None:
    """A4 across, as wide as the page and as long as it takes, pages numbered."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.center_horizontally()
    sheet.set_footer("&C第 &P 页，共 &N 页")


@cache
def row_points(lines: int) -> float:
    """The height of a row: programs other than Excel do not fit it to wrapped text themselves."""
    return min(max(lines * _LINE_POINTS + 4, _LEAST_POINTS), _MOST_POINTS)


def put(sheet: Any, row: int, column: int, text: str, look: Any) -> None:
    """Write a text as a text; nothing for an empty one, so that the cell counts as empty."""
    if text:
        held(sheet.write_string(row, column, text, look))
    else:
        held(sheet.write_blank(row, column, None, look))


def held(code: int) -> None:
    """Raise where the library only answers that it has not written a cell."""
    if code:
        raise RuntimeError(f"a cell was not written: {code}")


def _formats(book: Any) -> dict[str, Any]:
    wrapped = {"text_wrap": True, "valign": "vcenter"}
    cell = {**wrapped, "border": 1}
    heading = {
        **cell,
        "bold": True,
        "align": "center",
        "bg_color": "#DDEBF7",
        "font_name": _TITLE_FONT,
    }
    title = {"bold": True, "font_size": 16, "valign": "vcenter", "font_name": _TITLE_FONT}
    looks: dict[str, dict[str, Any]] = {
        "title": {**title, "align": "center"},
        "notes title": title,
        "line": {**wrapped, "align": "left"},
        "heading": heading,
        "heading above": {**heading, "bottom": 0},
        "heading below": {**heading, "top": 0},
        "text": cell,
        "number": {**cell, "align": "center"},
        "day": {**cell, "align": "center", "num_format": "yyyy-mm-dd"},
        "share": {**cell, "align": "center", "num_format": "0.0%"},
        "link": {**cell, "font_color": "#0563C1", "underline": 1},
        "label": {**wrapped, "valign": "top", "bold": True},
        "note": {**wrapped, "valign": "top"},
    }
    common = {"font_name": _FONT, "font_size": 11}
    return {name: book.add_format({**common, **look}) for name, look in looks.items()}
