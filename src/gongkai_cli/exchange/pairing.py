"""Which row of one side is which row of another: what was sent, what came back, the ledger."""

from collections.abc import Collection, Hashable, Iterable, Sequence

from msgspec import Struct

from ..sources.ledger.sheet_headings import SheetForm
from .known_rows import KnownRow
from .matching import Indexed, Matching

_IDENTITY: dict[str, tuple[tuple[str, ...], ...]] = {
    "信息台账": (
        ("number",),
        ("document_number", "duty"),
        ("title", "formed", "duty"),
        ("document_number",),
        ("title", "formed"),
    ),
    "栏目": (("duty", "name", "checked"), ("duty", "name"), ("duty",)),
    "说明": (("duty", "units", "first", "last"), ("duty", "first", "last"), ("duty", "units")),
}
"""What identifies a row of each sheet, the surest first; nothing does where the first is empty."""

_NUMBER = ("number",)
_SURE = {"信息台账": 3, "栏目": 1, "说明": 1}
"""How many of these make two rows one, whatever else is known of them."""

_HINTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "信息台账": (("title",), ("duty", "formed")),
    "栏目": (),
    "说明": (("text",),),
}
"""What is enough for a row that still stands where it stood."""

Pairs = Matching[KnownRow]


class _Key(Struct, frozen=True):
    """What identifies a row: these fields together, the first of them not empty.

    ``whole`` takes all fields as they are. With ``code`` or ``place`` the row must bear the same
    code, or stand where it stood. ``numbered`` asks for rows alone that have a 编号, or have none.
    """

    fields: tuple[str, ...] = ()
    whole: bool = False
    code: bool = False
    place: bool = False
    numbered: bool | None = None

    def __call__(self, row: KnownRow) -> Hashable | None:
        if self.numbered is not None and (row.value("number") is not None) is not self.numbered:
            return None
        parts: list[Hashable | None] = []
        if self.code:
            parts.append(row.code)
        if self.place:
            parts.append(_stood(row))
        if self.fields:
            parts.append(row.whole(self.fields) if self.whole else row.key(self.fields))
        return None if None in parts else tuple(parts)


def sent_to_returned(form: SheetForm, sent: Sequence[KnownRow], back: Sequence[KnownRow]) -> Pairs:
    """Rows that were sent, with what came back of them.

    A row bears a code, by which it is known even where the unit has given it another 编号; but a
    row that was copied bears the code of its pattern, so that what is in the row counts first.
    """
    pairs, fields = Matching(sent, Indexed(back)), _fields(form, (sent, back))
    pairs.by(_Key(fields, whole=True, code=True))
    pairs.by(_Key(fields, whole=True))
    known = _IDENTITY[form.name]
    for identity in known:
        pairs.by(_Key(identity, code=True))
    has_codes = any(row.code for row in back)
    for identity in known[: _SURE[form.name]] if has_codes else known:
        pairs.by(_Key(identity))
    pairs.by(_Key(code=True))
    return pairs


def sent_to_ledger(form: SheetForm, sent: Sequence[KnownRow], ledger: Indexed[KnownRow]) -> Pairs:
    """Rows that were sent, with where they stand in the ledger now."""
    pairs, fields = Matching(sent, ledger), _fields(form, (sent,))
    pairs.by(_Key(fields, whole=True, place=True))
    pairs.by(_Key(fields, whole=True))
    for identity in _IDENTITY[form.name]:
        pairs.by(_Key(identity, place=True))
        pairs.by(_Key(identity))
    for hint in _HINTS[form.name]:
        pairs.by(_Key(hint, place=True))
    return pairs


def new_to_ledger(
    form: SheetForm,
    new: Sequence[KnownRow],
    ledger: Indexed[KnownRow],
    taken: Collection[int],
) -> Pairs:
    """Rows that a unit has added, with those of the ledger that are the same record.

    One with another 编号 is another record: it is known by its 编号, else its 文号, else title and
    day. ``taken`` are the numbers of the rows of the ledger that the unit was sent.
    """
    pairs = Matching(new, ledger, taken)
    for identity in _IDENTITY[form.name][: _SURE[form.name]]:
        if identity == _NUMBER:
            pairs.by(_Key(identity))
        else:
            pairs.by(_Key(identity, numbered=False), _Key(identity))
            pairs.by(_Key(identity, numbered=True), _Key(identity, numbered=False))
    return pairs


def _stood(row: KnownRow) -> Hashable:
    """Where a row stands in the ledger, or stood when it was sent."""
    if row.sent is not None:
        return row.sent.file, row.sent.of, row.sent.row
    table, written = row.where
    return table.file.name, table.table.sheet, written.number


def _fields(form: SheetForm, sides: Iterable[Sequence[KnownRow]]) -> tuple[str, ...]:
    """The fields of a form that every side has."""
    have = [{field for row in side for field in row.meanings} for side in sides]
    return tuple(
        each.field for each in form.headings if all(each.field in fields for fields in have)
    )
