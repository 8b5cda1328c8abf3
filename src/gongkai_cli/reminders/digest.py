"""What a unit is told this week: everything it has to do, held against its last mail."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.reminding import LastMail, Reminding, Rung, Told
from ..model.unit import every_unit
from ..reports.agenda import title_of
from ..reports.preface import calendar_words
from .ladder import Silence, reached
from .matters import Board, Matter, Part, board, key_of_case
from .told import Item, Withdrawn, by_key, content_of, item, rung_of, told_now, withdrawn

_PARTS: tuple[Part, ...] = ("late", "coming", "later", "undated", "other")


class Digest(Struct, frozen=True, kw_only=True):
    """The mail of one unit, before it is written.

    ``items`` are those to say in full (new or changed), ``unchanged`` those that the last mail said
    already; both overdue first, then what falls due in the next ``within`` working days, then what
    was told and now lies beyond, what has no date, and other findings. ``withdrawn`` was told and
    is no more. ``told`` is to be kept in place of what the unit was told before, once the mail is
    sent. ``copies`` are the units that get a copy: those of every rung that anything has reached.
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
        return bool(self.items or self.withdrawn)

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
) -> Iterator[Digest]:
    """One digest for each unit that has something to do or to be told, made one after the other.

    Goes in: the assessment of the day; what each unit was told last, all of it, withdrawn things
    too; its last mail; the configuration; the calendar that the assessment was counted with. With
    ``within`` only these units get one. Comes out: in the order of the catalogue, each unit with
    everything that it answers for, whether it leads or not. Who gets none has nothing to do
    (``idle``). All of them, and the summary, are to be asked for before the first is noted as sent.
    """
    things = board(assessment)
    gone = _titles_of_gone(assessment, things, told_by_unit)
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
    gone: Mapping[str, tuple[str, str]],
) -> Digest:
    silent = silence(last_mails.get(unit), assessment.as_of, calendar)
    items: list[Item] = []
    kept: list[Told] = []
    for matter in things.matters(unit):
        before = told.get(matter.key)
        is_told = before is not None and not before.withdrawn
        if not is_told and not is_near(matter, assessment.as_of, reminding.within):
            continue
        unanswered = Silence(silent, rung_of(before)) if is_told and silent is not None else None
        rungs = reached(reminding.ladder, matter, unanswered)
        each = item(
            matter,
            rungs,
            before,
            _part(matter, assessment.as_of, reminding.within),
            assessment.as_of,
        )
        kept.append(told_now(each))
        if each.part != "later" or each.news != "same":
            items.append(each)
    items.sort(key=lambda each: _PARTS.index(each.part))
    present = {each.key for each in kept}
    lost = [each for key, each in told.items() if key not in present]
    leaving = [each for each in lost if not each.withdrawn]
    every = (*kept, *(each if each.withdrawn else withdrawn(each) for each in lost))
    return Digest(
        unit=unit,
        body=assessment.catalogue.body,
        as_of=assessment.as_of,
        within=reminding.within,
        items=tuple(each for each in items if each.news != "same"),
        unchanged=tuple(each for each in items if each.news == "same"),
        withdrawn=tuple(_withdrawn(each, gone) for each in leaving),
        told=every,
        copies=_copies(unit, (rung for each in items for rung in each.reached)),
        content=content_of(unit, every),
        calendar=calendar_words(assessment),
    )


def silence(last: LastMail | None, as_of: date, calendar: WorkCalendar) -> int | None:
    """Working days since a mail that has no receipt, its own day not counted; ``None`` if it has.

    Where a year without a notice is in between, no more are counted than there surely are.
    """
    if last is None or last.receipt is not None or last.sent > as_of:
        return None
    return calendar.count_span(last.sent, as_of).fewest


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


def _withdrawn(told: Told, gone: Mapping[str, tuple[str, str]]) -> Withdrawn:
    title, why = gone.get(told.key, (told.key.partition("/")[2], "不再列入"))
    return Withdrawn(key=told.key, title=title, why=why, due=told.due, sequence=told.sequence + 1)


def _titles_of_gone(
    assessment: Assessment, things: Board, told_by_unit: Mapping[str, tuple[Told, ...]]
) -> Mapping[str, tuple[str, str]]:
    """For what was told and may be no more: what it is called, and what became of it."""
    told = {each.key for every in told_by_unit.values() for each in every if not each.withdrawn}
    found: dict[str, tuple[str, str]] = {}
    for case in assessment.cases if told else ():
        subject = case.record.identity if case.record else case.label
        key = key_of_case(case.duty.id, subject)
        if key in told:
            why = f"已于 {case.done} 完成" if case.done else case.exempt or "不再列入"
            found[key] = (f"{case.duty.id} {case.duty.title}：{title_of(case)}", why)
    return found
