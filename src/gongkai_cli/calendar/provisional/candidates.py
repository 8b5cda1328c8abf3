"""Every way in which a notice may arrange a block of days off.

Source: the notices for 2004 to 2026, none of which leaves this pattern: the weekdays off, less the
weekend days worked in exchange, are as many as the law gives; they form one run; at most two
weekend days are worked, and those are the nearest ones.

Days are ordinals here (``date.toordinal``), since there are thousands of them to look at.
"""

from collections.abc import Iterator
from itertools import combinations, count, islice

from msgspec import Struct

from .blocks import Block

_WEEK = 7
_WEEKEND = (6, 0)
_DAYS_OF_A_WEEKEND = 2


class Candidate(Struct, frozen=True):
    """One arrangement: weekdays off and weekend days worked, in order.

    ``first`` and ``last`` are the ends of the rest, with the weekends that it touches.
    """

    off: tuple[int, ...]
    worked: tuple[int, ...]
    first: int
    last: int


def candidates(block: Block, most_worked: int) -> tuple[Candidate, ...]:
    """All arrangements of a block that the pattern allows.

    ``most_worked`` is how many weekend days are worked for it at most.
    """
    return tuple(
        Candidate(off, worked, first, last)
        for extra in range(most_worked + 1)
        for off in _runs(block, block.owed + extra)
        for worked in combinations(_weekend_days_near(block, off), extra)
        for first, last in [_rest(block, off, worked)]
        if block.shortest <= last - first + 1 <= block.longest
        and _are_nearest(block, worked, first, last)
    )


def is_weekend(ordinal: int) -> bool:
    """Whether a day is a Saturday or a Sunday."""
    return ordinal % _WEEK in _WEEKEND


def _runs(block: Block, length: int) -> Iterator[tuple[int, ...]]:
    """Every run of weekdays that takes in the statutory days, or adjoins those on a weekend.

    That is: no weekday from the first to the last of both is left out.
    """
    earliest = block.days[0].toordinal() - _WEEK - length * _DAYS_OF_A_WEEKEND
    latest = block.days[-1].toordinal() + _WEEK + length * _DAYS_OF_A_WEEKEND
    weekdays = [day for day in range(earliest, latest) if not is_weekend(day)]
    for start in range(len(weekdays) - length + 1):
        off = tuple(weekdays[start : start + length])
        first, last = _ends(block, off)
        if sum(first <= day <= last for day in weekdays) == length:
            yield off


def _ends(block: Block, off: tuple[int, ...]) -> tuple[int, int]:
    return (
        min(off[0], block.days[0].toordinal()),
        max(off[-1], block.days[-1].toordinal()),
    )


def _weekend_days_near(block: Block, off: tuple[int, ...]) -> tuple[int, ...]:
    """All weekend days that could be worked, whether the rest takes in the next weekend or not."""
    first, last = _ends(block, off)
    before = islice(_weekend_days(first, -1), block.before + _DAYS_OF_A_WEEKEND)
    after = islice(_weekend_days(last, 1), block.after + _DAYS_OF_A_WEEKEND)
    return (*sorted(before), *after)


def _rest(block: Block, off: tuple[int, ...], worked: tuple[int, ...]) -> tuple[int, int]:
    first, last = _ends(block, off)
    while is_weekend(first - 1) and first - 1 not in worked:
        first -= 1
    while is_weekend(last + 1) and last + 1 not in worked:
        last += 1
    return first, last


def _are_nearest(block: Block, worked: tuple[int, ...], first: int, last: int) -> bool:
    nearest = {
        *islice(_weekend_days(first, -1), block.before),
        *islice(_weekend_days(last, 1), block.after),
    }
    return nearest.issuperset(worked)


def _weekend_days(beyond: int, step: int) -> Iterator[int]:
    """Weekend days one after the other, before (``step`` -1) or after (1) a day."""
    return (day for day in count(beyond + step, step) if is_weekend(day))
