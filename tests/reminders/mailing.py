"""Mails, runs and a transport to order, for tests of the store and of delivery."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

from gongkai_cli.model.mailing import Mailing, MailKind
from gongkai_cli.model.reminding import Told
from gongkai_cli.reminders.delivery import Mail, Run
from gongkai_cli.reminders.memory import Memory
from gongkai_cli.reminders.outbox import Outbox
from gongkai_cli.reminders.patience import Patience
from gongkai_cli.reminders.store_file import MAIL, Store, open_store
from gongkai_cli.reminders.transport import BeforeEnd, Letter, Outcome, Transport, Unreachable

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where thousands of stores cost little: what is tested is a dead process, not a lost disk."""
MONDAY = date(2026, 11, 23)
SENDER = "z@a.cn"
DEFERRED = Outcome("waiting", "451 later")
REFUSED = Outcome("refused", "550 no")
TAKEN = Outcome("sent", "250 ok")
LOST = Outcome("unknown", "no answer")


def told_of(content: str) -> tuple[Told, ...]:
    """What a unit is told by a mail of this content."""
    return (Told(key="k", mark=content),)


def mail(
    unit: str = "甲科",
    content: str = "1",
    *addresses: str,
    kind: MailKind = "digest",
    copies: Sequence[str] = (),
    told: tuple[Told, ...] | None = None,
    size: int = 0,
) -> Mail:
    """A mail; its bytes are made of its unit, content and Message-ID."""

    def write(message_id: str) -> bytes:
        body = "正" * size
        head = f"Message-ID: {message_id}\r\nX-Unit: {unit.encode().hex()}\r\n"
        return f"{head}X-Content: {content}\r\n\r\n{body}\r\n".encode()

    return Mail(
        unit=unit,
        kind=kind,
        content=content,
        told=told_of(content) if told is None else told,
        addresses=addresses or (f"{unit.encode().hex()}@a.cn",),
        copies=tuple(copies),
        write=write,
    )


def addresses_of(mails: Iterable[Mail]) -> frozenset[str]:
    return frozenset(each for mail in mails for each in (*mail.addresses, *mail.copies))


Script = Callable[[str, str], Outcome | Unreachable | BaseException]
"""What becomes of a letter (its name) for an address."""


class Scripted:
    """A transport that does as it is told, and remembers what arrived.

    What arrived is what a server would have: the copies whose outcome is sent or unknown.
    """

    def __init__(self, script: Script | None = None) -> None:
        self.script: Script = script or (lambda name, address: TAKEN)
        self.arrived: list[tuple[bytes, str]] = []
        self.opened = 0

    def open(self) -> None:
        self.opened += 1

    def send(self, letter: Letter, before_end: BeforeEnd) -> Mapping[str, Outcome]:
        answers = {each: self.script(letter.name, each) for each in letter.recipients}
        for answer in answers.values():
            if isinstance(answer, Unreachable):
                raise answer
        outcomes = {to: it for to, it in answers.items() if isinstance(it, Outcome)}
        named = tuple(to for to, it in answers.items() if it not in (DEFERRED, REFUSED))
        if named:
            before_end(named)
        for answer in answers.values():
            if isinstance(answer, BaseException):
                raise answer
        self.arrived += (
            (letter.data, to) for to, it in outcomes.items() if it.state in ("sent", "unknown")
        )
        return outcomes

    def close(self) -> None:
        pass


def patience(*pauses: float) -> Patience:
    """A patience that does not sleep."""
    return Patience(pauses or (1, 2), sleep=lambda seconds: None)


def run(
    folder: Path,
    transport: Transport,
    mails: Sequence[Mail],
    *,
    day: date = MONDAY,
    units: frozenset[str] = frozenset(),
    book: frozenset[str] | None = None,
    channel: str = MAIL,
    wait: Patience | None = None,
    tell: Callable[[str], object] = lambda line: None,
    whole: bool = True,
) -> Mailing:
    """A whole run as the command does it, without its lock."""
    folder.mkdir(exist_ok=True)
    with closing(open_store(folder, channel)) as store:
        return run_in(store, transport, mails, day, units, book, wait, tell, whole)


def run_in(
    store: Store,
    transport: Transport,
    mails: Sequence[Mail],
    day: date = MONDAY,
    units: frozenset[str] = frozenset(),
    book: frozenset[str] | None = None,
    wait: Patience | None = None,
    tell: Callable[[str], object] = lambda line: None,
    whole: bool = True,
) -> Mailing:
    going = Run(
        Outbox(store),
        transport,
        day=day,
        sender=SENDER,
        patience=wait or patience(),
        tell=tell,
        now=lambda: "2026-11-23T08:30:00+08:00",
    )
    going.finish_begun(units, addresses_of(mails) if book is None else book)
    going.deliver(mails, whole=whole)
    return going.result()


def told_in(folder: Path, channel: str = MAIL) -> dict[str, tuple[Told, ...]]:
    """What every unit was told, by the store."""
    with closing(open_store(folder, channel)) as store:
        return dict(Memory(store).told())


def fates(mailing: Mailing) -> dict[str, list[tuple[str, str | None]]]:
    """Unit and address of every delivery, by what became of it; nothing where there is none."""
    found = {
        fate: [(each.unit, each.address) for each in getattr(mailing, fate)]
        for fate in Mailing.__struct_fields__
    }
    return {fate: some for fate, some in found.items() if some}
