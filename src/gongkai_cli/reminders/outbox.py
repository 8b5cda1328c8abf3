"""Messages on their way: what is to go to whom, how far each copy has come.

A message is known by its channel, ISO week, unit, kind and content. Its bytes stay until all its
recipients have it. What a unit was told is committed in the transaction that notes the first copy
accepted at an address of its own, so that a unit counts as told exactly when somebody there was.
A message that has not told its unit anything makes way for the next one; one that may have, or
that others have, is finished with the very same bytes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, json

from ..model.mailing import MailKind
from ..model.reminding import Told
from .memory import Memory
from .store_file import Store
from .transport import Outcome, State

INTERRUPTED = "发送途中程序中断，不知道是否送达"
GIVEN_UP = "多日未能送达，不再发送"

_BEGUN = """EXISTS (SELECT 1 FROM recipient WHERE message = message.id
    AND state IN ('sending', 'sent', 'unknown'))"""
_FINISHED = """NOT EXISTS (SELECT 1 FROM recipient WHERE message = message.id
    AND state <> 'sent')"""
_SETTLE = "UPDATE message SET data = NULL, told = x'' WHERE data IS NOT NULL"
_FOUND = """SELECT id, week, unit, kind, content, message_id, day, accepted, data IS NULL
    FROM message WHERE channel = ?"""


class Message(Struct, frozen=True, kw_only=True):
    """A message as it is kept, without its bytes.

    ``day`` is the day it was made for, ``accepted`` that on which the unit itself accepted it;
    ``settled`` says that its bytes are gone: nothing more of it will be sent.
    """

    id: int
    week: str
    unit: str
    kind: MailKind
    content: str
    message_id: str
    day: date
    accepted: date | None
    settled: bool


class Recipient(Struct, frozen=True, kw_only=True):
    """How far a message has come for one address; ``changed`` is when it came there (UTC+8).

    ``own`` tells an address of the unit from that of somebody who gets a copy.
    """

    address: str
    own: bool
    state: State
    attempts: int
    reply: str
    changed: str


class Outbox:
    """The messages of a store. ``now`` is the time to be noted; all raise ``StoreWrong``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def recover(self, now: str) -> None:
        """What was being sent when another run was killed: nobody knows whether it arrived.

        Only for whoever holds the lock of runs, else it would be the other's who still sends.
        """
        with self._store.transaction() as write:
            write.execute(
                """UPDATE recipient SET state = 'unknown', reply = ?, attempts = attempts + 1,
                changed = ? WHERE state = 'sending'""",
                (INTERRUPTED, now),
            )

    def put(
        self,
        *,
        week: str,
        unit: str,
        kind: MailKind,
        content: str,
        message_id: str,
        day: date,
        told: Sequence[Told],
        addresses: Sequence[str],
        copies: Sequence[str] = (),
        data: bytes | None,
        now: str,
    ) -> int:
        """Put a message in, its recipients waiting; its number.

        It takes the place of all for the same unit that has not told it anything. Without ``data``
        it is only noted that it was to be sent.
        """
        thread = (self._store.channel, unit, kind)
        of_thread = "channel = ? AND unit = ? AND kind = ?"
        with self._store.transaction() as write:
            write.execute(
                f"""DELETE FROM recipient WHERE state IN ('waiting', 'refused') AND message IN
                (SELECT id FROM message WHERE {of_thread} AND accepted IS NULL)""",
                thread,
            )
            write.execute(
                f"""DELETE FROM message WHERE {of_thread}
                AND NOT EXISTS (SELECT 1 FROM recipient WHERE message = message.id)""",
                thread,
            )
            write.execute(f"{_SETTLE} AND {of_thread} AND {_FINISHED}", thread)
            number = write.execute(
                """INSERT INTO message
                (channel, unit, kind, week, content, message_id, day, told, data)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                (*thread, week, content, message_id, day.isoformat(), json.encode(told), data),
            ).lastrowid
            assert number is not None, "a row was just inserted"
            _add(write, number, addresses, copies, now)
        return number

    def drop_unbegun(self, keep: frozenset[int]) -> None:
        """Forget what reached nobody and is not among ``keep``: nobody has to be told it now."""
        query = f"SELECT id FROM message WHERE channel = ? AND NOT {_BEGUN}"
        found = [row for row in self._store.rows(query, self._store.channel) if row[0] not in keep]
        if found:
            with self._store.transaction() as write:
                write.executemany("DELETE FROM message WHERE id = ?", found)

    def message(self, number: int) -> Message:
        """One message by its number; ``KeyError`` where there is none."""
        for message in self._messages(f"{_FOUND} AND id = ?", number):
            return message
        raise KeyError(number)

    def last(self, unit: str, kind: MailKind) -> Message | None:
        """The last message for a unit that was begun."""
        query = f"{_FOUND} AND unit = ? AND kind = ? AND {_BEGUN} ORDER BY id DESC LIMIT 1"
        return next(self._messages(query, unit, kind), None)

    def unfinished(self) -> Iterator[Message]:
        """What was begun and still lacks a recipient, the oldest first."""
        return self._messages(f"{_FOUND} AND data IS NOT NULL AND {_BEGUN} ORDER BY id")

    def begun(self, week: str, unit: str, kind: MailKind, content: str) -> int:
        """How many messages that say the same went to the unit in that week, or may have."""
        query = f"""SELECT count(*) FROM message WHERE channel = ? AND unit = ? AND kind = ?
            AND week = ? AND content = ? AND {_BEGUN}"""
        values = (self._store.channel, unit, kind, week, content)
        return int(next(self._store.rows(query, *values))[0])

    def data(self, message: int) -> bytes | None:
        """The bytes of a message; ``None`` where they are gone."""
        found: bytes | None = next(
            self._store.rows("SELECT data FROM message WHERE id = ?", message)
        )[0]
        return found

    def recipients(self, message: int) -> tuple[Recipient, ...]:
        """How far a message has come, address by address, those of the unit first."""
        query = """SELECT address, own, state, attempts, reply, changed FROM recipient
            WHERE message = ? ORDER BY own DESC, address"""
        return tuple(
            Recipient(
                address=address,
                own=bool(own),
                state=state,
                attempts=attempts,
                reply=reply,
                changed=changed,
            )
            for address, own, state, attempts, reply, changed in self._store.rows(query, message)
        )

    def add_recipients(
        self, message: int, addresses: Sequence[str], copies: Sequence[str], now: str
    ) -> None:
        """Let a message go to these as well; whoever is there already stays as he is."""
        with self._store.transaction() as write:
            _add(write, message, addresses, copies, now)

    def drop_recipients(self, message: int, addresses: Iterable[str]) -> None:
        """Let a message go no longer to these, unless they have it."""
        with self._store.transaction() as write:
            write.executemany(
                "DELETE FROM recipient WHERE message = ? AND address = ? AND state <> 'sent'",
                [(message, address) for address in addresses],
            )

    def settle_finished(self) -> None:
        """Let go of the bytes that nobody lacks any more."""
        with self._store.transaction() as write:
            write.execute(f"{_SETTLE} AND {_FINISHED}")

    def sending(self, message: int, addresses: Iterable[str], now: str) -> None:
        """The last moment before a copy may arrive, noted before it comes."""
        with self._store.transaction() as write:
            write.executemany(
                """UPDATE recipient SET state = 'sending', changed = ?
                WHERE message = ? AND address = ?""",
                [(now, message, address) for address in addresses],
            )

    def settle(self, message: int, outcomes: Mapping[str, Outcome], day: date, now: str) -> None:
        """What became of an attempt on ``day``; with its first own copy the unit is told."""
        told = """id = ? AND accepted IS NULL AND EXISTS (SELECT 1 FROM recipient
            WHERE message = message.id AND own AND state = 'sent')"""
        with self._store.transaction() as write:
            write.executemany(
                """UPDATE recipient SET state = ?, reply = ?, attempts = attempts + 1, changed = ?
                WHERE message = ? AND address = ?""",
                [
                    (each.state, each.reply, now, message, address)
                    for address, each in outcomes.items()
                ],
            )
            write.execute(
                f"""INSERT OR REPLACE INTO told (channel, unit, kind, entries)
                SELECT channel, unit, kind, told FROM message WHERE {told}""",
                (message,),
            )
            write.execute(
                f"UPDATE message SET accepted = ? WHERE {told}", (day.isoformat(), message)
            )
            write.execute(f"{_SETTLE} AND id = ? AND {_FINISHED}", (message,))

    def postpone(self, message: int, reason: str, now: str) -> None:
        """Note why a message could not even be offered."""
        with self._store.transaction() as write:
            write.execute(
                """UPDATE recipient SET reply = ?, changed = ?
                WHERE message = ? AND state = 'waiting'""",
                (reason, now, message),
            )

    def give_up(self, before: date, now: str) -> None:
        """Send nothing more of what was made before a day; what stays open is said next time.

        What a unit may have been told by a message that nobody confirmed is told again, under
        sequence numbers above those of that message.
        """
        for each in list(self.unfinished()):
            if each.day < before:
                self._close(each, now)

    def _close(self, message: Message, now: str) -> None:
        doubtful = any(each.own and each.state == "unknown" for each in self.recipients(message.id))
        with self._store.transaction() as write:
            write.execute(
                """UPDATE recipient SET state = 'refused', reply = ?, changed = ?
                WHERE message = ? AND state = 'waiting'""",
                (GIVEN_UP, now, message.id),
            )
            if message.accepted is None and doubtful:
                Memory(self._store).doubt(write, message.id)
            write.execute(f"{_SETTLE} AND id = ?", (message.id,))

    def _messages(self, query: str, *values: object) -> Iterator[Message]:
        rows = self._store.rows(query, self._store.channel, *values)
        for number, week, unit, kind, content, message_id, day, accepted, settled in rows:
            yield Message(
                id=number,
                week=week,
                unit=unit,
                kind=kind,
                content=content,
                message_id=message_id,
                day=date.fromisoformat(day),
                accepted=date.fromisoformat(accepted) if accepted else None,
                settled=bool(settled),
            )


def _add(
    write: sqlite3.Connection,
    message: int,
    addresses: Sequence[str],
    copies: Sequence[str],
    now: str,
) -> None:
    """New recipients, waiting; whoever is there already stays as he is."""
    write.executemany(
        """INSERT OR IGNORE INTO recipient (message, address, own, state, changed)
        VALUES (?, ?, ?, 'waiting', ?)""",
        [(message, each, own, now) for own, some in ((1, addresses), (0, copies)) for each in some],
    )
