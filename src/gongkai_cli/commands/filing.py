"""Writing a file of a workspace without losing what stands there."""

import os
from datetime import date
from pathlib import Path


def put(path: Path, data: bytes, today: date) -> Path | None:
    """Write a file, written aside and moved into place; where it kept what stood there.

    The copy is ``NAME.bak-2026-11-24`` (a second one of that day ends in ``-2``); ``None`` where
    there was no file. Raises ``OSError``; the file is then as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    backup = _back_up(path, today) if path.exists() else None
    aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if backup is not None:
            aside.chmod(path.stat().st_mode)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return backup


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
