"""The same cells, written in different formats, read back as the same grid."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.sources.tables import read_tables

from . import papers
from .papers import Cell, own, read, shape

Table = tuple[list[Cell], int, int]
_TEXTS = st.text("甲乙丙公开１2a　|&<\"'-；（）\n", min_size=1, max_size=6).map(str.strip)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Cells that cover a table without a gap, none of them blank, in any pattern of merges."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    free = {(row, column) for row in range(height) for column in range(width)}
    cells: list[Cell] = []
    for row in range(height):
        for column in range(width):
            if (row, column) not in free:
                continue
            rows = draw(st.integers(1, height - row))
            columns = draw(st.integers(1, width - column))
            while columns > 1 and any((row, column + n) not in free for n in range(columns)):
                columns -= 1
            area = {(row + r, column + c) for r in range(rows) for c in range(columns)}
            free -= area
            text = draw(_TEXTS.filter(bool))
            cells.append(Cell(text, row, column, rows, columns))
    return cells, height, width


def expected(table: Table) -> list[list[tuple[str, int, int]]]:
    """What is seen of the cells: rows and columns in which none begins cannot be told apart."""
    cells = table[0]
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    at = {
        (cell.row + r, cell.column + c): cell
        for cell in cells
        for r in range(cell.rows)
        for c in range(cell.columns)
    }
    return [
        [
            (
                at[row, column].text,
                rows.index(at[row, column].row),
                columns.index(at[row, column].column),
            )
            for column in columns
        ]
        for row in rows
    ]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html"])
@given(table=tables())
def test_merges_read_back_as_they_were_written(ending: str, table: Table) -> None:
    make: dict[str, Callable[[Sequence[Cell], int, int], bytes]] = {
        "docx": papers.docx_of,
        "xlsx": papers.xlsx_of,
        "html": papers.html_of,
    }
    (grid,) = read(make[ending](*table), f"目录.{ending}")
    assert shape(grid) == expected(table)


@given(table=tables())
def test_a_pipe_table_reads_back_with_blanks_under_merges(table: Table) -> None:
    cells, height, width = table
    (grid,) = read(papers.md_of(cells, height, width), "目录.md")
    printed = [[""] * width for _ in range(height)]
    for cell in cells:
        printed[cell.row][cell.column] = cell.text
    while not any(row[-1] for row in printed):
        printed = [row[:-1] for row in printed]
    assert own(grid) == printed


@given(table=tables())
def test_every_position_has_a_place_of_its_own(table: Table) -> None:
    for make in (papers.docx_of, papers.xlsx_of, papers.html_of):
        (grid,) = read(make(*table), "目录")
        places = [str(spot.place) for row in grid.rows for spot in row]
        assert len(set(places)) == len(places)


@given(data=st.binary(max_size=200))
def test_no_bytes_raise(data: bytes) -> None:
    for head in (b"", b"PK\x03\x04", b"<html>", b"\t"):
        read_tables(head + data, "目录.docx")


@given(
    text=st.text('甲乙\t\n|-,"<>td/ \\', max_size=80), ending=st.sampled_from(["txt", "csv", "md"])
)
def test_no_text_raises(text: str, ending: str) -> None:
    grids, problems = read_tables(text.encode(), f"目录.{ending}")
    assert grids or problems
    for grid in grids:
        assert {len(row) for row in grid.rows} == {grid.width}
