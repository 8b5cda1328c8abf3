"""A year without a holiday notice: its windows of open days, by the law and the notices so far."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .blocks import Block, Choice, choices
from .candidates import Candidate, candidates
from .law import HolidayLaw
from .likeliest import likeliest
from .seen import SeenRest
from .window import Possible, Window

_ANY_LENGTH = 366


class _Open(Struct, frozen=True):
    """A choice with the days that it may touch."""

    first: int
    last: int
    divisions: tuple[Possible, ...]


def windows(
    law: HolidayLaw, year: int, seen: Sequence[SeenRest], fixed: Mapping[int, bool]
) -> tuple[Window, ...]:
    """The windows of the days that a notice for ``year`` may arrange, in order, apart.

    The first begins in December of the year before. ``seen`` are the rests that bound the lengths;
    ``fixed`` are days that a notice names although the year as a whole is not arranged.
    """
    found = sorted((_open(law, each) for each in choices(law, year, seen)), key=_first)
    guess = likeliest(law, year, {k: v for each in found for k, v in each.divisions[0].items()})
    return tuple(
        Window(
            group[0].first,
            max(each.last for each in group),
            [each.divisions for each in group],
            {block: guess[block] for each in group for block in each.divisions[0]},
            fixed,
        )
        for group in _overlapping(found)
    )


def _open(law: HolidayLaw, choice: Choice) -> _Open:
    most = law.exchange.most
    lawful = {day.toordinal() for division in choice for block in division for day in block.days}
    divisions = tuple(
        {block: tuple(_possible(block, lawful, most)) for block in division} for division in choice
    )
    days = [
        day
        for division in divisions
        for possible in division.values()
        for each in possible
        for day in (each.first, each.last, *each.worked)
    ]
    return _Open(min(days), max(days), divisions)


def _possible(block: Block, lawful: set[int], most_worked: int) -> Iterator[Candidate]:
    """What is possible for a block within its bounds, without a day that is off for another one.

    ``lawful`` are all days off by law that its choice is about: a holiday on a weekend that is made
    up inside another rests itself. Bounds that leave nothing are none: they come from the notices
    of a workspace, which may arrange a holiday in whatever way.
    """
    others = lawful.difference(day.toordinal() for day in block.days)
    found = candidates(block, most_worked)
    unbound = replace(block, shortest=1, longest=_ANY_LENGTH)
    for each in found or candidates(unbound, most_worked):
        if others.isdisjoint(each.off) and others.isdisjoint(each.worked):
            yield each


def _first(each: _Open) -> int:
    return each.first


def _overlapping(found: Sequence[_Open]) -> Iterator[list[_Open]]:
    """The choices that touch the same days, together."""
    group: list[_Open] = []
    for each in found:
        if group and each.first > max(other.last for other in group):
            yield group
            group = []
        group.append(each)
    if group:
        yield group
