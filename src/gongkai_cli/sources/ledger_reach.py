"""Whether the ledger of a workspace would read a file, should there be one of that name."""

import re
from collections.abc import Iterable
from fnmatch import translate
from pathlib import Path, PurePath

from ..model.place import Place
from .config_yaml import Config

_WILD = frozenset("*?[")


def swallowed_by(
    config: Config, folder: Path, paths: Iterable[Path]
) -> tuple[Path, str, Place] | None:
    """The first of these files that 台账 would read, with its entry and where that is written.

    An entry that is a folder, or a pattern for one, stands for everything below it.
    """
    for path in paths:
        file, home = path.resolve(), folder.resolve()
        for entry, place in config.ledger:
            below = any(_is_named(each, entry, home) for each in file.parents)
            if below or (not _is_for_folders(entry) and _is_named(file, entry, home)):
                return path, entry, place
    return None


def _is_for_folders(entry: str) -> bool:
    """Whether a pattern ends in ``**``, which no file matches."""
    return PurePath(entry).name == "**"


def _is_named(path: Path, entry: str, folder: Path) -> bool:
    if not _WILD & set(entry):
        return path == (folder / entry).resolve()
    if not path.is_relative_to(folder):
        return False
    return _matches(path.relative_to(folder).parts, PurePath(entry).parts)


def _matches(parts: tuple[str, ...], patterns: tuple[str, ...]) -> bool:
    """Whether a path matches a pattern part by part; ``**`` stands for any number of folders.

    >>> _matches(("台账", "一.xlsx"), ("台账", "*.xlsx"))
    True
    >>> _matches(("a", "b", "一.xlsx"), ("**", "*.xlsx"))
    True
    """
    if not patterns:
        return not parts
    first, *rest = patterns
    if first == "**":
        return any(_matches(parts[start:], tuple(rest)) for start in range(len(parts) + 1))
    if not parts or not re.match(translate(first), parts[0]):
        return False
    return _matches(parts[1:], tuple(rest))
