"""One run at a time: a lock of the operating system, which a killed process gives back."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_EVERY = 0.5
"""Seconds between two looks at a lock that somebody else holds."""


class Busy(Exception):
    """Another run holds the lock."""


@contextmanager
def held(
    path: Path,
    patience: float,
    waiting: Callable[[], None] = lambda: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Holds the lock at ``path``; another holder is waited for, at most ``patience`` seconds.

    ``waiting`` is called once where there is one. Raises ``Busy`` where it does not let go, and
    ``OSError`` where the file system knows no locks.
    """
    with path.open("a+b") as file:
        waited = 0.0
        while not _take(file):
            if waited == 0:
                waiting()
            if waited >= patience:
                raise Busy
            sleep(_EVERY)
            waited += _EVERY
        try:
            yield
        finally:
            _give_back(file)


def is_held(path: Path) -> bool:
    """Whether a run is under way; the lock is free where nobody ever took it."""
    if not path.exists():
        return False
    try:
        with held(path, 0):
            return False
    except Busy:
        return True


if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        file.seek(0)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _give_back(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
