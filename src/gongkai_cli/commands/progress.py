"""A sign of life on a terminal while something long is read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LONG = 1_000_000
_TABLES = (".xlsx", ".csv")


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """Says on stderr that a workspace is being read, if it is large and somebody is watching.

    Nothing is written to a file or a pipe. The sign is made of ASCII, for a GBK console.
    """
    size = sum(path.stat().st_size for path in _tables(folder)) if sys.stderr.isatty() else 0
    if size < _LONG:
        yield
        return
    from rich.console import Console

    text = f"正在读取台账（{size / 1_000_000:.0f} MB）"
    with Console(stderr=True).status(text, spinner="line"):
        yield


def _tables(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.suffix.lower() in _TABLES)
