"""The state of every duty, and of every unit in it: the worst of what is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ..model.assessment import Assessment, DutyResult, Evidence, Question
from ..model.case import ColumnView
from ..model.finding import Finding, State


def duty_states(
    evidence: Evidence, findings: Iterable[Finding], asked: Iterable[Question]
) -> Iterator[DutyResult]:
    """Every duty with its worst state; 不适用 where nothing was asked and nothing found."""
    states = _shared(asked, evidence.columns)
    for finding in findings:
        if finding.duty and finding.state:
            states[finding.duty].append(finding.state)
    for duty in evidence.duties:
        state = _worst(states[duty.id]) or State.NOT_APPLICABLE
        yield DutyResult(duty=duty, state=state)


def unit_states(assessment: Assessment) -> dict[str, dict[str, State]]:
    """The state of each unit in each duty: id of the duty, name of the unit, worst state.

    A finding counts for the units that it names, one that names none for every unit of its duty;
    what is not answered, and what is explained, counts for them all: so one unit that is late does
    not make its neighbours late, and what is not known is nobody's 合规. The units are those of the
    duty, then those that its findings name; a duty without any is not in it.
    """
    shared = _shared(assessment.questions, assessment.columns)
    own: defaultdict[str, defaultdict[str, list[State]]] = defaultdict(lambda: defaultdict(list))
    for finding in assessment.findings:
        if finding.duty and finding.state and not finding.units:
            shared[finding.duty].append(finding.state)
        elif finding.duty and finding.state:
            for unit in finding.units:
                own[finding.duty][unit].append(finding.state)
    found: dict[str, dict[str, State]] = {}
    for duty in (result.duty for result in assessment.duties):
        of_duty = own[duty.id]
        all_share = _worst(shared[duty.id]) or State.NOT_APPLICABLE
        for unit in dict.fromkeys((*duty.unit_names, *of_duty)):
            states = (*of_duty.get(unit, ()), all_share)
            found.setdefault(duty.id, {})[unit] = min(states, key=_rank)
    return found


def _shared(
    asked: Iterable[Question], columns: Iterable[ColumnView]
) -> defaultdict[str, list[State]]:
    """What is known of a duty, whoever answers for it: its questions and its explained columns."""
    states: defaultdict[str, list[State]] = defaultdict(list)
    for question in asked:
        good = State.COMPLIANT if question.answered else State.UNCHECKED
        states[question.duty].append(good)
    for view in columns:
        if view.statement is not None and not (view.column and view.column.items):
            states[view.duty.id].append(State.EXPLAINED)
    return states


def _worst(states: Iterable[State]) -> State | None:
    return min(states, key=_rank, default=None)


def _rank(state: State) -> int:
    return state.rank
