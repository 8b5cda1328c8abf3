"""What a cell of a ledger means, whatever it is written like: 2024-6-27 is 2024/06/27.

Cells are compared by what they mean; what is written into a ledger is what a unit wrote.
"""

import re
from datetime import date
from typing import NamedTuple

from ..model.ledger import Record
from ..notation.formula_guard import unguarded
from ..sources.ledger.cells import EPOCH_1900, Cell, Unreadable, read_text
from ..sources.ledger.column_readers import ColumnReaders, Names
from ..sources.ledger.sheet_headings import Heading

_TEXTS = ("text", "remark")
_BARE = r"\s*\d+(?:\.\d+)?\s*"


class Meaning(NamedTuple):
    """What a cell says; ``value`` is ``None`` where it is empty, and alike where it says the same.

    ``wrong`` is set where it cannot be read: then ``value`` is what is written there.
    """

    value: object = None
    wrong: Unreadable | None = None

    def same(self, other: "Meaning") -> bool:
        """Whether two cells say the same."""
        return self.value == other.value


EMPTY = Meaning()


class Meanings:
    """Reads cells by the names of one catalogue (and those of other years)."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._readers: dict[date, ColumnReaders] = {}

    def of(self, heading: Heading, cell: Cell, epoch: date = EPOCH_1900) -> Meaning:
        """What a cell under a heading says; serial numbers count from ``epoch``."""
        text = read_text(cell).strip()
        if not text:
            return EMPTY
        if heading.reading in _TEXTS:
            return Meaning(unguarded(text.replace("\r\n", "\n")))
        if epoch not in self._readers:
            self._readers[epoch] = ColumnReaders(self._names, epoch)
        try:
            return Meaning(self._readers[epoch].reader(heading, Record)(cell))
        except Unreadable as refusal:
            return Meaning(("?", text), refusal)

    def shown(self, heading: Heading, cell: Cell, epoch: date = EPOCH_1900) -> str:
        """The text that a reader sees: what is written, a day that is no text as 2024-06-27."""
        portable = self.portable(heading, cell, epoch)
        return read_text(portable)

    def day(self, heading: Heading, cell: Cell, epoch: date = EPOCH_1900) -> date | None:
        """The day that a cell below a heading for days says, if it can be read."""
        value = self.of(heading, cell, epoch).value
        return value if isinstance(value, date) else None

    def portable(self, heading: Heading, cell: Cell, epoch: date) -> Cell:
        """The cell as it may be written into any file: a day given as a number as a day."""
        if heading.reading != "day" or (isinstance(cell, str) and not re.fullmatch(_BARE, cell)):
            return cell
        return self.day(heading, cell, epoch) or cell
