"""What is open, by its date: the entries that every form of ``due`` shows."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ..model.assessment import Assessment
from ..model.case import Case, ColumnView, Running
from ..model.deadline import Clock, Deadline
from ..model.duty import Duty
from ..model.finding import State


class Entry(Struct, frozen=True, kw_only=True):
    """One case, or the freshness of one column, whose clock still runs.

    ``state`` is 严重超期 or 超期 after the latest date, 暂不能定 between the earliest and the
    latest, 今日到期 on the day itself, 临期 within the days that the settings name, else ``None``.
    ``running`` is its earliest clock, with the numbers; ``others`` are its later clocks. ``column``
    is set where it is the freshness of a column.
    """

    duty: Duty
    title: str
    record: str | None = None
    column: str | None = None
    units: tuple[str, ...]
    running: Running
    deadline: Deadline
    state: State | None
    others: tuple[Running, ...] = ()

    @property
    def clock(self) -> Clock:
        """The clock that runs."""
        return self.running.clock

    @property
    def is_late(self) -> bool:
        """Whether its latest date is past."""
        return self.state in (State.LATE, State.VERY_LATE)

    @property
    def days_late(self) -> tuple[int, int] | tuple[None, None]:
        """Working days and natural days after ``due``; nothing where it is not late."""
        running = self.running
        return (running.workdays_late, running.days_late) if self.is_late else (None, None)


class Obstacle(Struct, frozen=True, kw_only=True):
    """A clock for which no date can be given, and why."""

    duty: Duty
    title: str
    record: str | None
    units: tuple[str, ...]
    clock: Clock
    why: str


class Agenda(Struct, frozen=True, kw_only=True):
    """Everything open, the earliest date first; ``later`` counts what lies beyond the window."""

    entries: tuple[Entry, ...]
    obstacles: tuple[Obstacle, ...]
    later: int


def agenda(assessment: Assessment, within: int | None = None) -> Agenda:
    """What is late, and what falls due in the next ``within`` working days, today included.

    Without ``within`` everything that is open is in it.
    A case that is done, owes nothing or lies outside the ledger's time is not open; a clock that
    another law replaces does not run.
    """
    entries = sorted(_entries(assessment), key=_order)
    near = entries
    if within is not None:
        near = [each for each in entries if _is_near(each, assessment.as_of, within)]
    obstacles = (each for case in assessment.cases for each in _obstacles(case))
    return Agenda(entries=tuple(near), obstacles=tuple(obstacles), later=len(entries) - len(near))


def _order(entry: Entry) -> tuple[date, str, str]:
    return entry.deadline.due, entry.duty.id, entry.title


def _is_near(entry: Entry, as_of: date, within: int) -> bool:
    return entry.deadline.due <= as_of or (
        entry.running.workdays_left is not None and entry.running.workdays_left <= within
    )


def _entries(assessment: Assessment) -> Iterator[Entry]:
    for case in assessment.cases:
        started = [each for each in _running(case) if each.deadline is not None]
        started.sort(key=lambda each: each.deadline.due if each.deadline else date.max)
        if started and started[0].deadline is not None:
            yield Entry(
                duty=case.duty,
                title=title_of(case),
                record=case.record.identity if case.record else None,
                units=case.units,
                running=started[0],
                deadline=started[0].deadline,
                state=_state(assessment, started[0], started[0].deadline),
                others=tuple(started[1:]),
            )
    for view in assessment.columns:
        yield from _freshness(assessment, view)


def _freshness(assessment: Assessment, view: ColumnView) -> Iterator[Entry]:
    """When the column has to have its next item."""
    running, column = view.freshness, view.column
    if running is not None and running.deadline is not None:
        name = (column.name if column else "") or view.duty.name
        yield Entry(
            duty=view.duty,
            title=f"栏目“{name}”下次更新",
            column=name,
            units=view.duty.unit_names,
            running=running,
            deadline=running.deadline,
            state=_state(assessment, running, running.deadline),
        )


def _running(case: Case) -> tuple[Running, ...]:
    is_open = case.done is None and case.exempt is None and not case.uncovered
    return case.judged if is_open else ()


def _state(assessment: Assessment, running: Running, deadline: Deadline) -> State | None:
    as_of, settings = assessment.as_of, assessment.settings
    if as_of > deadline.latest:
        very = running.workdays_late > settings.very_late_days
        return State.VERY_LATE if very else State.LATE
    if as_of > deadline.earliest:
        return State.UNDECIDED
    if as_of == deadline.due:
        return State.DUE_TODAY
    left = running.workdays_left
    return State.DUE_SOON if left is not None and left <= settings.soon_days else None


def _obstacles(case: Case) -> Iterator[Obstacle]:
    for running in _running(case):
        if running.deadline is None:
            yield Obstacle(
                duty=case.duty,
                title=title_of(case),
                record=case.record.identity if case.record else None,
                units=case.units,
                clock=running.clock,
                why=running.obstacle or "没有起算日",
            )


def title_of(case: Case) -> str:
    """What a case is called: its record, with the period or the document that calls for it."""
    if case.record is None or case.occasion is None:
        return case.label
    return case.occasion if case.label in case.occasion else f"{case.label}，{case.occasion}"
