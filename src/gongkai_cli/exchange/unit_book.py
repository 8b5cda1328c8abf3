"""One unit's workbook: its duties, rows and due days, and out of sight what it was sent."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from io import BytesIO

import xlsxwriter

from ..facts import Facts
from ..model.assessment import Assessment
from ..model.place import Place
from ..office.table_cells import holdable
from ..reports.agenda import Entry, agenda
from ..reports.ledger_forms import MADE, Lists, duty_choices, lists_of
from ..reports.row_state import RowState, row_states
from ..sources.ledger.sheet_headings import COLUMNS, FORMS, RECORDS, Heading, SheetForm
from ..sources.ledger.written import WrittenLedger
from .base_sheet import Base, SentRow
from .known_rows import KnownRow
from .unit_rows import UnitRows, rows_by_unit
from .unit_sheets import Contents, write_sheets

_LETTERS = {RECORDS.name: "R", COLUMNS.name: "C"}


def unit_book(
    facts: Facts,
    assessment: Assessment,
    unit: str,
    written: WrittenLedger,
    issued: date | None = None,
) -> bytes:
    """The workbook of one unit, as .xlsx; the same facts give the same bytes.

    Goes in: what was read and how it was judged (the day of the states is the assessment's), the
    unit's name, the ledger as it is written, and the day on which the workbook is sent (by default
    the day of the check). For many units make ``UnitBooks`` once.
    """
    return UnitBooks(facts, assessment, written, issued).book(unit)


class UnitBooks:
    """The workbooks of all units that have a duty or a row."""

    def __init__(
        self,
        facts: Facts,
        assessment: Assessment,
        written: WrittenLedger,
        issued: date | None = None,
    ) -> None:
        self._facts = facts
        self._assessment = assessment
        self._issued = issued or assessment.as_of
        self.rows = rows_by_unit(facts, written)
        self._headings = {form.name: _headings(form, written) for form in FORMS}

    @property
    def units(self) -> tuple[str, ...]:
        """The names of the units, in the order of the catalogue."""
        return tuple(self.rows)

    def book(self, unit: str) -> bytes:
        """The workbook of a unit; one that has neither duty nor row gets an empty one."""
        own = self.rows.get(unit) or UnitRows(unit, (), {form.name: [] for form in FORMS})
        catalogue, data = self._facts.catalogue, BytesIO()
        contents = Contents(
            base=self._base(own),
            headings=self._headings,
            rows=own.rows,
            states=self._states,
            items=self.open_items(unit),
            lists=self._lists(own),
            labels=self._labels,
        )
        font = {"font_name": "宋体", "font_size": 11}
        options = {"in_memory": True, "default_format_properties": font}
        with xlsxwriter.Workbook(data, options) as book:
            title = holdable(f"{catalogue.body} {unit} 台账")
            book.set_properties({"title": title, "created": MADE})
            write_sheets(book, contents)
        return data.getvalue()

    def open_items(self, unit: str) -> tuple[Entry, ...]:
        """What is open of a unit, the earliest date first."""
        return tuple(self._open.get(unit, ()))

    @cached_property
    def _states(self) -> dict[Place, RowState]:
        return row_states(self._assessment)

    @cached_property
    def _open(self) -> dict[str, list[Entry]]:
        found: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in agenda(self._assessment).entries:
            for unit in entry.units:
                found[unit].append(entry)
        return found

    @cached_property
    def _labels(self) -> dict[str, str]:
        """Every duty of the catalogue as it is offered for choice."""
        duties = self._facts.catalogue.duties
        labels = duty_choices(duties)
        return {duty.id: label for duty, label in zip(duties, labels, strict=True)}

    def _lists(self, own: UnitRows) -> Lists:
        """What is offered for choice: the unit's own duties, or all where it has none."""
        catalogue = self._facts.catalogue
        return lists_of(own.duties or catalogue.duties, catalogue.units)[0]

    def _base(self, own: UnitRows) -> Base:
        return Base(
            body=self._facts.catalogue.body,
            unit=own.unit,
            issued=self._issued,
            as_of=self._assessment.as_of,
            rows=tuple(self._sent(own)),
        )

    def _sent(self, own: UnitRows) -> Iterator[SentRow]:
        """The rows of the ledger, and for each column that nobody has seen one to fill in."""
        for form in FORMS:
            letter, rows = _LETTERS.get(form.name, "S"), own.rows[form.name]
            for number, row in enumerate(rows, 1):
                yield self._sent_row(form, row, f"{letter}{number}")
            if form is COLUMNS:
                for number, duty in enumerate(own.open_columns, len(rows) + 1):
                    cells = {"事项": self._labels[duty.id], "栏目名称": duty.title}
                    names = {heading.name for heading in self._headings[form.name]}
                    offered = {name: text for name, text in cells.items() if name in names}
                    yield SentRow(f"{letter}{number}", form.name, offered)

    def _sent_row(self, form: SheetForm, row: KnownRow, code: str) -> SentRow:
        table, written = row.where
        cells = {
            heading.name: "" if row.is_lost(heading.field) else holdable(row.text(heading.field))
            for heading in self._headings[form.name]
        }
        return SentRow(code, form.name, cells, table.file.name, table.table.sheet, written.number)


def _headings(form: SheetForm, written: WrittenLedger) -> tuple[Heading, ...]:
    """The headings of a form that some table of the ledger has: others could not be taken back."""
    tables = written.of(form.name)
    known = {heading.field for table in tables for heading, _ in table.known()}
    return tuple(each for each in form.headings if not tables or each.field in known)
