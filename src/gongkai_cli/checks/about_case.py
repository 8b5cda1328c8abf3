"""What the checks on cases share: which clocks to look at, and a finding made from one."""

from collections.abc import Iterator
from typing import Literal

from ..model.assessment import Evidence
from ..model.basis import Authority, Basis
from ..model.case import Case, Running
from ..model.deadline import Clock, Deadline
from ..model.finding import Finding, Severity, State
from ..model.limit import ByDate, Periodic

Kind = Literal["record", "yearly", "periodic", "following"]


def kind_of(case: Case, running: Running) -> Kind:
    """What started the clock: a record, a date of the year, a period, or another document."""
    if case.duty.subject_of is not None:
        return "following"
    if isinstance(running.clock.limit, ByDate):
        return "yearly"
    return "periodic" if isinstance(running.clock.limit, Periodic) else "record"


def overdue(evidence: Evidence) -> Iterator[tuple[Case, Running, Deadline]]:
    """Clocks still open after the latest day that any reading allows."""
    for case, each, deadline in evidence.running:
        if case.done is None and evidence.as_of > deadline.latest:
            yield case, each, deadline


def done_late(evidence: Evidence) -> Iterator[tuple[Case, Running, Deadline]]:
    """Clocks answered after the latest day that any reading allows."""
    for case, each, deadline in evidence.running:
        if case.done is not None and case.done > deadline.latest:
            yield case, each, deadline


def lateness(each: Running, evidence: Evidence) -> State:
    """超期, or 严重超期 beyond so many working days."""
    very = each.workdays_late > evidence.settings.very_late_days
    return State.VERY_LATE if very else State.LATE


def weight(clock: Clock, state: State | None = None) -> Severity:
    """How much a breach weighs: by the rank of the rule, and less where the limit is assumed.

    Of several rules that ask the same the heaviest decides: one that is only assumed to be there
    does not make the breach of another one lighter.
    """
    if clock.assumed:
        return Severity.LOW
    return min((_weight(each, state) for each in clock.bases), key=lambda each: each.rank)


def _weight(basis: Basis, state: State | None) -> Severity:
    if basis.assumed:
        return Severity.LOW
    if basis.authority is Authority.OWN:
        return Severity.HIGH if state is State.VERY_LATE else Severity.MEDIUM
    return Severity.CRITICAL if state is State.VERY_LATE else Severity.HIGH


def assumed_words(clock: Clock) -> str:
    """A remark where the limit is a 推定."""
    reason = clock.assumed or clock.bases[0].assumed
    return f"（推定时限：{reason}）" if reason else ""


def day_of(deadline: Deadline) -> str:
    """The due day, marked where it is not certain."""
    return f"{deadline.due}" if deadline.certain else f"{deadline.due}（暂算）"


def what_to_do(case: Case) -> str:
    """The next step for something that is still open."""
    if case.duty.subject_of is not None:
        return "公开（报送）解读，登记台账并填写“解读对象”"
    if case.duty.kind == "publish":
        return "立即公开，并在台账填写公开日期和公开地址"
    return "立即办理，并在台账“公开日期”填写报送（办结）日期"


def breach(
    code: str,
    name: str,
    evidence: Evidence,
    broken: tuple[Case, Running, Deadline],
    what: str = "",
) -> Finding:
    """A finding on a clock that was broken, whether the case is still open or was done late.

    ``what`` names what was due where the case's record does not.
    """
    case, each, deadline = broken
    state = lateness(each, evidence)
    act = "公开" if case.duty.kind == "publish" else "办结"
    then = f"实际{case.done}" if case.done else "至今没有"
    return finding(
        code,
        name,
        case,
        each,
        severity=weight(each.clock, state),
        state=state,
        message=f"{each.clock.authority.breach}：{what}应于{day_of(deadline)}前（含当日）{act}，{then}"
        f"{assumed_words(each.clock)}",
        next_step="查明原因；日期填写有误的更正台账" if case.done else what_to_do(case),
    )


def finding(
    code: str,
    name: str,
    case: Case,
    each: Running | None,
    *,
    severity: Severity,
    state: State | None,
    message: str,
    next_step: str,
) -> Finding:
    """A finding on one clock of a case, with the numbers that the case already has."""
    late = each is not None and each.deadline is not None and each.days_late > 0
    return Finding(
        code=code,
        name=name,
        severity=severity,
        state=state,
        duty=case.duty.id,
        record=case.record.identity if case.record else case.occasion,
        units=case.units,
        clock=each.clock if each else None,
        deadline=each.deadline if each else None,
        days_late=each.workdays_late if each and late else None,
        calendar_days_late=each.days_late if each and late else None,
        published=case.done,
        place=case.record.place if case.record else case.duty.place,
        message=message,
        next_step=next_step,
    )
