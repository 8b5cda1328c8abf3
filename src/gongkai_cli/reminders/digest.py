"""What a unit is told this week: everything it has to do, held against its last mail."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.reminding import LastMail, Reminding, Rung, Told
from ..model.unit import every_unit
from ..reports.preface import calendar_words
from .ladder import Silence, reached, reached_by_silence, silence_of
from .matters import Board, Matter, Part, board, key_of_case
from .told import (
    SILENCE,
    Item,
    Withdrawn,
    by_key,
    content_of,
    item,
    silent_now,
    told_now,
    withdrawn,
)

_PARTS: tuple[Part, ...] = ("late", "coming", "later", "undated", "other")


class Digest(Struct, frozen=True, kw_only=True):
    """The mail of one unit, before it is written.

    ``items`` are those to say in full (new or changed), ``unchanged`` those that the last mail said
    already; both overdue first, then what falls due in the next ``within`` working days, then what
    was told and now lies beyond, what has no date, and other findings. What was done too late is
    said once. ``withdrawn`` was told and is no more. ``silence`` is set where the unit has reached
    a rung for want of a receipt, ``silent_rung``; ``is_silence_new`` where it was not told so yet.

    ``told`` is to be kept in place of what the unit was told before, once the mail is sent.
    ``copies`` are the units that get a copy: those of every rung that anything has reached.
    ``content`` says whether it says anything that the last mail did not (``told.content_of``).
    ``as_of`` is the day of the check, ``within`` the window; ``calendar`` the notices counted with.
    """

    unit: str
    body: str
    as_of: date
    within: int
    items: tuple[Item, ...] = ()
    unchanged: tuple[Item, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    silence: Silence | None = None
    silent_rung: str = ""
    is_silence_new: bool = False
    told: tuple[Told, ...] = ()
    copies: tuple[str, ...] = ()
    content: str = ""
    calendar: str = ""

    @property
    def all_items(self) -> tuple[Item, ...]:
        """Everything that the unit has to do, said in full or not."""
        return (*self.items, *self.unchanged)

    @property
    def has_news(self) -> bool:
        """Whether it says anything that the last mail did not."""
        return bool(self.items or self.withdrawn or self.is_silence_new)

    def count(self, part: Part) -> int:
        """How many of all its items stand in one part."""
        return sum(each.part == part for each in self.all_items)


def digests(
    assessment: Assessment,
    told_by_unit: Mapping[str, tuple[Told, ...]],
    last_mails: Mapping[str, LastMail],
    reminding: Reminding,
    calendar: WorkCalendar,
    within: frozenset[str] = frozenset(),
    things: Board | None = None,
) -> Iterator[Digest]:
    """One digest for each unit that has something to do or to be told, made one after the other.

    Goes in: the assessment of the day; what each unit was told last, all of it, withdrawn things
    too; its last mail; the configuration; the calendar that the assessment was counted with. With
    ``within`` only these units get one. ``things`` is the board of the assessment where it was made
    already. Comes out: in the order of the catalogue, each unit with everything that it answers
    for, whether it leads or not. Who gets none has nothing to do (``idle``). What a unit was told
    is asked for when its turn comes, and concerns no other unit.
    """
    things = things or board(assessment)
    gone = _fates(assessment, told_by_unit)
    for unit in _units(assessment, things, told_by_unit):
        if within and unit not in within:
            continue
        told = by_key(told_by_unit.get(unit, ()))
        digest = _digest(assessment, things, unit, told, last_mails, reminding, calendar, gone)
        if digest.all_items or digest.withdrawn:
            yield digest


def idle(assessment: Assessment, found: Iterable[str]) -> tuple[str, ...]:
    """The units of the catalogue that are not among those ``found``: they have nothing to do."""
    busy = frozenset(found)
    return tuple(
        each.name for each in every_unit(assessment.catalogue.units) if each.name not in busy
    )


def _units(
    assessment: Assessment, things: Board, told: Mapping[str, tuple[Told, ...]]
) -> Iterator[str]:
    """Units in the order of the catalogue, behind them those that it no longer has."""
    names = [each.name for each in every_unit(assessment.catalogue.units)]
    rest = (set(things.by_unit) | set(told)) - set(names) - {""}
    yield from dict.fromkeys((*names, *sorted(rest)))


def _digest(
    assessment: Assessment,
    things: Board,
    unit: str,
    told: Mapping[str, Told],
    last_mails: Mapping[str, LastMail],
    reminding: Reminding,
    calendar: WorkCalendar,
    gone: Mapping[str, str],
) -> Digest:
    as_of = assessment.as_of
    items: list[Item] = []
    kept: list[Told] = []
    for matter in things.matters(unit):
        before = told.get(matter.key)
        is_told = before is not None and not before.withdrawn
        if not is_told and not is_near(matter, as_of, reminding.within):
            continue
        part = _part(matter, as_of, reminding.within)
        each = item(matter, reached(reminding.ladder, matter), before, part, as_of)
        kept.append(told_now(each))
        is_over = part == "later" or matter.is_done
        if each.news != "same" or not is_over:
            items.append(each)
    items.sort(key=lambda each: _PARTS.index(each.part))
    present = {SILENCE, *(each.key for each in kept)}
    lost = [each for key, each in told.items() if key not in present]
    leaving = tuple(each for each in lost if not each.withdrawn)
    kept += [each if each.withdrawn else withdrawn(each) for each in lost]
    silence = silence_of(last_mails.get(unit), as_of, calendar)
    silent_rungs = reached_by_silence(reminding.ladder, silence)
    was_silent = is_silent = told.get(SILENCE)
    if silence is not None and silent_rungs:
        is_silent = silent_now(silent_rungs[-1].name, silence.since, was_silent)
    kept += [is_silent] if is_silent is not None else []
    return Digest(
        unit=unit,
        body=assessment.catalogue.body,
        as_of=as_of,
        within=reminding.within,
        items=tuple(each for each in items if each.news != "same"),
        unchanged=tuple(each for each in items if each.news == "same"),
        withdrawn=tuple(_withdrawn(each, gone) for each in leaving),
        silence=silence if silent_rungs else None,
        silent_rung=silent_rungs[-1].name if silent_rungs else "",
        is_silence_new=is_silent != was_silent,
        told=tuple(kept),
        copies=_copies(unit, (*silent_rungs, *(rung for each in items for rung in each.reached))),
        content=content_of(unit, kept),
        calendar=calendar_words(assessment),
    )


def is_near(matter: Matter, as_of: date, within: int) -> bool:
    """Whether it is past its day, falls due in so many working days, or has no date at all."""
    if matter.due is None or matter.due <= as_of:
        return True
    return matter.left is not None and matter.left <= within


def _part(matter: Matter, as_of: date, within: int) -> Part:
    if matter.due is None:
        return "undated" if matter.kind == "未能定日期" else "other"
    if matter.is_late:
        return "late"
    return "coming" if is_near(matter, as_of, within) else "later"


def _copies(unit: str, rungs: Iterable[Rung]) -> tuple[str, ...]:
    named = dict.fromkeys(name for rung in rungs for name in rung.copies)
    return tuple(name for name in named if name != unit)


def _withdrawn(told: Told, gone: Mapping[str, str]) -> Withdrawn:
    usual = "问题已消除" if told.key.startswith("问题/") else "不再列入"
    return Withdrawn(
        key=told.key,
        title=told.title or told.key,
        why=gone.get(told.key, usual),
        due=told.due,
        sequence=told.sequence + 1,
    )


def _fates(
    assessment: Assessment, told_by_unit: Mapping[str, tuple[Told, ...]]
) -> Mapping[str, str]:
    """What became of the things that were told and run no more."""
    told = {each.key for every in told_by_unit.values() for each in every if not each.withdrawn}
    found: dict[str, str] = {}
    for case in assessment.cases if told else ():
        key = key_of_case(case.duty.id, case.record.identity if case.record else case.label)
        if key in told and (case.done or case.exempt):
            found[key] = f"已于 {case.done} 完成" if case.done else case.exempt or ""
    return found
