"""A catalogue on its way from a printed table to a file: what is printed, and what was inferred."""

from msgspec import Struct

from .limit import Reading
from .place import Place
from .unit import Unit


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
    certain: bool = True
    place: Place


class DraftRow(Struct, frozen=True, kw_only=True):
    """One row of the printed table.

    ``printed`` maps each printed heading to its cell exactly as printed. ``units`` are the units
    as the paper calls them, in order; ``open_units`` the printed words of an open-ended list.
    ``limit`` and ``freshness`` are printed words; ``reading`` is how ``limit`` is read, a refusal
    included. ``openness`` is 五公开; what a wider form prints besides stands in ``printed`` alone.
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
    printed: dict[str, str] = {}
    place: Place


class Draft(Struct, frozen=True, kw_only=True):
    """A catalogue read off a paper, not yet confirmed by anybody.

    ``headings`` maps a key of the catalogue's file to the printed heading, or headings, that it was
    read from; ``shared`` maps further headings to the one cell that every row has. ``notes`` say
    what was passed over (a second table that is no catalogue, footnotes).
    """

    title: str | None = None
    body: str | None = None
    source: str | None = None
    year: int | None = None
    headings: dict[str, tuple[str, ...]] = {}
    shared: dict[str, str] = {}
    units: tuple[Unit, ...] = ()
    rows: tuple[DraftRow, ...] = ()
    inferences: tuple[Inference, ...] = ()
    notes: tuple[str, ...] = ()
