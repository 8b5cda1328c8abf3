"""A limit that has started: due, aim, and how sure it is."""

from datetime import date
from typing import Literal

from msgspec import Struct

from .basis import Authority, Basis
from .limit import Limit


class Event(Struct, frozen=True):
    """Something that starts, stops or moves a clock on a day.

    A second ``start`` begins anew; a ``restart`` ends a ``pause``; after ``cancel`` nothing falls
    due any more. ``count`` belongs to an extension and is in the unit of the limit; ``basis`` says
    why the event counts.
    """

    kind: Literal["start", "pause", "restart", "extend", "cancel"]
    day: date
    basis: str = ""
    count: int = 0


class Segment(Struct, frozen=True):
    """A stretch of a clock: ``count`` units in ``after`` < day ≤ ``until``, or a pause (0)."""

    after: date
    until: date
    count: int
    why: str


class Deadline(Struct, frozen=True, kw_only=True):
    """The due date of one clock, as an interval with its reasons.

    ``due`` is what the settings give; ``aim`` the last working day on or before ``earliest``. A
    breach is asserted only after ``latest``. ``open`` names what keeps the two apart; it is empty
    and ``certain`` is true where they are one day. All dates are days that are still in time.
    ``counts`` says which days the ``segments`` count; there are none for a date that was not
    counted.
    """

    trigger: date
    due: date
    aim: date
    earliest: date
    latest: date
    certain: bool = True
    open: tuple[str, ...] = ()
    segments: tuple[Segment, ...] = ()
    counts: Literal["workday", "day"] = "day"


class Clock(Struct, frozen=True, kw_only=True):
    """One limit on one duty, with everything that sets it; the highest rank stands first.

    ``key`` tells the clocks of a duty apart and stays the same from run to run. ``replaced_by`` is
    set where a law sets another limit in its place: it is then shown and not judged.
    """

    key: str
    limit: Limit
    wording: str
    bases: tuple[Basis, ...]
    assumed: str | None = None
    replaced_by: str | None = None

    @property
    def authority(self) -> Authority:
        """The highest rank among what sets it."""
        return self.bases[0].authority

    @property
    def basis(self) -> str:
        """Everything that sets it, as it is cited."""
        return "；".join(basis.text for basis in self.bases)
