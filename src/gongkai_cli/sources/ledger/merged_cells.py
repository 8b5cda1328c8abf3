"""Rows of a table in which a block of merged cells speaks for every row that it covers."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .cells import Cell
from .table import Merge, Table

Filled = tuple[int, Sequence[Cell], dict[int, int]]
"""A row: its number, its cells, and for each filled column (from 1) the row that speaks for it."""

_NONE: dict[int, int] = {}


def filled_rows(table: Table) -> Iterator[Filled]:
    """The rows of a table; the left column of a block of several rows repeats its top left cell.

    A cell merged with its right-hand neighbours only stays as it is: those are empty.
    """
    beginning: defaultdict[int, list[Merge]] = defaultdict(list)
    for merge in table.merges:
        if merge.bottom > merge.top:
            beginning[merge.top].append(merge)
    if not beginning:
        yield from ((number, cells, _NONE) for number, cells in table.rows)
        return
    active: dict[int, tuple[Merge, Cell]] = {}
    for number, cells in table.rows:
        tops = _NONE
        if active:
            cells, tops = _fill(number, cells, active)
        for merge in beginning.get(number, ()):
            if merge.left <= len(cells):
                active[merge.left] = merge, cells[merge.left - 1]
        yield number, cells, tops


def titles_across(table: Table) -> frozenset[int]:
    """The rows that hold a cell merged across several columns: a title where it stands alone."""
    return frozenset(
        merge.top
        for merge in table.merges
        if merge.right > merge.left and merge.top == merge.bottom
    )


def _fill(
    number: int, cells: Sequence[Cell], active: dict[int, tuple[Merge, Cell]]
) -> tuple[Sequence[Cell], dict[int, int]]:
    filled = list(cells)
    tops: dict[int, int] = {}
    for column, (merge, cell) in list(active.items()):
        if number > merge.bottom:
            del active[column]
        elif filled[column - 1] == "":
            filled[column - 1] = cell
            tops[column] = merge.top
    return filled, tops
