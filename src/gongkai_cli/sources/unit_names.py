"""The units of a catalogue by every name that a configuration may call them."""

from ..model.place import Place, Problem
from ..model.unit import Unit, every_unit
from ..notation.characters import half_width


class UnitNames:
    """Names, aliases, and either with the parent's name in front; looked up at once.

    Brackets and letters may be of either width.
    """

    def __init__(self, units: tuple[Unit, ...]) -> None:
        self._names: dict[str, str] = {}
        for unit in every_unit(units):
            for name in (unit.name, *unit.aliases):
                self._names.setdefault(half_width(name), unit.name)
        self._offered = [name for unit in every_unit(units) for name in (unit.name, *unit.aliases)]
        for unit in every_unit(units):
            for child in unit.children:
                for name in (child.name, *child.aliases):
                    self._names.setdefault(half_width(unit.name + name), child.name)

    def find(self, written: str) -> str | None:
        """The name that the catalogue has for a unit; ``None`` for one that it does not have."""
        return self._names.get(half_width(written.strip()))

    def unknown(self, written: str, place: Place) -> Problem:
        """That there is no such unit, with the nearest that there is."""
        from ..notation.nearest import nearest

        found = f"目录中没有单位“{written.strip()}”"
        near = nearest(written.strip(), self._offered)
        return Problem(place, found, "目录“单位”中的名称或别名", near)
