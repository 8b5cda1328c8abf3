"""What a unit was sent (底本), kept out of sight in its workbook: one side of the comparison.

The first row names the form of this sheet and says what was sent to whom; each row below is a row
that was sent. JSON, cut into pieces that a cell can hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from msgspec import Struct

BASE_FORM = "gongkai/unit-book/1"
"""The form of the sheet: a later one that this program cannot read has another number."""

_PIECE = 30_000
_BEGIN = "#"


class SentRow(Struct, frozen=True, omit_defaults=True):
    """A row as it was sent.

    ``code`` is what the row bears in the workbook itself; ``sheet`` the kind of sheet; ``cells``
    the text under each heading. ``file``, ``of`` and ``row`` say where it stood in the ledger; a
    row that only offers something to fill in stood nowhere.
    """

    code: str
    sheet: str
    cells: dict[str, str]
    file: str | None = None
    of: str | None = None
    row: int | None = None

    @property
    def offered(self) -> bool:
        """Whether the row is not in the ledger, and only waits to be filled in."""
        return self.file is None


class Base(Struct, frozen=True, kw_only=True):
    """Everything that a unit was sent; ``issued`` is the day, ``as_of`` the day of its states."""

    body: str
    unit: str
    issued: date
    as_of: date
    rows: tuple[SentRow, ...] = ()


class _Head(Struct, frozen=True):
    body: str
    unit: str
    issued: date
    as_of: date


class BaseUnreadable(ValueError):
    """The sheet is there and is not what this program writes; ``newer`` if by its form alone."""

    def __init__(self, newer: bool = False) -> None:
        super().__init__("newer" if newer else "damaged")
        self.newer = newer


def base_cells(base: Base) -> Iterator[list[str]]:
    """The sheet, row by row."""
    head = _Head(base.body, base.unit, base.issued, base.as_of)
    yield [BASE_FORM, *_pieces(head)]
    for row in base.rows:
        yield _pieces(row)


def read_base(cells: Iterable[Sequence[object]]) -> Base:
    """The base from the rows of its sheet; raises ``BaseUnreadable``."""
    rows = [[each for each in row if isinstance(each, str) and each] for row in cells]
    rows = [row for row in rows if row]
    if not rows or rows[0][0] != BASE_FORM:
        known = BASE_FORM.rpartition("/")[0]
        raise BaseUnreadable(bool(rows) and rows[0][0].startswith(known))
    try:
        head = msgspec.json.decode(_whole(rows[0][1:]), type=_Head)
        sent = tuple(msgspec.json.decode(_whole(row), type=SentRow) for row in rows[1:])
    except (msgspec.MsgspecError, ValueError) as error:
        raise BaseUnreadable from error
    return Base(body=head.body, unit=head.unit, issued=head.issued, as_of=head.as_of, rows=sent)


def _pieces(value: object) -> list[str]:
    """JSON in cells. Sheets read ``_x`` as an escape, libraries a leading ``<`` as rich text."""
    text = msgspec.json.encode(value).decode().replace("_x", "\\u005fx")
    return [_BEGIN + text[at : at + _PIECE] for at in range(0, len(text), _PIECE)]


def _whole(pieces: Iterable[str]) -> bytes:
    return "".join(each.removeprefix(_BEGIN) for each in pieces).encode()
