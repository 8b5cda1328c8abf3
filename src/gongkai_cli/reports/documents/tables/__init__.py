"""Tables: documents that are a form and nothing else, ``forms/tables/NAME.yaml``.

A workspace may replace a form, or add one under a name of its own, in its folder 模板.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from ....model.deadline import Clock
from ....model.place import Place, Problem
from ....office.table_cells import Cell, Link, Share
from .. import FORMS, Asked, Paper, Rendered, how_made
from .form import FormColumn, TableForm, blanks, fill, read_form
from .kinds import ASSUMED, NUMBER, Field, Kind, Row, every_kind

FOLDER = FORMS / "tables"
_NOTES = "说明"


class Table(Struct, frozen=True, kw_only=True):
    """A document as ``documents.Document`` has it; its rows and headings stand in its form."""

    NAME: str
    ABOUT: str
    ALIASES: tuple[str, ...] = ()
    SUFFIX: str = ".xlsx"
    FROM_RECORD: bool = False

    def render(self, asked: Asked) -> Rendered:
        """The workbook, or what is wrong with the form."""
        name, data = asked.own_form or _shipped(self.NAME)
        form, problems = read_form(data, name)
        if form is None:
            return Rendered(problems=problems)
        from ....office.table_workbook import TooManyRows

        try:
            data = _Drawn(self.NAME, form, asked).workbook()
        except TooManyRows:
            wide = Problem(
                Place(name), "行数超过一张工作表的上限（1048576 行）", "用 --unit 分单位生成"
            )
            return Rendered(problems=(wide,))
        return Rendered(
            papers=(Paper(name=f"{self.NAME}-{asked.assessment.as_of}.xlsx", data=data),)
        )


def every_table() -> Iterator[Table]:
    """Every table that ships with the program."""
    for path in sorted(FOLDER.glob("*.yaml")):
        form, problems = read_form(path.read_bytes(), path.name)
        assert form is not None, problems
        yield Table(NAME=path.stem, ALIASES=form.aliases, ABOUT=form.about)


def vocabulary(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Every word that a column of this form may take, with its meaning; none in a wrong form."""
    form, _ = read_form(data, name)
    if form is not None:
        yield NUMBER, "第几行"
        for word, field in every_kind()[form.kind].FIELDS.items():
            yield word, field.about


def own_table(name: str, data: bytes) -> Table:
    """A table that only the workspace has; what is wrong with its form is said when it is made."""
    form, _ = read_form(data, name)
    return Table(NAME=name, ABOUT=form.about if form else "本工作区的表")


def _shipped(name: str) -> tuple[str, bytes]:
    path = FOLDER / f"{name}.yaml"
    return path.name, path.read_bytes()


class _Drawn:
    """One table on its way: what is chosen, and what has to be said of it, gathered meanwhile."""

    def __init__(self, name: str, form: TableForm, asked: Asked) -> None:
        self._name = name
        self._form = form
        self._asked = asked
        self._kind = every_kind()[form.kind]
        self._left_out: Counter[str] = Counter()
        self._clocks: dict[tuple[str, str], Clock | None] = {}
        self._words = _words(asked)

    def workbook(self) -> bytes:
        from ....office.table_workbook import Column, Notes, write_workbook
        from ....office.table_workbook import Table as Sheet

        rows = [row for row in self._kind.rows(self._asked) if self._is_shown(row)]
        sheet = Sheet(
            name=self._name,
            title=fill(self._form.title, self._words),
            lines=self._lines(),
            columns=[
                Column(heading=each.heading, above=each.above, width=each.width)
                for each in self._form.columns
            ],
            rows=self._cells(rows),
            count=len(rows),
            notes=self._notes(len(rows)),
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

    def _cells(self, rows: Sequence[Row]) -> Iterator[list[Cell]]:
        readers = [_reader(column, self._kind) for column in self._form.columns]
        for number, row in enumerate(rows, 1):
            for duty, clock in row.assumed:
                self._clocks.setdefault((duty, clock.key if clock else ""), clock)
            yield [read(row, number) for read in readers]

    def _lines(self) -> list[str]:
        asked = self._asked
        days = f"核查日：{asked.assessment.as_of}　　制表日期：{asked.today}"
        about = f"范围：{how_made.scope_words(asked)}　　" if asked.within else ""
        return [f"{about}{days}　　{how_made.share_words(asked)}"]

    def _notes(self, count: int) -> Iterator[str]:
        if not count:
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
