"""The parts that the JSON reports have in common; keys without a value are null, never absent."""

import json
from typing import Any

from ..model.deadline import Clock, Deadline
from ..model.place import Problem
from ..model.settings import Settings
from .deadline_words import iso


def text_of(document: dict[str, Any]) -> str:
    """The document as indented JSON, Chinese as it is."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def settings_of(settings: Settings, basis: str) -> dict[str, Any]:
    """Every setting with its value; ``chosen`` names those that the workspace set itself."""
    values = {name: getattr(settings, name) for name in Settings.__struct_fields__}
    return {"basis": basis, **values, "chosen": sorted(settings.chosen)}


def clock_of(clock: Clock | None) -> dict[str, Any] | None:
    """A clock: its wording, what sets it and of what rank that is (law, superior, own)."""
    if clock is None:
        return None
    return {
        "key": clock.key,
        "wording": clock.wording,
        "basis": clock.basis,
        "authority": clock.authority.value,
        "assumed": clock.assumed,
    }


def dates_of(deadline: Deadline | None) -> dict[str, Any]:
    """The dates of a deadline, all null where there is none."""
    names = ("trigger", "due", "aim", "earliest", "latest")
    dates = {name: iso(getattr(deadline, name)) if deadline else None for name in names}
    return {**dates, "open": list(deadline.open) if deadline else []}


def problem_of(problem: Problem) -> dict[str, Any]:
    """Something wrong in a file that was read; ``weight`` is error or note."""
    return {
        "place": str(problem.place),
        "weight": problem.weight.value,
        "found": problem.found,
        "accepted": problem.accepted,
        "nearest": problem.nearest,
        "subject": problem.subject,
    }
