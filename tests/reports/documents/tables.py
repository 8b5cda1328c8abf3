"""A table made from an assessment, and its first sheet taken apart again."""

import io
from datetime import date
from typing import Any

import openpyxl
from msgspec import Struct

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.reports.documents import Asked
from gongkai_cli.reports.documents.tables import Table, every_table

TABLES = {table.NAME: table for table in every_table()}
TODAY = date(2024, 7, 26)


class Shown(Struct, frozen=True):
    """What a reader of the workbook has before him.

    ``rows`` are those of the table by heading, an upper heading before its lower one; ``notes``
    stand below them; ``about`` is the second sheet, a label with everything that it says.
    """

    title: str
    lines: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...]
    about: dict[str, list[str]]

    def column(self, heading: str) -> list[Any]:
        """A column from top to bottom."""
        return [row[heading] for row in self.rows]


def shown(
    name: str,
    assessment: Assessment,
    *,
    form: bytes | None = None,
    within: frozenset[str] = frozenset(),
) -> Shown:
    """The table of this name, read by a library that did not write it."""
    asked = Asked(
        assessment=assessment,
        today=TODAY,
        within=within,
        own_form=(f"模板/{name}.yaml", form) if form is not None else None,
    )
    rendered = TABLES.get(name, Table(NAME=name, ABOUT="")).render(asked)
    assert not rendered.problems, rendered.problems
    (paper,) = rendered.papers
    return read(paper.data)


def read(data: bytes) -> Shown:
    """A workbook as its reader sees it."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    table, about = book.worksheets
    cells = [list(row) for row in table.iter_rows(values_only=True)]
    first, last = str(table.print_title_rows).replace("$", "").split(":")
    top, heading = int(first) - 1, int(last) - 1
    end = int(str(table.auto_filter.ref).split(":")[1].strip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    names = tuple(str(name) for name in cells[heading])
    said: dict[str, list[str]] = {}
    label = ""
    for row in list(about.iter_rows(values_only=True))[1:]:
        label = str(row[0] or label)
        said.setdefault(label, []).append(str(row[1]))
    return Shown(
        title=str(cells[0][0]),
        lines=tuple(str(row[0]) for row in cells[1:top]),
        headings=names,
        rows=tuple(dict(zip(names, row, strict=True)) for row in cells[heading + 1 : end]),
        notes=tuple(str(row[0]) for row in cells[end:]),
        about=said,
    )
