"""``catalogue show`` for programs: one object, the format of INTERFACE ``gongkai/catalogue/1``."""

from typing import Any

import msgspec

from ..model.duty import Assumption, Catalogue, Duty, PrintedLimit
from ..model.unit import Unit
from .deadline_words import iso
from .machine import text_of


def render(catalogue: Catalogue) -> str:
    """The catalogue with every cell as printed beside the way in which it is read."""
    return text_of(
        {
            "schema": "gongkai/catalogue/1",
            "body": catalogue.body,
            "title": catalogue.title,
            "source": catalogue.source,
            "period": {"from": iso(catalogue.period.first), "to": iso(catalogue.period.last)},
            "assumed": [_assumption(note) for note in catalogue.assumed],
            "units": [_unit(unit) for unit in catalogue.units],
            "duties": [_duty(duty) for duty in catalogue.duties],
        }
    )


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "aliases": list(unit.aliases),
        "group": unit.group,
        "children": [_unit(child) for child in unit.children],
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "category": list(duty.category),
        "name": duty.name,
        "kind": duty.kind,
        "content": duty.content,
        "openness": duty.openness,
        "units": [
            {"name": each.unit, "role": each.role, "written": each.written or each.unit}
            for each in duty.units
        ],
        "open_units": duty.open_units,
        "limits": [_limit(each) for each in duty.limits],
        "freshness": duty.freshness and _limit(duty.freshness),
        "subject_of": duty.subject_of,
        "appears_in": duty.appears_in,
        "tags": None if duty.tags is None else list(duty.tags),
        "printed": duty.printed,
        "assumed": [_assumption(note) for note in duty.assumed],
        "place": duty.place and str(duty.place),
    }


def _limit(printed: PrintedLimit) -> dict[str, Any]:
    return {
        "wording": printed.wording,
        "reading": msgspec.to_builtins(printed.reading),
        "basis": printed.basis.text,
        "assumed": printed.assumed,
    }


def _assumption(note: Assumption) -> dict[str, Any]:
    return {"subject": note.subject, "value": note.value, "reason": note.reason}
