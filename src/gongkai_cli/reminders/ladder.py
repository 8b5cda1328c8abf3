"""The ladder (阶梯): which of its rungs a matter, or a unit that does not answer, has reached."""

from datetime import date

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.reminding import LastMail, Rung
from .matters import Matter


class Silence(Struct, frozen=True):
    """A unit has got mail and noted no receipt (签收) since a day, so many working days ago."""

    since: date
    workdays: int


def reached(ladder: tuple[Rung, ...], matter: Matter) -> tuple[Rung, ...]:
    """The rungs of the ladder that a matter has reached, from the lowest; the last is the highest.

    - ``before`` N: at most N working days are left, or the day is past.
    - ``after`` N: the latest day that any reading allows is past, and at least N working days have
      gone by since the due day.
    A rung for want of a receipt is reached by a unit (``reached_by_silence``), not by a matter. As
    days go by, a matter that keeps its dates never goes down; one without a date is on no rung.
    """
    if matter.due is None:
        return ()
    return tuple(each for each in ladder if _holds(each, matter))


def reached_by_silence(ladder: tuple[Rung, ...], silence: Silence | None) -> tuple[Rung, ...]:
    """The rungs that a unit has reached because no receipt of its mail has come."""
    if silence is None:
        return ()
    return tuple(
        each
        for each in ladder
        if each.unreceipted is not None and silence.workdays >= each.unreceipted
    )


def silence_of(last: LastMail | None, as_of: date, calendar: WorkCalendar) -> Silence | None:
    """How long a unit has been silent, the day of the mail not counted; ``None`` if it is not.

    Where days without a notice lie in between, no more are counted than there surely are.
    """
    if last is None or last.receipt is not None or last.sent > as_of:
        return None
    since = min(last.unanswered or last.sent, last.sent)
    return Silence(since, calendar.count_span(since, as_of).fewest)


def _holds(rung: Rung, matter: Matter) -> bool:
    if rung.before is not None:
        return matter.left is None or matter.left <= rung.before
    return rung.after is not None and matter.is_late and matter.late >= rung.after
