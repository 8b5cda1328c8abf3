"""Which row of one catalogue is which of another."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ..model.duty import Catalogue, Duty

_ALIKE = 0.6
"""How much of two names is the same where one row was renamed to the other."""

Pair = tuple[Duty | None, Duty | None]


def matched(old: Catalogue, new: Catalogue) -> tuple[Pair, ...]:
    """Every row of two catalogues with its row in the other, in the order of the new one.

    Rows are the same where id and name agree, else where category and name, or the name alone, is
    found once in each; what is left pairs with the row of the same id, or of the same category, if
    content or name is much the same (renamed). A row without a counterpart comes with ``None``:
    new ones in their place, dropped ones at the end.
    """
    matching = _Matching(old.duties, new.duties)
    matching.by(lambda duty: (duty.id, duty.name))
    matching.by(lambda duty: (duty.category, duty.name))
    matching.by(lambda duty: duty.name)
    matching.renamed()
    return tuple(matching.pairs())


class _Matching:
    """Rows being paired: a pair, once made, stays."""

    def __init__(self, old: Sequence[Duty], new: Sequence[Duty]) -> None:
        self._old, self._new = old, new
        self._old_of: dict[str, Duty] = {}
        self._taken: set[str] = set()

    def by(self, key: Callable[[Duty], object]) -> None:
        """Pair what has the same key, where only one of each side has it."""
        old, new = self._left()
        once = {each for each, count in Counter(map(key, new)).items() if count == 1}
        counts = Counter(map(key, old))
        found = {key(duty): duty for duty in old if counts[key(duty)] == 1}
        for duty in new:
            if key(duty) in once and key(duty) in found:
                self._pair(found[key(duty)], duty)

    def renamed(self) -> None:
        """Pair rows whose name has changed: the same id first, then the likeliest of a category."""
        old, new = self._left()
        likely = [
            (before.id == after.id, _likeness(before, after), -n, before, after)
            for n, before in enumerate(old)
            for after in new
            if before.id == after.id or before.category == after.category
        ]
        for _, alike, _, before, after in sorted(likely, key=lambda each: each[:3], reverse=True):
            free = before.id not in self._taken and after.id not in self._old_of
            if free and alike >= _ALIKE:
                self._pair(before, after)

    def pairs(self) -> Iterator[Pair]:
        """All rows of both sides."""
        for duty in self._new:
            yield self._old_of.get(duty.id), duty
        for duty in self._old:
            if duty.id not in self._taken:
                yield duty, None

    def _left(self) -> tuple[list[Duty], list[Duty]]:
        old = [duty for duty in self._old if duty.id not in self._taken]
        return old, [duty for duty in self._new if duty.id not in self._old_of]

    def _pair(self, old: Duty, new: Duty) -> None:
        self._old_of[new.id] = old
        self._taken.add(old.id)


def _likeness(old: Duty, new: Duty) -> float:
    """From 0 to 1: of names or, where both have some, of contents; the higher of the two."""
    from difflib import SequenceMatcher

    texts = [(old.name, new.name)]
    if old.content and new.content:
        texts.append((old.content, new.content))
    return max(SequenceMatcher(None, before, after).ratio() for before, after in texts)
