"""A workbook of the ledger as it looks, with the columns behind the last heading of each sheet."""

import zipfile
from collections.abc import Mapping

from ....model.place import Place
from ....office.cell_ranges import position
from ....office.workbook_cells import Damaged, NewColumn, SheetCells, WorkbookCells
from ....sources.ledger.heading_row import SEARCHED_ROWS, find_heading_row
from ....sources.ledger.sheet_headings import form_named
from ...row_state import RowState
from . import BASIS, DUE, STATE, WIDTHS, CannotAnnotate, States


def annotated_workbook(name: str, data: bytes, states: States) -> bytes:
    """The workbook as it is, with the columns behind the last heading of each sheet.

    ``name`` is the file's in ``states``. Raises ``CannotAnnotate``.
    """
    try:
        book = WorkbookCells(data)
        for sheet in dict.fromkeys(place.sheet for place in states):
            if sheet is not None:
                own = {
                    _row(place): state for place, state in states.items() if place.sheet == sheet
                }
                _annotate(book.sheet(sheet), sheet, own)
        return book.data()
    except (Damaged, zipfile.BadZipFile) as error:
        raise CannotAnnotate("工作簿内部写法不常见，不能批注") from error


def _annotate(sheet: SheetCells, name: str, states: Mapping[int, RowState]) -> None:
    headings = find_heading_row(sheet.first_rows(SEARCHED_ROWS), form_named(name))
    if headings is None:
        raise CannotAnnotate(f"工作表“{name}”没有台账的表头，不能批注")
    columns = (
        NewColumn(DUE, WIDTHS[DUE], {row: (s.due, s.fill) for row, s in states.items()}),
        NewColumn(STATE, WIDTHS[STATE], {row: (s.state, s.fill) for row, s in states.items()}),
        NewColumn(BASIS, WIDTHS[BASIS], {row: (s.basis, s.fill) for row, s in states.items()}),
    )
    sheet.add_columns(headings.row, headings.width, columns)


def _row(place: Place) -> int:
    found = position(place.cell or "")
    assert found is not None, "a row of a sheet is called by its first cell"
    return found[0]
