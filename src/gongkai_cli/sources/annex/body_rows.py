"""The rows of a table below its heading: every cell as printed, and where a blank one is filled.

A blank cell takes the text of the cell that it is merged with. Where a format shows no merges, or
a page begins, a row that leaves its group blank goes on with the row before, and only there are
blank cells filled: a blank cell in a row that names its group is truly blank.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...model.draft import InferenceKind
from ...model.place import Place
from .choosing import Part
from .cleaning import is_blank, is_ditto
from .heading_rows import is_repeated, own_text, printed_texts

_FOOTNOTE = ("注", "备注", "说明", "填表", "※", "*")


class Filled(Struct, frozen=True):
    """Why a cell has a text that is not printed in it: ``row`` is the number of the one above."""

    kind: InferenceKind
    row: int


class Cell(Struct, frozen=True):
    """A cell: what is printed in it, what holds for it, and why where these differ."""

    printed: str
    text: str
    place: Place
    filled: Filled | None = None


class BodyRow(Struct, frozen=True, kw_only=True):
    """A row of the catalogue, ``number`` from 1; ``section`` is the line across the table above."""

    number: int
    cells: tuple[Cell, ...]
    section: str | None = None
    place: Place


class Body(Struct, frozen=True):
    """The rows of all parts in order, and what was passed over."""

    rows: tuple[BodyRow, ...]
    notes: tuple[str, ...] = ()


def read_rows(parts: Sequence[Part]) -> Body:
    """The rows of a catalogue. Repeated headings, lines across and empty rows are none."""
    reader = _Reader()
    for part in parts:
        reader.read(part)
    return Body(tuple(reader.rows), tuple(reader.notes))


class _Reader:
    def __init__(self) -> None:
        self.rows: list[BodyRow] = []
        self.notes: list[str] = []
        self._section: str | None = None

    def read(self, part: Part) -> None:
        """Add the rows of a part."""
        grid = part.grid
        own = dict(_row_numbers(part, len(self.rows)))
        merged = any(
            grid.is_covered(row, column) and grid.rows[row][column].row != row
            for row in own
            for column in range(grid.width)
        )
        repeats = 0
        new_page = part.continues
        row = part.body
        while row < len(grid.rows):
            if lines := is_repeated(grid, row, part.heads):
                repeats += 1
                new_page = True
                row += lines
                continue
            if row in own:
                goes_on = not merged or new_page or row in grid.page_breaks
                self.rows.append(self._row(part, row, own, goes_on=goes_on))
                new_page = False
            elif texts := printed_texts(grid, row):
                self._pass(grid.rows[row][0].place, texts)
            row += 1
        if repeats:
            self.notes.append(f"{grid.place}：表头重复印了{repeats}次，只算一次")
        for line in grid.below:
            if not is_blank(line) and len(self.notes) < 200:
                self.notes.append(f"{grid.place}：表下文字“{_shown(line)}”没有读入")

    def _pass(self, place: Place, texts: Sequence[str]) -> None:
        text = "　".join(texts)
        if text.lstrip("（(").startswith(_FOOTNOTE):
            self.notes.append(f"{place}：表注“{_shown(text)}”没有读入")
        elif len(texts) == 1 and not text.isdigit():
            self._section = text
            self.notes.append(f"{place}：“{_shown(text)}”是贯通全表的一行，不是事项")
        else:
            self.notes.append(f"{place}：只有“{_shown(text)}”，不是事项")

    def _row(self, part: Part, row: int, own: dict[int, int], *, goes_on: bool) -> BodyRow:
        columns = part.columns
        cells = [self._cell(part, row, column, own) for column in range(part.grid.width)]
        before = self.rows[-1] if self.rows else None
        if before is not None:
            levels = columns.category or (columns.of["名称"],)
            self._fill_levels(cells, before, levels, goes_on=goes_on)
            continuing = bool(levels) and all(_continues(cells[n]) for n in levels)
            if goes_on and continuing:
                for column in _filled_columns(part):
                    cells[column] = _from_before(cells[column], before.cells[column], before)
            for column in _filled_columns(part):
                if is_ditto(cells[column].printed):
                    cells[column] = _ditto(cells[column], before.cells[column], before)
        return BodyRow(
            number=own[row],
            cells=tuple(cells),
            section=self._section,
            place=part.grid.rows[row][0].place,
        )

    def _fill_levels(
        self, cells: list[Cell], before: BodyRow, levels: Sequence[int], *, goes_on: bool
    ) -> None:
        """Every row has a category: a blank level goes on while the levels above it do."""
        for column in levels:
            cell = cells[column]
            if is_ditto(cell.printed):
                cells[column] = _ditto(cell, before.cells[column], before)
            elif is_blank(cell.text) and (goes_on or column == levels[0]):
                cells[column] = _from_before(cell, before.cells[column], before)
            if not _continues(cells[column]):
                return

    def _cell(self, part: Part, row: int, column: int, own: dict[int, int]) -> Cell:
        spot = part.grid.rows[row][column]
        printed = own_text(part.grid, row, column)
        if not part.grid.is_covered(row, column):
            return Cell(printed, printed, spot.place)
        across = spot.row == row
        naming = {*part.columns.category, part.columns.of.get("名称")}
        if across and not {column, spot.column} <= naming:
            return Cell("", "", spot.place)
        if spot.row not in own or is_blank(spot.text) or (spot.column != column and not across):
            return Cell("", "", spot.place)
        return Cell("", spot.text, spot.place, Filled("merged", own[spot.row]))


def _row_numbers(part: Part, before: int) -> Iterator[tuple[int, int]]:
    """The rows that are rows of the catalogue, with their numbers from ``before`` + 1 on."""
    number = before
    row = part.body
    while row < len(part.grid.rows):
        if lines := is_repeated(part.grid, row, part.heads):
            row += lines
            continue
        if _is_row(part, row):
            number += 1
            yield row, number
        row += 1


def _is_row(part: Part, row: int) -> bool:
    """Whether it prints more than a line across the table, a running number or a footnote."""
    columns = part.columns
    origins = {(spot.row, spot.column) for spot in part.grid.rows[row]}
    if len(origins) == 1 and part.grid.width > 1:
        return False
    said = [
        column
        for column in (*columns.of.values(), *columns.category)
        if not is_blank(own_text(part.grid, row, column))
    ]
    name = columns.of["名称"]
    first = min(
        (*columns.category, name, *((columns.number,) if columns.number is not None else ()))
    )
    text = own_text(part.grid, row, first)
    if text.lstrip("（(").startswith(("注：", "注:", "备注：", "备注:", "说明：", "说明:")):
        return False
    if not said:
        return False
    spots = part.grid.rows[row]
    covered = part.grid.is_covered(row, name) and not is_blank(spots[name].text)
    return len(said) > 1 or said == [name] or (covered and said[0] not in columns.category)


def _filled_columns(part: Part) -> tuple[int, ...]:
    return tuple(part.columns.of.values())


def _continues(cell: Cell) -> bool:
    return cell.filled is not None


def _from_before(cell: Cell, above: Cell, before: BodyRow) -> Cell:
    if not is_blank(cell.text) or is_blank(above.text):
        return cell
    row = above.filled.row if above.filled else before.number
    return Cell(cell.printed, above.text, cell.place, Filled("continued", row))


def _ditto(cell: Cell, above: Cell, before: BodyRow) -> Cell:
    if is_blank(above.text):
        return cell
    row = above.filled.row if above.filled else before.number
    return Cell(cell.printed, above.text, cell.place, Filled("ditto", row))


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
