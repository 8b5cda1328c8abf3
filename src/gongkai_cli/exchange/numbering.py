"""编号 for new rows, in the style that is in use."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from .known_rows import KnownRow

_NUMBER = re.compile(r"(.*?)(\d+)(\D*)", re.DOTALL)
_YEAR = re.compile(r"(\D*)((?:19|20)\d\d)(\D+)", re.DOTALL)
_WIDTH = 3


class _Style(Struct, frozen=True):
    """What stands before and behind the running number, and how many digits it has."""

    before: str
    behind: str
    width: int

    def number(self, count: int) -> str:
        return f"{self.before}{str(count).zfill(self.width)}{self.behind}"


class Numbering:
    """Gives numbers that are not in use.

    >>> Numbering(()).next((), "秘书科", date(2024, 6, 27), date(2026, 11, 24))
    '2024-001'
    """

    def __init__(self, ledger: Sequence[KnownRow]) -> None:
        self._ledger = ledger
        self._used = {*map(_number_of, ledger)} - {""}
        self._reserved: set[str] = set()
        self._last: dict[_Style, int] = {}

    def reserve(self, numbers: Iterable[str]) -> None:
        """Give nobody these numbers, which units have typed themselves."""
        self._reserved.update(numbers)

    def is_used(self, number: str) -> bool:
        """Whether a record has this number already."""
        return number in self._used

    def keep(self, number: str) -> None:
        """Note a number that a unit has given itself."""
        self._used.add(number)

    def next(self, table: Sequence[KnownRow], unit: str, formed: date | None, today: date) -> str:
        """The next number for a row of ``unit`` that goes into a table with these rows.

        It goes on where the last numbered row of the unit in that table stops, else the last of the
        table, else the last of the ledger. A year in it is that in which the record was formed
        (2024-019, 2025-001); without any number in use it is 2024-001.
        """
        own = [row for row in table if unit in row.units]
        style = next(filter(None, map(_style_of, (own, table, self._ledger))), None)
        if style is None:
            style = _Style(f"{(formed or today).year}-", "", _WIDTH)
        style = _in_year(style, formed)
        if style not in self._last:
            known = (*self._used, *self._reserved)
            self._last[style] = max((_count(each, style) for each in known), default=0)
        while True:
            self._last[style] += 1
            number = style.number(self._last[style])
            if number not in self._used and number not in self._reserved:
                self.keep(number)
                return number


def _count(number: str, style: _Style) -> int:
    """The running number in a number of this style, 0 for one of another."""
    match = _NUMBER.fullmatch(number)
    if match is None or (match[1], match[3]) != (style.before, style.behind):
        return 0
    return int(match[2])


def _style_of(rows: Sequence[KnownRow]) -> _Style | None:
    """The style of the last row that has a number with digits in it."""
    for row in reversed(rows):
        match = _NUMBER.fullmatch(_number_of(row))
        if match is not None:
            return _Style(match[1], match[3], len(match[2]))
    return None


def _in_year(style: _Style, formed: date | None) -> _Style:
    match = _YEAR.fullmatch(style.before)
    if match is None or formed is None:
        return style
    return _Style(f"{match[1]}{formed.year}{match[3]}", style.behind, style.width)


def _number_of(row: KnownRow) -> str:
    return row.text("number")
