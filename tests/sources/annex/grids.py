"""Tables for tests: rows of texts, with the cells that are merged."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai_cli.model.draft import Draft, DraftRow, Inference
from gongkai_cli.model.place import Place
from gongkai_cli.sources.annex import read_annex
from gongkai_cli.sources.tables.grid import Grid, Spot

ANNEX = Path(__file__).parents[2] / "vectors" / "annex-1.csv"
TITLE = "2024年某县公安局主动公开基本目录"
Merge = tuple[int, int, int, int]
"""The first row and column of a merge and its last ones, from 0."""


def grid(
    rows: Sequence[Sequence[str]],
    merges: Iterable[Merge] = (),
    *,
    above: Sequence[str] = (),
    below: Sequence[str] = (),
    page_breaks: Iterable[int] = (),
    name: str = "目录.docx",
) -> Grid:
    """A table of these texts; short rows are filled up, what a merge covers repeats its text."""
    width = max(map(len, rows))
    texts = [[*row, *[""] * (width - len(row))] for row in rows]
    origin = {(r, c): (r, c) for r in range(len(rows)) for c in range(width)}
    for top, left, bottom, right in merges:
        for r in range(top, bottom + 1):
            for c in range(left, right + 1):
                origin[r, c] = (top, left)
    return Grid(
        rows=tuple(
            tuple(_spot(texts, origin[r, c], (r, c), name) for c in range(width))
            for r in range(len(rows))
        ),
        above=tuple(above),
        below=tuple(below),
        page_breaks=frozenset(page_breaks),
        place=Place(name, sheet="表1"),
    )


def _spot(
    texts: Sequence[Sequence[str]], origin: tuple[int, int], own: tuple[int, int], name: str
) -> Spot:
    place = Place(name, sheet="表1", cell=f"R{own[0] + 1}C{own[1] + 1}")
    return Spot(texts[origin[0]][origin[1]].strip(), *origin, place)


def draft_of(*grids: Grid) -> Draft:
    """The draft of tables that hold a catalogue."""
    draft, problems = read_annex(grids, "目录.docx")
    assert problems == ()
    assert draft is not None
    return draft


def drafted(
    heading: str, *rows: str, merges: Iterable[Merge] = (), above: Sequence[str] = (TITLE,)
) -> Draft:
    """The draft of one table: the cells of a row are parted by ``|``."""
    return draft_of(grid([line.split("|") for line in (heading, *rows)], merges, above=above))


def said(draft: Draft, row: str | None = None, key: str | None = None) -> list[Inference]:
    """What was inferred for a row or about a key."""
    return [
        each
        for each in draft.inferences
        if (row is None or each.row == row) and (key is None or each.key == key)
    ]


def rows_of(draft: Draft) -> dict[str, DraftRow]:
    """The rows by their ids."""
    return {row.id: row for row in draft.rows}


def annex_rows() -> list[list[str]]:
    """Annex 1 as printed: its heading and 25 rows of 8 cells."""
    with ANNEX.open(encoding="utf-8", newline="") as file:
        return [row[1:] for row in csv.reader(file)]


ANNEX_MERGES: tuple[Merge, ...] = (
    (2, 0, 3, 0),
    (2, 2, 3, 2),
    (2, 3, 3, 3),
    (11, 0, 13, 0),
    (11, 3, 13, 3),
    (11, 4, 13, 4),
    (16, 0, 17, 0),
    (18, 0, 20, 0),
)
"""Which cells of annex 1 are merged, its heading being row 0 (clauses 3.5 of the reading)."""
