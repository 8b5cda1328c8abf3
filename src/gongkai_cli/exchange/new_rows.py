"""Rows that units have added: checked, given a place in the ledger and a 编号."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from ..model.place import Problem
from ..sources.ledger.cells import Cell
from ..sources.ledger.sheet_headings import RECORDS, SheetForm
from ..sources.ledger.written import WrittenTable
from .known_rows import KnownRow, heading_of
from .matching import Indexed
from .meaning import Meanings
from .numbering import Numbering
from .pairing import new_to_ledger
from .result import Conflict
from .three_sides import cell_problem, portable_cell

_NAMES = ("title", "number", "document_number")
_TWICE = "两个单位各新增了这条信息，内容不同"


Home = tuple[WrittenTable, Sequence[KnownRow]]
"""A table of the ledger with its rows."""


class NewCell(Struct, frozen=True):
    """A cell of a new row, to be written."""

    cell: Cell
    text: str
    value: object


class NewRow(Struct, frozen=True):
    """A row on its way into a table of the ledger; ``cells`` are by field."""

    row: KnownRow
    unit: str
    table: WrittenTable
    cells: dict[str, NewCell]

    @property
    def record(self) -> str:
        """What to call it: by the 编号 that it has got, where it has one."""
        number = self.cells.get("number")
        return number.text if number and self.row.form is RECORDS else self.row.record


class NewRows:
    """The new rows of all units, one unit after the other."""

    def __init__(
        self,
        tables: Mapping[str, Sequence[Home]],
        numbering: Numbering,
        units_of_duties: Mapping[str, tuple[str, ...]],
        meanings: Meanings,
        today: date,
    ) -> None:
        self._tables = tables
        self._numbering = numbering
        self._units = units_of_duties
        self._meanings = meanings
        self._today = today
        self.rows: list[NewRow] = []
        self.conflicts: list[Conflict] = []
        self.problems: list[Problem] = []

    def take(self, unit: str, form: SheetForm, rows: Sequence[KnownRow]) -> None:
        """Take the rows of one unit; one that another unit has added as well is one row."""
        known = [each for each in self.rows if each.row.form is form and each.unit != unit]
        index = Indexed([each.row for each in known])
        same = {id(each.row): each for each in known}
        for row, other in new_to_ledger(form, rows, index, ()).pairs():
            problems = list(self._wrong(row))
            if problems:
                self.problems += [*problems, _held_back(row)]
            elif other is not None:
                self._join(unit, row, same[id(other)])
            else:
                self._place(unit, row)

    def _wrong(self, row: KnownRow) -> Sequence[Problem]:
        """What keeps a row from being taken: all of it stays out then."""
        headings = (each for each in row.form.headings if row.has(each.field))
        found = [problem for each in headings if (problem := cell_problem(row, each))]
        if row.form is RECORDS and all(row.value(name) is None for name in _NAMES):
            accepted = "标题、编号、文号至少填一项"
            found.append(Problem(row.place(), "没有填写标题，也没有编号和文号", accepted))
        first, last = row.value("first"), row.value("last")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            wrong = f"期间止 {last} 早于期间起 {first}"
            found.append(Problem(row.place("last"), wrong, "不早于期间起的日期"))
        return found

    def _join(self, unit: str, row: KnownRow, other: NewRow) -> None:
        """The same record from a second unit: what the first left empty is filled."""
        for heading in row.form.headings:
            field = heading.field
            value = row.value(field)
            known = other.cells.get(field)
            if value is None or (known is not None and known.value == value):
                continue
            if known is None and other.table.column(field):
                other.cells[field] = self._cell(row, field)
            elif known is not None:
                self.conflicts.append(
                    Conflict(
                        record=other.record,
                        sheet=row.form.name,
                        heading=heading.name,
                        base=None,
                        ledger=known.text,
                        unit=unit,
                        units_value=row.text(field),
                        why=_TWICE,
                        place=row.place(field),
                    )
                )

    def _place(self, unit: str, row: KnownRow) -> None:
        """Give a row its table and its number."""
        home = self._home(unit, row.form)
        if home is None:
            found = f"台账中没有“{row.form.name}”表，新增的一行没有并入"
            accepted = "先在台账中建这张表（gongkai ledger template 可以生成）"
            self.problems.append(Problem(row.place(), found, accepted, subject=row.record))
            return
        table, rows = home
        cells = {
            field: self._cell(row, field)
            for field, meaning in row.meanings.items()
            if meaning.value is not None
        }
        lacking = [each for each in row.form.headings if each.field in cells]
        lacking = [each for each in lacking if table.column(each.field) is None]
        if lacking:
            names = "、".join(each.name for each in lacking)
            found = f"{table.table.place} 没有“{names}”列，新增的一行没有并入"
            accepted = "在台账加上这些列后再并入"
            self.problems.append(Problem(row.place(), found, accepted, subject=row.record))
            return
        number = cells.get("number")
        if number is not None and self._numbering.is_used(number.text):
            found = f"编号“{number.text}”已有别的信息使用，新增的一行没有并入"
            accepted = "另一个编号，或留空由程序编号"
            self.problems.append(Problem(row.place("number"), found, accepted, subject=row.record))
            return
        self._complete(unit, row, table, rows, cells)
        self.rows.append(NewRow(row, unit, table, cells))

    def _complete(
        self,
        unit: str,
        row: KnownRow,
        table: WrittenTable,
        rows: Sequence[KnownRow],
        cells: dict[str, NewCell],
    ) -> None:
        """Number a record, and name the unit where nothing else would say that it is its own."""
        if row.form is not RECORDS:
            return
        if "number" in cells:
            self._numbering.keep(cells["number"].text)
        elif table.column("number"):
            formed = row.value("formed")
            day = formed if isinstance(formed, date) else None
            number = self._numbering.next(rows, unit, day, self._today)
            cells["number"] = NewCell(number, number, number)
        is_own = unit in self._units.get(str(row.value("duty")), ())
        if not is_own and "units" not in cells and table.column("units"):
            cells["units"] = NewCell(unit, unit, (unit,))

    def _cell(self, row: KnownRow, field: str) -> NewCell:
        heading = heading_of(row.form, field)
        cell = portable_cell(row, heading, self._meanings)
        return NewCell(cell, row.text(field), row.value(field))

    def _home(self, unit: str, form: SheetForm) -> Home | None:
        """The table for a new row of a unit.

        It is the one in which most rows name the unit, else in which most duties are its own, else
        one in a file that has rows of it, else one in which anything stands, else the first.
        """

        def weight(table: Home) -> tuple[int, int, int, bool]:
            named, owned = self._count(unit, table)
            beside = sum(
                sum(self._count(unit, other))
                for tables in self._tables.values()
                for other in tables
                if other[0].file.name == table[0].file.name
            )
            return named, owned, beside, bool(table[1])

        return max(self._tables.get(form.name, ()), key=weight, default=None)

    def _count(self, unit: str, table: Home) -> tuple[int, int]:
        """How many rows of a table name the unit, and how many have a duty of its own."""
        _, rows = table
        duties = self._units
        named = sum(unit in row.units for row in rows)
        return named, sum(unit in duties.get(str(row.value("duty")), ()) for row in rows)


def _held_back(row: KnownRow) -> Problem:
    return Problem(row.place(), "新增的这一行没有并入", "改正后再并入", subject=row.record)
