"""The tree of units that all cells of a catalogue together suggest.

甲中心 is a parent where it stands before several sections (甲中心秘书科, 甲中心宣传科), is named
itself, or where its section is also named without it. A name without its parent (宣传科) is that
section.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...model.unit import Unit
from .unit_cells import group_of, is_unit

_PARENTS = ("中心", "大队", "支队", "总队", "分局", *"局委办处所部院站馆会镇乡")
_SECTIONS = (*"科室股处队所站办部组", "中心")
_NOT_PARTED = ("公室", "事处")
"""What must not be cut off: 党政办公室 is not the 公室 of a 党政办."""


class Proposal(Struct, frozen=True):
    """The tree; for each name as printed why it was put where it is, where that is inferred."""

    units: tuple[Unit, ...]
    reasons: dict[str, str]


def propose_tree(cells: Sequence[Sequence[str]], prose: str = "") -> Proposal:
    """The tree of the units in all cells; ``prose`` is the text of the paper around the table.

    >>> tree = propose_tree([["甲中心秘书科", "宣传科"], ["甲中心宣传科"], ["政工室"]]).units
    >>> [(unit.name, [child.name for child in unit.children]) for unit in tree]
    [('甲中心', ['秘书科', '宣传科']), ('政工室', [])]
    """
    return _Tree(cells, prose).proposal()


class _Tree:
    def __init__(self, cells: Sequence[Sequence[str]], prose: str) -> None:
        self._cells = cells
        self._prose = prose
        self._names = tuple(dict.fromkeys(name for cell in cells for name in cell))
        self._reasons: dict[str, str] = {}
        self._parent_of: dict[str, tuple[str, str]] = {}
        self._parents = self._find_parents()
        self._place_bare()

    def proposal(self) -> Proposal:
        sections = Counter(set(self._parent_of.values()))
        alike = Counter(section for _, section in sections)
        top = {name for name in self._names if name not in self._parent_of}
        doubled = {section for section, n in alike.items() if n > 1 or section in top}
        units: list[Unit] = []
        seen: set[str] = set()
        for name in self._names:
            parent = self._parent_of.get(name, (name, ""))[0]
            if parent not in seen:
                seen.add(parent)
                units.append(self._unit(parent, doubled))
        return Proposal(tuple(units), self._reasons)

    def _unit(self, name: str, doubled: set[str]) -> Unit:
        placed = (self._parent_of[each] for each in self._names if each in self._parent_of)
        sections = dict.fromkeys(section for parent, section in placed if parent == name)
        children = tuple(Unit(name + each if each in doubled else each) for each in sections)
        kind = group_of(name)
        if kind is None:
            return Unit(name, children=children)
        why = f"文件只写“{name}”，没有列出名单"
        if kind in self._names:
            return Unit(name, group=why)
        return Unit(kind, aliases=(name,), group=why)

    def _find_parents(self) -> tuple[str, ...]:
        """The parents, found in the names that have one in front."""
        cut = {name: tuple(_cuts(name)) for name in self._names}
        below: dict[str, set[str]] = {}
        for pairs in cut.values():
            for parent, section in pairs:
                below.setdefault(parent, set()).add(section)
        for name in self._names:
            for parent, section in cut[name]:
                several = len(below[parent]) > 1
                if several or parent in self._names or section in self._names:
                    self._parent_of[name] = parent, section
                    break
        return tuple(dict.fromkeys(parent for parent, _ in self._parent_of.values()))

    def _place_bare(self) -> None:
        """Put names without their parent to it: by another cell, the text, the name before."""
        named: dict[str, set[str]] = {}
        for parent, section in self._parent_of.values():
            named.setdefault(section, set()).add(parent)
        for name in self._names:
            if name in self._parent_of or name in self._parents:
                continue
            written = named.get(name, set()) | set(self._in_prose(name))
            if len(written) == 1:
                parent = next(iter(written))
                self._put(name, parent, f"“{name}”即“{parent}{name}”：文件中两种写法都有")
            elif written:
                several = "、".join(sorted(parent + name for parent in written))
                self._reasons[name] = f"“{name}”可能是{several}，没有归入"
            elif before := self._before(name):
                self._put(name, before, f"“{name}”与前一个单位共用“{before}”")

    def _put(self, name: str, parent: str, reason: str) -> None:
        self._parent_of[name] = parent, name
        self._reasons[name] = reason

    def _in_prose(self, name: str) -> Iterator[str]:
        return (parent for parent in self._parents if parent + name in self._prose)

    def _before(self, name: str) -> str | None:
        """The parent of the name before in every cell that has this name, if it is of its kind."""
        parents: set[str | None] = set()
        for cell in self._cells:
            for n, each in enumerate(cell):
                if each != name:
                    continue
                before = self._parent_of.get(cell[n - 1]) if n else None
                alike = before is not None and before[1][-1] == name[-1] and name[-1] in "科股组"
                parents.add(before[0] if before and alike else None)
        return parents.pop() if len(parents) == 1 else None


def _cuts(name: str) -> Iterator[tuple[str, str]]:
    """The ways to part a name into a parent and its section, the longest parent first."""
    for at in range(len(name) - 2, 2, -1):
        parent, section = name[:at], name[at:]
        fits = parent.endswith(_PARENTS) and section.endswith(_SECTIONS) and is_unit(section)
        if fits and not section.startswith(_NOT_PARTED):
            yield parent, section
