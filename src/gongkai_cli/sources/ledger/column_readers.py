"""For each column of a ledger, the function that reads its cells.

What is written over and over (days, duties, units) is worked out once and then looked up.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

from msgspec import Struct, structs

from ...model.duty import Catalogue
from ...model.ledger import Column, Record, Statement
from .cells import (
    Cell,
    Unreadable,
    read_count,
    read_date,
    read_openness,
    read_text,
    read_yes_no,
)
from .names import DutyNames, UnitNames
from .sheet_headings import Heading

Read = Callable[[Cell], Any]
Fact = Record | Column | Statement
_Value = TypeVar("_Value")


class Names(Struct, frozen=True):
    """The duties and units of a catalogue, and of those of other years."""

    duties: DutyNames
    units: UnitNames


def names_of(catalogue: Catalogue, others: Sequence[Catalogue] = ()) -> Names:
    """The names that a ledger of this catalogue, and of those of other years, may use."""
    return Names(DutyNames(catalogue, others), UnitNames(catalogue, others))


class ColumnReaders:
    """The readers for one table, whose serial numbers count from ``epoch``."""

    def __init__(self, names: Names, epoch: date) -> None:
        self.duty_text = _remembered(read_text)
        self._by_reading: dict[str, Read] = {
            "day": _remembered(partial(read_date, epoch=epoch)),
            "count": read_count,
            "yes-no": _remembered(read_yes_no),
            "openness": _remembered(read_openness),
            "duty": _remembered(names.duties.read),
            "duty-or-none": _remembered(names.duties.read_if_any),
            "units": _remembered(names.units.read),
        }

    def reader(self, heading: Heading, fact: type[Fact]) -> Read:
        """Reads the cells below ``heading``; an empty text becomes what the fact has without it."""
        if heading.reading in self._by_reading:
            return self._by_reading[heading.reading]
        default = next(each.default for each in structs.fields(fact) if each.name == heading.field)
        return read_text if default == "" else _read_optional


def _read_optional(cell: Cell) -> str | None:
    return (cell.strip() if isinstance(cell, str) else read_text(cell)) or None


class _Memory(dict[Cell, _Value]):
    """What was read before, and what was refused before: difflib must not run for every row."""

    def __init__(self, read: Callable[[Cell], _Value]) -> None:
        super().__init__()
        self._read = read
        self._refused: dict[Cell, Unreadable] = {}

    def __missing__(self, cell: Cell) -> _Value:
        if cell in self._refused:
            raise self._refused[cell].with_traceback(None)
        try:
            value = self[cell] = self._read(cell)
        except Unreadable as refusal:
            self._refused[cell] = refusal
            raise
        return value


def _remembered(read: Callable[[Cell], _Value]) -> Callable[[Cell], _Value]:
    return _Memory(read).__getitem__
