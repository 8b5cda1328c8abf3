"""``doctor`` for programs: ``gongkai/doctor/1``."""

from datetime import date
from typing import Any

from ..assess.health import (
    Files,
    Health,
    Look,
    Provisional,
    ends_soon,
    looks,
    mail_grade,
    period_grade,
    provisional,
)
from ..model.assessment import Assessment
from ..model.mailing import Delivery, MailHealth
from ..model.place import errors
from .deadline_words import iso
from .machine import clock_of, dates_of, problem_of, text_of

SCHEMA = "gongkai/doctor/1"


def render(health: Health) -> str:
    """The health as JSON; keys without a value are null, never absent."""
    program, coming = health.program, health.next_notice
    return text_of(
        {
            "schema": SCHEMA,
            "as_of": iso(health.as_of),
            "known_on": iso(health.known_on),
            "program": {
                "version": program.version,
                "python": program.python,
                "encoding": program.encoding,
                "speaks_chinese": program.speaks_chinese,
                "data": program.data,
            },
            "years": {
                "shipped": list(health.years.shipped),
                "own": [{"year": year, "file": file} for year, file in health.years.own],
            },
            "next_notice": {
                "year": coming.year,
                "usually_from": iso(coming.first),
                "usually_until": iso(coming.last),
                "missed_from": iso(coming.missed),
                "grade": coming.grade.value,
            },
            "workspace": _workspace(health.files),
            "mail": _mail(health.mail, health.as_of),
        }
    )


def _workspace(files: Files | None) -> dict[str, Any] | None:
    if files is None:
        return None
    return {
        "folder": files.folder,
        "grade": files.grade.value,
        "errors": len(errors(files.problems)),
        "problems": [problem_of(each) for each in files.problems],
        "ledger_files": list(files.ledger_files),
        "records": files.records,
        **_judged(files.assessment),
    }


def _judged(assessment: Assessment | None) -> dict[str, Any]:
    """What only a workspace that can be judged has; null where it cannot."""
    if assessment is None:
        return {"catalogue": None, "provisional": None, "evidence": None}
    catalogue, as_of = assessment.catalogue, assessment.as_of
    every = list(looks(assessment))
    return {
        "catalogue": {
            "title": catalogue.title,
            "duties": catalogue.rows,
            "first": iso(catalogue.period.first),
            "last": iso(catalogue.period.last),
            "grade": period_grade(catalogue.period, as_of).value,
        },
        "provisional": [_provisional(each) for each in provisional(assessment)],
        "evidence": {
            "valid_days": assessment.settings.evidence_days,
            "expired": [_look(each) for each in every if each.until < as_of],
            "expiring": [_look(each) for each in every if ends_soon(each.until, as_of)],
            "unseen": [view.duty.id for view in assessment.columns if view.column is None],
        },
    }


def _provisional(each: Provisional) -> dict[str, Any]:
    record = each.case.record
    return {
        "duty": each.case.duty.id,
        "record": record.identity if record else None,
        "occasion": each.case.occasion,
        "title": each.case.label,
        "units": list(each.case.units),
        "clock": clock_of(each.running.clock),
        **dates_of(each.deadline),
    }


def _look(each: Look) -> dict[str, Any]:
    return {"duty": each.duty, "column": each.column, "until": iso(each.until)}


def _mail(mail: MailHealth | None, as_of: date) -> dict[str, Any] | None:
    if mail is None:
        return None
    run, server = mail.last_run, mail.server
    return {
        "grade": mail_grade(mail, as_of).value,
        "transport": mail.transport,
        "last_run": run
        and {
            "day": iso(run.day),
            "started": run.started,
            "ended": run.ended,
            "result": run.result,
        },
        "server": server and {"usable": server.is_usable, "words": server.words},
        "unsent": [_delivery(each) for each in mail.unsent],
        "unknown": [_delivery(each) for each in mail.unknown],
        "without_address": list(mail.without_address),
        "problem": mail.store_problem,
    }


def _delivery(each: Delivery) -> dict[str, Any]:
    return {
        "unit": each.unit,
        "kind": each.kind,
        "address": each.address,
        "message_id": each.message_id,
        "reason": each.reason,
    }
