"""Tables as they come out of Word or Excel when they are copied into a text.

From Word: every cell begins a line with a tab, a blank one is a line of one tab, and a blank line
ends the row. From Excel: a row is a line, with tabs between the cells, and a cell with line breaks
stands in quotes. Any other line is text.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from ...model.place import Place, Problem
from .grid import Grid
from .layout import check_size
from .surroundings import with_surroundings
from .text_rows import TextCell, grid_of_rows, lines_of

_MOST_COLUMNS = 30
_MOST_LINES_OF_CELL = 200


def read_plain_text(text: str, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The tables of a text, with places by line; a row that does not fit its table is an error.

    Raises ``Unfit`` where a table is too large.
    """
    reader = _Reader(lines_of(text), file)
    grids = tuple(with_surroundings(reader.blocks()))
    return grids, tuple(reader.problems)


class _Reader:
    """Goes through the lines; a table ends where a line that is no part of it begins."""

    def __init__(self, lines: Sequence[str], file: str) -> None:
        self._lines = lines
        self._file = file
        self.problems: list[Problem] = []

    def blocks(self) -> Iterator[str | Grid]:
        """Lines of text and tables in their order."""
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if "\t" not in line:
                yield line
                at += 1
            elif _is_cell(line) and not self._is_row(at + 1):
                rows, at = self._cells(at)
                yield from self._table_of_cells(rows)
            else:
                lines, at = self._rows(at)
                yield grid_of_rows(lines, self._file)

    def _is_row(self, at: int) -> bool:
        """Whether a line is a row of several cells."""
        return at < len(self._lines) and "\t" in self._lines[at] and not _is_cell(self._lines[at])

    def _cells(self, at: int) -> tuple[list[list[TextCell]], int]:
        """Rows of cells that have a line each, from ``at``, and where they end."""
        rows: list[list[TextCell]] = []
        while at < len(self._lines) and self._lines[at].startswith("\t"):
            cells: list[TextCell] = []
            while at < len(self._lines) and not _is_blank(self._lines[at]):
                line = self._lines[at]
                if line.startswith("\t"):
                    cells.append(TextCell(line[1:].replace("\v", "\n"), at + 1))
                else:
                    last = cells[-1]
                    cells[-1] = TextCell(f"{last.text}\n{line}", last.line)
                at += 1
            rows.append(cells)
            next_one = at + 1
            if not (next_one < len(self._lines) and self._lines[next_one].startswith("\t")):
                break
            at = next_one
        return rows, at

    def _table_of_cells(self, rows: list[list[TextCell]]) -> Iterator[Grid]:
        """The table of such rows, of which those that do not fit are left out with an error."""
        sizes = Counter(len(row) for row in rows if len(row) > 1)
        width = max(sizes, key=lambda size: sizes[size], default=1)
        if width > _MOST_COLUMNS:
            self._wrong(rows[-1], f"这里连着有{width}格，看不出一行有几格", "每行之后空一行")
            return
        whole: list[list[TextCell]] = []
        for row in rows:
            if len(row) == 1:
                whole.append(row)
            elif len(row) % width == 0:
                whole.extend(row[first : first + width] for first in range(0, len(row), width))
            else:
                accepted = f"每行{width}格，空白的格也占一行（只有一个制表符），每行之后空一行"
                self._wrong(row, f"这一行有{len(row)}格，其他行有{width}格", accepted)
        if whole:
            yield grid_of_rows(whole, self._file, one_is_all=True)

    def _rows(self, at: int) -> tuple[list[list[TextCell]], int]:
        """Rows that are lines with tabs, from ``at``, and where they end."""
        rows: list[list[TextCell]] = []
        count = 0
        while at < len(self._lines):
            line = self._lines[at]
            if "\t" not in line:
                if _is_blank(line) or not self._is_row(at + 1):
                    break
                accepted = "各格之间一个制表符；格内换行的，整格前后加半角双引号"
                found = "表格中间的这一行没有制表符"
                self.problems.append(Problem(Place(self._file, at + 1), found, accepted))
                at += 1
                continue
            cells, at = self._row(at)
            rows.append(cells)
            count += len(cells)
            check_size(count, Place(self._file, at))
        return rows, at

    def _row(self, at: int) -> tuple[list[TextCell], int]:
        """The cells of the row that begins on a line, and the line behind it."""
        cells: list[TextCell] = []
        start: int | None = 0
        while start is not None:
            number, column, line = at + 1, start + 1, self._lines[at]
            quoted = self._quoted(at, start) if line.startswith('"', start) else None
            if quoted is not None:
                text, at, end = quoted
            else:
                end = line.find("\t", start)
                text = line[start:] if end < 0 else line[start:end]
            cells.append(TextCell(text.replace("\v", "\n"), number, column))
            check_size(len(cells), Place(self._file, number))
            start = end + 1 if 0 <= end < len(self._lines[at]) else None
        return cells, at + 1

    def _quoted(self, at: int, start: int) -> tuple[str, int, int] | None:
        """A cell in quotes that opens at ``start``, with line and position behind it.

        ``None`` where no quote closes it before a tab or the end of a line; one written twice is
        part of the text.
        """
        pieces: list[str] = []
        for number in range(at, min(at + _MOST_LINES_OF_CELL, len(self._lines))):
            line = self._lines[number]
            first = position = start + 1 if number == at else 0
            while (position := line.find('"', position)) >= 0:
                behind = line[position + 1 : position + 2]
                if behind == '"':
                    position += 2
                elif behind in ("", "\t"):
                    pieces.append(line[first:position])
                    return "\n".join(pieces).replace('""', '"'), number, position + 1
                else:
                    return None
            pieces.append(line[first:])
        return None

    def _wrong(self, row: Sequence[TextCell], found: str, accepted: str) -> None:
        self.problems.append(Problem(Place(self._file, row[0].line), found, accepted))


def _is_blank(line: str) -> bool:
    return "\t" not in line and not line.strip()


def _is_cell(line: str) -> bool:
    """Whether a line is one cell behind a tab, as Word gives it."""
    return line.startswith("\t") and "\t" not in line[1:]
