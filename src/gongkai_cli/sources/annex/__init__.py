"""A printed catalogue, read off the tables of a paper to a draft; what was inferred is all said.

``choosing`` finds the table, ``heading_rows`` and ``headings`` what its columns are, ``body_rows``
what each cell holds by its merges, ``unit_cells`` and ``unit_tree`` the units, ``title`` what
stands around it. Nothing that is not printed comes into a draft without an ``Inference``.
"""

from collections.abc import Iterator, Sequence

from ...model.draft import Draft, DraftRow, Inference
from ...model.place import Place, Problem
from ...model.unit import Unit
from ..tables.grid import Grid
from .body_rows import BodyRow, Cell, read_rows
from .choosing import Choice, Part, choose
from .cleaning import clean
from .draft_rows import Table, cell_of, draft_row, same_in_all, unit_text
from .heading_rows import printed_texts
from .title import Facts, read_facts
from .unit_cells import whole_names
from .unit_tree import Proposal, propose_tree

__all__ = ["read_annex"]

_MOST_SHOWN = 8
_ACCEPTED = "一张有“事项名称”和“公开时限”（或“公开内容”和“责任单位”）等栏的表"
_CHANGING = ("名称", "公开内容", "五公开", "责任单位", "公开时限", "更新周期")


def read_annex(grids: Sequence[Grid], file: str) -> tuple[Draft | None, tuple[Problem, ...]]:
    """The catalogue that the tables of a paper hold, or why there is none.

    ``file`` is the name to show where there is no table at all. Rows are numbered ``A01`` and so on
    in printed order.
    """
    choice = choose(grids)
    body = read_rows(choice.parts)
    if not body.rows:
        return None, tuple(_no_catalogue(choice, grids, file))
    reading = _Annex(choice, body.rows, grids)
    return reading.draft(body.notes), ()


def _no_catalogue(choice: Choice, grids: Sequence[Grid], file: str) -> Iterator[Problem]:
    if not grids:
        yield Problem(Place(file), "文件中没有表", _ACCEPTED)
    for part in choice.parts:
        yield Problem(part.grid.place, "表头下面没有一行事项", "表头下面每个事项一行")
    if not choice.parts:
        for grid, why in choice.passed[:_MOST_SHOWN]:
            yield Problem(grid.place, f"这张表不是主动公开目录：{why}", _ACCEPTED)
        if len(choice.passed) > _MOST_SHOWN:
            more = len(choice.passed) - _MOST_SHOWN
            yield Problem(Place(file), f"另有{more}张表也不是主动公开目录", _ACCEPTED)


class _Annex:
    """The chosen table with everything around it."""

    def __init__(self, choice: Choice, rows: tuple[BodyRow, ...], grids: Sequence[Grid]) -> None:
        self._choice = choice
        self._rows = rows
        self._lead = choice.parts[0]
        self._columns = self._lead.columns
        self._place = self._lead.grid.place
        self._lines = _lines(grids, self._lead.grid)

    def draft(self, notes: tuple[str, ...]) -> Draft:
        facts = read_facts(self._lines, _title_rows(self._lead))
        columns = self._columns
        shared = frozenset(n for n in columns.others if same_in_all(self._rows, n))
        texts = (unit_text(cell.text) for cell in self._unit_cells())
        table = Table(
            columns=columns,
            known_units=whole_names(texts),
            ids=_ids(self._rows),
            shared=shared,
        )
        read = [draft_row(row, table) for row in self._rows]
        rows = tuple(row for row, _ in read)
        tree = propose_tree([row.units for row in rows], "".join(self._lines))
        return Draft(
            title=facts.title,
            body=facts.body,
            source=facts.source,
            annex=facts.annex,
            year=facts.year,
            issued=facts.issued,
            headings=self._headings(shared),
            shared={columns.headings[n]: self._rows[0].cells[n].text for n in sorted(shared)},
            order=tuple(columns.headings.values()),
            units=tree.units,
            rows=rows,
            inferences=(
                *self._of_paper(facts, shared),
                *self._of_columns(),
                *(each for _, found in read for each in found),
                *self._of_units(tree, rows),
            ),
            notes=(*self._passed(), *notes),
        )

    def _unit_cells(self) -> Iterator[Cell]:
        return (
            cell
            for row in self._rows
            if (cell := cell_of(row, self._columns, "责任单位")) is not None
        )

    def _headings(self, shared: frozenset[int]) -> dict[str, tuple[str, ...]]:
        columns, names = self._columns, self._columns.headings
        found: dict[str, tuple[str, ...]] = {}
        if columns.number is not None:
            found["序号"] = (names[columns.number],)
        if columns.category:
            found["类别"] = tuple(names[n] for n in columns.category)
        found |= {key: (names[columns.of[key]],) for key in _CHANGING if key in columns.of}
        if others := tuple(names[n] for n in columns.others if n not in shared):
            found["其他"] = others
        return found

    def _of_paper(self, facts: Facts, shared: frozenset[int]) -> Iterator[Inference]:
        for key, value, why in (
            ("目录", facts.title, "取自表上的标题"),
            ("机关", facts.body, "取自目录标题"),
            ("依据", facts.source, "取自表前的文号"),
        ):
            if value:
                yield Inference(key=key, value=value, reason=why, place=self._place)
        for column in sorted(shared):
            first = self._rows[0].cells[column]
            if len(self._rows) > 1 and self._rows[1].cells[column].filled:
                yield Inference(
                    key=self._columns.headings[column],
                    value=first.text,
                    reason="一个单元格合并了所有的行，各行相同",
                    kind="column",
                    place=first.place,
                )

    def _of_columns(self) -> Iterator[Inference]:
        names, grid = self._columns.headings, self._lead.grid
        for columns, why in (
            (self._columns.second, "与另一栏意思相同，只照印本保留，没有用来判断"),
            (self._columns.unknown, "不认识的栏，只照印本保留"),
        ):
            for column in columns:
                place = grid.rows[self._lead.heads.first][column].place
                reason = f"“{names[column]}”：{why}"
                yield Inference(
                    key="表头", reason=reason, kind="column", certain=False, place=place
                )
        if "责任单位" not in self._columns.of:
            why = "表中没有责任单位一栏，暂由机关本身负责"
            yield Inference(key="单位", reason=why, kind="column", certain=False, place=self._place)
        if "公开时限" not in self._columns.of:
            why = "表中没有公开时限一栏，各事项只按法律的时限判断"
            yield Inference(
                key="公开时限", reason=why, kind="column", certain=False, place=self._place
            )

    def _of_units(self, tree: Proposal, rows: Sequence[DraftRow]) -> Iterator[Inference]:
        places = {name: row.place for row in reversed(rows) for name in row.units}
        for unit in tree.units:
            if unit.children:
                below = "、".join(_printed(unit, child) for child in unit.children)
                yield Inference(
                    key="单位",
                    value=unit.name,
                    reason=f"“{unit.name}”下设各单位，按各行的写法推定：{below}",
                    kind="unit",
                    place=self._place,
                )
            if unit.group:
                place = places.get((unit.aliases or (unit.name,))[0], self._place)
                yield Inference(
                    key="单位", value=unit.name, reason=unit.group, kind="unit", place=place
                )
        for name, reason in tree.reasons.items():
            yield Inference(
                key="单位",
                value=name,
                reason=reason,
                kind="unit",
                certain="没有归入" not in reason,
                place=places.get(name, self._place),
            )

    def _passed(self) -> Iterator[str]:
        for grid, why in self._choice.passed:
            yield f"{grid.place}：没有读入这张表，{why}"
        for part in self._choice.parts:
            if part.continues:
                yield f"{part.grid.place}：没有表头，接着上一张表读"


def _printed(parent: Unit, child: Unit) -> str:
    return child.name if child.name.startswith(parent.name) else parent.name + child.name


def _ids(rows: Sequence[BodyRow]) -> dict[int, str]:
    width = max(2, len(str(len(rows))))
    return {row.number: f"A{row.number:0{width}}" for row in rows}


def _title_rows(part: Part) -> tuple[str, ...]:
    rows = range(part.heads.first)
    return tuple(clean(text) for row in rows for text in printed_texts(part.grid, row))


def _lines(grids: Sequence[Grid], lead: Grid) -> tuple[str, ...]:
    """The text of the paper before the table, that before earlier tables included."""
    lines: list[str] = []
    for grid in grids:
        lines += grid.above
        if grid is lead:
            break
        lines += grid.below
    return tuple(lines)
