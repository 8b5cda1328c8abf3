"""A finding on a duty, or on something else that the catalogue holds."""

from ...model.deadline import Clock
from ...model.duty import Duty, Statute
from ...model.finding import Finding, Severity
from ...model.place import Place


def on_duty(
    code: str,
    name: str,
    severity: Severity,
    duty: Duty,
    message: str,
    next_step: str,
    clock: Clock | None = None,
) -> Finding:
    """A finding at the row of a duty."""
    return Finding(
        code=code,
        name=name,
        severity=severity,
        duty=duty.id,
        units=duty.unit_names,
        clock=clock,
        place=duty.place,
        message=message,
        next_step=next_step,
    )


def on_paper(
    code: str,
    name: str,
    severity: Severity,
    subject: str,
    place: Place | None,
    message: str,
    next_step: str,
) -> Finding:
    """A finding on what is no single duty; ``subject`` tells it from others of its code."""
    return Finding(
        code=code,
        name=name,
        severity=severity,
        record=subject,
        place=place,
        message=message,
        next_step=next_step,
    )


def clock_of(statute: Statute) -> Clock:
    """The limit of a statute, as the rule that a duty is held to."""
    return Clock(
        key=statute.id,
        limit=statute.limit.reading.limits[0],
        wording=statute.limit.wording,
        bases=(statute.limit.basis,),
        assumed=statute.limit.assumed,
    )
