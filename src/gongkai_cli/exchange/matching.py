"""Rows of two sides that are one: paired by what identifies them, the surest first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

Row = TypeVar("Row")
Key = Callable[[Row], Hashable | None]


class Indexed(Generic[Row]):
    """Rows that can be found by any key; each index is made once, however often it is asked for.

    Keys must be equal where they do the same.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self._indices: dict[Hashable, dict[Hashable, list[int]]] = {}

    def with_key(self, key: Key[Row], value: Hashable) -> Sequence[int]:
        """The numbers of the rows that have a key, in their order."""
        if key not in self._indices:
            index: defaultdict[Hashable, list[int]] = defaultdict(list)
            for number, row in enumerate(self.rows):
                if (found := key(row)) is not None:
                    index[found].append(number)
            self._indices[key] = dict(index)
        return self._indices[key].get(value, ())


class Matching(Generic[Row]):
    """Pairs of rows of two sides; a pair, once made, stays.

    ``taken`` are the numbers of rows of the right side that are in no pair to begin with.
    """

    def __init__(
        self, left: Sequence[Row], right: Indexed[Row], taken: Collection[int] = ()
    ) -> None:
        self._left = left
        self._right = right
        self._pairs: dict[int, int] = {}
        self._taken = set(taken)

    def by(self, key: Key[Row], right_key: Key[Row] | None = None) -> None:
        """Pair what is not paired yet and has the same key; ``None`` is the key of nothing.

        ``right_key`` is that of the right side where it is another. Several rows of one key are
        paired in their order where there are as many on both sides, and not at all where there are
        not: which of them is which would be a guess.
        """
        lefts: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, row in enumerate(self._left):
            if number not in self._pairs and (found := key(row)) is not None:
                lefts[found].append(number)
        for value, numbers in lefts.items():
            every = self._right.with_key(right_key or key, value)
            others = [each for each in every if each not in self._taken]
            if len(others) == len(numbers):
                self._pairs.update(zip(numbers, others, strict=True))
                self._taken.update(others)

    def pairs(self) -> Iterator[tuple[Row, Row | None]]:
        """Every row of the left side in its order, with its row of the right side."""
        for number, row in enumerate(self._left):
            found = self._pairs.get(number)
            yield row, None if found is None else self._right.rows[found]

    def left_over(self) -> Iterable[Row]:
        """The rows of the right side that are in no pair, in their order."""
        return (each for number, each in enumerate(self._right.rows) if number not in self._taken)

    @property
    def taken(self) -> frozenset[int]:
        """The numbers of the rows of the right side that are in a pair."""
        return frozenset(self._taken)
