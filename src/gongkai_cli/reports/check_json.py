"""``check`` for programs: the format ``gongkai/check/1`` of ``check.schema.json``."""

from typing import Any

from ..model.assessment import Assessment
from ..model.finding import Finding
from .deadline_words import iso
from .machine import clock_of, dates_of, problem_of, settings_of, text_of
from .standing import totals


def render(assessment: Assessment, within: frozenset[str] = frozenset()) -> str:
    """One JSON object; ``within`` are the units that the report was asked for (none: all)."""
    shown = {each.duty.id for each in assessment.duties}
    return text_of(
        {
            "schema": "gongkai/check/1",
            "as_of": iso(assessment.as_of),
            "known_on": iso(assessment.known_on),
            "calendar_until": assessment.calendar_until or None,
            "calendar_local": list(assessment.calendar_local),
            "settings": settings_of(assessment.settings, assessment.basis),
            "body": assessment.catalogue.body,
            "coverage": _coverage(assessment),
            "duties": [
                {
                    "id": each.duty.id,
                    "name": each.duty.title,
                    "units": list(each.duty.unit_names),
                    "state": each.state.value,
                }
                for each in assessment.duties
            ],
            "totals": {
                unit: {state.value: number for state, number in states.items()}
                for unit, states in totals(assessment, within).items()
            },
            "assumed": [
                {
                    "duty": duty,
                    "subject": note.subject,
                    "value": note.value,
                    "reason": note.reason,
                }
                for duty, note in assessment.assumptions
                if duty in shown
            ],
            "outside": list(assessment.outside),
            "problems": [problem_of(each) for each in assessment.problems],
            "findings": [_finding(each) for each in assessment.findings],
        }
    )


def _coverage(assessment: Assessment) -> dict[str, Any]:
    return {
        "questions": len(assessment.questions),
        "answered": assessment.answered,
        "share": assessment.share,
        "unanswered": [
            {"duty": each.duty, "question": each.question, "why": each.why}
            for each in assessment.questions
            if not each.answered
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "state": finding.state and finding.state.value,
        "duty": finding.duty,
        "record": finding.record,
        "column": finding.column,
        "units": list(finding.units),
        "clock": clock_of(finding.clock),
        **dates_of(finding.deadline),
        "days_late": finding.days_late,
        "calendar_days_late": finding.calendar_days_late,
        "published": iso(finding.published),
        "place": finding.place and str(finding.place),
        "message": finding.message,
        "next_step": finding.next_step,
    }
