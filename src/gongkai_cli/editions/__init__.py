"""The catalogues of several years: which row is which, and which catalogue counts on a day.

A catalogue is in force from the first day of its period until the next one is: what its title or
its period says of an end leaves no gap in which nothing would be owed.
"""

from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta

from msgspec import Struct, structs

from ..model.duty import Catalogue, Duty, Period, PrintedLimit
from .matching import matched

__all__ = [
    "Edition",
    "aligned",
    "as_then",
    "catalogue_on",
    "editions_of",
    "in_force",
    "matched",
    "renumbered",
    "with_rows_of_others",
]

_DAY = timedelta(days=1)


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
            catalogue = renumbered(catalogue, found[-1], borne)
        borne |= {duty.id for duty in catalogue.duties}
        found.append(catalogue)
    return tuple(reversed(found))


def renumbered(catalogue: Catalogue, like: Catalogue, borne: Set[str]) -> Catalogue:
    """A catalogue whose rows bear the ids that they have in another one.

    A row that the other does not have keeps its id, with its own year behind where it is ``borne``.
    """
    ids: dict[str, str] = {}
    for own, other in matched(catalogue, like):
        if own is not None and other is not None:
            ids[own.id] = other.id
        elif own is not None:
            taken = own.id in borne
            ids[own.id] = f"{own.id}-{_begins(catalogue).year}" if taken else own.id
    duties = tuple(
        structs.replace(
            duty,
            id=ids[duty.id],
            once_called=duty.id if ids[duty.id] != duty.id else None,
            subject_of=duty.subject_of and ids[duty.subject_of],
            appears_in=duty.appears_in and ids[duty.appears_in],
        )
        for duty in catalogue.duties
    )
    return structs.replace(catalogue, duties=duties)


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
