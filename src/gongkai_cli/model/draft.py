"""A catalogue on its way from a printed table to a file: what is printed, and what was inferred."""

from datetime import date
from typing import Literal

from msgspec import Struct

from .limit import Reading
from .place import Place
from .unit import Unit

InferenceKind = Literal[
    "merged", "continued", "ditto", "cleaned", "slip", "refused", "unit", "row", "column", "paper"
]
"""Where it comes from: a merge, a blank that continues the row before, 同上, conversion debris, a
wording read with a note, one that could not be read, the units, a row, a column, the paper as a
whole."""


class Inference(Struct, frozen=True, kw_only=True):
    """Something that the paper does not print and the import took it to mean.

    ``row`` is the id of the row that it is about, ``None`` for the catalogue as a whole; ``key`` is
    the key of the catalogue's file (类别, 公开内容, 责任单位 …) that ``value`` stands under.
    ``certain`` is false where a person has to look: the value was then not filled in.
    """

    row: str | None = None
    key: str
    value: str = ""
    reason: str
    kind: InferenceKind = "paper"
    certain: bool = True
    place: Place

    @property
    def fills(self) -> bool:
        """Whether it gives a cell a value that is not printed in it."""
        return self.kind in ("merged", "continued", "ditto") and self.certain


class DraftRow(Struct, frozen=True, kw_only=True):
    """One row of the printed table.

    ``printed`` maps each printed heading to its cell exactly as printed, in printed order; a cell
    that is covered by a merge is empty. ``units`` are the units as the paper calls them, in order;
    ``open_units`` the printed words of an open-ended list. ``limit`` and ``freshness`` are printed
    words; ``reading`` is how ``limit`` is read, a refusal included. ``openness`` is 五公开; what a
    wider form prints besides stands in ``printed`` alone. ``tags`` are those proposed for it.
    """

    id: str
    category: tuple[str, ...]
    name: str
    content: str = ""
    openness: str | None = None
    units: tuple[str, ...] = ()
    open_units: str | None = None
    limit: str | None = None
    reading: Reading | None = None
    freshness: str | None = None
    legal_basis: str | None = None
    remark: str | None = None
    tags: tuple[tuple[str, str], ...] = ()
    printed: dict[str, str] = {}
    place: Place


class Draft(Struct, frozen=True, kw_only=True):
    """A catalogue read off a paper, not yet confirmed by anybody.

    ``headings`` maps a key of the catalogue's file to the printed heading, or headings, that it was
    read from (序号 for the running number, 其他 for what has no key); ``shared`` maps further
    headings to the one cell that every row has; ``order`` are all headings as printed. ``issued``
    is the day below the paper, ``annex`` what the paper calls the table (附件1). ``notes`` say what
    was passed over (a second table that is no catalogue, footnotes).
    """

    title: str | None = None
    body: str | None = None
    source: str | None = None
    annex: str | None = None
    year: int | None = None
    issued: date | None = None
    headings: dict[str, tuple[str, ...]] = {}
    shared: dict[str, str] = {}
    order: tuple[str, ...] = ()
    units: tuple[Unit, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    inferences: tuple[Inference, ...] = ()
    notes: tuple[str, ...] = ()
