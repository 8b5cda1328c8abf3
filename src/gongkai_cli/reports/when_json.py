"""``when`` for programs: the format ``gongkai/when/1`` of ``when.schema.json``."""

from typing import Any

from ..assess.prospects import Coming, Prospects, Undated
from ..calendar import WorkCalendar
from ..model.deadline import Clock
from ..model.duty import Duty
from .deadline_words import iso
from .machine import clock_of, dates_of, settings_of, text_of


def render(ahead: Prospects, calendar: WorkCalendar) -> str:
    """One JSON object: every date that follows from the day, the earliest first."""
    return text_of(
        {
            "schema": "gongkai/when/1",
            **question_of(ahead, calendar),
            "planned_publication": iso(ahead.planned),
            "dates": [coming_of(each) for each in ahead.dates],
            "without_date": [_undated(each) for each in ahead.undated],
            "replaced": [_replaced(each) for each in ahead.replaced],
        }
    )


def question_of(ahead: Prospects, calendar: WorkCalendar) -> dict[str, Any]:
    """What was asked and by which rules it is answered."""
    return {
        "duty": _duty(ahead.duty),
        "trigger": iso(ahead.trigger),
        "title": ahead.title,
        "known_on": iso(calendar.known_on),
        "calendar_until": calendar.last_notice or None,
        "calendar_local": list(calendar.local_files),
        "settings": settings_of(ahead.settings, ahead.basis),
        "body": ahead.catalogue.body,
    }


def coming_of(coming: Coming) -> dict[str, Any]:
    """One date; ``certain`` is false where a notice or a decision may still move it."""
    return {
        "role": coming.role,
        "duty": _duty(coming.duty),
        "occasion": coming.occasion,
        "clock": _clock(coming.clock),
        **dates_of(coming.deadline),
        "certain": coming.deadline.certain,
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "name": duty.title,
        "kind": duty.kind,
        "units": list(duty.unit_names),
    }


def _clock(clock: Clock) -> dict[str, Any]:
    return {**(clock_of(clock) or {}), "applies_to": clock.limit.applies_to}


def _undated(undated: Undated) -> dict[str, Any]:
    return {
        "duty": _duty(undated.duty),
        "wording": undated.wording,
        "basis": undated.basis,
        "why": undated.why,
    }


def _replaced(clock: Clock) -> dict[str, Any]:
    return {"clock": _clock(clock), "replaced_by": clock.replaced_by}
