"""A catalogue file brought up to a paper: only what the paper changed is changed in it.

Comments, order, ids, hand-made 推定 and the clauses (条文) of the file stay, to the byte. A 推定
that an import made for a blank cell follows the paper; one that a person made stays and is named.
"""

import re
from collections.abc import Sequence

from msgspec import Struct, structs

from ..editions import matched
from ..model.draft import Draft
from ..model.duty import Catalogue, Duty
from ..model.place import Place, Problem
from ..model.unit import find_unit
from ..notation.yaml_form import Form
from ..notation.yaml_patch import Edit, Lines, in_braces, indented, value_of
from ..notation.yaml_tree import Items, Node, Scalar, read_yaml
from ..notation.yaml_tree import Mapping as Tree
from ..sources.catalogue.catalogue_yaml import CATALOGUE_KEYS, read_catalogue
from ..sources.catalogue.duty_row import DUTY_KEYS
from ..sources.catalogue.printed_cells import Headings, read_headings
from .catalogue_text import Given, render, row_lines, unit_lines

_WITH = {"责任单位": ("责任单位", "另有"), "公开时限": ("公开时限", "读法")}
"""The keys that one printed cell fills."""
_MADE = re.compile(r"印本此格空白|印本写“|印本“")
_PLACE = re.compile(r"附件\d*第\d+行")


class Updated(Struct, frozen=True):
    """The file as it shall be, and a line for everything that changes in it."""

    data: bytes
    changes: tuple[str, ...]


class Unfit(Struct, frozen=True):
    """Why a file cannot be brought up to a paper."""

    problems: tuple[Problem, ...]


def updated(data: bytes, file: str, draft: Draft, given: Given) -> Updated | Unfit:
    """The file ``data`` with what the paper of ``draft`` says otherwise.

    Rows are matched as in ``catalogue diff``; a new one gets the next free id, one that the paper
    no longer has is taken out.
    """
    old, problems = read_catalogue(data, file)
    tree, _ = read_yaml(data, file)
    if old is None or not isinstance(tree, Tree):
        return Unfit(problems)
    said = structs.replace(given, body=given.body or draft.body or old.body)
    fresh, wrong = _read(draft, said)
    if fresh is None:
        return Unfit(wrong)
    rows = structs.replace(old, duties=tuple(each for each in old.duties if not each.is_clause))
    pairs = matched(rows, fresh)
    named = _renumbered(draft, pairs, old)
    renewed, wrong = _read(named, said)
    if renewed is None:
        return Unfit(wrong)
    return _Update(data, tree, old, named, renewed, said).result()


def _read(draft: Draft, given: Given) -> tuple[Catalogue | None, tuple[Problem, ...]]:
    return read_catalogue(render(draft, given).encode(), given.file or "目录")


def _renumbered(
    draft: Draft, pairs: Sequence[tuple[Duty | None, Duty | None]], old: Catalogue
) -> Draft:
    """The draft with the ids of the file, new rows with the next free ones.

    Tags are proposed for new rows alone: those of the others are a matter of the file.
    """
    ids: dict[str, str] = {}
    taken = {duty.id for duty in old.duties}
    for before, after in pairs:
        if before is not None and after is not None:
            ids[after.id] = before.id
    known = frozenset(ids)
    width = max((len(id) - 1 for id in taken if re.fullmatch(r"A\d+", id)), default=2)
    highest = max((int(id[1:]) for id in taken if re.fullmatch(r"A\d+", id)), default=0)
    for row in draft.rows:
        if row.id not in ids:
            highest += 1
            ids[row.id] = f"A{highest:0{width}}"
    return structs.replace(
        draft,
        rows=tuple(
            structs.replace(row, id=ids[row.id], tags=() if row.id in known else row.tags)
            for row in draft.rows
        ),
        inferences=tuple(
            structs.replace(each, row=ids[each.row]) if each.row else each
            for each in draft.inferences
        ),
    )


class _Update:
    def __init__(
        self, data: bytes, tree: Tree, old: Catalogue, draft: Draft, new: Catalogue, given: Given
    ) -> None:
        self._lines = Lines(data)
        self._tree = tree
        self._old, self._new = old, new
        self._draft, self._given = draft, given
        text = render(draft, given).encode()
        fresh, _ = read_yaml(text, "")
        assert isinstance(fresh, Tree), "what is rendered is a mapping"
        self._fresh, self._fresh_lines = fresh, Lines(text)
        self._heads = [read_headings(Form(each, CATALOGUE_KEYS, [])) for each in (tree, fresh)]
        self._edits: list[Edit] = []
        self._changes: list[str] = []

    def result(self) -> Updated | Unfit:
        items = value_of(self._tree, "事项")
        if not isinstance(items, Items) or any(
            not isinstance(each, Tree) or in_braces(each) for each in items.items
        ):
            accepted = "每个键写一行，如 - 编号: A01"
            place = items.place if items else Place(self._old.file)
            return Unfit((Problem(place, "“事项”写在括号里，不能逐项更新", accepted),))
        self._head()
        self._units()
        self._rows(items)
        data = self._lines.changed(self._edits) if self._edits else None
        return Updated(data if data is not None else self._lines.changed(()), tuple(self._changes))

    def _head(self) -> None:
        """Title, source and period; the headings, where the paper has others."""
        old, draft, given = self._old, self._draft, self._given
        for key, before, after in (
            ("目录", old.title, given.title or draft.title),
            ("依据", old.source, given.source or draft.source),
        ):
            if after and after != before:
                self._replace_top(key)
                self._changes.append(f"{key}：“{before}”改为“{after}”")
        year = old.period.first.year if old.period.first else None
        if draft.year and draft.year != year and self._replace_top("有效期"):
            self._changes.append(f"有效期：改为{draft.year}年，请核对“推定”中的有效期")
        if (self._heads[0].of, self._heads[0].shared) != (self._heads[1].of, self._heads[1].shared):
            for key in ("表头", "共同"):
                self._replace_top(key)
            self._changes.append("表头：栏目变了，“表头”“共同”照新的文件改写")

    def _replace_top(self, key: str) -> bool:
        new = self._piece(self._fresh, key, len(self._fresh_lines.lines))
        span = self._lines.span(self._tree, key, len(self._lines.lines))
        if span is not None:
            self._edits.append(Edit(*span, new))
        elif new:
            before = self._lines.span(self._tree, "事项", len(self._lines.lines))
            at = before[0] if before else 0
            self._edits.append(Edit(at, at, (*new, "")))
        return span is not None or bool(new)

    def _piece(self, mapping: Tree, key: str, end: int) -> tuple[str, ...]:
        """The lines of a key as they are freshly written."""
        span = self._fresh_lines.span(mapping, key, end)
        return tuple(self._fresh_lines.lines[slice(*span)]) if span else ()

    def _units(self) -> None:
        """Units that the file does not list yet, added at the end of its list."""
        named = dict.fromkeys(name for row in self._draft.rows for name in row.units)
        missing = [name for name in named if find_unit(self._old.units, name) is None]
        units = value_of(self._tree, "单位")
        if not missing or not isinstance(units, Items):
            return
        span = self._lines.span(self._tree, "单位", len(self._lines.lines))
        column = (units.items[0].place.column or 5) - 3
        added: list[str] = []
        for name in missing:
            added += indented(unit_lines(self._draft, name), column - 2)
            self._changes.append(f"单位：新增“{name}”，请核对它归谁下设")
        if span is not None:
            self._edits.append(Edit(span[1], span[1], tuple(added)))

    def _rows(self, items: Items) -> None:
        span = self._lines.span(self._tree, "事项", len(self._lines.lines))
        end = span[1] if span else len(self._lines.lines)
        spans = self._lines.item_spans(items, end)
        at: dict[str, int] = {}
        for node, (first, last) in zip(items.items, spans, strict=True):
            id = _text(value_of(node, "编号"))
            at[id] = last
            old, new = self._old.duty(id), self._new.duty(id)
            if old is None or old.is_clause or not isinstance(node, Tree):
                continue
            if new is None:
                self._take_out(old, first, last)
            else:
                self._row(node, last, old, new)
        where = min((first for first, _ in spans), default=end)
        for row in self._draft.rows:
            if row.id in at:
                where = at[row.id]
            else:
                added = ("", *row_lines(self._draft, row))
                self._edits.append(Edit(where, where, added))
                self._changes.append(f"{row.id} 新增：{'/'.join((*row.category, row.name))}")

    def _take_out(self, old: Duty, first: int, last: int) -> None:
        while first > 0 and self._lines.lines[first - 1].lstrip().startswith("# "):
            first -= 1
        if first > 0 and not self._lines.lines[first - 1].strip():
            first -= 1
        self._edits.append(Edit(first, last, ()))
        self._changes.append(f"{old.id} 删去：文件中已没有“{old.title}”")

    def _row(self, node: Tree, end: int, old: Duty, new: Duty) -> None:
        """The keys of a row whose printed cell is another one, or that no longer fill it right."""
        fresh, fresh_end = self._fresh_row(new.id)
        wanted: set[str] = set()
        for key in dict.fromkeys((*self._heads[0].of, *self._heads[1].of)):
            before, after = (
                _cells(duty, heads, key)
                for duty, heads in zip((old, new), self._heads, strict=True)
            )
            if before != after and key not in ("序号", "其他"):
                wanted |= set(_WITH.get(key, (key,)))
                self._changes.append(f"{old.id} {key}：“{_line(before)}”改为“{_line(after)}”")
        if old.category != new.category:
            wanted.add("类别")
        cited = _text(value_of(node, "出处"))
        now_cited = _text(value_of(fresh, "出处"))
        if now_cited and cited != now_cited and _PLACE.fullmatch(cited):
            wanted.add("出处")
        if old.printed != new.printed:
            wanted.add("印本")
            if not wanted - {"印本", "出处"}:
                self._changes.append(f"{old.id} 印本：其他栏的内容变了")
        for key in sorted(wanted, key=DUTY_KEYS.index):
            self._key(node, end, key, self._piece(fresh, key, fresh_end))
        self._assumed(node, end, fresh, fresh_end, old, wanted)

    def _fresh_row(self, id: str) -> tuple[Tree, int]:
        items = value_of(self._fresh, "事项")
        assert isinstance(items, Items), "what is rendered has rows"
        spans = self._fresh_lines.item_spans(items, len(self._fresh_lines.lines))
        for node, (_, last) in zip(items.items, spans, strict=True):
            if isinstance(node, Tree) and _text(value_of(node, "编号")) == id:
                return node, last
        raise KeyError(id)

    def _key(self, node: Tree, end: int, key: str, piece: tuple[str, ...]) -> None:
        """Put a freshly written key in the place of the old one, or where it belongs."""
        column = (node.entries[0][0].place.column or 5) - 1
        new = indented(piece, column - 4)
        span = self._lines.span(node, key, end)
        if span is not None:
            if tuple(self._lines.lines[slice(*span)]) != new:
                self._edits.append(Edit(*span, new))
        elif new:
            at = self._after(node, end, key)
            self._edits.append(Edit(at, at, new))

    def _after(self, node: Tree, end: int, key: str) -> int:
        """Behind which line a new key stands: the last key of the row that comes before it."""
        place = end
        before = DUTY_KEYS[: DUTY_KEYS.index(key)]
        for name in reversed(before):
            if span := self._lines.span(node, name, end):
                return span[1]
        return place

    def _assumed(
        self, node: Tree, end: int, fresh: Tree, fresh_end: int, old: Duty, wanted: set[str]
    ) -> None:
        """What an import filled in follows the paper; what a person filled in stays."""
        mine, theirs = value_of(node, "推定"), value_of(fresh, "推定")
        if not isinstance(mine, Tree):
            if isinstance(theirs, Tree):
                self._key(node, end, "推定", self._piece(fresh, "推定", fresh_end))
                self._changes.append(f"{old.id} 推定：新增{_keys(theirs)}")
            return
        if in_braces(mine):
            if _meaning(mine) != _meaning(theirs) and wanted:
                self._changes.append(f"{old.id} 推定：写在括号里，没有改，请核对")
            return
        column = (mine.entries[0][0].place.column or 7) - 1
        added: list[str] = []
        keys = dict.fromkeys(key for tree in (mine, theirs) for key in _names(tree))
        left = [name.text for name, _ in mine.entries]
        for key in keys:
            before, after = value_of(mine, key), value_of(theirs, key)
            piece: tuple[str, ...] = ()
            if isinstance(theirs, Tree) and after is not None:
                piece = indented(self._piece(theirs, key, fresh_end), column - 6)
            if before is None:
                added += piece
                self._changes.append(f"{old.id} 推定：新增{key}")
            elif not _MADE.match(_text(value_of(before, "理由"))):
                if key in wanted:
                    self._changes.append(f"{old.id} 推定：手写的“{key}”没有改，请核对")
            elif _filled_in(before) != _filled_in(after):
                span = self._lines.span(mine, key, end)
                if span is not None:
                    self._edits.append(Edit(*span, piece))
                    left = left if piece else [each for each in left if each != key]
                    self._changes.append(f"{old.id} 推定：{key}随文件改动")
        if added:
            self._edits.append(Edit(end, end, tuple(added)))
        elif not left:
            first = (mine.place.line or 1) - 2
            self._edits = [each for each in self._edits if not first < each.first < end]
            self._edits.append(Edit(first, end, ()))


def _cells(duty: Duty, heads: Headings, key: str) -> tuple[str, ...]:
    return tuple(duty.printed.get(heading, "") for heading in heads.of.get(key, ()))


def _line(cells: tuple[str, ...]) -> str:
    text = "/".join(" ".join(cell.split()) for cell in cells if cell)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) else ""


def _names(tree: Node | None) -> tuple[str, ...]:
    return tuple(name.text for name, _ in tree.entries) if isinstance(tree, Tree) else ()


def _keys(tree: Tree) -> str:
    return "、".join(_names(tree))


def _filled_in(node: Node | None) -> object:
    """What a 推定 of an import says: its value and the row that it comes from.

    How its reason is worded depends on what a format shows of merges, and on the version.
    """
    rows = re.findall(r"承接第(\d+)行", _text(value_of(node, "理由")))
    return _meaning(value_of(node, "值")), rows[-1:]


def _meaning(node: Node | None) -> object:
    """A value without its places."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Items):
        return [_meaning(each) for each in node.items]
    if isinstance(node, Tree):
        return {name.text: _meaning(value) for name, value in node.entries}
    return None
