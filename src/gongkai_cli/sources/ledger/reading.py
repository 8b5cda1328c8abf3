"""The ledger: records, columns and statements from any number of .xlsx and .csv files."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct

from ...model.duty import Catalogue
from ...model.ledger import Column, Ledger, Record, Statement
from ...model.place import Place, Problem, Weight, errors
from ...notation.files import unavailable
from .column_readers import Fact, Names, names_of
from .files import LedgerFile, find_files
from .heading_row import (
    SEARCHED_ROWS,
    HeadingRow,
    find_heading_row,
    heading_problems,
    without_headings,
)
from .merged_cells import filled_rows
from .rows import RowCount, RowReader
from .sheet_headings import FORMS, STATEMENTS, SheetForm, form_named
from .table import Table


class TableReading(Struct, frozen=True, kw_only=True):
    """How one sheet or .csv was read: its headings and what became of its rows.

    ``written`` is how a .csv is written (UTF-8 编码，逗号分隔).
    """

    place: Place
    written: str | None
    headings: HeadingRow
    rows: RowCount


class Survey(Struct, frozen=True):
    """A ledger with an account of how it was read."""

    ledger: Ledger
    tables: tuple[TableReading, ...]

    @property
    def unreadable(self) -> int:
        """How many rows have a cell that judging needs and that could not be read."""
        ledger = self.ledger
        return (
            sum(record.unreadable for record in ledger.records)
            + sum(column.unreadable for column in ledger.columns)
            + sum(statement.unreadable for statement in ledger.statements)
        )


def read_ledger(
    paths: Sequence[Path], catalogue: Catalogue, covers_from: date | None, root: Path | None = None
) -> Ledger:
    """The ledger in these files and folders, and everything that is wrong with it.

    ``covers_from`` is 台账起始 and handed on. File names are shown relative to ``root``. Nothing is
    raised for what a user wrote: what could not be read is in ``problems``, and a row of which a
    cell could not be read is kept with ``unreadable`` set.
    """
    return survey_ledger(paths, catalogue, covers_from, root).ledger


def survey_ledger(
    paths: Sequence[Path], catalogue: Catalogue, covers_from: date | None, root: Path | None = None
) -> Survey:
    """As ``read_ledger``, with how each sheet and file was read."""
    problems: list[Problem] = []
    files = find_files(paths, root, problems)
    reading = _Reading(names_of(catalogue), problems)
    for file in files:
        reading.file(file)
    problems.extend(_duplicates(reading.records))
    ledger = Ledger(
        records=tuple(reading.records),
        columns=tuple(reading.columns),
        statements=tuple(reading.statements),
        covers_from=covers_from,
        files=tuple(file.name for file in files),
        problems=tuple(problems),
    )
    return Survey(ledger, tuple(reading.tables))


class _Reading:
    """The facts and problems of the files read so far."""

    def __init__(self, names: Names, problems: list[Problem]) -> None:
        self._names = names
        self._problems = problems
        self.records: list[Record] = []
        self.columns: list[Column] = []
        self.statements: list[Statement] = []
        self.tables: list[TableReading] = []

    def file(self, file: LedgerFile) -> None:
        """Read all tables of a file; one that holds none is an error."""
        tables, known = len(self.tables), len(errors(tuple(self._problems)))
        try:
            if file.path.suffix.lower() == ".csv":
                self._csv(file)
            else:
                self._workbook(file)
        except OSError as error:
            self._problems.append(unavailable(error, Place(file.name)))
        if len(self.tables) == tables and len(errors(tuple(self._problems))) == known:
            names = "、".join(form.name for form in FORMS)
            self._problems.append(
                Problem(Place(file.name), "没有找到台账的工作表和表头", f"工作表 {names}")
            )

    def _csv(self, file: LedgerFile) -> None:
        from .csv_table import read_csv

        form = form_named(file.path.stem)
        table = read_csv(file.path, file.name, form, self._problems)
        if table is not None:
            self._table(table, form)

    def _workbook(self, file: LedgerFile) -> None:
        from .workbook import read_workbook

        for table in read_workbook(file.path, file.name, self._problems):
            self._table(table, form_named(table.sheet or ""))

    def _table(self, table: Table, form: SheetForm | None) -> None:
        rows = filled_rows(table)
        first = list(islice(rows, SEARCHED_ROWS))
        visible = ((number, cells) for number, cells, _ in first if number not in table.hidden)
        headings = find_heading_row(visible, form)
        if headings is None:
            self._problems.append(_without_headings(table, form))
            return
        count = RowCount()
        self.tables.append(
            TableReading(place=table.place, written=table.written, headings=headings, rows=count)
        )
        wrong = list(heading_problems(table, headings))
        if wrong:
            self._problems.extend(wrong)
            return
        reader = RowReader(table, headings, self._names, count, self._problems)
        below = (row for row in first if row[0] > headings.row)
        self._keep(reader.read(chain(below, rows)))
        self._problems.extend(reader.notes())

    def _keep(self, facts: Iterator[Fact]) -> None:
        for fact in facts:
            if isinstance(fact, Record):
                self.records.append(fact)
            elif isinstance(fact, Column):
                self.columns.append(fact)
            else:
                self.statements.append(fact)


def _without_headings(table: Table, form: SheetForm | None) -> Problem:
    """A sheet of ours without headings is an error; any other sheet is passed over.

    So is a sheet called 说明: most of them explain how to fill in a form.
    """
    if form is None or form is STATEMENTS:
        return Problem(table.place, "没有台账的表头，未读入", weight=Weight.NOTE)
    return Problem(table.place, *without_headings(form))


def _duplicates(records: Sequence[Record]) -> Iterator[Problem]:
    """Records that cannot be told apart; without 编号 only where they are under one duty."""
    first: dict[object, Record] = {}
    for record in records:
        key: object = record.number
        if key is None:
            if not record.duty or not (record.document_number or record.title):
                continue
            key = (record.identity, record.duty)
        before = first.setdefault(key, record)
        if before is not record:
            yield Problem(
                record.place,
                f"与 {before.place} 重复：“{record.identity}”",
                "每条信息只写一次；确是两条的，各填一个不同的编号",
                subject=record.identity,
            )
