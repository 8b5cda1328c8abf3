"""``check --with`` for programs: one object, the format ``gongkai/check-with/1``."""

from typing import Any

from ..assess.compared import CaseChange, Compared, DutyChange, Standing
from ..model.duty import Catalogue
from .agenda import title_of
from .deadline_words import iso
from .machine import clock_of, dates_of, text_of


def render(found: Compared) -> str:
    """The changes in the order of the table; keys without a value are null, never absent."""
    return text_of(
        {
            "schema": "gongkai/check-with/1",
            "as_of": iso(found.after.as_of),
            "old": _catalogue(found.before.catalogue),
            "new": _catalogue(found.after.catalogue),
            "cases": [_case(each) for each in found.cases],
            "duties": [_duty(each) for each in found.duties],
        }
    )


def _catalogue(catalogue: Catalogue) -> dict[str, Any]:
    return {"title": catalogue.title, "source": catalogue.source, "file": catalogue.file}


def _case(change: CaseChange) -> dict[str, Any]:
    case = change.case
    return {
        "kind": change.kind,
        "duty": case.duty.id,
        "record": case.record.identity if case.record else None,
        "title": title_of(case),
        "units": list(case.units),
        "before": _standing(change.before),
        "after": _standing(change.after),
    }


def _standing(standing: Standing | None) -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "clock": clock_of(standing.running.clock),
        **dates_of(standing.deadline),
        "late": standing.late,
        "days_late": standing.running.workdays_late,
        "calendar_days_late": standing.running.days_late,
    }


def _duty(change: DutyChange) -> dict[str, Any]:
    return {
        "id": change.duty.id,
        "name": change.duty.title,
        "before": change.before,
        "after": change.after,
    }
