"""The rows of one table as records, columns or statements, with what could not be read in them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from ...model.ledger import Column, Record, Statement
from ...model.place import Problem, Weight
from .cells import Cell, Unreadable
from .column_readers import ColumnReaders, Fact, Names
from .heading_row import HeadingRow
from .merged_cells import Filled, titles_across
from .sheet_headings import COLUMNS, RECORDS, STATEMENTS
from .table import Table, number_ranges

_FACTS: dict[str, type[Fact]] = {
    RECORDS.name: Record,
    COLUMNS.name: Column,
    STATEMENTS.name: Statement,
}
_LOST = "能读出的值：用 Excel 或 WPS 打开并保存一次，或把公式换成数值"
_SURPLUS = "含逗号的内容前后各加一个半角双引号"

_Wrong = tuple[int, Unreadable]
"""A column, from 1, and what is wrong with its cell."""


class RowCount(Struct):
    """What became of the rows below the headings; ``hidden`` and ``titles`` are row numbers."""

    read: int = 0
    empty: int = 0
    merged: int = 0
    hidden: list[int] = []
    titles: list[int] = []


class RowReader:
    """Reads the rows of one table below its headings.

    A row is first read as if all were well with it; only where that fails is it read again cell by
    cell. So a ledger without faults costs one look-up a cell.
    """

    def __init__(
        self,
        table: Table,
        headings: HeadingRow,
        names: Names,
        count: RowCount,
        problems: list[Problem],
    ) -> None:
        self._table = table
        self._problems = problems
        self._fact = _FACTS[headings.form.name]
        self._width = headings.width
        self._column_of = {each.heading.field: each.column for each in headings.found}
        self._remarks = {e.column for e in headings.found if e.heading.reading == "remark"}
        readers = ColumnReaders(names, table.epoch)
        self._duty_text = readers.duty_text
        self._duty_index = self._column_of["duty"] - 1
        self._reads = [
            (readers.reader(each.heading, self._fact), each.column - 1) for each in headings.found
        ]
        self._fault_rows = {row for row, column in table.faults if column <= self._width}
        self._titles = titles_across(table)
        self._told: set[tuple[int, int]] = set()
        self._count = count

    def read(self, rows: Iterable[Filled]) -> Iterator[Fact]:
        """The facts of these rows, in order; problems are added as the rows are read."""
        hidden, width = self._table.hidden, self._width
        special = self._fault_rows.union(self._titles)
        for number, cells, tops in rows:
            if len(cells) < width:
                cells = [*cells, *[""] * (width - len(cells))]
            if number in hidden:
                self._count.hidden += [number] if self._written(number, cells, tops) else []
                continue
            plain = not tops and number not in special
            if plain and not any(cells):
                self._count.empty += 1
                continue
            fact = self._at_once(number, cells) if plain else None
            fact = fact or self._with_care(number, cells, tops)
            if fact is not None:
                self._count.read += 1
                yield fact

    def notes(self) -> Iterator[Problem]:
        """What was passed over, and what was taken for granted, in the whole table."""
        place, count = self._table.place, self._count
        if count.hidden:
            rows = number_ranges(count.hidden)
            found = f"隐藏的行未读入：第{rows}行，共{len(count.hidden)}行"
            yield Problem(place, found, "取消隐藏或筛选后会读入", weight=Weight.NOTE)
        if count.titles:
            found = f"横向合并的标题行未读入：第{number_ranges(count.titles)}行"
            yield Problem(place, found, weight=Weight.NOTE)
        if count.merged:
            found = f"有纵向合并的单元格，{count.merged}行按合并区左上角的内容读入"
            yield Problem(place, found, weight=Weight.NOTE)

    def _at_once(self, number: int, cells: Sequence[Cell]) -> Fact | None:
        """The fact of a row with which all is well; ``None`` where anything has to be looked at."""
        if len(cells) > self._width and any(self._surplus(cells)):
            return None
        try:
            values: list[Any] = [read(cells[index]) for read, index in self._reads]
        except Unreadable:
            return None
        fact = self._made(number, cells, zip(self._column_of, values, strict=True))
        return None if _contradictions(fact) else fact

    def _with_care(self, number: int, cells: Sequence[Cell], tops: dict[int, int]) -> Fact | None:
        """The fact of a row, read cell by cell; ``None`` where it is empty or a title."""
        written = self._written(number, cells, tops)
        if not written:
            self._count.empty += 1
            return None
        if written == 1 and number in self._titles:
            self._count.titles.append(number)
            return None
        self._count.merged += any(index + 1 in tops for _, index in self._reads)
        wrong: list[_Wrong] = list(self._surplus(cells))
        values = list(self._cell_by_cell(number, cells, tops, wrong))
        fact = self._made(number, cells, values)
        wrong += self._contradicting(fact, {column for column, _ in wrong})
        self._tell(number, tops, wrong, _subject(fact))
        unreadable = any(column not in self._remarks for column, _ in wrong)
        return structs.replace(fact, unreadable=True) if unreadable else fact

    def _cell_by_cell(
        self, number: int, cells: Sequence[Cell], tops: dict[int, int], wrong: list[_Wrong]
    ) -> Iterator[tuple[str, Any]]:
        """The values that can be read, with their fields; what cannot goes to ``wrong``."""
        for field, (read, index) in zip(self._column_of, self._reads, strict=True):
            column = index + 1
            fault = self._table.faults.get((tops.get(column, number), column))
            try:
                if fault is not None:
                    raise Unreadable(fault, _LOST)
                yield field, read(cells[index])
            except Unreadable as refusal:
                wrong.append((column, refusal))

    def _contradicting(self, fact: Fact, known: set[int]) -> Iterator[_Wrong]:
        """The contradictions of a fact whose cells are not known to be wrong already."""
        for fields, refusal in _contradictions(fact):
            columns = [self._column_of[field] for field in fields if field in self._column_of]
            if not known.intersection(columns):
                yield columns[0], refusal

    def _made(self, number: int, cells: Sequence[Cell], values: Iterable[tuple[str, Any]]) -> Fact:
        return self._fact(
            place=self._table.row_place(number),
            duty_text=self._duty_text(cells[self._duty_index]),
            **dict(values),
        )

    def _written(self, number: int, cells: Sequence[Cell], tops: dict[int, int]) -> int:
        """How many of the known columns have something of their own in this row."""
        faults = self._table.faults
        return sum(
            1
            for _, index in self._reads
            if (index + 1 not in tops and str(cells[index]).strip())
            or (number, index + 1) in faults
        )

    def _surplus(self, cells: Sequence[Cell]) -> Iterator[_Wrong]:
        """Fields of a .csv beyond its headings: a delimiter inside a text has moved the others."""
        if self._table.sheet is None:
            for column, cell in enumerate(cells[self._width :], self._width + 1):
                if str(cell).strip():
                    found = f"这一行比表头多出内容：“{cell}”"
                    yield column, Unreadable(found, _SURPLUS)
                    return

    def _tell(
        self, number: int, tops: dict[int, int], wrong: list[_Wrong], subject: str | None
    ) -> None:
        """Report what is wrong with a row; a cell that speaks for several rows only once."""
        for column, refusal in wrong:
            spot = tops.get(column, number), column
            if column in tops and spot in self._told:
                continue
            self._told.add(spot)
            place = self._table.cell_place(*spot)
            self._problems.append(
                Problem(place, refusal.found, refusal.accepted, refusal.nearest, subject=subject)
            )


def _contradictions(fact: Fact) -> Sequence[tuple[tuple[str, ...], Unreadable]]:
    """What cannot be right although every cell can be read, with its fields, the plainest first."""
    if isinstance(fact, Record):
        if fact.title or fact.number or fact.document_number:
            return ()
        refusal = Unreadable("没有填写标题，也没有编号和文号", "标题、编号、文号至少填一项")
        return ((("title", "number", "document_number"), refusal),)
    if isinstance(fact, Statement) and fact.first and fact.last and fact.last < fact.first:
        found = f"期间止 {fact.last} 早于期间起 {fact.first}"
        return ((("last", "first"), Unreadable(found, "不早于期间起的日期")),)
    return ()


def _subject(fact: Fact) -> str | None:
    """What to call the row that a problem belongs to."""
    if isinstance(fact, Record):
        named = fact.title or fact.number or fact.document_number
        return fact.identity if named else None
    return (fact.name if isinstance(fact, Column) else "") or fact.duty_text or None
