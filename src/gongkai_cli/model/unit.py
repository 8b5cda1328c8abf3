"""The units of a body: a tree with aliases and open groups."""

from collections.abc import Iterator

from msgspec import Struct

from .place import Place


class Unit(Struct, frozen=True):
    """A unit, its sections below it.

    ``group`` marks an open group (各派出所): the members are not listed, and it says why.
    """

    name: str
    aliases: tuple[str, ...] = ()
    group: str | None = None
    children: tuple["Unit", ...] = ()
    place: Place | None = None

    def walk(self) -> Iterator["Unit"]:
        """This unit and every unit below it, top first."""
        yield self
        for child in self.children:
            yield from child.walk()


def every_unit(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """Every unit of the tree, parents before their sections."""
    for unit in units:
        yield from unit.walk()


def find_unit(units: tuple[Unit, ...], name: str) -> Unit | None:
    """The unit called ``name``: by its name, an alias, or its parent's name put before its own.

    >>> tree = (Unit("指挥中心", children=(Unit("秘书科"),)),)
    >>> find_unit(tree, "指挥中心秘书科").name
    '秘书科'
    >>> find_unit(tree, "财务科") is None
    True
    """
    for unit in every_unit(units):
        if name == unit.name or name in unit.aliases:
            return unit
        for child in unit.children:
            if name.startswith(unit.name) and name[len(unit.name) :] in (
                child.name,
                *child.aliases,
            ):
                return child
    return None


def names_within(unit: Unit) -> frozenset[str]:
    """The names of a unit and of all its sections."""
    return frozenset(each.name for each in unit.walk())
