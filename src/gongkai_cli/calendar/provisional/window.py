"""Days in a row of which some may be arranged this way or that, and how many of them work."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from .blocks import Block
from .candidates import Candidate, is_weekend

Possible = Mapping[Block, Sequence[Candidate]]
"""What is possible for each block of one division of some holidays."""

Arranged = Mapping[Block, Candidate]
"""One arrangement for each block."""

Extreme = Callable[[Iterable[int]], int]
"""``min`` or ``max``."""


class Counts(NamedTuple):
    """Working days so far, day after day: at least, by the likeliest arrangement, at most.

    None of the three falls, or grows by more than one a day.
    """

    fewest: list[int]
    likely: list[int]
    most: list[int]


class Outcome(NamedTuple):
    """What a day will be: ``works`` is ``None`` where it is open, ``likely`` is the best guess."""

    works: bool | None
    likely: bool
    holiday: str | None = None


class Window:
    """The days from ``first`` to ``last``, as ordinals.

    ``choices`` has, for each holiday or for two neighbours, the divisions with what is possible:
    whatever comes true is, for each of them, a candidate of every block of one division.
    ``likeliest`` is one such arrangement. ``fixed`` are days that a notice already names.
    """

    def __init__(
        self,
        first: int,
        last: int,
        choices: Iterable[Sequence[Possible]],
        likeliest: Arranged,
        fixed: Mapping[int, bool],
    ) -> None:
        self.first = first
        self.last = last
        self._choices = tuple(choices)
        self._likeliest = likeliest
        self._fixed = fixed
        self._plain = [int(fixed.get(day, not is_weekend(day))) for day in range(first, last + 1)]
        self._changes = [
            [
                [[self._changed(each) for each in possible] for possible in division.values()]
                for division in choice
            ]
            for choice in self._choices
        ]
        self._likely = _sums([self._plain, *map(self._changed, likeliest.values())])
        self._counts: dict[int, Counts] = {}

    def counts(self, after: int) -> Counts:
        """Working days from the day after ``after`` to each later day of the window.

        ``after`` is the day before the window or any of its days but the last.
        """
        if after not in self._counts:
            start = after - self.first + 1
            likely = list(accumulate(self._likely[start:]))
            self._counts[after] = Counts(
                _reached_by_ones(accumulate(self._net(start, min), max, initial=0)),
                likely,
                list(accumulate(self._net(start, max), _stay_or_grow, initial=0))[1:],
            )
        return self._counts[after]

    def outcome(self, day: int) -> Outcome:
        """What one of its days will be."""
        place = day - self.first
        changed = [self._is_changed(choice, place) for choice in self._changes]
        works = bool(self._plain[place])
        return Outcome(
            not works if True in changed else None if None in changed else works,
            bool(self._likely[place]),
            self._holiday(day),
        )

    def _changed(self, each: Candidate) -> list[int]:
        """What it adds to each day: 1 where a day is worked for it, -1 where one is off."""
        changes = dict.fromkeys(each.off, -1) | dict.fromkeys(each.worked, 1)
        return [
            0 if day in self._fixed else changes.get(day, 0)
            for day in range(self.first, self.last + 1)
        ]

    def _net(self, start: int, extreme: Extreme) -> list[int]:
        """The extreme of what is possible, each block by itself.

        Blocks that may touch the same day can make this more extreme than any count.
        """
        rows = [list(accumulate(self._plain[start:]))]
        for choice in self._changes:
            divisions = [
                _sums(
                    _columns(extreme, [list(accumulate(each[start:])) for each in possible])
                    for possible in division
                )
                for division in choice
            ]
            rows.append(_columns(extreme, divisions))
        return _sums(rows)

    @staticmethod
    def _is_changed(choice: list[list[list[list[int]]]], place: int) -> bool | None:
        """Whether a day is other than it would be without the holiday; ``None`` where it may be."""
        must = [
            any(all(each[place] for each in possible) for possible in division)
            for division in choice
        ]
        may = [
            any(any(each[place] for each in possible) for possible in division)
            for division in choice
        ]
        return True if all(must) else None if any(may) else False

    def _holiday(self, day: int) -> str | None:
        """The holiday that a day rests or works for, by the guess or else by some candidate."""
        named = (block.name for block, each in self._candidates() if _concerns(each, day))
        return next(named, None)

    def _candidates(self) -> Iterator[tuple[Block, Candidate]]:
        yield from self._likeliest.items()
        for choice in self._choices:
            for division in choice:
                for block, possible in division.items():
                    yield from ((block, each) for each in possible)


def _concerns(each: Candidate, day: int) -> bool:
    return each.first <= day <= each.last or day in each.worked


def _stay_or_grow(before: int, now: int) -> int:
    """The most on a day, by the most on the day before, which a count leaves by at most one."""
    return min(max(before, now), before + 1)


def _reached_by_ones(fewest: Iterable[int]) -> list[int]:
    """The fewest on each day but the first, by the fewest later on: a day adds at most one."""
    backwards = list(fewest)[:0:-1]
    return list(accumulate(backwards, lambda after, now: max(now, after - 1)))[::-1]


def _sums(rows: Iterable[Sequence[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _columns(extreme: Extreme, rows: Sequence[Sequence[int]]) -> list[int]:
    return [extreme(column) for column in zip(*rows, strict=True)]
