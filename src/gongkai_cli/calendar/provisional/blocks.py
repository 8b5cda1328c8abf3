"""The holidays of a year as a notice has to arrange them: one by one, or two neighbours together.

Source: what the notices for 2004 to 2026 have in common, as ``holiday_law.yaml`` puts it.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from ..day_table import SATURDAY
from .law import Holiday, HolidayLaw, within
from .seen import SeenRest, lengths


class Block(Struct, frozen=True, kw_only=True):
    """Days off for all that are arranged at one stroke.

    ``days`` are the statutory days, in order; ``owed`` is how many weekdays off they give, net of
    weekend days worked; ``shortest`` and ``longest`` bound the rest that is made of them, weekends
    that it touches included; a weekend day worked for it is one of the ``before`` nearest before
    the rest or of the ``after`` nearest after it.
    """

    name: str
    days: tuple[date, ...]
    owed: int
    shortest: int
    longest: int
    before: int
    after: int


Division = tuple[Block, ...]
"""Blocks that are arranged independently of each other."""

Choice = tuple[Division, ...]
"""The ways to divide some holidays into blocks, the likeliest first; one of them comes true."""


def choices(law: HolidayLaw, year: int, seen: Sequence[SeenRest]) -> Iterator[Choice]:
    """The holidays of a year as choices between divisions into blocks.

    ``seen`` are the rests that bound the lengths.
    """
    holidays = {each.name: each for each in law.holidays(year)}
    first, second = law.neighbours.pair
    if first in holidays and second in holidays:
        yield tuple(_divisions(law, seen, holidays.pop(first), holidays.pop(second)))
    for each in holidays.values():
        yield ((_block(law, seen, each.name, each.days, len(each.days)),),)


def _divisions(
    law: HolidayLaw, seen: Sequence[SeenRest], first: Holiday, second: Holiday
) -> Iterator[Division]:
    rules, day = law.neighbours, first.days[0]
    owed = len(first.days) + len(second.days)
    days = tuple(sorted({*first.days, *second.days}))
    joined = _block(law, seen, rules.name, days, owed)
    if within(rules.joined, day):
        yield (joined,)
        return
    beyond = law.exchange.nearest * (2 if within(rules.skipping, day) else 1)
    one = _block(law, seen, first.name, first.days, len(first.days))
    other = _block(law, seen, second.name, second.days, len(second.days))
    apart = (replace(one, after=beyond), replace(other, before=beyond))
    if within(rules.either, day):
        yield from ((joined,), apart) if within(rules.guessed_joined, day) else (apart, (joined,))
    else:
        yield apart
    if within(rules.moved, day) and day.weekday() >= SATURDAY:
        yield (replace(other, owed=owed, before=beyond),)


def _block(
    law: HolidayLaw, seen: Sequence[SeenRest], name: str, days: tuple[date, ...], owed: int
) -> Block:
    shortest, longest = lengths(law, seen, name, owed)
    nearest = law.exchange.nearest
    return Block(
        name=name,
        days=days,
        owed=owed,
        shortest=shortest,
        longest=longest,
        before=nearest,
        after=nearest,
    )
