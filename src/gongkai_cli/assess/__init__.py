"""Judging: facts to cases, cases to findings, findings to states."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import structs

from ..checks import ALL, Check
from ..editions import with_rows_of_others
from ..facts import Facts
from ..model.assessment import Assessment, Evidence
from ..model.case import Case
from ..model.duty import Duty
from ..model.finding import Finding, State
from ..model.settings import Settings
from .cases import Docket
from .clocks import BasisChoice, clocks_of
from .columns import column_views
from .coverage import questions
from .states import duty_states

__all__ = ["BasisChoice", "assess", "clocks_of"]


def assess(
    facts: Facts,
    *,
    as_of: date,
    basis: BasisChoice = "从严",
    today: date | None = None,
    settings: Settings | None = None,
    checks: Iterable[Check] = ALL,
) -> Assessment:
    """Judge what was read as it stood on ``as_of``.

    Goes in: the facts, the day of the check (a day of UTC+8), which clocks count (从严 all, 目录
    the catalogue's own, 法律 those of law), and the day on which this is done where an earlier day
    is judged (a date behind it is an error, one behind ``as_of`` alone is not); ``settings`` take
    the place of those of the workspace. Comes out: the assessment, findings most urgent first.
    Reads no file, clock or terminal; raises nothing for what users wrote.
    """
    if settings is not None:
        facts = structs.replace(facts, settings=settings)
    facts = _of_the_day(facts, as_of)
    cases = tuple(Docket(facts, as_of, basis).cases())
    unsettled = tuple(case for case in cases if not case.settled)
    evidence = Evidence(
        as_of=as_of,
        today=max(as_of, today or as_of),
        settings=facts.settings,
        duties=tuple(_asked(facts.catalogue.duties, cases)),
        records=facts.ledger.records,
        cases=cases,
        unsettled=unsettled,
        running=tuple(
            (case, each, each.deadline)
            for case in unsettled
            for each in case.judged
            if each.deadline is not None
        ),
        columns=tuple(column_views(facts, as_of)),
        issued=facts.issued,
    )
    findings = sorted(_findings(evidence, checks), key=_urgency)
    asked = tuple(questions(evidence))
    return Assessment(
        as_of=as_of,
        known_on=facts.calendar.known_on,
        calendar_until=facts.calendar.last_notice,
        calendar_local=facts.calendar.local_files,
        basis=basis,
        settings=facts.settings,
        catalogue=facts.catalogue,
        editions=tuple((each.catalogue.title, each.in_force) for each in facts.editions),
        duties=tuple(duty_states(evidence, findings, asked)),
        questions=asked,
        findings=tuple(findings),
        cases=cases,
        columns=evidence.columns,
        problems=facts.problems,
        later_records=sum(
            each.formed is not None and each.formed > as_of for each in facts.ledger.records
        ),
        outside=tuple(_outside(cases, as_of)),
    )


def _of_the_day(facts: Facts, as_of: date) -> Facts:
    """The facts with the catalogue of a day, and the rows of other years that the ledger names."""
    if not facts.editions:
        return facts
    named = {each.duty for each in facts.ledger.records if each.duty is not None}
    return structs.replace(facts, catalogue=with_rows_of_others(facts.editions, as_of, named))


def _asked(duties: Iterable[Duty], cases: Iterable[Case]) -> Iterator[Duty]:
    """The duties that are judged: a row of another year only where a case of it is."""
    with_cases = {case.duty.id for case in cases if case.duty.only_in is not None}
    return (each for each in duties if each.only_in is None or each.id in with_cases)


def _findings(evidence: Evidence, checks: Iterable[Check]) -> Iterator[Finding]:
    """What the checks find, without what another finding on the same thing silences."""
    checks = tuple(checks)
    found = [finding for check in checks for finding in check.check(evidence)]
    silenced = {
        (code, finding.duty, finding.record, finding.column)
        for check in checks
        for finding in found
        if finding.code == check.CODE
        for code in check.SILENCES
    }
    for finding in found:
        if (finding.code, finding.duty, finding.record, finding.column) not in silenced:
            yield finding


def _urgency(finding: Finding) -> tuple[int, int, str, str]:
    state = finding.state.rank if finding.state else len(State)
    due = finding.deadline.due.isoformat() if finding.deadline else "9999"
    return state, finding.severity.rank, due, finding.id


def _outside(cases: Iterable[Case], as_of: date) -> Iterator[str]:
    """A line a duty with the periods that had fallen due and that the ledger does not cover."""
    periods: defaultdict[str, list[str]] = defaultdict(list)
    for case in cases:
        due = case.judged[0].deadline if case.judged else None
        if case.uncovered and not case.exempt and due is not None and due.due <= as_of:
            periods[f"{case.duty.id} {case.duty.title}"].append(case.label)
    return (f"{duty}：{'、'.join(labels)}" for duty, labels in periods.items())
