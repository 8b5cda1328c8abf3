"""What the workbooks of units are called, on every system."""

from collections.abc import Iterable

_FORBIDDEN = frozenset('\\/:*?"<>|')
_RESERVED = frozenset(
    ("con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(1, 10)))
)
_LONGEST = 80


def file_names(units: Iterable[str]) -> dict[str, str]:
    """For each unit the name of its workbook: one that Windows takes, no two alike there.

    >>> file_names(("甲科/乙科", "CON", "con"))
    {'甲科/乙科': '甲科_乙科.xlsx', 'CON': 'CON_.xlsx', 'con': 'con_-2.xlsx'}
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for unit in units:
        stem = name = _plain(unit)
        number = 2
        while name.lower() in taken:
            name = f"{stem}-{number}"
            number += 1
        taken.add(name.lower())
        names[unit] = f"{name}.xlsx"
    return names


def _plain(unit: str) -> str:
    """No forbidden sign, no name of a device, no blank or point at the end, no lock file's mark."""
    letters = ("_" if each in _FORBIDDEN or not each.isprintable() else each for each in unit)
    plain = "".join(letters).strip(" .")[:_LONGEST].rstrip(" .").removeprefix("~$") or "_"
    return f"{plain}_" if plain.split(".")[0].lower() in _RESERVED else plain
