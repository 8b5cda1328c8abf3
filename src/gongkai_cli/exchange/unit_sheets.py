"""The sheets of a unit's workbook, written."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from ..model.place import Place
from ..office.table_cells import holdable, lines_of
from ..reports.agenda import Entry
from ..reports.deadline_words import clock_words
from ..reports.ledger_forms import Formats, Lists, add_form, set_up, write_lists
from ..reports.row_state import NOT_YET_DUE, RowState
from ..sources.ledger.sheet_headings import BASE_SHEET, FORMS, RECORDS, Heading, SheetForm
from .base_sheet import Base, base_cells
from .known_rows import KnownRow
from .unit_guide import write_guide

DUE, LEFT, STATE, SIGNED, CODE = "到期日", "剩余工作日", "状态", "签收", "识别码"
"""The columns behind those of the ledger; the last one is hidden."""

TASKS_SHEET = "待办"
_STATES = ((DUE, 11), (LEFT, 11), (STATE, 10))
_SIGNED = (SIGNED, 12)
_CODE = (CODE, 10)
_TASKS = (("事项", 34), ("信息或期间", 44), *_STATES, ("时限和依据", 60), _SIGNED)
_WIDTHS = {
    **{heading.field: 11 for form in FORMS for heading in form.headings},
    "duty": 22,
    "title": 32,
    "document_number": 16,
    "units": 16,
    "url": 24,
    "name": 24,
    "text": 40,
    "remark": 18,
}
"""Narrower than in the ledger itself, so that a page across can still be read."""

_LINE_POINTS = 14.5
_MOST_POINTS = 409.0


class Contents(Struct, frozen=True):
    """What goes into a workbook.

    ``headings`` and ``rows`` are by sheet; the rows that were sent stand in the order of those of
    ``base``, which may have more: rows that only wait to be filled in. ``labels`` are the duties as
    they are offered, by id.
    """

    base: Base
    headings: Mapping[str, Sequence[Heading]]
    rows: Mapping[str, Sequence[KnownRow]]
    states: Mapping[Place, RowState]
    items: Sequence[Entry]
    lists: Lists
    labels: Mapping[str, str]


def write_sheets(book: Any, contents: Contents) -> None:
    """Every sheet, those that do not show last."""
    formats = Formats(book)
    looks = _Looks(book, formats)
    for form in FORMS:
        headings = contents.headings[form.name]
        sheet = add_form(book, form, headings, contents.lists, formats, _WIDTHS)
        _set_up_page(sheet, contents.base)
        _write_rows(sheet, form, contents, looks)
    todo = book.add_worksheet(TASKS_SHEET)
    set_up(todo)
    _set_up_page(todo, contents.base)
    _write_todo(todo, contents.items, looks)
    write_guide(book, formats, contents.base, CODE)
    write_lists(book, contents.lists)
    hidden = book.add_worksheet(BASE_SHEET)
    for number, cells in enumerate(base_cells(contents.base)):
        for column, cell in enumerate(cells):
            hidden.write_string(number, column, cell)
    hidden.very_hidden()
    book.get_worksheet_by_name(RECORDS.name).activate()


class _Looks:
    """The formats of what stands beside the ledger's own columns, each made once."""

    def __init__(self, book: Any, formats: Formats) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}
        self.formats = formats
        look = {"bold": True, "bg_color": "#D9D9D9", "border": 1, "align": "center"}
        self.heading = book.add_format(look)

    def worked_out(self, fill: str, day: bool = False) -> Any:
        """How a value that was worked out looks, with the colour of its state."""
        if (fill, day) not in self._made:
            look: dict[str, Any] = {"valign": "top", "align": "center"}
            look |= {"bg_color": f"#{fill}"} if fill else {}
            look |= {"num_format": "yyyy-mm-dd"} if day else {}
            self._made[fill, day] = self._book.add_format(look)
        return self._made[fill, day]


def _set_up_page(sheet: Any, base: Base) -> None:
    """Narrow margins, lines between the cells, the unit above and the page below."""
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.hide_gridlines(0)
    sheet.set_header(f"&L{_in_header(base.body)}&C{_in_header(base.unit)} &A&R{base.issued}")
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _in_header(text: str) -> str:
    """A name as headers take it, in which & is a mark and not everything has room."""
    return holdable(text).replace("&", "&&")[:60]


def _points(lines: int) -> float:
    """The height of a row; programs other than Excel do not fit it to wrapped text themselves."""
    return min(lines * _LINE_POINTS + 3, _MOST_POINTS)


def _write_rows(sheet: Any, form: SheetForm, contents: Contents, looks: _Looks) -> None:
    headings, rows = contents.headings[form.name], contents.rows[form.name]
    behind = (*_STATES, _SIGNED, _CODE) if form is RECORDS else (_CODE,)
    first, last = len(headings), len(headings) + len(behind) - 1
    _write_headings(sheet, first, behind, looks)
    sent = [each for each in contents.base.rows if each.sheet == form.name]
    for number, each in enumerate(sent, 1):
        row = rows[number - 1] if number <= len(rows) else None
        lines = 1
        for column, heading in enumerate(headings):
            text, value = each.cells.get(heading.name, ""), None
            if row is not None and not row.is_lost(heading.field):
                value = row.value(heading.field)
            if heading.field == "duty" and isinstance(value, str):
                text = contents.labels.get(value, text)
            _write_cell(sheet, (number, column), text, value, looks.formats.of(heading))
            lines = max(lines, lines_of(text, _WIDTHS[heading.field]))
        sheet.set_row(number, _points(lines))
        if form is RECORDS and row is not None:
            _write_state(sheet, number, first, contents.states.get(row.place(), RowState()), looks)
        sheet.write_string(number, last, each.code)
    if form is RECORDS:
        sheet.autofilter(0, 0, max(len(sent), 1), last - 1)


def _write_headings(
    sheet: Any, first: int, columns: Sequence[tuple[str, int]], looks: _Looks
) -> None:
    for column, (name, width) in enumerate(columns, first):
        hidden = {"hidden": True} if name == CODE else {}
        sheet.set_column(column, column, width, looks.formats.plain, hidden)
        sheet.write_string(0, column, name, looks.heading)


def _write_cell(sheet: Any, spot: tuple[int, int], text: str, value: object, look: Any) -> None:
    """A day as a day and a count as a number where they can be read, all else as text."""
    if isinstance(value, date):
        sheet.write_datetime(*spot, value, look)
    elif isinstance(value, int) and not isinstance(value, bool):
        sheet.write_number(*spot, value, look)
    elif text:
        sheet.write_string(*spot, text, look)
    else:
        sheet.write_blank(*spot, None, look)


def _write_state(sheet: Any, row: int, first: int, state: RowState, looks: _Looks) -> None:
    look = looks.worked_out(state.fill)
    _write_cell(sheet, (row, first), "", state.due, looks.worked_out(state.fill, day=True))
    _write_cell(sheet, (row, first + 1), "", state.left, look)
    _write_cell(sheet, (row, first + 2), state.state, None, look)


def _write_todo(sheet: Any, items: Sequence[Entry], looks: _Looks) -> None:
    """Everything open of the unit, what is in no row of the ledger among it."""
    _write_headings(sheet, 0, _TASKS, looks)
    plain = looks.formats.plain
    for number, entry in enumerate(items, 1):
        left = -entry.running.workdays_late if entry.is_late else entry.running.workdays_left
        state = entry.state.value if entry.state else NOT_YET_DUE
        title = " ".join(filter(None, (entry.record, entry.title)))
        words = clock_words(entry.clock, broken=entry.is_late)
        sheet.write_string(number, 0, holdable(f"{entry.duty.id} {entry.duty.title}"), plain)
        sheet.write_string(number, 1, holdable(title), plain)
        _write_state(sheet, number, 2, RowState(entry.deadline.due, left, state), looks)
        sheet.write_string(number, 5, holdable(words), plain)
        sheet.set_row(
            number, _points(max(lines_of(title, _TASKS[1][1]), lines_of(words, _TASKS[5][1])))
        )
    sheet.autofilter(0, 0, max(len(items), 1), len(_TASKS) - 1)
