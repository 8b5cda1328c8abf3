"""What the wording of a time limit says: a list of limits, or a refusal.

The field names and kinds are those of the machine format: a ``Reading`` encodes to
``{"limits": [{"kind": "within", "count": 20, "unit": "workday", "from": "formed-or-changed"}],
"notes": [], "refused": null}``.
"""

from typing import Literal

from msgspec import Struct

Unit = Literal["workday", "day", "week", "month", "year", "hour"]
Every = Literal["day", "week", "month", "quarter", "half-year", "year"]
Trigger = Literal[
    "formed-or-changed",
    "formed",
    "changed",
    "made-or-obtained",
    "decided",
    "approved",
    "received",
    "published",
    "published-or-changed",
    "issued",
    "registered",
    "determined",
    "event",
]


class _Limit(
    Struct,
    frozen=True,
    kw_only=True,
    tag_field="kind",
    omit_defaults=True,
    rename={"trigger": "from"},
):
    """What every kind of limit may carry.

    ``trigger`` is what starts it (``from`` in the machine format), ``None`` where the wording
    names nothing; ``event`` the words of a trigger that has no name of its own; ``applies_to`` the
    part of the duty that it covers, in the words of the text.
    """

    trigger: Trigger | None = None
    event: str | None = None
    applies_to: str | None = None


class Within(_Limit, frozen=True, kw_only=True, tag="within"):
    """So many units after the trigger, the trigger day not counted (民法典 201).

    With ``direction`` "before", so many units before an event. ``range`` keeps the printed lower
    figure of a range such as 3至5个工作日 (``count`` is then the upper one).
    """

    count: int
    unit: Unit
    direction: Literal["before"] | None = None
    range: str | None = None


FEBRUARY_END = "02-29"
"""How the last day of February is written; it is the 28th where the year has no other."""


class ByDate(_Limit, frozen=True, kw_only=True, tag="calendar"):
    """By a date of the year, the day itself included: ``by`` and ``window`` are MM-DD, with
    ``FEBRUARY_END`` for the last day of February."""

    by: str
    every: Literal["year"] | None = None
    window: str | None = None


class Periodic(_Limit, frozen=True, kw_only=True, tag="periodic"):
    """Once in every period; ``at`` is the place inside the period, where one is named."""

    every: Every
    at: str | None = None


class Realtime(_Limit, frozen=True, kw_only=True, tag="realtime"):
    """At the same time as something else: 实时, 同步."""


class Prompt(_Limit, frozen=True, kw_only=True, tag="prompt"):
    """及时, 即时, 随时公开: no number."""


class Dynamic(_Limit, frozen=True, kw_only=True, tag="dynamic"):
    """动态更新: kept up to date, no number."""


class Standing(_Limit, frozen=True, kw_only=True, tag="standing"):
    """长期, 永久: stays public, no due date."""


class ByOtherRule(_Limit, frozen=True, kw_only=True, tag="by-other-rule"):
    """另有规定的从其规定: the limit stands in another rule."""


class PostedFor(_Limit, frozen=True, kw_only=True, tag="posted-for"):
    """How long it stays up: not a due date."""

    count: int
    unit: Unit
    min: bool | None = None


class Unclear(_Limit, frozen=True, kw_only=True, tag="unclear"):
    """Words that set no limit by themselves: 同上, a list of classes."""


Limit = (
    Within
    | ByDate
    | Periodic
    | Realtime
    | Prompt
    | Dynamic
    | Standing
    | ByOtherRule
    | PostedFor
    | Unclear
)


class Reading(Struct, frozen=True):
    """How a wording is read: its limits in any order, or ``refused`` with the reason.

    ``notes`` say what was taken for granted (a slip that was read through, a trigger that the
    wording does not name). A refused wording has no limits.
    """

    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()
    refused: str | None = None
