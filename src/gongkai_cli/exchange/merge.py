"""Taking workbooks back: what goes into which file of the ledger, and what is left to people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ..facts import Facts
from ..model.place import Problem
from ..office.workbook_cells import NotChangeable
from ..sources.ledger.cells import Unreadable, read_date, read_text
from ..sources.ledger.sheet_headings import FORMS, RECORDS
from ..sources.ledger.written import WrittenLedger
from .known_rows import rows_of
from .matching import Indexed
from .new_rows import NewRow, NewRows
from .numbering import Numbering
from .result import Added, Changed, Conflict, FileChange, MergeResult, Receipt
from .returned import Pile, Returned
from .rewriting import Rewriting, rewriting
from .three_sides import Proposal, Sides, compare
from .unit_rows import meanings_of, units_of_duties

_APART = "几个单位改得不一样"
_NAMES = ("title", "number", "document_number")


def merge(
    facts: Facts,
    written: WrittenLedger,
    originals: Mapping[str, bytes],
    pile: Pile,
    expected: Iterable[str],
    today: date,
) -> MergeResult:
    """What comes of a pile of workbooks; no file is touched.

    Goes in: what was read, the ledger as it is written with the bytes of its files by name, what
    came back, the units that are to send something back, and today (for the 编号 of records without
    a day). The same pile merged again changes nothing more.
    """
    return _Merge(facts, written, originals, today).of(pile, tuple(expected))


class _Merge:
    """One merge under way."""

    def __init__(
        self, facts: Facts, written: WrittenLedger, originals: Mapping[str, bytes], today: date
    ) -> None:
        self._originals = originals
        self._meanings = meanings_of(facts)
        self._tables = [(table, list(rows_of(table, self._meanings))) for table in written.tables]
        self._rows = {
            form.name: [row for table, rows in self._tables for row in rows if row.form is form]
            for form in FORMS
        }
        self._units = units_of_duties(facts)
        self._today = today
        self._conflicts: list[Conflict] = []
        self._problems: list[Problem] = []

    def of(self, pile: Pile, expected: Sequence[str]) -> MergeResult:
        """Everything that comes of a pile."""
        ledger = {name: Indexed(rows) for name, rows in self._rows.items()}
        every = [(book, compare(book, ledger, self._meanings)) for book in pile.books]
        for _, sides in every:
            self._conflicts += sides.conflicts
            self._problems += sides.problems
        proposals = [each for _, sides in every for each in sides.proposals]
        typed = [row.text("number") for _, sides in every for row in sides.new]
        typed += [each.text for each in proposals if each.heading.field == "number"]
        numbering = Numbering(self._rows[RECORDS.name])
        edits = list(self._agreed(proposals, numbering))
        new = self._new_rows(every, numbering, typed)
        files = tuple(self._files(edits, new))
        back = {book.unit for book in pile.books}
        return MergeResult(
            files=files,
            conflicts=tuple(self._conflicts),
            removed=tuple(each for _, sides in every for each in sides.removed),
            returned=tuple(book.unit for book in pile.books),
            missing=tuple(unit for unit in expected if unit not in back | pile.unusable),
            receipts=tuple(filter(None, map(_receipt, pile.books))),
            problems=(*pile.problems, *self._problems),
        )

    def _agreed(self, proposals: Sequence[Proposal], numbering: Numbering) -> Iterator[Proposal]:
        """One proposal for each cell on which the units that changed it agree."""
        cells: defaultdict[tuple[int, str], list[Proposal]] = defaultdict(list)
        for each in proposals:
            cells[id(each.row), each.heading.field].append(each)
        emptied = {key for key, several in cells.items() if several[0].value is None}
        for several in cells.values():
            first = several[0]
            if len({each.value for each in several}) > 1:
                self._conflicts += (_refused(each, _APART) for each in several)
            elif problem := self._unfit(first, emptied, numbering):
                self._problems.append(problem)
            else:
                yield first

    def _unfit(
        self, each: Proposal, emptied: set[tuple[int, str]], numbering: Numbering
    ) -> Problem | None:
        """What would make two records one, or leave a record without any name."""
        field, row = each.heading.field, each.row
        if row.form is not RECORDS or field not in _NAMES:
            return None
        if field == "number" and each.value is not None:
            if numbering.is_used(each.text):
                found = f"编号“{each.text}”已有别的信息使用，没有写入"
                return Problem(each.place, found, "另一个编号", subject=row.record)
            numbering.keep(each.text)
        left = (name for name in _NAMES if row.value(name) and (id(row), name) not in emptied)
        if each.value is None and not any(left):
            found = "这条信息的标题、编号、文号都被清空，没有写入"
            return Problem(each.place, found, "标题、编号、文号至少留一项", subject=row.record)
        return None

    def _new_rows(
        self, every: Sequence[tuple[Returned, Sides]], numbering: Numbering, typed: Sequence[str]
    ) -> list[NewRow]:
        tables = {
            form.name: [(table, rows) for table, rows in self._tables if table.form == form.name]
            for form in FORMS
        }
        numbering.reserve(typed)
        new = NewRows(tables, numbering, self._units, self._meanings, self._today)
        for book, sides in every:
            for form in FORMS:
                new.take(book.unit, form, [row for row in sides.new if row.form is form])
        self._conflicts += new.conflicts
        self._problems += new.problems
        return new.rows

    def _files(self, edits: Sequence[Proposal], new: Sequence[NewRow]) -> Iterator[FileChange]:
        """Every file of the ledger that changes, in the order in which the ledger is read."""
        names = dict.fromkeys(table.file.name for table, _ in self._tables)
        for name in names:
            cells = [each for each in edits if each.row.where[0].file.name == name]
            rows = [each for each in new if each.table.file.name == name]
            if cells or rows:
                change = self._file(name, cells, rows)
                if change.changed or change.added:
                    yield change

    def _file(self, name: str, cells: Sequence[Proposal], rows: Sequence[NewRow]) -> FileChange:
        table = cells[0].row.where[0] if cells else rows[0].table
        try:
            file = rewriting(table, self._originals[name])
        except NotChangeable as reason:
            self._conflicts += (_refused(each, str(reason)) for each in cells)
            self._problems += (_not_added(each, str(reason)) for each in rows)
            return FileChange(name=name, data=b"")
        changed = tuple(filter(None, [self._put(file, each) for each in cells]))
        added = tuple(filter(None, [self._append(file, each) for each in rows]))
        return FileChange(name=name, data=file.data(), changed=changed, added=added)

    def _put(self, file: Rewriting, each: Proposal) -> Changed | None:
        table, written = each.row.where
        column = table.column(each.heading.field)
        assert column is not None, "only what has a column is proposed"
        try:
            file.put(table, written.number, column, each.cell)
        except NotChangeable as reason:
            self._conflicts.append(_refused(each, str(reason)))
            return None
        return Changed(
            record=each.row.record,
            sheet=each.row.form.name,
            heading=each.heading.name,
            old=each.row.text(each.heading.field),
            new=each.text,
            unit=each.unit,
            place=each.row.place(each.heading.field),
        )

    def _append(self, file: Rewriting, each: NewRow) -> Added | None:
        columns = {each.table.column(field): new.cell for field, new in each.cells.items()}
        try:
            cells = {column: cell for column, cell in columns.items() if column is not None}
            number = file.append(each.table, cells)
        except NotChangeable as reason:
            self._problems.append(_not_added(each, str(reason)))
            return None
        known = (heading for heading in each.row.form.headings if heading.field in each.cells)
        return Added(
            record=each.record,
            sheet=each.row.form.name,
            unit=each.unit,
            cells={heading.name: each.cells[heading.field].text for heading in known},
            place=each.table.table.row_place(number),
        )


def _refused(each: Proposal, why: str) -> Conflict:
    field = each.heading.field
    return Conflict(
        record=each.row.record,
        sheet=each.row.form.name,
        heading=each.heading.name,
        base=each.base,
        ledger=each.row.text(field),
        unit=each.unit,
        units_value=each.text,
        why=why,
        place=each.row.place(field),
    )


def _not_added(each: NewRow, why: str) -> Problem:
    place = each.row.place()
    found = f"新增的一行没有并入 {each.table.table.place}：{why}"
    return Problem(place, found, "取消限制后再并入", subject=each.record)


def _receipt(book: Returned) -> Receipt | None:
    """签收 of a unit; ``None`` where it has not signed."""
    if not book.signed:
        return None
    days = []
    for cell in book.signed:
        try:
            days.append(read_date(cell))
        except Unreadable:
            continue
    text = "、".join(dict.fromkeys(map(read_text, book.signed)))
    issued = book.base.issued if book.base else None
    day = max(filter(None, days), default=None)
    return Receipt(unit=book.unit, day=day, text=text, issued=issued)
