"""Writing a file without losing what stands there."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

_MOST_NAMES = 1_000


class Put(Struct, frozen=True):
    """Where something was written; where it was kept that stood there, if anything did.

    ``instead_of`` is set where the file asked for could not be replaced, because a program such as
    Excel holds it open: what was written then lies beside it under a new name.
    """

    path: Path
    backup: Path | None = None
    instead_of: Path | None = None


def put(path: Path, data: bytes, today: date) -> Path | None:
    """Write a file, written aside and moved into place; where it kept what stood there.

    The copy is ``NAME.bak-2026-11-24`` (a second one of that day ends in ``-2``); ``None`` where
    there was no file. Raises ``OSError``; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    backup = _back_up(path, today) if path.exists() else None
    aside = _write_aside(path, data)
    try:
        if backup is not None:
            aside.chmod(path.stat().st_mode)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return backup


def put_or_beside(path: Path, data: bytes, today: date) -> Put:
    """As ``put``; where the file is held open by another program, under a new name beside it.

    The new name ends in ``-2``, ``-3`` and so on, and no file of that name is ever written over.
    Raises ``OSError`` where nothing can be written in the folder either.
    """
    try:
        return Put(path, put(path, data, today))
    except PermissionError:
        if not path.is_file():
            raise
    aside = _write_aside(path, data)
    try:
        for name in _free_names(path):
            try:
                os.link(aside, name)
            except FileExistsError:
                continue
            except OSError:
                name.write_bytes(data)
            return Put(name, instead_of=path)
    finally:
        aside.unlink(missing_ok=True)
    raise FileExistsError(f"no free name beside {path.name}")


def _free_names(path: Path) -> Iterator[Path]:
    for number in range(2, _MOST_NAMES):
        name = path.with_name(f"{path.stem}-{number}{path.suffix}")
        if not name.exists():
            yield name


def _write_aside(path: Path, data: bytes) -> Path:
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _back_up(path: Path, today: date) -> Path:
    data = path.read_bytes()
    number = 1
    while True:
        suffix = f"-{number}" if number > 1 else ""
        backup = path.with_name(f"{path.name}.bak-{today}{suffix}")
        try:
            with backup.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        else:
            return backup
