"""What follows from one day, before anything of it is in the ledger."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

from ..editions import as_then, catalogue_on, in_force
from ..facts import Facts
from ..limits import NoDeadline, limit_words, occasions
from ..model.case import Running
from ..model.deadline import Clock, Deadline
from ..model.duty import Catalogue, Duty
from ..model.ledger import Record
from ..model.limit import ByDate, Periodic, Within
from ..model.place import Place
from ..model.settings import Settings
from .clocks import BasisChoice, clocks_of
from .columns import freshness_clock, freshness_settings
from .running import Starter, start_day
from .scope import clocks_in_scope

_BACK = timedelta(days=400)
_AHEAD = timedelta(days=800)
_NOWHERE = Place("")
Role = Literal["own", "occasion", "following", "stale"]


class Coming(Struct, frozen=True, kw_only=True):
    """One date that follows.

    ``own`` counts from the day that was asked about, ``occasion`` is the next that the year calls
    for, ``following`` what is owed once the thing is public, ``stale`` the last day on which the
    column is fresh: both count from the day on which publication is planned. ``occasion`` names the
    period.
    """

    role: Role
    duty: Duty
    clock: Clock
    deadline: Deadline
    occasion: str | None = None


class Undated(Struct, frozen=True, kw_only=True):
    """A limit for which no date can be given, and why."""

    duty: Duty
    wording: str
    basis: str
    why: str


class Prospects(Struct, frozen=True, kw_only=True):
    """All that follows from ``trigger`` for a duty, the earliest date first.

    ``planned`` is the day on which publication is planned: the aim of the earliest of its clocks.
    ``replaced`` are clocks that a law has set another limit in the place of: shown, never counted.
    """

    duty: Duty
    trigger: date
    title: str | None
    basis: BasisChoice
    settings: Settings
    catalogue: Catalogue
    planned: date | None
    dates: tuple[Coming, ...]
    undated: tuple[Undated, ...]
    replaced: tuple[Clock, ...]


def prospects(
    facts: Facts,
    duty: Duty,
    trigger: date,
    *,
    title: str | None = None,
    basis: BasisChoice = "从严",
) -> Prospects:
    """The dates that follow if something of ``duty`` happens on ``trigger``.

    They are those that ``assess`` gives once the ledger holds a record that was formed and changed
    on that day (and whose subject, if the duty has one, was published on it). With a ``title`` only
    limits that cover it count; without one all do, each with what it covers. Statutes count that
    are in force on the day that starts the clock.
    """
    catalogue = catalogue_on(facts.catalogue, facts.editions, trigger)
    facts = structs.replace(facts, catalogue=catalogue)
    return _Looking(facts, trigger, basis).ahead(duty, title)


def first_of(dates: Iterable[Coming]) -> Coming | None:
    """The date of the duty itself that has to be aimed at first."""
    own = (each for each in dates if each.role in ("own", "occasion"))
    return min(own, key=lambda each: (each.deadline.aim, each.deadline.due), default=None)


class _Looking:
    """One look ahead: gathers what has a date and what has none."""

    def __init__(self, facts: Facts, trigger: date, basis: BasisChoice) -> None:
        self._facts = facts
        self._trigger = trigger
        self._basis = basis
        self._starter = Starter(facts.calendar, facts.settings, trigger)
        self._dates: list[Coming] = []
        self._undated: list[Undated] = []

    def ahead(self, duty: Duty, title: str | None) -> Prospects:
        record = Record(
            title=title or "", formed=self._trigger, changed=self._trigger, place=_NOWHERE
        )
        clocks = self._clocks(duty, self._trigger)
        covering = clocks_in_scope(clocks, record if title is not None else None)
        judged = [clock for clock in covering if clock.replaced_by is None]
        for clock in judged:
            self._start(duty, clock, record)
        self._undated += _untimed(duty) if self._basis != "法律" else ()
        first = first_of(self._dates)
        planned = first.deadline.aim if first else None
        for other in self._facts.catalogue.duties:
            if other.subject_of == duty.id:
                self._follow(other, planned)
        self._age(duty, planned)
        return Prospects(
            duty=duty,
            trigger=self._trigger,
            title=title,
            basis=self._basis,
            settings=self._facts.settings,
            catalogue=self._facts.catalogue,
            planned=planned,
            dates=tuple(sorted(self._dates, key=_by_date)),
            undated=tuple(self._undated),
            replaced=tuple(clock for clock in covering if clock.replaced_by is not None),
        )

    def _clocks(self, duty: Duty, day: date) -> tuple[Clock, ...]:
        """The clocks of a duty by the law and the catalogue of a day."""
        facts = self._facts
        if facts.editions and (then := in_force(facts.editions, day).catalogue) != facts.catalogue:
            duty = as_then(duty, then)
        return clocks_of(duty, facts.statutes, day, self._basis)

    def _start(self, duty: Duty, clock: Clock, record: Record) -> None:
        """One of the duty's own clocks, started by the day or by the year."""
        limit = clock.limit
        if isinstance(limit, ByDate | Periodic):
            self._call(duty, clock, limit)
            return
        start = start_day(clock, record, Record(published=self._trigger, place=_NOWHERE))
        if isinstance(start, date):
            self._keep("own", duty, self._starter.within(clock, start, None))

    def _call(self, duty: Duty, clock: Clock, limit: ByDate | Periodic) -> None:
        """The next occasion that falls due on the day or after it."""
        try:
            for each in occasions(limit, self._trigger - _BACK, self._trigger + _AHEAD):
                running = self._starter.occasion(clock, each, None)
                if running.deadline is None or running.deadline.due >= self._trigger:
                    self._keep("occasion", duty, running, each.label)
                    return
        except NoDeadline as reason:
            self._leave(duty, clock, str(reason))

    def _follow(self, duty: Duty, planned: date | None) -> None:
        """What another duty owes once this one is public."""
        day = planned or self._trigger
        for clock in self._clocks(duty, day):
            if not isinstance(clock.limit, Within) or clock.replaced_by is not None:
                continue
            if clock.limit.trigger != "published":
                self._leave(duty, clock, "自该事项自己的信息形成之日起算，那一天还没有定")
            elif planned is None:
                self._leave(duty, clock, "不知道哪天公开，不能确定起算日")
            else:
                self._keep("following", duty, self._starter.within(clock, planned, None))

    def _age(self, duty: Duty, planned: date | None) -> None:
        """When the column in which it appears has nothing new for too long."""
        column = duty if duty.appears_in is None else self._facts.catalogue.duty(duty.appears_in)
        if column is None or duty.kind != "publish":
            return
        clock = freshness_clock(column)
        if clock is None:
            return
        if planned is None:
            self._leave(column, clock, "不知道哪天公开，不能确定起算日")
            return
        settings = freshness_settings(self._facts.settings)
        starter = Starter(self._facts.calendar, settings, self._trigger)
        self._keep("stale", column, starter.within(clock, planned, None))

    def _keep(self, role: Role, duty: Duty, running: Running, occasion: str | None = None) -> None:
        if running.deadline is None:
            self._leave(duty, running.clock, running.obstacle or "")
            return
        self._dates.append(
            Coming(
                role=role,
                duty=duty,
                clock=running.clock,
                deadline=running.deadline,
                occasion=occasion,
            )
        )

    def _leave(self, duty: Duty, clock: Clock, why: str) -> None:
        self._undated.append(Undated(duty=duty, wording=clock.wording, basis=clock.basis, why=why))


def _by_date(coming: Coming) -> tuple[date, date, str, str]:
    due = coming.deadline
    return due.due, due.aim, coming.duty.id, coming.clock.key


def _untimed(duty: Duty) -> Iterator[Undated]:
    """The duty's own limits that say nothing a date could be counted from."""
    for printed in duty.limits:
        why = [printed.reading.refused] if printed.reading.refused else []
        for limit in printed.reading.limits:
            if not isinstance(limit, Within | ByDate | Periodic):
                why.append(f"读作“{limit_words(limit)}”，没有可以数的天数")
        for each in why:
            yield Undated(duty=duty, wording=printed.wording, basis=printed.basis.text, why=each)
