"""Whom a body reminds, how and when: 提醒 of ``gongkai.yaml``, the address book, what was told."""

from datetime import date
from typing import Literal

from msgspec import Struct

from .place import Place

Security = Literal["tls", "starttls", "无"]


class PasswordSource(Struct, frozen=True, kw_only=True):
    """Where the password of a mail server is kept: an environment variable or a file, not both."""

    variable: str | None = None
    file: str | None = None


class MailServer(Struct, frozen=True, kw_only=True):
    """A server that takes mail; ``authority`` is a file of certificates to trust besides."""

    host: str
    port: int
    security: Security = "tls"
    account: str | None = None
    password: PasswordSource | None = None
    authority: str | None = None
    place: Place


class Rung(Struct, frozen=True, kw_only=True):
    """A step of the ladder (提醒, 督办, 通报), in working days against the due day.

    One of the three is set: ``before`` the due day, ``after`` it, or ``unreceipted`` working days
    since a mail for which no receipt (签收) has come. ``copies`` are the units that get a copy;
    ``copies_places`` is where each is written, nothing in the ladder that ships.
    """

    name: str
    before: int | None = None
    after: int | None = None
    unreceipted: int | None = None
    copies: tuple[str, ...] = ()
    copies_places: tuple[Place, ...] = ()


LADDER: tuple[Rung, ...] = (
    Rung(name="提醒", before=5),
    Rung(name="未签收", unreceipted=2),
    Rung(name="督办", after=1),
    Rung(name="通报", after=10),
)
"""The ladder of a body that has not written down its own (阶梯)."""


class Contact(Struct, frozen=True, kw_only=True):
    """Where a unit is reached: by post (岗位), not by the name of a person."""

    unit: str
    post: str | None = None
    addresses: tuple[str, ...] = ()
    place: Place


class Reminding(Struct, frozen=True, kw_only=True):
    """提醒 of ``gongkai.yaml``.

    ``folder`` is where ``eml`` puts its files; ``contacts`` names the address book, ``office`` the
    unit that gets the summary (汇总); ``within`` is how many working days ahead a digest looks;
    ``calendars`` the folder of the lists to subscribe to. Paths are relative to the workspace.
    """

    transport: Literal["smtp", "eml"]
    server: MailServer | None = None
    folder: str = "待发邮件"
    sender: str
    contacts: str = "通讯录.yaml"
    office: str | None = None
    office_place: Place | None = None
    within: int = 20
    ladder: tuple[Rung, ...] = LADDER
    calendars: str = "日历"
    place: Place


class Told(Struct, frozen=True, kw_only=True):
    """What a unit was last told of one thing.

    ``key`` is its identity from run to run (duty, record or occasion, clock), ``mark`` what the
    mail said of it in short (state, dates, rung), so that a change shows. ``due`` is the day of its
    entry in calendars, ``sequence`` the number of that entry's last change, from 0. ``title`` is
    what the mail called it, for the day on which it is no more.
    """

    key: str
    mark: str
    due: date | None = None
    sequence: int = 0
    withdrawn: bool = False
    title: str = ""


class LastMail(Struct, frozen=True, kw_only=True):
    """The last mail that a unit got: when, and on which day its receipt (签收) was noted.

    ``unanswered`` is the day of the first mail since the last receipt, where there is one: silence
    is counted from it, so that a further mail does not begin the count anew.
    """

    unit: str
    sent: date
    receipt: date | None = None
    unanswered: date | None = None
