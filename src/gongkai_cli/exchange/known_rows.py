"""Rows of a ledger, of a unit's workbook and of what was sent, in one shape to be compared."""

from collections.abc import Hashable, Iterable, Iterator, Mapping

from msgspec import Struct

from ..model.place import Place
from ..sources.ledger.cells import Cell, Unreadable
from ..sources.ledger.sheet_headings import FORMS, RECORDS, Heading, SheetForm
from ..sources.ledger.written import WrittenRow, WrittenTable
from .base_sheet import SentRow
from .meaning import EMPTY, Meaning, Meanings

LOST = "用 Excel 或 WPS 打开并保存一次，或把公式换成数值"
"""What to do about a cell whose value is lost."""


class KnownRow(Struct, frozen=True):
    """A row with what its cells mean, by field.

    ``source`` is the table and row that it was read from; ``sent`` is set for a row of what was
    sent. ``code`` is what it bears in a unit's workbook.
    """

    form: SheetForm
    meanings: Mapping[str, Meaning]
    texts: Mapping[str, str]
    source: tuple[WrittenTable, WrittenRow] | None = None
    sent: SentRow | None = None
    code: str | None = None

    @property
    def record(self) -> str:
        """What to call the row in a report: 编号, else 文号, else title and day."""
        if self.form is RECORDS:
            for field in ("number", "document_number"):
                if name := self.text(field):
                    return name
            return f"{self.text('title')}（{self.text('formed') or '日期不明'}）"
        fields = ("name", "checked") if self.form.name == "栏目" else ("first", "last")
        parts = [self.text("duty"), *(self.text(each) for each in fields)]
        return " ".join(filter(None, parts)) or "（没有填写事项）"

    def text(self, field: str) -> str:
        """What stands under the heading of a field."""
        return self.texts.get(field, "").strip()

    def value(self, field: str) -> object:
        """What the cell of a field means; ``None`` where it is empty or there is none."""
        return self.meanings.get(field, EMPTY).value

    @property
    def units(self) -> tuple[str, ...]:
        """The units that the row names itself."""
        units = self.value("units")
        return units if isinstance(units, tuple) and self.meanings["units"].wrong is None else ()

    def cell(self, field: str) -> Cell:
        """What stands in the cell, as it was read."""
        table, row, column = self._spot(field)
        return table.cell(row, column) if column else ""

    def place(self, field: str | None = None) -> Place:
        """The place of the row, or of one of its cells."""
        table, row, column = self._spot(field or "")
        return table.place(row, column)

    def is_lost(self, field: str) -> bool:
        """Whether the value of a cell is lost, and its text only says why."""
        table, row, column = self._spot(field)
        return column is not None and table.fault(row, column) is not None

    def has(self, field: str) -> bool:
        """Whether the table that the row stands in has a column for a field."""
        return field in self.meanings

    def key(self, fields: Iterable[str]) -> Hashable | None:
        """What identifies it; ``None`` where the first of these fields is empty."""
        values = tuple(self.value(each) for each in fields)
        return None if values[0] is None else values

    def whole(self, fields: Iterable[str]) -> Hashable:
        """What all of these cells mean together."""
        return tuple(self.value(each) for each in fields)

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in any of its known cells."""
        return all(each.value is None for each in self.meanings.values())

    @property
    def where(self) -> tuple[WrittenTable, WrittenRow]:
        """The table and the row that it was read from."""
        assert self.source is not None, "what was sent stands in no table"
        return self.source

    def _spot(self, field: str) -> tuple[WrittenTable, WrittenRow, int | None]:
        table, row = self.where
        return table, row, table.column(field)


def rows_of(table: WrittenTable, meanings: Meanings, code: str = "") -> Iterator[KnownRow]:
    """The rows of a table; ``code`` is the heading of the column that bears their codes."""
    known = list(table.known())
    codes = table.other(code) if code else None
    epoch = table.table.epoch
    for row in table.rows:
        meant, texts = {}, {}
        for heading, column in known:
            cell = table.cell(row, column)
            fault = table.fault(row, column)
            meant[heading.field] = (
                Meaning(("?", fault), Unreadable(fault, f"能读出的值：{LOST}"))
                if fault
                else meanings.of(heading, cell, epoch)
            )
            texts[heading.field] = fault or meanings.shown(heading, cell, epoch)
        own = str(table.cell(row, codes)).strip() if codes else ""
        form = table.headings.form
        yield KnownRow(form, meant, texts, source=(table, row), code=own or None)


def sent_rows(rows: Iterable[SentRow], meanings: Meanings) -> Iterator[KnownRow]:
    """What was sent, in the same shape."""
    forms = {form.name: form for form in FORMS}
    for sent in rows:
        form = forms.get(sent.sheet)
        if form is not None:
            named = {each.name: each for each in form.headings}
            texts = {named[name].field: text for name, text in sent.cells.items() if name in named}
            meant = {
                named[name].field: meanings.of(named[name], text)
                for name, text in sent.cells.items()
                if name in named
            }
            yield KnownRow(form, meant, texts, sent=sent, code=sent.code)


def heading_of(form: SheetForm, field: str) -> Heading:
    """The heading that fills a field."""
    return next(each for each in form.headings if each.field == field)
