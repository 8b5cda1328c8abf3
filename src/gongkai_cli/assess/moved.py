"""Which open dates are other ones because of the holiday notices of a workspace."""

from collections.abc import Iterator

from msgspec import Struct

from ..model.assessment import Assessment
from ..model.case import Case, Running
from ..model.deadline import Deadline


class Moved(Struct, frozen=True, kw_only=True):
    """An open clock whose dates differ: ``before`` without the notices of the workspace."""

    case: Case
    running: Running
    before: Deadline
    after: Deadline


def moved(before: Assessment, after: Assessment) -> Iterator[Moved]:
    """The open clocks of ``after`` that had another due date, or an interval, in ``before``.

    Both judge the same facts on the same day; only the notices that were counted with differ.
    """
    old = {
        _key(case, running): running.deadline for case, running in _open(before) if running.deadline
    }
    for case, running in _open(after):
        was, now = old.get(_key(case, running)), running.deadline
        if was is not None and now is not None and _ends(was) != _ends(now):
            yield Moved(case=case, running=running, before=was, after=now)


def _open(assessment: Assessment) -> Iterator[tuple[Case, Running]]:
    for case in assessment.cases:
        if case.done is None and case.exempt is None and not case.uncovered:
            for running in case.judged:
                yield case, running


def _key(case: Case, running: Running) -> tuple[str, str, str | None, str]:
    record = case.record.identity if case.record else ""
    return case.duty.id, record, case.occasion, running.clock.key


def _ends(deadline: Deadline) -> tuple[object, ...]:
    return deadline.due, deadline.earliest, deadline.latest
