"""The ledger: records, columns and statements from any number of .xlsx and .csv files."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from ...model.duty import Catalogue
from ...model.ledger import Column, Ledger, Record, Statement
from ...model.place import Place, Problem
from .column_readers import Fact, Names, names_of
from .files import LedgerFile, find_files
from .heading_row import HeadingRow
from .open_tables import OpenTable, open_tables
from .rows import RowCount, RowReader


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
    paths: Sequence[Path],
    catalogue: Catalogue,
    covers_from: date | None,
    root: Path | None = None,
    others: Sequence[Catalogue] = (),
) -> Ledger:
    """The ledger in these files and folders, and everything that is wrong with it.

    ``covers_from`` is 台账起始 and handed on; ``others`` are the catalogues of other years, whose
    names hold as well. File names are shown relative to ``root``. Nothing is raised for what a user
    wrote: what could not be read is in ``problems``, and a row of which a cell could not be read is
    kept with ``unreadable`` set.
    """
    return survey_ledger(paths, catalogue, covers_from, root, others).ledger


def survey_ledger(
    paths: Sequence[Path],
    catalogue: Catalogue,
    covers_from: date | None,
    root: Path | None = None,
    others: Sequence[Catalogue] = (),
) -> Survey:
    """As ``read_ledger``, with how each sheet and file was read."""
    problems: list[Problem] = []
    files = find_files(paths, root, problems)
    reading = _Reading(names_of(catalogue, others), problems)
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
        for opened in open_tables(file, self._problems):
            self._table(opened)

    def _table(self, opened: OpenTable) -> None:
        table, headings, count = opened.table, opened.headings, RowCount()
        self.tables.append(
            TableReading(place=table.place, written=table.written, headings=headings, rows=count)
        )
        if opened.usable:
            reader = RowReader(table, headings, self._names, count, self._problems)
            self._keep(reader.read(opened.rows))
            self._problems.extend(reader.notes())

    def _keep(self, facts: Iterator[Fact]) -> None:
        for fact in facts:
            if isinstance(fact, Record):
                self.records.append(fact)
            elif isinstance(fact, Column):
                self.columns.append(fact)
            else:
                self.statements.append(fact)


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
