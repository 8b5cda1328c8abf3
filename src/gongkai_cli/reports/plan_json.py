"""``plan`` for programs: the format ``gongkai/plan/1`` of ``plan.schema.json``."""

from typing import Any

from ..assess.plan import Plan, Planned
from ..calendar import WorkCalendar
from .deadline_words import iso
from .machine import text_of
from .when_json import coming_of, question_of


def render(plan: Plan, calendar: WorkCalendar) -> str:
    """One JSON object: the date that is aimed at, and every step with its first and last day."""
    return text_of(
        {
            "schema": "gongkai/plan/1",
            **question_of(plan.prospects, calendar),
            "target": coming_of(plan.target),
            "steps": [_step(each) for each in plan.stages],
            "workdays_lacking": plan.lacking,
            "later": [coming_of(each) for each in plan.later],
        }
    )


def _step(planned: Planned) -> dict[str, Any]:
    stage = planned.stage
    return {
        "name": stage.step.name,
        "workdays": stage.step.workdays,
        "first": iso(stage.first),
        "last": iso(stage.last),
        "workdays_lacking": planned.lacking,
        "assumed": stage.step.assumed,
    }
