"""What is remembered from mail to mail: what each unit was told, when, its receipts, the runs."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct, json, structs

from ..model.mailing import Delivery, MailKind, Run
from ..model.reminding import LastMail, Told
from .store_file import Store
from .transport import State


class Trouble(Struct, frozen=True, kw_only=True):
    """A copy that has not arrived, or perhaps has not, and that no later mail made up for.

    ``day`` is the day that the mail was made for.
    """

    delivery: Delivery
    state: State
    day: date


class Memory:
    """What a store remembers. All methods raise ``StoreWrong``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def told(self, kind: MailKind = "digest") -> Mapping[str, tuple[Told, ...]]:
        """What each unit was last told, read when it is asked for."""
        return _ToldByUnit(self._store, kind)

    def doubt(self, write: sqlite3.Connection, message: int) -> None:
        """Part of a transaction: nobody confirmed a message, so what it said is not sure any more.

        What it changed is kept with an empty mark, which no present state equals, and with its
        sequence number, so that saying it again counts as newer.
        """
        for channel, unit, kind, entries in write.execute(
            "SELECT channel, unit, kind, told FROM message WHERE id = ?", (message,)
        ).fetchall():
            before = {each.key: each for each in _ToldByUnit(self._store, kind).get(unit, ())}
            for each in _read(entries):
                if before.get(each.key) != each:
                    before[each.key] = structs.replace(each, mark="", withdrawn=False)
            write.execute(
                "INSERT OR REPLACE INTO told (channel, unit, kind, entries) VALUES (?, ?, ?, ?)",
                (channel, unit, kind, json.encode(tuple(before.values()))),
            )

    def last_mails(self) -> dict[str, LastMail]:
        """The last mail of each unit; a receipt is for every mail of its day and before it."""
        query = """SELECT unit, max(accepted), receipt.day,
                min(CASE WHEN receipt.day IS NULL OR accepted > receipt.day THEN accepted END)
            FROM message LEFT JOIN receipt USING (unit)
            WHERE channel = ? AND kind = 'digest' AND accepted IS NOT NULL GROUP BY unit"""
        return {
            unit: LastMail(
                unit=unit,
                sent=date.fromisoformat(sent),
                receipt=date.fromisoformat(day) if day and day >= sent else None,
                unanswered=date.fromisoformat(first) if first else None,
            )
            for unit, sent, day, first in self._store.rows(query, self._store.channel)
        }

    def note_receipts(self, receipts: Mapping[str, date]) -> None:
        """Receipts (签收) by unit; of two for one unit the later day stays."""
        with self._store.transaction() as write:
            write.executemany(
                """INSERT INTO receipt (unit, day) VALUES (?, ?)
                ON CONFLICT (unit) DO UPDATE SET day = max(day, excluded.day)""",
                [(unit, day.isoformat()) for unit, day in receipts.items()],
            )

    def start_run(self, day: date, now: str) -> int:
        """Note that a run about ``day`` begins; its number."""
        with self._store.transaction() as write:
            number = write.execute(
                "INSERT INTO run (channel, day, started) VALUES (?, ?, ?)",
                (self._store.channel, day.isoformat(), now),
            ).lastrowid
        assert number is not None, "a row was just inserted"
        return number

    def end_run(self, run: int, result: str, now: str) -> None:
        """Note that a run has done what it could."""
        with self._store.transaction() as write:
            write.execute("UPDATE run SET ended = ?, result = ? WHERE id = ?", (now, result, run))

    def last_run(self) -> Run | None:
        """The last run that came to its end; where none did, the last that began."""
        query = """SELECT day, started, ended, result FROM run WHERE channel = ?
            ORDER BY ended IS NULL, id DESC LIMIT 1"""
        for day, started, ended, result in self._store.rows(query, self._store.channel):
            return Run(day=date.fromisoformat(day), started=started, ended=ended, result=result)
        return None

    def troubles(self, since: date) -> tuple[Trouble, ...]:
        """Copies of mails made on a day or later that did not surely arrive, the oldest first.

        Not those to an address that got a later mail of its unit: that said all there is to say.
        """
        query = """SELECT unit, kind, address, message_id, reply, state, day
            FROM message AS mail JOIN recipient ON message = mail.id
            WHERE channel = ? AND day >= ? AND state <> 'sent' AND NOT EXISTS
            (SELECT 1 FROM message AS later JOIN recipient AS copy ON copy.message = later.id
             WHERE later.channel = mail.channel AND later.unit = mail.unit
             AND later.kind = mail.kind AND later.id > mail.id
             AND copy.address = recipient.address AND copy.state = 'sent')
            ORDER BY mail.id, address"""
        rows = self._store.rows(query, self._store.channel, since.isoformat())
        return tuple(
            Trouble(
                delivery=Delivery(
                    unit=unit, kind=kind, address=address, message_id=message_id, reason=reply
                ),
                state=state,
                day=date.fromisoformat(day),
            )
            for unit, kind, address, message_id, reply, state, day in rows
        )


class _ToldByUnit(Mapping[str, tuple[Told, ...]]):
    """A look into the store that holds the entries of one unit at a time."""

    def __init__(self, store: Store, kind: MailKind) -> None:
        self._store = store
        self._kind = kind

    def __getitem__(self, unit: str) -> tuple[Told, ...]:
        query = "SELECT entries FROM told WHERE channel = ? AND kind = ? AND unit = ?"
        for (entries,) in self._store.rows(query, self._store.channel, self._kind, unit):
            return _read(entries)
        raise KeyError(unit)

    def __iter__(self) -> Iterator[str]:
        query = "SELECT unit FROM told WHERE channel = ? AND kind = ? ORDER BY unit"
        return (unit for (unit,) in self._store.rows(query, self._store.channel, self._kind))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _read(entries: bytes) -> tuple[Told, ...]:
    return json.decode(entries, type=tuple[Told, ...])
