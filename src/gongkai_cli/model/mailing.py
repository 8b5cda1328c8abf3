"""What became of the mails of a run, and what is known of those before it."""

from datetime import date
from typing import Literal

from msgspec import Struct

MailKind = Literal["digest", "summary"]
"""A mail to a unit about itself, or the one to the leading office about all of them."""


class Delivery(Struct, frozen=True, kw_only=True):
    """A mail to one address; ``address`` is ``None`` where a unit has none.

    ``reason`` is what the server said, or why nothing was sent.
    """

    unit: str
    kind: MailKind = "digest"
    address: str | None = None
    message_id: str | None = None
    reason: str | None = None


class Mailing(Struct, frozen=True, kw_only=True):
    """Every recipient of a run, in exactly one of the four.

    ``unchanged`` had the same mail already this week; ``unsent`` did not get it and will be tried
    again; of ``unknown`` (未知) nobody can say: the mail was handed over and no answer came.
    """

    sent: tuple[Delivery, ...] = ()
    unchanged: tuple[Delivery, ...] = ()
    unsent: tuple[Delivery, ...] = ()
    unknown: tuple[Delivery, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether all that was to be sent is sent."""
        return not self.unsent and not self.unknown


class Planned(Struct, frozen=True, kw_only=True):
    """A mail as it would be sent; ``unchanged`` where the unit had the same already this week."""

    unit: str
    kind: MailKind = "digest"
    addresses: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    subject: str
    text: str
    unchanged: bool = False


class Reminded(Struct, frozen=True, kw_only=True):
    """The answer to ``remind``.

    ``week`` is the ISO week of the day. ``waits_until`` is the working day for which the mail
    waits, where the day is a rest day and nothing was sent. ``planned`` is there where it was only
    asked what would be sent.
    """

    as_of: date
    week: str
    waits_until: date | None = None
    mailing: Mailing = Mailing()
    planned: tuple[Planned, ...] | None = None


class Run(Struct, frozen=True, kw_only=True):
    """A run of ``remind``: the day it was about, when it was (UTC+8), and what it did in short.

    ``ended`` and ``result`` are ``None`` where it was killed, or is still under way.
    """

    day: date
    started: str
    ended: str | None = None
    result: str | None = None


class ServerAnswer(Struct, frozen=True, kw_only=True):
    """Whether a mail server can be used, and how far that was tried or what stood against it."""

    is_usable: bool
    words: str


class MailHealth(Struct, frozen=True, kw_only=True):
    """How the mail of a workspace stands.

    ``unsent`` and ``unknown`` are copies of the last weeks that no later mail made up for;
    ``without_address`` the units that have duties and are not in the address book. ``server`` is
    ``None`` where none was asked. ``store_problem`` says why nothing is known of earlier mails.
    """

    transport: str
    last_run: Run | None = None
    unsent: tuple[Delivery, ...] = ()
    unknown: tuple[Delivery, ...] = ()
    without_address: tuple[str, ...] = ()
    server: ServerAnswer | None = None
    store_problem: str | None = None
