"""``due`` for programs: the format ``gongkai/due/1`` of ``due.schema.json``."""

from collections.abc import Iterable
from typing import Any

from ..assess.moved import Moved
from ..model.assessment import Assessment
from ..model.case import Running
from .agenda import Entry, Obstacle, agenda, title_of
from .deadline_words import iso
from .machine import clock_of, dates_of, settings_of, text_of


def render(assessment: Assessment, within: int, moved: Iterable[Moved] = ()) -> str:
    """One JSON object: what is late, what falls due within so many working days."""
    found = agenda(assessment, within)
    return text_of(
        {
            "schema": "gongkai/due/1",
            "as_of": iso(assessment.as_of),
            "known_on": iso(assessment.known_on),
            "calendar_until": assessment.calendar_until or None,
            "calendar_local": list(assessment.calendar_local),
            "settings": settings_of(assessment.settings, assessment.basis),
            "body": assessment.catalogue.body,
            "within": within,
            "later": found.later,
            "entries": [_entry(each) for each in found.entries],
            "without_date": [_obstacle(each) for each in found.obstacles],
            "moved": [_moved(each) for each in moved],
        }
    )


def _entry(entry: Entry) -> dict[str, Any]:
    workdays_late, days_late = entry.days_late
    return {
        "state": entry.state and entry.state.value,
        "duty": entry.duty.id,
        "name": entry.duty.title,
        "record": entry.record,
        "column": entry.column,
        "title": entry.title,
        "units": list(entry.units),
        "clock": clock_of(entry.clock),
        **dates_of(entry.deadline),
        "days_left": entry.running.workdays_left,
        "days_late": workdays_late,
        "calendar_days_late": days_late,
        "other_clocks": [_other(each) for each in entry.others],
    }


def _moved(each: Moved) -> dict[str, Any]:
    return {
        "duty": each.case.duty.id,
        "record": each.case.record.identity if each.case.record else None,
        "title": title_of(each.case),
        "clock": clock_of(each.running.clock),
        "before": dates_of(each.before),
        "after": dates_of(each.after),
    }


def _other(running: Running) -> dict[str, Any]:
    return {"clock": clock_of(running.clock), **dates_of(running.deadline)}


def _obstacle(obstacle: Obstacle) -> dict[str, Any]:
    return {
        "duty": obstacle.duty.id,
        "name": obstacle.duty.title,
        "record": obstacle.record,
        "title": obstacle.title,
        "units": list(obstacle.units),
        "clock": clock_of(obstacle.clock),
        "why": obstacle.why,
    }
