"""From mails that are planned to mails that are sent: kept first, then handed over, then settled.

Whatever interrupts a run, the next one finds in the store what is left and does that alone. Only
one run at a time may be between ``begin`` and ``finish`` (``run_lock``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ..model.mailing import Delivery, Mailing, MailKind
from ..model.reminding import Told
from .outbox import Message, Outbox, Recipient
from .patience import Patience
from .transport import Letter, Outcome, Transport, Unreachable

NO_ADDRESS = "通讯录里没有这个单位的邮箱"
_KEEP_TRYING = timedelta(days=5)
"""How long a message is tried, run after run (RFC 5321, 4.5.4.1: at least 4 to 5 days)."""
_LONGEST_NAME = 36


def week_of(day: date) -> str:
    """The ISO week of a day (Monday to Sunday).

    >>> week_of(date(2027, 1, 3)), week_of(date(2027, 1, 4))
    ('2026-W53', '2027-W01')
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


class Mail(Struct, frozen=True, kw_only=True):
    """A mail that is planned.

    ``addresses`` are those of the unit itself; where it has none nothing is sent. ``copies`` are
    addresses that get a copy, ``unreached`` the units that should get one and have no address.
    ``content`` is the same exactly when it says the same. ``write`` makes the message for a
    Message-ID; it is called only if the mail is to be sent.
    """

    unit: str
    kind: MailKind = "digest"
    content: str
    told: tuple[Told, ...] = ()
    addresses: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()
    write: Callable[[str], bytes]


class Run:
    """One run over the mails of a day: ``finish_begun``, then ``deliver``, then ``result``.

    ``sender`` is a bare address; ``now`` tells the time as it is noted in the store. ``tell`` is
    called with a line for whoever watches, where something has to be waited for. Everything raises
    ``StoreWrong`` where the store gives out; nothing is lost then either.
    """

    def __init__(
        self,
        outbox: Outbox,
        transport: Transport,
        *,
        day: date,
        sender: str,
        now: Callable[[], str],
        patience: Patience | None = None,
        tell: Callable[[str], object] = lambda line: None,
    ) -> None:
        self._outbox = outbox
        self._transport = transport
        self._day = day
        self._sender = sender
        self._patience = patience or Patience()
        self._tell = tell
        self.now = now
        self._closed: str | None = None
        """Why nothing can be sent any more in this run."""
        self._before: dict[int, frozenset[str]] = {}
        """The messages of this run, each with those who had it already when the run began."""
        self._put_off: dict[int, tuple[str, ...]] = {}
        """The messages that a server put off, and for whom."""
        self._unreached: list[Delivery] = []

    def finish_begun(self, units: frozenset[str], book: frozenset[str]) -> None:
        """Send what was begun in an earlier run to whoever lacks it, with the very same bytes.

        Only that for ``units`` (all where there are none), and to nobody whose address is no
        longer in the address ``book``. To be done before mails are planned: it tells units things.
        """
        self._outbox.recover(self.now())
        self._outbox.give_up(self._day - _KEEP_TRYING, self.now())
        for message in self._outbox.unfinished():
            if not units or message.unit in units:
                self._finish(message.id, book)

    def deliver(self, mails: Iterable[Mail], *, whole: bool) -> None:
        """Send the mails that say something else than the last one of the week to the same unit.

        ``whole`` says that these are all mails of the day: what still waits for somebody else is
        then forgotten. Mails are taken one by one, and none is kept in memory.
        """
        for mail in mails:
            self._note_unreached(mail)
            if mail.addresses:
                self._deliver(mail)
        while self._put_off and self._closed is None:
            if not self._patience.pause(self._say_put_off):
                break
            put_off, self._put_off = self._put_off, {}
            for number, addresses in put_off.items():
                self._attempt(number, addresses)
        self._outbox.settle_finished()
        if whole:
            self._outbox.drop_unbegun(frozenset(self._before))

    def result(self) -> Mailing:
        """What became of every recipient, as it stands in the store."""
        found: dict[str, list[Delivery]] = {fate: [] for fate in Mailing.__struct_fields__}
        found["unsent"] += self._unreached
        for number, before in self._before.items():
            message = self._outbox.message(number)
            for each in self._outbox.recipients(number):
                fate = "unchanged" if each.address in before else _FATES[each.state]
                found[fate].append(_delivery(message, each))
        return Mailing(**{fate: tuple(deliveries) for fate, deliveries in found.items()})

    def _finish(self, number: int, book: frozenset[str]) -> None:
        lacking = self._lacking(number)
        self._outbox.drop_recipients(number, [each for each in lacking if each not in book])
        if kept := [each for each in lacking if each in book]:
            self._take_up(number)
            self._attempt(number, kept)

    def _deliver(self, mail: Mail) -> None:
        last = self._outbox.last(mail.unit, mail.kind)
        if last is None:
            self._send(mail)
        elif last.week == week_of(self._day) and last.content == mail.content:
            self._complete(last, mail)
        elif not self._may_have_been_told(last):
            self._send(mail)

    def _may_have_been_told(self, last: Message) -> bool:
        """Whether nobody knows if the unit has its last mail, and that mail is still being sent.

        What it is to be told next depends on that, so it has to wait.
        """
        if last.accepted is not None or last.settled:
            return False
        return any(each.own and each.state == "unknown" for each in self._recipients(last.id))

    def _send(self, mail: Mail) -> None:
        week = week_of(self._day)
        repeat = self._outbox.begun(week, mail.unit, mail.kind, mail.content)
        message_id = self._message_id(week, mail, repeat)
        number = self._outbox.put(
            week=week,
            unit=mail.unit,
            kind=mail.kind,
            content=mail.content,
            message_id=message_id,
            day=self._day,
            told=mail.told,
            addresses=mail.addresses,
            copies=mail.copies,
            data=mail.write(message_id) if self._is_open() else None,
            now=self.now(),
        )
        self._take_up(number)
        self._attempt(number, self._lacking(number))

    def _complete(self, message: Message, mail: Mail) -> None:
        """The week's mail says this already; it goes to addresses that came in since, if it can."""
        self._take_up(message.id)
        if not message.settled:
            known = {each.address for each in self._recipients(message.id)}
            added = [each for each in (*mail.addresses, *mail.copies) if each not in known]
            if added:
                now = self.now()
                self._outbox.add_recipients(message.id, mail.addresses, mail.copies, now)
                self._attempt(message.id, added)

    def _attempt(self, number: int, addresses: Sequence[str]) -> None:
        """Hand a message over to these, waiting for a server that is not there."""
        doubted = {each.address for each in self._recipients(number) if each.state == "unknown"}
        while addresses and self._is_open():
            try:
                outcomes = self._transport.send(
                    self._letter(number, addresses),
                    lambda named: self._outbox.sending(number, named, self.now()),
                )
            except Unreachable as error:
                self._wait_for(error)
                continue
            kept = {each: _doubt(it, each in doubted) for each, it in outcomes.items()}
            self._outbox.settle(number, kept, self._day, self.now())
            waiting = tuple(each for each, it in outcomes.items() if it.state == "waiting")
            if waiting:
                self._put_off[number] = waiting
            return
        if addresses:
            self._outbox.postpone(number, self._closed or "", self.now())

    def _is_open(self) -> bool:
        """Whether letters can be handed over, waiting for that within the patience of the run."""
        while self._closed is None:
            try:
                self._transport.open()
            except Unreachable as error:
                self._wait_for(error)
            else:
                return True
        return False

    def _wait_for(self, error: Unreachable) -> None:
        def tell(seconds: float) -> None:
            self._tell(f"{error.reason}，{seconds:.0f} 秒后再试")

        if error.lasting or not self._patience.pause(tell):
            self._closed = error.reason

    def _say_put_off(self, seconds: float) -> None:
        self._tell(f"服务器要求稍后再试的有 {len(self._put_off)} 封，{seconds:.0f} 秒后再试")

    def _letter(self, number: int, addresses: Sequence[str]) -> Letter:
        message, data = self._outbox.message(number), self._outbox.data(number)
        assert data is not None, "the bytes stay as long as somebody lacks them"
        return Letter(
            name=_name(message), sender=self._sender, recipients=tuple(addresses), data=data
        )

    def _message_id(self, week: str, mail: Mail, repeat: int) -> str:
        words = "\n".join((week, mail.unit, mail.kind, mail.content, str(repeat)))
        key = hashlib.sha256(words.encode()).hexdigest()[:32]
        return f"<{week.lower()}.{key}@{self._sender.rpartition('@')[2]}>"

    def _take_up(self, number: int) -> None:
        if number not in self._before:
            had = (each.address for each in self._recipients(number) if each.state == "sent")
            self._before[number] = frozenset(had)

    def _lacking(self, number: int) -> list[str]:
        return [each.address for each in self._recipients(number) if each.state != "sent"]

    def _recipients(self, number: int) -> tuple[Recipient, ...]:
        return self._outbox.recipients(number)

    def _note_unreached(self, mail: Mail) -> None:
        units = mail.unreached if mail.addresses else (mail.unit,)
        self._unreached += (
            Delivery(unit=unit, kind=mail.kind, reason=NO_ADDRESS) for unit in units
        )


_FATES = {
    "sent": "sent",
    "waiting": "unsent",
    "refused": "unsent",
    "sending": "unknown",
    "unknown": "unknown",
}


def _doubt(outcome: Outcome, doubted: bool) -> Outcome:
    """A copy that may have arrived before stays unknown until one surely has."""
    return Outcome("unknown", outcome.reply) if doubted and outcome.state != "sent" else outcome


def _delivery(message: Message, recipient: Recipient) -> Delivery:
    return Delivery(
        unit=message.unit,
        kind=message.kind,
        address=recipient.address,
        message_id=message.message_id,
        reason=recipient.reply or None,
    )


def _name(message: Message) -> str:
    """Week, unit and kind, and enough of the Message-ID to tell two mails of one week apart."""
    kind = " 汇总" if message.kind == "summary" else ""
    key = message.message_id.partition(".")[2][:8]
    return f"{message.week} {message.unit[:_LONGEST_NAME]}{kind} {key}"
