"""The file that keeps what was sent: ``.gongkai/outbox.sqlite``, its form and its transactions.

A rollback journal, not a write-ahead log: a workspace may lie on a network drive, where the shared
memory of a log does not work; runs wait for each other anyway. Every commit is on the disk before
the next step (``synchronous=FULL``), since what follows it cannot be taken back.

No password is ever kept here, and no contact but as the address of a message.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from ..model.place import Place, Problem

FOLDER = ".gongkai"
FILE = "outbox.sqlite"
LOCK = "outbox.lock"
MAIL = "mail"
"""The channel of the body's own mail; any other is the folder that it was written to instead."""

_WAIT = 10.0
"""Seconds to wait for a reader that holds the file."""

_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE message (
            id INTEGER PRIMARY KEY,
            channel TEXT NOT NULL, week TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
            content TEXT NOT NULL, message_id TEXT NOT NULL, day TEXT NOT NULL,
            told BLOB NOT NULL, data BLOB, accepted TEXT)""",
        "CREATE INDEX message_of_unit ON message (channel, unit, kind, id)",
        "CREATE INDEX message_unsettled ON message (channel, id) WHERE data IS NOT NULL",
        """CREATE TABLE recipient (
            message INTEGER NOT NULL REFERENCES message ON DELETE CASCADE,
            address TEXT NOT NULL, own INTEGER NOT NULL,
            state TEXT NOT NULL
                CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'unknown')),
            attempts INTEGER NOT NULL DEFAULT 0, reply TEXT NOT NULL DEFAULT '',
            changed TEXT NOT NULL,
            PRIMARY KEY (message, address)) WITHOUT ROWID""",
        """CREATE TABLE told (
            channel TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL, entries BLOB NOT NULL,
            PRIMARY KEY (channel, unit, kind)) WITHOUT ROWID""",
        "CREATE TABLE receipt (unit TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE run (
            id INTEGER PRIMARY KEY, channel TEXT NOT NULL, day TEXT NOT NULL,
            started TEXT NOT NULL, ended TEXT, result TEXT)""",
    ),
)
"""How the form of the file came about, step by step; ``user_version`` counts those taken."""


class StoreWrong(Exception):
    """The file cannot be used; what was not committed has not happened."""

    def __init__(self, found: str, accepted: str) -> None:
        super().__init__(found)
        self.problem = Problem(Place(f"{FOLDER}/{FILE}"), found, accepted)


class Store:
    """The open file, seen through one channel. Every method raises ``StoreWrong``."""

    def __init__(self, connection: sqlite3.Connection, channel: str) -> None:
        self._connection = connection
        self.channel = channel

    def rows(self, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """What a query finds, read as a whole, so that nothing stays locked."""
        with _said():
            return iter(self._connection.execute(query, values).fetchall())

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All that is done in it or nothing; on the disk when it ends."""
        with _said():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()


def prepare(workspace: Path) -> Path:
    """The folder of the store, made where there is none. Raises ``OSError``."""
    folder = workspace / FOLDER
    folder.mkdir(exist_ok=True)
    ignore = folder / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return folder


def open_store(workspace: Path, channel: str = MAIL) -> Store:
    """The store of a workspace, made where there is none, in its present form.

    Raises ``StoreWrong`` and ``OSError``.
    """
    path = prepare(workspace) / FILE
    with _said():
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            for setting in ("journal_mode=DELETE", "synchronous=FULL", "foreign_keys=ON"):
                connection.execute(f"PRAGMA {setting}")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
    return Store(connection, channel)


def open_to_read(workspace: Path, channel: str = MAIL) -> Store | None:
    """The store without a change to it; ``None`` where there is none, or one of an older form.

    Raises ``StoreWrong``.
    """
    path = workspace / FOLDER / FILE
    if not path.exists():
        return None
    with _said():
        address = f"{path.resolve().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)
        try:
            if _form(connection) == len(_MIGRATIONS):
                return Store(connection, channel)
        except BaseException:
            connection.close()
            raise
        connection.close()
    return None


def _migrate(connection: sqlite3.Connection) -> None:
    """Every step that the file has not taken, each as a whole; another process may take it too."""
    while (number := _form(connection)) < len(_MIGRATIONS):
        with Store(connection, MAIL).transaction():
            if _form(connection) == number:
                _take_step(connection, number)


def _take_step(connection: sqlite3.Connection, number: int) -> None:
    for statement in _MIGRATIONS[number]:
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number + 1}")


def _form(connection: sqlite3.Connection) -> int:
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if number > len(_MIGRATIONS):
        raise StoreWrong("发送记录是由更新版本的 gongkai 写的", "升级 gongkai 再运行")
    return number


@contextmanager
def _said() -> Iterator[None]:
    """What SQLite raises, in words for users."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreWrong(*_reason(str(error), _REASONS)) from error


def _reason(text: str, reasons: Iterable[tuple[str, str, str]]) -> tuple[str, str]:
    for words, found, accepted in reasons:
        if words in text:
            return found, accepted
    return f"发送记录不能读写（{text}）", "能读写的工作区文件夹"


_DAMAGED = "从备份恢复；没有备份的，把它改名再运行，本周已发的邮件会再发一次"
_REASONS = (
    ("locked", "发送记录正被别的程序占用", "关闭占用它的程序再运行"),
    ("full", "磁盘已满，发送记录写不进去", "腾出空间再运行"),
    ("not a database", "这个文件不是发送记录", _DAMAGED),
    ("malformed", "发送记录已损坏", _DAMAGED),
)
