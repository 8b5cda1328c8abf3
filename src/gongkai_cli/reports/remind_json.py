"""``remind`` for programs: ``gongkai/remind/1``."""

from typing import Any

from ..model.mailing import Delivery, Planned, Reminded
from .deadline_words import iso
from .machine import text_of

SCHEMA = "gongkai/remind/1"


def render(answer: Reminded) -> str:
    """The answer as JSON; keys without a value are null, never absent."""
    mailing = answer.mailing
    return text_of(
        {
            "schema": SCHEMA,
            "as_of": iso(answer.as_of),
            "week": answer.week,
            "waits_until": iso(answer.waits_until),
            "sent": [_delivery(each) for each in mailing.sent],
            "unchanged": [_delivery(each) for each in mailing.unchanged],
            "unsent": [_delivery(each) for each in mailing.unsent],
            "unknown": [_delivery(each) for each in mailing.unknown],
            "planned": None if answer.planned is None else [_planned(e) for e in answer.planned],
        }
    )


def _delivery(each: Delivery) -> dict[str, Any]:
    return {
        "unit": each.unit,
        "kind": each.kind,
        "address": each.address,
        "message_id": each.message_id,
        "reason": each.reason,
    }


def _planned(each: Planned) -> dict[str, Any]:
    return {
        "unit": each.unit,
        "kind": each.kind,
        "addresses": list(each.addresses),
        "copies": list(each.copies),
        "unreached": list(each.unreached),
        "unchanged": each.unchanged,
        "subject": each.subject,
        "text": each.text,
    }
