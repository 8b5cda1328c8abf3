"""The catalogues of several years: which row is which, and which catalogue counts on a day.

A catalogue is in force from the first day of its period until the next one is: what its title or
its period says of an end leaves no gap in which nothing would be owed.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from datetime import date, timedelta

from msgspec import Struct, structs

from .model.duty import Catalogue, Duty, Period, PrintedLimit

_DAY = timedelta(days=1)
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


def aligned(catalogues: Iterable[Catalogue]) -> tuple[Catalogue, ...]:
    """Catalogues in the order of their time, a row with one id in all of them: the newest's.

    A row that a newer one does not have keeps its id unless another row bears it there; the year in
    which its catalogue begins is then put behind.
    """
    ordered = sorted(catalogues, key=_begins)
    found: list[Catalogue] = []
    borne: set[str] = set()
    for catalogue in reversed(ordered):
        if found:
            catalogue = _renumbered(catalogue, found[-1], borne)
        borne |= {duty.id for duty in catalogue.duties}
        found.append(catalogue)
    return tuple(reversed(found))


def _renumbered(old: Catalogue, new: Catalogue, borne: set[str]) -> Catalogue:
    ids: dict[str, str] = {}
    for before, after in matched(old, new):
        if before is not None and after is not None:
            ids[before.id] = after.id
        elif before is not None:
            taken = before.id in borne
            ids[before.id] = f"{before.id}-{_begins(old).year}" if taken else before.id
    duties = tuple(
        structs.replace(
            duty,
            id=ids[duty.id],
            once_called=duty.id if ids[duty.id] != duty.id else None,
            subject_of=duty.subject_of and ids[duty.subject_of],
            appears_in=duty.appears_in and ids[duty.appears_in],
        )
        for duty in old.duties
    )
    return structs.replace(old, duties=duties)


def _begins(catalogue: Catalogue) -> date:
    return catalogue.period.first or date.min


class Edition(Struct, frozen=True):
    """A catalogue with the days on which it is in force, both included."""

    catalogue: Catalogue
    in_force: Period


def editions_of(catalogues: Sequence[Catalogue]) -> tuple[Edition, ...]:
    """Each of ``aligned`` catalogues with its time; the oldest holds for whatever lies before."""
    starts = [_begins(each) for each in catalogues[1:]]
    firsts = (None, *starts)
    lasts = (*(start - _DAY for start in starts), None)
    return tuple(
        Edition(catalogue, Period(first, last))
        for catalogue, first, last in zip(catalogues, firsts, lasts, strict=True)
    )


def in_force(editions: Sequence[Edition], day: date) -> Edition:
    """The edition of a day."""
    return next(each for each in editions if each.in_force.holds(day))


def catalogue_on(catalogue: Catalogue, editions: Sequence[Edition], day: date) -> Catalogue:
    """The catalogue of a day: ``catalogue`` itself where there are no others."""
    return in_force(editions, day).catalogue if editions else catalogue


def with_rows_of_others(editions: Sequence[Edition], day: date, ids: Set[str]) -> Catalogue:
    """The catalogue of a day, and behind its own rows those of other years that are in ``ids``.

    These bear the title of their catalogue in ``only_in`` and no limits: what they owed is a matter
    of the day on which something happened (``as_then``).
    """
    now = in_force(editions, day).catalogue
    rows = {duty.id: duty for duty in now.duties}
    for edition in reversed(editions):
        for duty in edition.catalogue.duties:
            if duty.id in ids and duty.id not in rows:
                title = edition.catalogue.title
                rows[duty.id] = structs.replace(duty, limits=(), freshness=None, only_in=title)
    return structs.replace(now, duties=tuple(rows.values()))


def as_then(duty: Duty, then: Catalogue) -> Duty:
    """A row with the limits that the catalogue of another time sets: none where it has no such row.

    The basis of a limit then names its catalogue: 附件1第7行 alone would be that of today.
    """
    found = then.duty(duty.id)
    if found is None:
        return structs.replace(duty, limits=(), freshness=None)
    return structs.replace(duty, limits=tuple(_cited(limit, then) for limit in found.limits))


def _cited(limit: PrintedLimit, catalogue: Catalogue) -> PrintedLimit:
    basis = limit.basis
    if catalogue.source in basis.text:
        return limit
    named = structs.replace(basis, text=f"{catalogue.source} {basis.text}")
    return structs.replace(limit, basis=named)
