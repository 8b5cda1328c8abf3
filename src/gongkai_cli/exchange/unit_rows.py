"""Which units get a workbook, and which rows and duties are each one's own."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import Struct

from ..facts import Facts
from ..model.duty import Duty
from ..model.ledger import Column
from ..model.place import Place
from ..model.unit import every_unit
from ..sources.ledger.column_readers import names_of
from ..sources.ledger.sheet_headings import COLUMNS, FORMS, RECORDS, STATEMENTS, SheetForm
from ..sources.ledger.written import WrittenLedger
from .known_rows import KnownRow, rows_of
from .meaning import Meanings


def meanings_of(facts: Facts) -> Meanings:
    """Reads cells by the names that this ledger may use."""
    others = [each.catalogue for each in reversed(facts.editions[:-1])]
    return Meanings(names_of(facts.catalogue, others))


class UnitRows(Struct, frozen=True):
    """What is one unit's own: its duties, and its rows of the ledger by sheet, in their order.

    A row is a unit's where it names the unit, and where its duty is the unit's.
    """

    unit: str
    duties: tuple[Duty, ...]
    rows: dict[str, list[KnownRow]]

    @property
    def open_columns(self) -> tuple[Duty, ...]:
        """The duties whose column nobody has looked at yet."""
        seen = {row.value("duty") for row in self.rows[COLUMNS.name]}
        return tuple(duty for duty in self.duties if _has_column(duty) and duty.id not in seen)


def rows_by_unit(facts: Facts, written: WrittenLedger) -> dict[str, UnitRows]:
    """Every unit that has a duty or a row, in the order of the catalogue; open groups as well."""
    duties = _duties_by_unit(facts)
    rows: defaultdict[str, dict[str, list[KnownRow]]] = defaultdict(
        lambda: {form.name: [] for form in FORMS}
    )
    at = _by_place(written, meanings_of(facts))
    for form, place, units in _owners(facts):
        if place in at:
            for unit in units:
                rows[unit][form.name].append(at[place])
    known = [unit.name for unit in every_unit(facts.catalogue.units)]
    found = [name for name in known if name in duties or name in rows]
    found += [name for name in rows if name not in known]
    return {name: UnitRows(name, tuple(duties.get(name, ())), rows[name]) for name in found}


def nobodys_rows(facts: Facts) -> tuple[str, ...]:
    """The records that are in no unit's workbook, because neither row nor duty names a unit."""
    units = units_of_duties(facts)
    return tuple(
        each.identity
        for each in facts.ledger.records
        if not each.units and not units.get(each.duty or "")
    )


def _duties_by_unit(facts: Facts) -> dict[str, list[Duty]]:
    found: defaultdict[str, list[Duty]] = defaultdict(list)
    for duty in facts.catalogue.duties:
        for unit in duty.unit_names:
            found[unit].append(duty)
    return dict(found)


def units_of_duties(facts: Facts) -> dict[str, tuple[str, ...]]:
    """Who answers for a duty; one that the newest catalogue no longer has, by an older one."""
    catalogues = [each.catalogue for each in facts.editions] + [facts.catalogue]
    return {duty.id: duty.unit_names for each in catalogues for duty in each.duties}


def _owners(facts: Facts) -> Iterator[tuple[SheetForm, Place, tuple[str, ...]]]:
    """Every row that was read, with the units whose own it is."""
    ledger, of_duty = facts.ledger, units_of_duties(facts)
    for form, found in (
        (RECORDS, ledger.records),
        (COLUMNS, ledger.columns),
        (STATEMENTS, ledger.statements),
    ):
        for fact in found:
            named = () if isinstance(fact, Column) else fact.units
            units = (*named, *of_duty.get(fact.duty or "", ()))
            yield form, fact.place, tuple(dict.fromkeys(units))


def _by_place(written: WrittenLedger, meanings: Meanings) -> dict[Place, KnownRow]:
    return {row.place(): row for table in written.tables for row in rows_of(table, meanings)}


def _has_column(duty: Duty) -> bool:
    return duty.kind == "publish" and duty.appears_in is None
