"""What a merge comes to: what goes into the ledger, what does not, and why."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from ..model.place import Place, Problem


class Changed(Struct, frozen=True, kw_only=True):
    """A cell of the ledger that a unit has changed; ``place`` is the cell."""

    record: str
    sheet: str
    heading: str
    old: str
    new: str
    unit: str
    place: Place


class Added(Struct, frozen=True, kw_only=True):
    """A row that a unit has added; ``cells`` are its texts by heading, ``place`` its row."""

    record: str
    sheet: str
    unit: str
    cells: Mapping[str, str]
    place: Place


class Conflict(Struct, frozen=True, kw_only=True):
    """A cell on which sides differ; the ledger keeps its value.

    ``base`` is what was sent, ``None`` where that is not known; ``ledger`` is ``None`` where the
    row is no longer there. ``why`` says what stands in the way; ``place`` is the cell of the ledger
    or, where there is none, of the unit's workbook.
    """

    record: str
    sheet: str
    heading: str
    base: str | None
    ledger: str | None
    unit: str
    units_value: str
    why: str
    place: Place


class Removed(Struct, frozen=True, kw_only=True):
    """A row that is no longer in the unit's workbook; the ledger keeps it."""

    record: str
    sheet: str
    unit: str
    place: Place


class Receipt(Struct, frozen=True, kw_only=True):
    """签收 of a unit: the last day that it wrote, and everything that it wrote.

    ``issued`` is the day on which the workbook was sent that it has signed, where that is known.
    """

    unit: str
    day: date | None
    text: str
    issued: date | None = None


class FileChange(Struct, frozen=True, kw_only=True):
    """A file of the ledger with what is merged into it, and the rows of the log on that."""

    name: str
    data: bytes
    changed: tuple[Changed, ...] = ()
    added: tuple[Added, ...] = ()


class Filed(Struct, frozen=True, kw_only=True):
    """A file that was written; where its old contents are kept; what it stands in for.

    ``instead_of`` is set where the file itself could not be replaced.
    """

    file: str
    backup: str | None = None
    instead_of: str | None = None


class MergeResult(Struct, frozen=True, kw_only=True):
    """What came back, held against what was sent and what the ledger says now.

    ``returned`` are the units whose workbook was read; ``missing`` (未报) those that were sent one
    and of which none is back. ``files`` are the files of the ledger that change.
    """

    files: tuple[FileChange, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    removed: tuple[Removed, ...] = ()
    returned: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> tuple[Changed, ...]:
        """Every cell that changes."""
        return tuple(each for file in self.files for each in file.changed)

    @property
    def added(self) -> tuple[Added, ...]:
        """Every row that is added."""
        return tuple(each for file in self.files for each in file.added)
