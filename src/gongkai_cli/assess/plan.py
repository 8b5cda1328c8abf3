"""The inner steps of a duty, planned backwards from the first date that it has to keep."""

from collections.abc import Sequence

from msgspec import Struct

from ..calendar import WorkCalendar
from ..limits.plan import Stage, backwards, too_early
from ..model.limit import Within
from ..model.steps import Step
from .prospects import Coming, Prospects, first_of


class Planned(Struct, frozen=True):
    """A stage; ``lacking`` is how many working days before the trigger it would have to begin."""

    stage: Stage
    lacking: int


class Plan(Struct, frozen=True, kw_only=True):
    """The steps towards ``target``, which has the earliest aim of all that the duty has to keep.

    ``later`` are the other dates of the duty itself.
    """

    prospects: Prospects
    target: Coming
    stages: tuple[Planned, ...]
    later: tuple[Coming, ...]

    @property
    def lacking(self) -> int:
        """How many working days there are too few."""
        return self.stages[0].lacking if self.stages else 0


def plan(ahead: Prospects, steps: Sequence[Step], calendar: WorkCalendar) -> Plan | None:
    """The steps counted backwards; ``None`` where the duty has no date to count from.

    A limit that ends before an event leaves the time before it: nothing can then be too early.
    Raises ``YearNotAnnounced`` where the steps reach a year that nothing is known of.
    """
    target = first_of(ahead.dates)
    if target is None:
        return None
    limit = target.clock.limit
    is_before = isinstance(limit, Within) and limit.direction == "before"
    stages = tuple(
        Planned(stage, 0 if is_before else too_early(stage, ahead.trigger, calendar))
        for stage in backwards(steps, target.deadline.aim, calendar)
    )
    later = (each for each in ahead.dates if each.role in ("own", "occasion"))
    return Plan(
        prospects=ahead,
        target=target,
        stages=stages,
        later=tuple(each for each in later if each is not target),
    )
