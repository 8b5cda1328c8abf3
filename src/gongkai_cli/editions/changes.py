"""What changes from one catalogue to the next: rows, names, units, limits."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from ..model.duty import Catalogue, Duty, PrintedLimit
from .matching import matched

What = Literal["name", "category", "content", "openness", "units", "limit", "freshness"]


class Changed(Struct, frozen=True, kw_only=True):
    """One thing about a row that is another one now, in the words of both papers.

    ``same_meaning`` is true of a limit whose words changed and whose reading did not.
    """

    what: What
    before: str
    after: str
    same_meaning: bool = False


class RowChange(Struct, frozen=True, kw_only=True):
    """A row that is new (no ``old``), dropped (no ``new``), or not as it was."""

    old: Duty | None
    new: Duty | None
    changed: tuple[Changed, ...] = ()

    @property
    def kind(self) -> Literal["added", "dropped", "changed"]:
        """What became of the row."""
        return "added" if self.old is None else "dropped" if self.new is None else "changed"

    def of(self, what: What) -> Changed | None:
        """What changed about one thing."""
        return next((each for each in self.changed if each.what == what), None)


def changes(old: Catalogue, new: Catalogue) -> tuple[RowChange, ...]:
    """Every row that is not the same in both, in the order of the new one, dropped ones last.

    A row that only bears another number is the same row. Units are compared by the names that the
    papers give them, limits by their words and by how those are read.
    """
    return tuple(_changes(old, new))


def _changes(old: Catalogue, new: Catalogue) -> Iterator[RowChange]:
    for before, after in matched(old, new):
        if before is None or after is None:
            yield RowChange(old=before, new=after)
        elif found := tuple(_changed(before, after)):
            yield RowChange(old=before, new=after, changed=found)


def _changed(old: Duty, new: Duty) -> Iterator[Changed]:
    texts: tuple[tuple[What, str, str], ...] = (
        ("name", old.name, new.name),
        ("category", "/".join(old.category), "/".join(new.category)),
        ("content", old.content, new.content),
        ("openness", old.openness or "", new.openness or ""),
        ("units", _units(old), _units(new)),
    )
    for what, before, after in texts:
        if before != after:
            yield Changed(what=what, before=before, after=after)
    yield from _limits("limit", old.limits, new.limits)
    yield from _limits(
        "freshness", tuple(filter(None, (old.freshness,))), tuple(filter(None, (new.freshness,)))
    )


def _limits(
    what: What, old: tuple[PrintedLimit, ...], new: tuple[PrintedLimit, ...]
) -> Iterator[Changed]:
    before, after = ("；".join(each.wording for each in limits) for limits in (old, new))
    if before != after:
        meanings = [tuple(each.reading.limits for each in limits) for limits in (old, new)]
        refused = any(each.reading.refused for each in (*old, *new))
        same = meanings[0] == meanings[1] and not refused
        yield Changed(what=what, before=before, after=after, same_meaning=same)


def _units(duty: Duty) -> str:
    """The units that answer, in one order: that of the paper alone changes nothing."""
    alone = "" if len(duty.unit_names) == 1 else "（牵头）"
    lead = [each.unit + alone for each in duty.units if each.role == "lead"]
    rest = sorted(each.unit for each in duty.units if each.role == "joint")
    helping = [f"{each.unit}（配合）" for each in duty.units if each.role == "support"]
    return "、".join((*lead, *rest, *sorted(helping))) + (duty.open_units or "")
