"""A table drawn by its form: which rows it has, what stands in their cells, what is said below."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ....model.deadline import Clock
from ....office.table_cells import Cell, Link, Share
from .. import Asked, Paper, how_made
from .form import FormColumn, TableForm, blanks, fill
from .kinds import ASSUMED, NUMBER, Field, Kind, Row, every_kind

_NOTES = "说明"


class Drawn:
    """One table on its way: what is chosen, and what has to be said of it, gathered meanwhile.

    ``rows`` are the chosen ones, in their order.
    """

    def __init__(self, name: str, form: TableForm, asked: Asked) -> None:
        self._name = name
        self._form = form
        self._asked = asked
        self._kind = every_kind()[form.kind]
        self._left_out: Counter[str] = Counter()
        self.rows = [row for row in self._kind.rows(asked) if self._is_shown(row)]
        self._clocks: dict[tuple[str, str], Clock | None] = {}
        self._words = _words(asked)

    def papers(self) -> Iterator[Paper]:
        """The one paper, drawn when it is asked for."""
        name = f"{self._name}-{self._asked.assessment.as_of}.xlsx"
        yield Paper(name=name, data=self._workbook())

    def _workbook(self) -> bytes:
        from ....office.table_workbook import Column, Notes, write_workbook
        from ....office.table_workbook import Table as Sheet

        sheet = Sheet(
            name=self._name,
            title=fill(self._form.title, self._words),
            lines=self._lines(),
            columns=[
                Column(heading=each.heading, above=each.above, width=each.width)
                for each in self._form.columns
            ],
            rows=self._cells(),
            count=len(self.rows),
            notes=self._notes(),
        )
        notes = Notes(name=_NOTES, title=f"{self._name}的说明", rows=self._about())
        return write_workbook(sheet, notes, self._asked.tell)

    def _is_shown(self, row: Row) -> bool:
        fields = self._kind.FIELDS
        for name, values in self._form.only.items():
            if _plain(fields[name], row) not in values:
                self._left_out[f"{name}为{_plain(fields[name], row)}"] += 1
                return False
        for name, values in self._form.without.items():
            if _plain(fields[name], row) in values:
                self._left_out[f"{name}为{_plain(fields[name], row)}"] += 1
                return False
        return True

    def _cells(self) -> Iterator[list[Cell]]:
        readers = [_reader(column, self._kind) for column in self._form.columns]
        for number, row in enumerate(self.rows, 1):
            for duty, clock in row.assumed:
                self._clocks.setdefault((duty, clock.key if clock else ""), clock)
            yield [read(row, number) for read in readers]

    def _lines(self) -> list[str]:
        asked = self._asked
        days = f"核查日：{asked.assessment.as_of}　　制表日期：{asked.today}"
        about = f"范围：{how_made.scope_words(asked)}　　" if asked.within else ""
        return [f"{about}{days}　　{how_made.share_words(asked)}"]

    def _notes(self) -> Iterator[str]:
        if not self.rows:
            yield f"截至{self._asked.assessment.as_of}，已核查的部分没有要列出的内容。"
        for note in self._form.notes:
            yield fill(note, self._words)
        yield f"核查覆盖率、口径和没有列入的内容见“{_NOTES}”表。"

    def _about(self) -> Iterator[tuple[str, str]]:
        clocks = [(duty, clock) for (duty, _), clock in self._clocks.items()]
        yield from how_made.rows(self._asked, clocks)
        for what, number in sorted(self._left_out.items()):
            yield "没有列入", f"{what}的 {number} 行"
        empty = [each.heading for each in self._form.columns if not (each.field or each.text)]
        if empty:
            yield "人工填写", f"{'、'.join(empty)}：本工具没有依据，空着由人填写"
        if self._form.source:
            yield "表头来源", self._form.source


def _words(asked: Asked) -> dict[str, str]:
    """What may stand in braces in titles and notes."""
    assessment = asked.assessment
    return {
        "机关": assessment.catalogue.body,
        "目录": assessment.catalogue.title,
        "核查日": str(assessment.as_of),
        "制表日期": str(asked.today),
        "年份": str(assessment.as_of.year),
        "单位": how_made.scope_words(asked),
    }


def _plain(field: Field, row: Row) -> str:
    """The value of a field by which rows are chosen."""
    return str(field.value(row)).removesuffix(ASSUMED)


def _reader(column: FormColumn, kind: Kind) -> Callable[[Any, int], Cell]:
    """What gives the cell of a column, from a row and its number."""
    if column.field == NUMBER:
        return lambda row, number: number
    if column.field is not None:
        value = kind.FIELDS[column.field].value
        return lambda row, number: value(row)
    if column.text is None:
        return lambda row, number: None
    return _filled(column.text, kind.FIELDS)


def _filled(text: str, fields: Mapping[str, Field]) -> Callable[[Any, int], Cell]:
    words = set(blanks(text))

    def read(row: Any, number: int) -> Cell:
        values = {word: _in_text(fields[word].value(row)) for word in words - {NUMBER}}
        return fill(text, {**values, NUMBER: str(number)})

    return read


def _in_text(cell: Cell) -> str:
    """A cell inside a text."""
    if isinstance(cell, Share):
        return f"{cell.value:.1%}"
    if isinstance(cell, Link):
        return cell.url
    return "" if cell is None else str(cell)
