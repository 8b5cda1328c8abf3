"""The ladder (阶梯): which of its rungs a matter has reached on a day."""

from msgspec import Struct

from ..model.reminding import Rung
from .matters import Matter


class Silence(Struct, frozen=True):
    """A mail of a unit for which no receipt has come: working days since, and what was told in it.

    ``rung`` is the highest rung that the mail named for the matter.
    """

    workdays: int
    rung: str = ""


def reached(
    ladder: tuple[Rung, ...], matter: Matter, silence: Silence | None = None
) -> tuple[Rung, ...]:
    """The rungs of the ladder that a matter has reached, in their order; the last is the highest.

    Goes in: the ladder from its lowest rung, and the silence on the mail in which the matter was
    last told (``None`` where there was none, or its receipt has come).
    - ``before`` N: at most N working days are left, or the day is past.
    - ``after`` N: the latest day that any reading allows is past, and at least N working days have
      gone by since the due day.
    - ``unreceipted`` N: at least N working days since the mail, the day of sending not counted.
      Once told it stays until a receipt comes: a new mail does not begin the count anew.
    As days go by, a matter that keeps its dates never goes down.
    """
    return tuple(each for each in ladder if _holds(each, matter, silence))


def _holds(rung: Rung, matter: Matter, silence: Silence | None) -> bool:
    if rung.unreceipted is not None:
        return silence is not None and (
            silence.workdays >= rung.unreceipted or silence.rung == rung.name
        )
    if matter.due is None:
        return False
    if rung.before is not None:
        return matter.left is None or matter.left <= rung.before
    return rung.after is not None and matter.is_late and matter.late >= rung.after
