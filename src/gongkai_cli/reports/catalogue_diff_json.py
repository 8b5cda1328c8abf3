"""``catalogue diff`` for programs: one object, the format ``gongkai/catalogue-diff/1``."""

from collections.abc import Sequence
from typing import Any

from ..editions.changes import RowChange
from ..model.duty import Catalogue, Duty
from .deadline_words import iso
from .machine import text_of


def render(old: Catalogue, new: Catalogue, changes: Sequence[RowChange]) -> str:
    """The changes in the order of the new catalogue, dropped rows last."""
    return text_of(
        {
            "schema": "gongkai/catalogue-diff/1",
            "old": _catalogue(old),
            "new": _catalogue(new),
            "changes": [_change(each) for each in changes],
        }
    )


def _catalogue(catalogue: Catalogue) -> dict[str, Any]:
    return {
        "title": catalogue.title,
        "body": catalogue.body,
        "source": catalogue.source,
        "file": catalogue.file,
        "from": iso(catalogue.period.first),
        "until": iso(catalogue.period.last),
        "duties": len(catalogue.duties),
    }


def _change(change: RowChange) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": _duty(change.old),
        "new": _duty(change.new),
        "changed": [
            {
                "what": each.what,
                "before": each.before,
                "after": each.after,
                "same_meaning": each.same_meaning,
            }
            for each in change.changed
        ],
    }


def _duty(duty: Duty | None) -> dict[str, Any] | None:
    if duty is None:
        return None
    return {
        "id": duty.id,
        "category": list(duty.category),
        "name": duty.name,
        "units": list(duty.unit_names),
        "limits": [limit.wording for limit in duty.limits],
        "place": duty.place and str(duty.place),
    }
