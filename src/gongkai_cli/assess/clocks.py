"""Which clocks a duty carries: the catalogue's own limits and those of law and superior rules."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import structs

from ..model.basis import Authority
from ..model.deadline import Clock
from ..model.duty import Duty, Statute
from ..model.limit import ByDate, Limit, Periodic, Within

BasisChoice = Literal["从严", "目录", "法律"]
_RANK = {Authority.LAW: 0, Authority.SUPERIOR: 1, Authority.OWN: 2}
_TIMED = (Within, ByDate, Periodic)
_WORD = {"workday": "wd", "day": "d", "week": "w", "month": "m", "year": "y", "hour": "h"}


def clocks_of(
    duty: Duty, statutes: Iterable[Statute], day: date, basis: BasisChoice = "从严"
) -> tuple[Clock, ...]:
    """The clocks that run on ``duty`` for something that happens on ``day``.

    Limits that ask the same thing are one clock with several bases, the highest rank first; the
    wording is the catalogue's own where it has one. A statute counts if it is in force on ``day``
    and its tags or words touch the duty. One that another replaces is kept with ``replaced_by``
    set (条例26: 法律、法规另有规定的，从其规定). ``basis`` picks which count: 从严 all, 目录 the
    catalogue's own, 法律 those of law.
    """
    merged: dict[str, Clock] = {}
    for clock in (*_own(duty), *_statutory(duty, tuple(statutes), day)):
        if not _picked(clock.authority, basis):
            continue
        same = merged.get(clock.key)
        merged[clock.key] = clock if same is None else _merge(same, clock)
    return tuple(merged.values())


def law_changes(statutes: Iterable[Statute]) -> list[date]:
    """The days from which other statutes are in force than before, in order.

    Between two of them a duty carries the same clocks.
    """
    first = {each.in_force.first for each in statutes}
    after_last = {each.in_force.last + timedelta(days=1) for each in statutes if each.in_force.last}
    return sorted(day for day in first | after_last if day is not None)


def clock_key(limit: Limit) -> str:
    """A short name that tells the clocks of a duty apart and never changes from run to run.

    >>> clock_key(Within(count=20, unit="workday", trigger="formed-or-changed"))
    '20wd-formed-or-changed'
    >>> clock_key(ByDate(by="01-31", every="year"))
    'by-01-31'
    """
    scope = f"-{limit.applies_to}" if limit.applies_to else ""
    match limit:
        case Within():
            before = "-before" if limit.direction else ""
            start = limit.trigger or "formed-or-changed"
            return f"{limit.count}{_WORD[limit.unit]}{before}-{start}{scope}"
        case ByDate():
            return f"by-{limit.by}{scope}"
        case Periodic():
            at = f"-{limit.at.replace(' ', '-')}" if limit.at else ""
            return f"every-{limit.every}{at}{scope}"
        case _:
            raise TypeError(f"no clock runs on {type(limit).__name__}")


def _picked(authority: Authority, basis: BasisChoice) -> bool:
    if basis == "从严":
        return True
    return authority is (Authority.OWN if basis == "目录" else Authority.LAW)


def _own(duty: Duty) -> Iterator[Clock]:
    for printed in duty.limits:
        for limit in printed.reading.limits:
            if isinstance(limit, _TIMED):
                yield Clock(
                    key=clock_key(limit),
                    limit=limit,
                    wording=printed.wording,
                    bases=(printed.basis,),
                    assumed=printed.assumed,
                )


def _statutory(duty: Duty, statutes: Iterable[Statute], day: date) -> Iterator[Clock]:
    held = [each for each in statutes if each.in_force.holds(day) and each.touches(duty)]
    replaced = {each.replaces: each.limit.basis.text for each in held if each.replaces}
    for statute in held:
        for limit in statute.limit.reading.limits:
            if isinstance(limit, _TIMED):
                scope = "、".join(statute.titles_with) or limit.applies_to
                scoped = structs.replace(limit, applies_to=scope)
                gone = replaced.get(statute.id)
                yield Clock(
                    key=clock_key(scoped) + ("-replaced" if gone else ""),
                    limit=scoped,
                    wording=statute.limit.wording,
                    bases=(statute.limit.basis,),
                    assumed=statute.assumed_on(duty),
                    replaced_by=gone,
                )


def _merge(first: Clock, second: Clock) -> Clock:
    """One clock with the bases of both; assumed only if both are."""
    bases = sorted(
        dict.fromkeys((*first.bases, *second.bases)),
        key=lambda basis: (_RANK[basis.authority], basis.assumed is not None),
    )
    assumed = first.assumed and second.assumed and first.assumed
    return structs.replace(first, bases=tuple(bases), assumed=assumed)
