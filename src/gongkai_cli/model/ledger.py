"""The ledger (台账): the facts that the catalogue is held against."""

from datetime import date

from msgspec import Struct

from .place import Place, Problem


class Record(Struct, frozen=True, kw_only=True):
    """One piece of information (信息台账, one row).

    ``duty`` is the id of the duty; ``None`` where the cell names none that the catalogue knows
    (``duty_text`` keeps what was written). ``changed`` is the day of the last change, ``published``
    the day on which it was put up (or handed in, held, explained). ``interprets`` is the 编号 or
    文号 of the document that it interprets; ``interpretation`` whether it calls for one itself
    (是否解读). ``unreadable`` is set where a cell that judging needs could not be read: the record
    is then 未能核查.
    """

    number: str | None = None
    duty: str | None = None
    duty_text: str = ""
    title: str = ""
    document_number: str | None = None
    units: tuple[str, ...] = ()
    formed: date | None = None
    changed: date | None = None
    published: date | None = None
    url: str | None = None
    openness: str | None = None
    interprets: str | None = None
    interpretation: bool | None = None
    remark: str | None = None
    unreadable: bool = False
    place: Place

    @property
    def identity(self) -> str:
        """编号, else 文号, else title and formation date; never a row number."""
        if self.number or self.document_number:
            return self.number or self.document_number or ""
        return f"{self.title}（{self.formed or '日期不明'}）"


class Column(Struct, frozen=True, kw_only=True):
    """A place on the site, as somebody saw it (栏目, one row)."""

    duty: str | None = None
    duty_text: str = ""
    name: str = ""
    url: str | None = None
    exists: bool | None = None
    items: int | None = None
    updated: date | None = None
    checked: date | None = None
    checked_by: str | None = None
    unreadable: bool = False
    place: Place


class Statement(Struct, frozen=True, kw_only=True):
    """ "Nothing of this kind in this period" (说明, one row): a blank that is explained."""

    duty: str | None = None
    duty_text: str = ""
    units: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    text: str = ""
    expires: date | None = None
    registered_by: str | None = None
    registered: date | None = None
    unreadable: bool = False
    place: Place


class Ledger(Struct, frozen=True, kw_only=True):
    """All facts of the ledger, from one file or many.

    ``covers_from`` is 台账起始: the absence of a record counts only from that day on.
    """

    records: tuple[Record, ...] = ()
    columns: tuple[Column, ...] = ()
    statements: tuple[Statement, ...] = ()
    covers_from: date | None = None
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
