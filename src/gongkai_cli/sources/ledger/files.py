"""Which files make up a ledger: files, folders and patterns, in a steady order."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...model.place import Place, Problem, Weight

_READ = (".xlsx", ".csv")
_OTHER_TABLES = (".xls", ".et", ".ett", ".xlsm", ".xlsb", ".xlt", ".xltx", ".ods", ".numbers")
_TEXTS = (".tsv", ".txt")
_SAVE_AS = "用 Excel 或 WPS 打开后另存为 .xlsx（或 .csv）"
_PATTERN = frozenset("*?[")
_BACKUP = ".bak-"
"""What the names of copies have in them that the program keeps of files that it replaces."""


class LedgerFile(Struct, frozen=True):
    """A file to read, and the name to show for it."""

    path: Path
    name: str


def find_files(
    paths: Sequence[Path], root: Path | None, problems: list[Problem]
) -> tuple[LedgerFile, ...]:
    """The .xlsx and .csv files among ``paths``, each once.

    A folder stands for all that lies in and below it, a path with ``*``, ``?`` or ``[`` that is no
    file for what it matches. Names are shown relative to ``root`` where they lie below it. Lock
    files (``~$``) and other files of a folder are passed over with a note, our own backups without
    one; a table in another format, and a path that leads nowhere, is an error.
    """
    files: dict[Path, LedgerFile] = {}
    for path in paths:
        for file, named in _expanded(path):
            shown = LedgerFile(file, shown_name(file, root))
            problem = _problem(shown, named)
            if problem is not None:
                problems.append(problem)
            else:
                files.setdefault(file.resolve(), shown)
    return tuple(files.values())


def shown_name(path: Path, root: Path | None) -> str:
    """A path as it is shown: relative to ``root`` where it lies below it.

    >>> shown_name(Path("/a/台账/一.xlsx"), Path("/a"))
    '台账/一.xlsx'
    """
    if root is not None and path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    return path.as_posix()


def _expanded(path: Path) -> Iterator[tuple[Path, bool]]:
    """The files that a path stands for, and whether it names the file itself."""
    if path.is_dir():
        yield from ((file, False) for file in _below(path))
    elif not path.exists() and _PATTERN & set(path.name):
        matches = sorted(path.parent.glob(path.name))
        for match in matches:
            yield from (
                ((file, False) for file in _below(match)) if match.is_dir() else ((match, False),)
            )
        if not matches:
            yield path, True
    else:
        yield path, True


def _below(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _BACKUP not in name:
                yield Path(parent, name)


def _missing(file: LedgerFile, place: Place) -> Problem:
    from ...notation.files import nearest_path

    accepted = "存在的 .xlsx、.csv 文件或文件夹"
    return Problem(place, "没有这个文件或文件夹", accepted, nearest_path(str(file.path)))


def _problem(file: LedgerFile, named: bool) -> Problem | None:
    """Why a file is not read; ``named`` where the user pointed at it."""
    place, suffix = Place(file.name), file.path.suffix.lower()
    if file.path.name.startswith("~$"):
        note = "Excel、WPS 打开文件时的临时文件，未读入"
        return Problem(place, note, weight=Weight.NOTE)
    if not file.path.is_file():
        return _missing(file, place)
    if suffix in _READ:
        return None
    if suffix in _OTHER_TABLES:
        return Problem(place, f"不能读取 {suffix} 格式的表格", _SAVE_AS)
    if named or suffix in _TEXTS:
        return Problem(place, f"不能读取 {suffix or '没有扩展名'} 的文件", ".xlsx 或 .csv 文件")
    return Problem(place, "不是台账文件，未读入", weight=Weight.NOTE)
