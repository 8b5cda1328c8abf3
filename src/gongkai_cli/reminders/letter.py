"""A mail as bytes: what a digest or a summary says, as text and HTML, with what is attached."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ..reports.documents import Paper
from .digest import Digest
from .summary import Summary


class Header(Struct, frozen=True, kw_only=True):
    """Who writes to whom; ``sender`` may be ``名称 <addr>``, the others are bare addresses.

    ``message_id`` is in angle brackets and unique; ``day`` is the day that the mail bears (at 8:00
    in UTC+8).
    """

    sender: str
    to: tuple[str, ...]
    cc: tuple[str, ...] = ()
    message_id: str
    day: date


def letter(message: Digest | Summary, header: Header, attachments: Iterable[Paper] = ()) -> bytes:
    """The mail, ready to be sent or to be put away as .eml; the same input gives the same bytes.

    Goes in: a digest or the summary, the header, the files to attach (workbook, calendar entries)
    with the names that they are to have. Raises ``ValueError`` for an address or a name that no
    header can carry.
    """
    raise NotImplementedError
