"""Addresses of cells and blocks (A1, A1:F9), as numbers that count from 1."""

import re
from typing import NamedTuple

from ..sources.ledger.table import column_letters

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")


class Block(NamedTuple):
    """A rectangle of cells, all its ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies inside."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def over(self, row: int, column: int) -> "Block":
        """The smallest block that holds this one and a cell."""
        return Block(
            min(self.top, row),
            min(self.left, column),
            max(self.bottom, row),
            max(self.right, column),
        )

    def __str__(self) -> str:
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


def address(row: int, column: int) -> str:
    """The address of a cell.

    >>> address(9, 28)
    'AB9'
    """
    return f"{column_letters(column)}{row}"


def position(text: str) -> tuple[int, int] | None:
    """Row and column of an address; ``None`` for anything else.

    >>> position("AB9"), position("$B$2"), position("A")
    ((9, 28), (2, 2), None)
    """
    match = _ADDRESS.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def block(text: str) -> Block | None:
    """The block of a reference; ``None`` for whole rows and columns.

    >>> str(block("B2:C9")), str(block("B2"))
    ('B2:C9', 'B2')
    """
    first, _, last = text.partition(":")
    begin, end = position(first), position(last or first)
    return Block(*begin, *end) if begin and end else None
