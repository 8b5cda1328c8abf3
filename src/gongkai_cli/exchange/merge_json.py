"""What a merge comes to, for machines."""

from collections.abc import Sequence
from typing import Any

from ..reports.deadline_words import iso
from ..reports.machine import problem_of, text_of
from .result import Added, Changed, Conflict, Filed, MergeResult, Removed

SCHEMA = "gongkai/ledger-merge/1"


def render(result: MergeResult, files: Sequence[Filed], *, dry_run: bool) -> str:
    """The result; keys without a value are null, never absent.

    An empty cell is an empty text; ``base`` is null where nobody knows what was sent, ``ledger``
    where the row is gone from it.
    """
    return text_of(
        {
            "schema": SCHEMA,
            "dry_run": dry_run,
            "changed": [_changed(each) for each in result.changed],
            "added": [_added(each) for each in result.added],
            "conflicts": [_conflict(each) for each in result.conflicts],
            "removed": [_removed(each) for each in result.removed],
            "returned": list(result.returned),
            "missing": list(result.missing),
            "receipts": [
                {"unit": each.unit, "day": iso(each.day), "text": each.text}
                for each in result.receipts
            ],
            "files": [
                {"file": each.file, "backup": each.backup, "instead_of": each.instead_of}
                for each in files
            ],
            "problems": [problem_of(each) for each in result.problems],
        }
    )


def _changed(each: Changed) -> dict[str, Any]:
    return {
        "record": each.record,
        "sheet": each.sheet,
        "heading": each.heading,
        "old": each.old,
        "new": each.new,
        "unit": each.unit,
        "place": str(each.place),
    }


def _added(each: Added) -> dict[str, Any]:
    return {
        "record": each.record,
        "sheet": each.sheet,
        "unit": each.unit,
        "cells": dict(each.cells),
        "place": str(each.place),
    }


def _conflict(each: Conflict) -> dict[str, Any]:
    return {
        "record": each.record,
        "sheet": each.sheet,
        "heading": each.heading,
        "base": each.base,
        "ledger": each.ledger,
        "unit": each.unit,
        "units_value": each.units_value,
        "why": each.why,
        "place": str(each.place),
    }


def _removed(each: Removed) -> dict[str, Any]:
    return {
        "record": each.record,
        "sheet": each.sheet,
        "unit": each.unit,
        "place": str(each.place),
    }
