"""The table in a .csv file: one, from the first line to the last."""

import csv
import io
from collections import Counter
from itertools import islice

from ...model.place import Place, Problem
from ...notation.formula_guard import unguarded
from .grid import Grid
from .layout import check_size
from .text_rows import TextCell, grid_of_rows

_DELIMITERS = (",", "\t", ";", "；")
_LOOKED_AT = 50


def read_csv(text: str, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The table, with places by line and number of the field; lines with nothing are left out.

    Below a quote that is not closed nothing is read. Raises ``Unfit`` where it is too large.
    """
    found = _delimiter(text)
    delimiter, problems = found or ",", list[Problem]()
    rows: list[list[TextCell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line, count = 1, 0
    try:
        for row in reader:
            count += len(row)
            check_size(count, Place(file, line))
            if any(cell.strip() for cell in row):
                rows.append([_cell(cell, line, column) for column, cell in enumerate(row, 1)])
            line = reader.line_num + 1
    except csv.Error:
        accepted = "含逗号或换行的内容前后各一个半角双引号，内容中的双引号写两个"
        problems.append(Problem(Place(file, line), "从这一行起引号不成对，以下未读入", accepted))
    return ((grid_of_rows(rows, file),) if rows else ()), tuple(problems)


def _cell(text: str, line: int, column: int) -> TextCell:
    return TextCell(unguarded(text).replace("\r\n", "\n"), line, column)


def is_csv(text: str) -> bool:
    """Whether the first lines of a text have as many fields each, and several.

    >>> is_csv("甲,乙,丙\\n1,2,3\\n"), is_csv("好,我们,来\\n也好\\n")
    (True, False)
    """
    return _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    """What divides the fields: with it most of the first lines have equally many, and several."""
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(text[: 1 << 16], newline=""), delimiter=delimiter)
        try:
            sizes = Counter(len(row) for row in islice(rows, _LOOKED_AT) if row)
        except csv.Error:
            continue
        several = [count for size, count in sizes.items() if size > 1]
        alike = max(several, default=0)
        if alike > 1 and 2 * alike > sum(sizes.values()) and (best is None or alike > best[0]):
            best = alike, delimiter
    return best[1] if best else None
