"""The tables of one file of a ledger, each with its headings found: where every reader begins."""

from collections.abc import Iterator
from itertools import chain, islice

from msgspec import Struct

from ...model.place import Place, Problem, Weight, errors
from ...notation.files import unavailable
from .files import LedgerFile
from .heading_row import (
    SEARCHED_ROWS,
    HeadingRow,
    find_heading_row,
    heading_problems,
    without_headings,
)
from .merged_cells import Filled, filled_rows
from .sheet_headings import FORMS, STATEMENTS, SheetForm, form_named
from .table import Table

NO_TABLE = "没有找到台账的工作表和表头"


class OpenTable(Struct, frozen=True):
    """A table with its headings; ``rows`` are those below them, and may be read only once.

    ``usable`` is false where the headings are wrong: no row of it can be read then.
    """

    table: Table
    headings: HeadingRow
    rows: Iterator[Filled]
    usable: bool


def open_tables(file: LedgerFile, problems: list[Problem]) -> Iterator[OpenTable]:
    """The tables of a file, one at a time; a file that holds none is an error.

    What is wrong is added to ``problems``; nothing is raised for a file that cannot be read.
    """
    tables, known = 0, len(errors(tuple(problems)))
    try:
        for table, form in _tables(file, problems):
            opened = _open(table, form, problems)
            if opened is not None:
                tables += 1
                yield opened
    except OSError as error:
        problems.append(unavailable(error, Place(file.name)))
    if tables == 0 and len(errors(tuple(problems))) == known:
        names = "、".join(form.name for form in FORMS)
        problems.append(Problem(Place(file.name), NO_TABLE, f"工作表 {names}"))


def _tables(file: LedgerFile, problems: list[Problem]) -> Iterator[tuple[Table, SheetForm | None]]:
    if file.path.suffix.lower() == ".csv":
        from .csv_table import read_csv

        form = form_named(file.path.stem)
        table = read_csv(file.path, file.name, form, problems)
        if table is not None:
            yield table, form
    else:
        from .workbook import read_workbook

        for table in read_workbook(file.path, file.name, problems):
            yield table, form_named(table.sheet or "")


def _open(table: Table, form: SheetForm | None, problems: list[Problem]) -> OpenTable | None:
    rows = filled_rows(table)
    first = list(islice(rows, SEARCHED_ROWS))
    visible = ((number, cells) for number, cells, _ in first if number not in table.hidden)
    headings = find_heading_row(visible, form)
    if headings is None:
        problems.append(_without_headings(table, form))
        return None
    wrong = list(heading_problems(table, headings))
    problems.extend(wrong)
    below = (row for row in first if row[0] > headings.row)
    return OpenTable(table, headings, chain(below, rows), not wrong)


def _without_headings(table: Table, form: SheetForm | None) -> Problem:
    """A sheet of ours without headings is an error; any other sheet is passed over.

    So is a sheet called 说明: most of them explain how to fill in a form.
    """
    if form is None or form is STATEMENTS:
        return Problem(table.place, "没有台账的表头，未读入", weight=Weight.NOTE)
    return Problem(table.place, *without_headings(form))
