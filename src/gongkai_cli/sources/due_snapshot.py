"""The last sheet of ``due``, kept in the workspace for as long as nothing it rests on changes.

Reading catalogue, statutes, notices and ledger takes many times what it takes to start; a unit that
asks twice a day what is due waits for it once. A snapshot holds the sheet with the size and the
time of change of every file behind it, as ``make`` does, and is used only if all are the same. It
is JSON, so that a workspace from elsewhere can bring no code along; losing it costs nothing but
time.
"""

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from .. import __version__
from ..data_files import data_folder
from ..model.due_sheet import DueRow, DueSheet

_FOLDER = ".gongkai"
_FILE = "due.json"
_MOST_FILES = 2_000
_SETTLED_NS = 2_000_000_000
"""A file that changed less than two seconds before may change again without a trace, as some file
systems count no finer: then nothing is kept."""


_State = list[Any]
"""Name, size and time of change, as a list because JSON gives it back so."""


class Asked(NamedTuple):
    """What the sheet answers: for which workspace and day, by which notices and clocks."""

    folder: Path
    config: Path | None
    as_of: str
    known_on: str
    basis: str


def load(asked: Asked) -> DueSheet | None:
    """The kept sheet, if it answers this and everything behind it is as it was."""
    try:
        kept = json.loads((asked.folder / _FOLDER / _FILE).read_bytes())
        if kept["asked"] != _words(asked) or kept["program"] != _program():
            return None
        if kept["files"] != _files(asked, kept["beyond"]):
            return None
        body, as_of, units, rows, *rest = kept["sheet"]
        return DueSheet(body, as_of, units, [DueRow(*row) for row in rows], *rest)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(asked: Asked, sheet: DueSheet, beyond: Iterable[Path]) -> None:
    """Keep a sheet; ``beyond`` are the files behind it that lie outside of the workspace.

    Where that cannot be done (a read-only folder, too many files) the next run reads again.
    """
    outside = sorted(str(path) for path in beyond)
    target = asked.folder / _FOLDER / _FILE
    aside = target.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        files = _files(asked, outside)
        kept = {
            "asked": _words(asked),
            "program": _program(),
            "beyond": outside,
            "files": files,
            "sheet": sheet,
        }
        target.parent.mkdir(exist_ok=True)
        (target.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        aside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        newest = max(changed for _, _, changed in files)
        settled = aside.stat().st_mtime_ns - newest > _SETTLED_NS
        if settled and len(files) <= _MOST_FILES:
            aside.replace(target)
        else:
            aside.unlink()


def _words(asked: Asked) -> list[str | None]:
    config = str(asked.config) if asked.config else None
    return [__version__, config, asked.as_of, asked.known_on, asked.basis]


def _files(asked: Asked, beyond: Iterable[str]) -> list[_State]:
    """The state of every file that a user may have changed."""
    named = [Path(file) for file in beyond]
    if asked.config:
        named.append(asked.config)
    return sorted([*_walk(str(asked.folder)), *(_state(str(path), path.stat()) for path in named)])


def _program() -> list[_State]:
    """The state of what ships with the program; in a checkout its own code changes as well."""
    shipped = data_folder()
    statutes = shipped / "statutes.yaml"
    found = [*_walk(str(shipped / "holidays")), _state(str(statutes), statutes.stat())]
    if (shipped / "pyproject.toml").exists():
        found += _walk(str(Path(__file__).parents[1]))
    return sorted(found)


def _walk(folder: str) -> Iterator[_State]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield _state(entry.path, entry.stat())
            elif entry.name not in (_FOLDER, "__pycache__"):
                yield from _walk(entry.path)


def _state(path: str, status: os.stat_result) -> _State:
    return [path, status.st_size, status.st_mtime_ns]
