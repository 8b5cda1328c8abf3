"""The annex as the document that it was: one table with merges, a title row, notes around it."""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from .papers import Cell, docx_of, html_of, md_of, read, texts, xlsx_of

VECTOR = Path(__file__).parents[2] / "vectors" / "annex-1.csv"
TITLE = "2024年主动公开基本目录"
CONTENT, FIVE, UNIT = 2, 3, 4
MERGED = {0: [(2, 3), (11, 13), (16, 17), (18, 20)], CONTENT: [(2, 3)], FIVE: [(2, 3), (11, 13)],
          UNIT: [(11, 13)]}  # fmt: skip
"""By column the rows of the annex, from 1, that one cell stands over."""


def annex() -> tuple[list[Cell], list[list[str]]]:
    """The cells of the printed table, and what every position of it shows."""
    with VECTOR.open(encoding="utf-8", newline="") as file:
        rows = [row[1:] for row in csv.reader(file)]
    cells = [Cell(TITLE, 0, 0, 1, 8)]
    shown = [[TITLE] * 8, *(list(row) for row in rows)]
    covered = set()
    for column, stretches in MERGED.items():
        for first, last in stretches:
            text = rows[first][column]
            cells.append(Cell(text, first + 1, column, last - first + 1))
            for row in range(first, last + 1):
                covered.add((row, column))
                assert row == first or rows[row][column] == ""
                shown[row + 1][column] = text
    cells += [
        Cell(text, row + 1, column)
        for row, line in enumerate(rows)
        for column, text in enumerate(line)
        if (row, column) not in covered
    ]
    return cells, shown


@pytest.mark.parametrize(
    ("make", "name"), [(docx_of, "附件1.docx"), (xlsx_of, "附件1.xlsx"), (html_of, "附件1.html")]
)
def test_the_annex_with_its_merges(
    make: Callable[[Sequence[Cell], int, int], bytes], name: str
) -> None:
    cells, shown = annex()
    (grid,) = read(make(cells, 27, 8), name)
    assert texts(grid) == shown
    assert len(grid.rows) == 27
    blank = [
        (r, c) for r, row in enumerate(grid.rows) for c, spot in enumerate(row) if not spot.text
    ]
    assert blank == [(10, FIVE)]
    assert not grid.is_covered(10, FIVE)
    assert [r for r in range(27) if grid.is_covered(r, FIVE)] == [0, 4, 13, 14]
    assert [r for r in range(27) if grid.is_covered(r, UNIT)] == [0, 13, 14]
    assert [r for r in range(27) if grid.is_covered(r, 0)] == [4, 13, 14, 18, 20, 21]


def test_the_annex_as_a_pipe_table() -> None:
    with VECTOR.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    cells = [Cell(text, r, c) for r, row in enumerate(rows) for c, text in enumerate(row)]
    (grid,) = read(md_of(cells, 26, 9), "附件1.md")
    assert texts(grid) == rows


def test_the_annex_as_text_copied_out_of_a_document() -> None:
    with VECTOR.open(encoding="utf-8", newline="") as file:
        rows = [row[1:] for row in csv.reader(file)]
    blocks = [f"\t{TITLE}", *("\n".join(f"\t{cell}" for cell in row) for row in rows)]
    text = "附件：1.目录\n 附件1\n" + "\n\n".join(blocks) + "\n\n\n\n附件2\n"
    (grid,) = read(text.encode(), "通知.txt")
    assert texts(grid) == [[TITLE] * 8, *rows]
    assert grid.above == ("附件：1.目录", "附件1")
    assert grid.below == ("附件2",)
    assert str(grid.rows[1][0].place) == "通知.txt:5"


def test_the_annex_as_a_csv() -> None:
    with VECTOR.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        data = VECTOR.read_text(encoding="utf-8").encode(encoding)
        (grid,) = read(data, "附件1.csv")
        assert texts(grid) == rows
