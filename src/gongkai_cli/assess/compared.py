"""The same facts held against another catalogue: who becomes late, who is free of what."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct, structs

from ..editions import renumbered
from ..facts import Facts
from ..model.assessment import Assessment
from ..model.case import Case, Running
from ..model.deadline import Deadline
from ..model.duty import Catalogue, Duty
from ..model.finding import State

Kind = Literal["becomes-late", "no-longer-late", "moved", "no-longer-asked", "newly-asked"]
_Key = tuple[str, str, str | None]


class Standing(Struct, frozen=True, kw_only=True):
    """A case under one catalogue: the clock that leads, and whether its latest day was missed."""

    running: Running
    deadline: Deadline
    late: bool


class CaseChange(Struct, frozen=True, kw_only=True):
    """A case that stands otherwise under the other catalogue; ``None`` on the side without it."""

    kind: Kind
    case: Case
    before: Standing | None
    after: Standing | None


class DutyChange(Struct, frozen=True, kw_only=True):
    """A duty in another state; ``None`` on the side whose catalogue does not have it."""

    duty: Duty
    before: State | None
    after: State | None


class Compared(Struct, frozen=True, kw_only=True):
    """What another catalogue would change, on the same day and with the same ledger."""

    before: Assessment
    after: Assessment
    cases: tuple[CaseChange, ...]
    duties: tuple[DutyChange, ...]


def under(facts: Facts, catalogue: Catalogue) -> Facts:
    """The facts as if ``catalogue`` were the one in force all the time, by the ids of the present.

    A record under a duty that it does not have is no longer asked for anything.
    """
    borne = {duty.id for duty in facts.catalogue.duties}
    return structs.replace(
        facts, catalogue=renumbered(catalogue, facts.catalogue, borne), editions=()
    )


def compared(before: Assessment, after: Assessment) -> Compared:
    """What differs between two assessments of one ledger on one day, most urgent first."""
    order: tuple[Kind, ...] = (
        "becomes-late",
        "newly-asked",
        "moved",
        "no-longer-late",
        "no-longer-asked",
    )
    cases = sorted(_cases(before, after), key=lambda each: order.index(each.kind))
    return Compared(
        before=before, after=after, cases=tuple(cases), duties=tuple(_duties(before, after))
    )


def _cases(before: Assessment, after: Assessment) -> Iterator[CaseChange]:
    old, new = _standings(before), _standings(after)
    for key, (case, now) in new.items():
        was = old[key][1] if key in old else None
        kind = _kind(was, now)
        if kind and not (kind == "moved" and case.done is not None):
            yield CaseChange(kind=kind, case=case, before=was, after=now)
    for key, (case, was) in old.items():
        if key not in new:
            yield CaseChange(kind="no-longer-asked", case=case, before=was, after=None)


def _kind(was: Standing | None, now: Standing) -> Kind | None:
    if was is None:
        return "newly-asked"
    if was.late != now.late:
        return "becomes-late" if now.late else "no-longer-late"
    if now.deadline.due != was.deadline.due or now.deadline.latest != was.deadline.latest:
        return "moved"
    return None


def _standings(assessment: Assessment) -> dict[_Key, tuple[Case, Standing]]:
    found: dict[_Key, tuple[Case, Standing]] = {}
    for case in assessment.cases:
        standing = None if case.exempt or case.uncovered else _standing(case, assessment.as_of)
        if standing is not None:
            record = case.record.identity if case.record else ""
            found[case.duty.id, record, case.occasion] = case, standing
    return found


def _standing(case: Case, as_of: date) -> Standing | None:
    """By the clock that leads: one that was missed before one that was not, the earliest first."""
    done = case.done or as_of
    every = [
        Standing(running=each, deadline=each.deadline, late=done > each.deadline.latest)
        for each in case.judged
        if each.deadline is not None
    ]
    return min(every, key=lambda each: (not each.late, each.deadline.due), default=None)


def _duties(before: Assessment, after: Assessment) -> Iterator[DutyChange]:
    old = {result.duty.id: result for result in before.duties}
    new = {result.duty.id: result for result in after.duties}
    for id in dict.fromkeys((*old, *new)):
        was, now = old.get(id), new.get(id)
        duty = now.duty if now else old[id].duty
        change = DutyChange(
            duty=duty, before=was.state if was else None, after=now.state if now else None
        )
        if change.before is not change.after:
            yield change
