"""Steps counted backwards from the day on which the last of them has to be done."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.steps import Step

_DAY = timedelta(days=1)


class Stage(Struct, frozen=True):
    """A step with its first and its last day, both included, both days that surely work."""

    step: Step
    first: date
    last: date


def backwards(steps: Sequence[Step], aim: date, calendar: WorkCalendar) -> tuple[Stage, ...]:
    """The last day of every step so that the last step ends on ``aim``, in the order of the steps.

    Only days that surely work are counted: one that a notice still to come may make a rest day is
    passed over, so that no notice can make a plan too short. Where ``aim`` is a rest day, the last
    step ends on the working day before it. Raises ``YearNotAnnounced`` for days of a year that
    nothing is known of.

    >>> from gongkai_cli.calendar import load_calendar
    >>> steps = (Step("拟稿", 2), Step("上网", 1))
    >>> [str(each.last) for each in backwards(steps, date(2024, 10, 8), load_calendar())]
    ['2024-09-30', '2024-10-08']
    """
    last = calendar.last_workday_on_or_before(aim)
    stages: list[Stage] = []
    for step in reversed(steps):
        if stages:
            after = stages[-1]
            last = _workday_before(after.first, calendar) if after.step.workdays else after.first
        first = last
        for _ in range(step.workdays - 1):
            first = _workday_before(first, calendar)
        stages.append(Stage(step, first, last))
    return tuple(reversed(stages))


def too_early(stage: Stage, start: date, calendar: WorkCalendar) -> int:
    """How many working days before ``start`` a step would have to begin; 0 where there is time.

    Only days that surely work are counted, as in ``backwards``; work may begin on ``start`` itself.
    """
    if start <= stage.first:
        return 0
    number, day = 0, start
    while (day := _workday_before(day, calendar)) >= stage.first:
        number += 1
    return number


def _workday_before(day: date, calendar: WorkCalendar) -> date:
    return calendar.last_workday_on_or_before(day - _DAY)
