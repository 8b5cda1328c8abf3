"""A sign of life on a terminal while something long is read."""

import sys
from collections.abc import Callable, Iterator
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


@contextmanager
def counting(text: str) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr for work that is counted: call what it gives with how much is done, of what.

    Nothing is drawn where nobody watches, nor for work that is over at once. The bar is drawn in
    characters that a GBK console has.
    """
    if not sys.stderr.isatty():
        yield lambda done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(text, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
