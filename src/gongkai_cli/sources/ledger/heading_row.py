"""Finding the row of headings in a table and saying what is wrong with it."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ...model.place import Problem
from .cells import Cell, read_text
from .sheet_headings import (
    FORMS,
    Heading,
    SheetForm,
    accepted_names,
    heading_key,
    headings_of,
)
from .table import Table

SEARCHED_ROWS = 20
"""How many rows from the top are looked through: titles and notes stand above the headings."""

_FEWEST = 3
_FEWEST_NAMED = 2


class Found(Struct, frozen=True):
    """A column that was recognised: what was meant, what is written there, which column it is."""

    heading: Heading
    written: str
    column: int


class HeadingRow(Struct, frozen=True):
    """The row of headings of a table, the form that it follows, its columns from the left.

    ``unknown`` are the headings that the form does not have, with their columns.
    """

    form: SheetForm
    row: int
    found: tuple[Found, ...]
    unknown: tuple[tuple[str, int], ...]

    @property
    def width(self) -> int:
        """The last column that has a heading."""
        return max([*(each.column for each in self.found), *(column for _, column in self.unknown)])


def find_heading_row(
    rows: Iterable[tuple[int, Sequence[Cell]]], form: SheetForm | None
) -> HeadingRow | None:
    """The row that has the most headings of ``form`` or, without one, of any form.

    Of equal rows the first wins. A row must have two headings of ``form``; without one, three of
    any form or all that the form needs: a table about something else is ``None``.
    """
    best: tuple[int, HeadingRow] | None = None
    for number, cells in rows:
        for each in (form,) if form else FORMS:
            candidate = _read(number, cells, each)
            known = len({found.heading.name for found in candidate.found})
            if known and (best is None or known > best[0]):
                best = known, candidate
    if best is None:
        return None
    known, row = best
    enough = known >= _FEWEST_NAMED if form else known >= _FEWEST or not _missing(row)
    return row if enough else None


def without_headings(form: SheetForm | None) -> tuple[str, str]:
    """What to say of a table in which there is no row of headings, and what would be right."""
    name = f"“{form.name}”" if form else "台账"
    needed = "；或 ".join(
        "、".join(each.name for each in kind.headings if each.required)
        for kind in ((form,) if form else FORMS)
    )
    return f"前{SEARCHED_ROWS}行没有找到{name}的表头", f"一行表头，至少有 {needed}"


def heading_problems(table: Table, row: HeadingRow) -> Iterator[Problem]:
    """Headings that are missing, with the accepted names, and headings that stand twice."""
    for heading in _missing(row):
        found, place, near = f"缺少“{heading.name}”列", table.row_place(row.row), None
        if slip := _slip(heading, row):
            found += f"，“{slip[0]}”不是认识的表头"
            place, near = table.cell_place(row.row, slip[1]), heading.name
        yield Problem(place, found, f"表头 {accepted_names(heading)}", near)
    seen: dict[str, Found] = {}
    for each in row.found:
        before = seen.setdefault(each.heading.name, each)
        if before is not each:
            yield Problem(
                table.cell_place(row.row, each.column),
                f"“{each.heading.name}”有两列：“{before.written}”"
                f"（{table.cell_place(row.row, before.column)}）和“{each.written}”",
                "只留一列，或把另一列的表头改成别的名称",
            )


def _read(number: int, cells: Sequence[Cell], form: SheetForm) -> HeadingRow:
    known = headings_of(form)
    found: list[Found] = []
    unknown: list[tuple[str, int]] = []
    for column, cell in enumerate(cells, 1):
        written = read_text(cell)
        heading = known.get(heading_key(written)) if written else None
        if heading is not None:
            found.append(Found(heading, written, column))
        elif written:
            unknown.append((written, column))
    return HeadingRow(form, number, tuple(found), tuple(unknown))


def _missing(row: HeadingRow) -> list[Heading]:
    names = {each.heading.name for each in row.found}
    return [each for each in row.form.headings if each.required and each.name not in names]


def _slip(heading: Heading, row: HeadingRow) -> tuple[str, int] | None:
    """The unknown heading that most likely meant this one: three letters of four are the same."""
    from difflib import get_close_matches

    unknown = dict(row.unknown)
    close = get_close_matches(heading.name, unknown, n=1, cutoff=0.7)
    return (close[0], unknown[close[0]]) if close else None
