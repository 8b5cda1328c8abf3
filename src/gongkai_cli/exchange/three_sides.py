"""What a unit was sent, what came back, and what the ledger says now, cell by cell."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from ..model.place import Place, Problem
from ..sources.ledger.cells import Cell
from ..sources.ledger.sheet_headings import FORMS, Heading, SheetForm
from .known_rows import KnownRow, heading_of, rows_of, sent_rows
from .matching import Indexed
from .meaning import EMPTY, Meanings
from .pairing import new_to_ledger, sent_to_ledger, sent_to_returned
from .result import Conflict, Removed
from .returned import Returned
from .unit_sheets import CODE

BOTH = "两边都改了"
GONE = "台账中已没有这一行"
NO_BASE = "没有底本可对照，与台账不同"
TWO_RECORDS = "编号或文号相同，标题不同，可能不是同一条信息，整行没有并入"

LedgerRows = Mapping[str, Indexed[KnownRow]]
"""The rows of the ledger as it is now, by sheet."""


class Proposal(Struct, frozen=True, kw_only=True):
    """One unit would have a cell of the ledger read otherwise; ``place`` is its own cell."""

    row: KnownRow
    heading: Heading
    unit: str
    base: str | None
    cell: Cell
    text: str
    value: object
    place: Place


class Sides(Struct, frozen=True):
    """What one unit's workbook comes to; ``new`` are rows that the ledger does not have."""

    proposals: list[Proposal]
    conflicts: list[Conflict]
    removed: list[Removed]
    new: list[KnownRow]
    problems: list[Problem]


def compare(book: Returned, ledger: LedgerRows, meanings: Meanings) -> Sides:
    """A unit's workbook held against what it was sent and against the ledger.

    Only what the unit has changed counts; it is a conflict where the ledger has changed as well, to
    something else. Where it is not known what was sent, empty cells of the ledger may be filled.
    """
    sides = Sides([], [], [], [], [])
    for form in FORMS:
        _Sheet(book, form, ledger[form.name], meanings, sides).compare()
    return sides


class _Sheet:
    """One kind of sheet of one workbook, being compared."""

    def __init__(
        self,
        book: Returned,
        form: SheetForm,
        ledger: Indexed[KnownRow],
        meanings: Meanings,
        sides: Sides,
    ) -> None:
        self._book = book
        self._form = form
        self._ledger = ledger
        self._meanings = meanings
        self._sides = sides
        tables = [each for each in book.tables if each.headings.form is form]
        every = (row for table in tables for row in rows_of(table, meanings, CODE))
        self._back = [row for row in every if not row.is_blank]
        self._is_there = bool(tables)
        rows = book.base.rows if book.base else ()
        self._sent = list(sent_rows((row for row in rows if row.sheet == form.name), meanings))

    def compare(self) -> None:
        if self._sent and not self._is_there:
            self._miss_the_sheet()
            return
        returned = sent_to_returned(self._form, self._sent, self._back)
        known = [row for row in self._sent if not _offered(row)]
        standing = sent_to_ledger(self._form, known, self._ledger)
        rows = {id(sent): row for sent, row in standing.pairs()}
        lost = {sent.code for sent, back in returned.pairs() if back is None}
        doubtful = {row.code for row in returned.left_over() if row.code in lost} - {None}
        new = []
        for sent, back in returned.pairs():
            row = rows.get(id(sent))
            if back is not None and _offered(sent):
                new += [back] if _differs(sent, back) else []
            elif back is not None:
                self._cells(back, sent, row)
            elif row is not None and sent.code not in doubtful:
                self._remove(row)
        for back in returned.left_over():
            if back.code in doubtful:
                self._doubt(back)
            else:
                new.append(back)
        self._add(new, standing.taken)

    def _add(self, new: Sequence[KnownRow], taken: Collection[int]) -> None:
        """Rows that the unit has added; one that the ledger has by now is compared with it."""
        for back, row in new_to_ledger(self._form, new, self._ledger, taken).pairs():
            if row is None:
                self._sides.new.append(back)
            elif _are_two(back, row):
                self._conflict(back, heading_of(self._form, "title"), None, row, TWO_RECORDS)
            else:
                self._cells(back, None, row)

    def _cells(self, back: KnownRow, sent: KnownRow | None, row: KnownRow | None) -> None:
        for heading, field in ((each, each.field) for each in self._form.headings):
            if not back.has(field):
                continue
            base = sent.meanings.get(field, EMPTY) if sent else None
            value = back.meanings[field]
            if value.value is None if base is None else value.same(base):
                continue
            if problem := cell_problem(back, heading):
                self._sides.problems.append(problem)
            elif row is None:
                self._conflict(back, heading, sent, None, GONE)
            elif not row.has(field):
                self._sides.problems.append(_no_column(back, heading, row))
            elif value.same(row.meanings[field]):
                continue
            elif row.meanings[field].same(base or EMPTY):
                self._propose(back, heading, sent, row)
            else:
                self._conflict(back, heading, sent, row, BOTH if sent else NO_BASE)

    def _propose(
        self, back: KnownRow, heading: Heading, sent: KnownRow | None, row: KnownRow
    ) -> None:
        field = heading.field
        self._sides.proposals.append(
            Proposal(
                row=row,
                heading=heading,
                unit=self._book.unit,
                base=sent.text(field) if sent else None,
                cell=portable_cell(back, heading, self._meanings),
                text=back.text(field),
                value=back.value(field),
                place=back.place(field),
            )
        )

    def _conflict(
        self,
        back: KnownRow,
        heading: Heading,
        sent: KnownRow | None,
        row: KnownRow | None,
        why: str,
    ) -> None:
        field = heading.field
        self._sides.conflicts.append(
            Conflict(
                record=(row or sent or back).record,
                sheet=self._form.name,
                heading=heading.name,
                base=sent.text(field) if sent else None,
                ledger=row.text(field) if row else None,
                unit=self._book.unit,
                units_value=back.text(field),
                why=why,
                place=row.place(field) if row else back.place(field),
            )
        )

    def _remove(self, row: KnownRow) -> None:
        unit, sheet = self._book.unit, self._form.name
        removed = Removed(record=row.record, sheet=sheet, unit=unit, place=row.place())
        self._sides.removed.append(removed)

    def _doubt(self, row: KnownRow) -> None:
        """Several rows may be the one that was sent: none is, until somebody says which."""
        found = f"有几行都可能是下发的“{row.record}”，不能确定是哪一行，未并入"
        accepted = "只留一行；新的信息另写一行"
        self._sides.problems.append(Problem(row.place(), found, accepted, subject=row.record))

    def _miss_the_sheet(self) -> None:
        place = Place(self._book.file.name)
        found = f"没有能读的“{self._form.name}”表，其中的行没有对照"
        self._sides.problems.append(Problem(place, found, "保留下发的工作表和表头"))


def _are_two(back: KnownRow, row: KnownRow) -> bool:
    """Whether a row that a unit has added has by mistake the 编号 of another record."""
    titles = back.value("title"), row.value("title")
    return None not in titles and titles[0] != titles[1]


def _differs(sent: KnownRow, back: KnownRow) -> bool:
    return any(not value.same(sent.meanings.get(f, EMPTY)) for f, value in back.meanings.items())


def cell_problem(row: KnownRow, heading: Heading) -> Problem | None:
    """Why a cell of a unit's workbook cannot be taken, ``None`` where it can."""
    value = row.meanings[heading.field]
    place, subject = row.place(heading.field), row.record
    if value.wrong is not None:
        wrong = value.wrong
        return Problem(place, wrong.found, wrong.accepted, wrong.nearest, subject=subject)
    if heading.reading == "duty" and value.value is None:
        return Problem(place, "没有填写事项", "目录中的事项", subject=subject)
    return None


def portable_cell(row: KnownRow, heading: Heading, meanings: Meanings) -> Cell:
    """What a unit wrote in a cell, as it can be written into any file."""
    table, _ = row.where
    return meanings.portable(heading, row.cell(heading.field), table.table.epoch)


def _no_column(back: KnownRow, heading: Heading, row: KnownRow) -> Problem:
    table, _ = row.where
    found = f"{table.table.place} 没有“{heading.name}”列，“{back.text(heading.field)}”没有写入"
    accepted = "在台账加上这一列后再并入"
    return Problem(back.place(heading.field), found, accepted, subject=row.record)


def _offered(row: KnownRow) -> bool:
    return row.sent is not None and row.sent.offered
