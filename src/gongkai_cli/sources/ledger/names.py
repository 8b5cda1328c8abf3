"""The duties and units of a catalogue by the names that people write into a ledger."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ...model.duty import Catalogue, Duty
from ...model.unit import Unit, every_unit, find_unit
from ...notation.characters import half_width, without_space
from .cells import Cell, Unreadable, read_text

_MARKS = str.maketrans(dict.fromkeys("“”\"‘’'「」『』《》、,:;") | dict.fromkeys(">→\\|", "/"))
_HYPHENS = r"(?<![0-9a-z])[-._—–]|[-._—–](?![0-9a-z])"
_BETWEEN = str.maketrans(dict.fromkeys("，,;；/\r\n", "、"))
_ACCEPTED_DUTY = "目录中的事项：编号（如 {}）、名称，或“类别/名称”"
_ACCEPTED_UNITS = "目录中的单位名称或别名，多个用顿号分开"


class DutyNames:
    """Every way to write a duty: its id, its name, category/name, or the id before either.

    ``others`` are the catalogues of other years, whose names hold as well; an id that is one duty
    in one year and another one in the next is refused, as the row may be about either.
    """

    def __init__(self, catalogue: Catalogue, others: Sequence[Catalogue] = ()) -> None:
        self._named: defaultdict[str, dict[str, Duty]] = defaultdict(dict)
        self._ids: defaultdict[str, dict[str, Duty]] = defaultdict(dict)
        for duty in (duty for each in (catalogue, *others) for duty in each.duties):
            for id in filter(None, (duty.id, duty.once_called)):
                self._ids[_key(id)].setdefault(duty.id, duty)
                for spelling in _spellings(duty, id):
                    self._named[_key(spelling)].setdefault(duty.id, duty)
        self._accepted = _ACCEPTED_DUTY.format(
            catalogue.duties[0].id if catalogue.duties else "A01"
        )

    def read(self, cell: Cell) -> str:
        """The id of the duty that a cell names; raises ``Unreadable`` for none or several."""
        text = read_text(cell)
        key = _key(text)
        if not key:
            raise Unreadable("没有填写事项", self._accepted)
        called = list(self._ids.get(key, {}).values())
        if len(called) > 1:
            labels = "、".join(map(duty_label, called))
            found = f"各年目录中编号“{text}”不是同一个事项：{labels}"
            raise Unreadable(found, "写事项的名称，或“类别/名称”")
        duties = called or list(self._named.get(key, {}).values())
        if len(duties) == 1:
            return duties[0].id
        if duties:
            raise Unreadable(
                f"目录中有{len(duties)}个事项叫“{text}”", "、".join(map(duty_label, duties))
            )
        raise self._unknown(text, key)

    def read_if_any(self, cell: Cell) -> str | None:
        """The same, where a cell may be left empty."""
        return self.read(cell) if read_text(cell).strip() else None

    def _unknown(self, text: str, key: str) -> Unreadable:
        for id, called in self._ids.items():
            rest = key.removeprefix(id)
            if rest != key and not rest[0].isascii():
                label = "、".join(map(duty_label, called.values()))
                return Unreadable(f"编号和名称不是同一个事项：“{text}”", self._accepted, label)
        from ...notation.nearest import nearest

        found = nearest(key, [*self._ids, *self._named]) or ""
        duties = self._ids.get(found) or self._named.get(found) or {}
        near = "、".join(map(duty_label, duties.values())) or None
        return Unreadable(f"目录中没有事项“{text}”", self._accepted, near)


class UnitNames:
    """The units of a catalogue by name, alias or full name (parent and name).

    A name that only the catalogues of other years have is theirs.
    """

    def __init__(self, catalogue: Catalogue, others: Sequence[Catalogue] = ()) -> None:
        self._units = catalogue.units
        self._others = tuple(UnitNames(each) for each in others)
        self._names = tuple(_unit_names(catalogue.units))
        self._as_named = {_plain(name): name for name in reversed(self._names)}

    def read(self, cell: Cell) -> tuple[str, ...]:
        """The canonical names of the units in a cell; raises ``Unreadable`` for an unknown one."""
        text = read_text(cell)
        whole = _plain(text)
        if not whole:
            return ()
        if "\n" not in text and (self._here(whole) or self._known_once(whole)):
            return (self._one(whole),)
        parts = (_plain(part) for part in text.translate(_BETWEEN).split("、"))
        return tuple(dict.fromkeys(self._one(part) for part in parts if part))

    def _known_once(self, name: str) -> bool:
        return any(other.knows(name) for other in self._others)

    def knows(self, name: str) -> bool:
        """Whether a unit is called so, and only one."""
        try:
            return bool(self._one(name))
        except Unreadable:
            return False

    def _here(self, name: str) -> Unit | None:
        """The unit of this catalogue that is called so, in full or in half width."""
        return find_unit(self._units, self._as_named.get(name, name))

    def _one(self, name: str) -> str:
        name = self._as_named.get(name, name)
        same = [unit for unit in every_unit(self._units) if name in (unit.name, *unit.aliases)]
        if len(same) > 1:
            raise Unreadable(f"目录中有{len(same)}个单位叫“{name}”", "上级单位加单位名称的全称")
        unit = find_unit(self._units, name)
        if unit is not None:
            return unit.name
        for other in self._others:
            if other.knows(name):
                return other.read(name)[0]
        from ...notation.nearest import nearest

        raise Unreadable(f"目录中没有单位“{name}”", _ACCEPTED_UNITS, nearest(name, self._names))


def duty_label(duty: Duty) -> str:
    """A duty as it is offered for choice: its id and what tells it apart.

    >>> duty_label(Duty(id="A15", category=("双随机",), name="专题展示"))
    'A15 双随机/专题展示'
    """
    return f"{duty.id} {duty.title}"


def _spellings(duty: Duty, id: str) -> Iterator[str]:
    whole = "/".join((*duty.category, duty.name))
    last = "/".join((*duty.category[-1:], duty.name))
    for name in (duty.name, duty.title, whole, last):
        yield name
        yield id + name


def _key(text: str) -> str:
    """A name as it is compared: half width, without white space and marks.

    A hyphen or point stays only inside an id (C06-1).
    """
    return re.sub(_HYPHENS, "", without_space(half_width(text)).lower().translate(_MARKS))


def _plain(name: str) -> str:
    """The name of a unit as it is compared: 各村（社区） may be typed as 各村(社区)."""
    return without_space(half_width(name))


def _unit_names(units: tuple[Unit, ...]) -> Iterator[str]:
    for unit in every_unit(units):
        yield unit.name
        yield from unit.aliases
        for child in unit.children:
            yield unit.name + child.name
