"""The rows of a catalogue as a draft has them, and everything that was inferred for them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...limits import read_wording
from ...model.draft import DraftRow, Inference, InferenceKind
from ...model.duty import Duty
from ...model.limit import Reading
from ...model.tag import propose_tags
from ..catalogue.known_tags import known_tags
from .body_rows import BodyRow, Cell, Filled
from .cleaning import clean, clean_lines, debris, is_blank
from .columns import Columns
from .unit_cells import UnitCell, read_units

_WHY = {
    "merged": "印本此格空白，与第{0}行合并，承接第{0}行",
    "continued": "印本此格空白，接着上一行；看不出是否合并，按承接第{0}行",
    "ditto": "印本写“同上”，承接第{0}行",
}


class Table(Struct, frozen=True, kw_only=True):
    """What all rows of a table have in common: their columns, the units told apart, the ids."""

    columns: Columns
    known_units: frozenset[str]
    ids: dict[int, str]
    shared: frozenset[int] = frozenset()


def why_filled(filled: Filled) -> str:
    """Why a blank cell has a value, in words for users."""
    return _WHY[filled.kind].format(filled.row)


def draft_row(row: BodyRow, table: Table) -> tuple[DraftRow, tuple[Inference, ...]]:
    """A row, and what was inferred for it in the order of its keys."""
    reading = _Row(row, table)
    draft = reading.draft()
    return draft, tuple(reading.inferences)


def cell_of(row: BodyRow, columns: Columns, key: str) -> Cell | None:
    """The cell under a key of the catalogue's file, if the table has such a column."""
    column = columns.of.get(key)
    return None if column is None else row.cells[column]


class _Row:
    def __init__(self, row: BodyRow, table: Table) -> None:
        self._row = row
        self._table = table
        self._columns = table.columns
        self.id = table.ids[row.number]
        self.inferences: list[Inference] = []

    def draft(self) -> DraftRow:
        category = self._category()
        name = self._name(category)
        content = self._value("公开内容", lines=True)
        openness = self._value("五公开")
        cell = cell_of(self._row, self._columns, "五公开")
        if cell is not None and not openness:
            why = "印本此格空白，没有与上一行合并，所以不承接"
            self._note("五公开", "", why, "row", cell, certain=False)
        units = self._units()
        limit = self._value("公开时限")
        reading = self._reading(limit)
        freshness = self._value("更新周期")
        self._debris_elsewhere()
        self._on_request_only()
        return DraftRow(
            id=self.id,
            category=category or (name,),
            name=name,
            content=content,
            openness=openness or None,
            units=units.units,
            open_units=units.open_units,
            limit=limit or None,
            reading=reading,
            freshness=freshness or None,
            legal_basis=self._kept(self._columns.basis),
            remark=self._kept(self._columns.remark),
            tags=propose_tags(
                Duty(id=self.id, category=category or (name,), name=name), known_tags()
            ),
            printed=dict(self._printed()),
            place=self._row.place,
        )

    def _printed(self) -> Iterator[tuple[str, str]]:
        for column, heading in self._columns.headings.items():
            cell = self._row.cells[column]
            yield heading, cell.text if column in self._table.shared else cell.printed

    def _category(self) -> tuple[str, ...]:
        levels: list[str] = []
        for column in self._columns.category:
            cell = self._row.cells[column]
            text = clean(cell.text)
            if text:
                levels.append(text)
                self._note_filled("类别", cell, text)
            if found := debris(cell.printed):
                self._note("类别", text, f"去掉了“{found}”，是转换留下的", "cleaned", cell)
        if levels or not self._row.section or self._columns.category:
            return tuple(levels)
        section = clean(self._row.section)
        self._note("类别", section, "表中没有类别一栏，取上面贯通全表的一行", "row", None)
        return (section,)

    def _name(self, category: tuple[str, ...]) -> str:
        name = self._value("名称")
        if name:
            return name
        text = category[-1] if category else clean(self._value("公开内容"))[:40]
        cell = cell_of(self._row, self._columns, "名称")
        self._note("名称", text, "印本此格空白，取类别（没有类别时取公开内容）", "row", cell)
        return text or "（无名称）"

    def _value(self, key: str, *, lines: bool = False) -> str:
        """The value under a key; what was filled in or cleaned is noted."""
        cell = cell_of(self._row, self._columns, key)
        if cell is None:
            return ""
        text = clean_lines(cell.text) if lines else clean(cell.text)
        self._note_filled(key, cell, text)
        if found := debris(cell.printed):
            self._note(key, text, f"去掉了“{found}”，是转换留下的", "cleaned", cell)
        return text

    def _units(self) -> UnitCell:
        cell = cell_of(self._row, self._columns, "责任单位")
        if cell is None:
            return UnitCell()
        found = read_units(unit_text(cell.text), self._table.known_units)
        if cell.filled is not None:
            self._note_filled("责任单位", cell, "、".join(found.units))
            if found.open_units:
                self._note_filled("另有", cell, found.open_units)
        if broken := debris(cell.printed):
            self._note("责任单位", "", f"去掉了“{broken}”，是转换留下的", "cleaned", cell)
        for doubt in found.doubts:
            self._note("责任单位", "", doubt, "unit", cell, certain=False)
        if not found.units:
            why = (
                f"只写“{found.open_units}”，没有单位名称" if found.open_units else "没有写责任单位"
            )
            self._note("责任单位", "", why, "unit", cell, certain=False)
        return found

    def _reading(self, limit: str) -> Reading | None:
        cell = cell_of(self._row, self._columns, "公开时限")
        if not limit:
            if cell is not None:
                self._note("公开时限", "", "没有写公开时限", "row", cell, certain=False)
            return None
        reading = read_wording(limit)
        if reading.refused is not None:
            why = f"读不懂：{reading.refused}"
            self._note("公开时限", limit, why, "refused", cell, certain=False)
        elif reading.notes and not (cell and cell.filled):
            self._note("公开时限", limit, "；".join(reading.notes), "slip", cell)
        return reading

    def _kept(self, column: int | None) -> str | None:
        return None if column is None else self._row.cells[column].text or None

    def _on_request_only(self) -> None:
        """A row that is ticked under 依申请 alone is no duty to publish."""
        ticked = {
            half: not is_blank(self._row.cells[column].text)
            for column in self._columns.others
            for half in ("主动", "依申请")
            if self._columns.headings[column].removesuffix("公开").endswith(f"/{half}")
        }
        if ticked == {"主动": False, "依申请": True}:
            why = "只勾了依申请公开，可能不是主动公开的事项；照印本保留，请核对"
            self._note("名称", "", why, "row", None, certain=False)

    def _debris_elsewhere(self) -> None:
        for column in self._columns.others:
            cell = self._row.cells[column]
            if found := debris(cell.printed):
                heading = self._columns.headings[column]
                self._note(heading, "", f"“{found}”是转换留下的", "cleaned", cell)

    def _note_filled(self, key: str, cell: Cell, value: str) -> None:
        if cell.filled is not None and value:
            self._note(key, value, why_filled(cell.filled), cell.filled.kind, cell)

    def _note(
        self,
        key: str,
        value: str,
        reason: str,
        kind: InferenceKind,
        cell: Cell | None,
        *,
        certain: bool = True,
    ) -> None:
        self.inferences.append(
            Inference(
                row=self.id,
                key=key,
                value=value,
                reason=reason,
                kind=kind,
                certain=certain,
                place=cell.place if cell else self._row.place,
            )
        )


def unit_text(text: str) -> str:
    """The text of a cell of units without debris; its lines stay, as they part names."""
    return "\n".join(part for line in text.splitlines() if (part := clean_words(line)))


def clean_words(line: str) -> str:
    """One line, its words still parted by single spaces: they may be several units."""
    marked = line.replace("\u3000", " ").replace("\xa0", " ")
    if found := debris(marked):
        marked = marked.replace(found, "")
    return " ".join(marked.split())


def same_in_all(rows: Sequence[BodyRow], column: int) -> bool:
    """Whether a column says the same in every row, be it printed in each or merged over all."""
    texts = {row.cells[column].text for row in rows}
    merged = [row.cells[column].filled for row in rows[1:]]
    printed = all(row.cells[column].printed == row.cells[column].text for row in rows)
    over_all = all(each is not None and each.row == rows[0].number for each in merged)
    text = next(iter(texts))
    return len(texts) == 1 and not is_blank(text) and (printed or over_all)
