"""How many working days each publication took, from what started its clock to the day it was up."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from ..calendar import WorkCalendar, YearNotAnnounced
from ..model.assessment import Assessment
from ..model.case import Case, Running
from ..model.limit import Within


class Verdict(StrEnum):
    """Whether something was published in time by every clock on it."""

    IN_TIME = "按时"
    LATE = "超期"
    OPEN = "暂不能定"


class Publication(Struct, frozen=True, kw_only=True):
    """One record that is up.

    ``workdays`` lie in trigger < day ≤ day of publication: 0 where both are one day (民法典 201).
    """

    units: tuple[str, ...]
    workdays: int
    verdict: Verdict


class Tally(Struct, frozen=True):
    """How many publications took how long: counts by working days and verdict."""

    counts: Counter[tuple[int, Verdict]]

    @property
    def total(self) -> int:
        """How many publications there are."""
        return self.counts.total()

    def number(self, verdict: Verdict) -> int:
        """How many have that verdict."""
        return sum(number for (_, each), number in self.counts.items() if each is verdict)

    @property
    def share_in_time(self) -> float:
        """Those in time over all; 0 where there is none."""
        return self.number(Verdict.IN_TIME) / self.total if self.total else 0.0

    @property
    def shortest(self) -> int:
        """The fewest working days; there is at least one publication."""
        return min(workdays for workdays, _ in self.counts)

    @property
    def longest(self) -> int:
        """The most working days; there is at least one publication."""
        return max(workdays for workdays, _ in self.counts)

    @property
    def median(self) -> float:
        """The middle one, or half-way between the two in the middle; there is at least one.

        >>> Tally(Counter({(2, Verdict.IN_TIME): 1, (5, Verdict.IN_TIME): 1})).median
        3.5
        """
        return (self._nth((self.total - 1) // 2) + self._nth(self.total // 2)) / 2

    def _nth(self, position: int) -> int:
        """The number of working days at a place of the ordered list, from 0."""
        passed = 0
        for workdays in sorted(self.days):
            passed += sum(self.days[workdays].values())
            if passed > position:
                return workdays
        raise IndexError(position)

    @property
    def days(self) -> dict[int, dict[Verdict, int]]:
        """The same counts, first by working days."""
        found: defaultdict[int, dict[Verdict, int]] = defaultdict(dict)
        for (workdays, verdict), number in self.counts.items():
            found[workdays][verdict] = number
        return dict(found)


class Pace(Struct, frozen=True, kw_only=True):
    """Every publication together, and those of each unit; ``left_out`` says what is in neither."""

    every: Tally
    units: dict[str, Tally]
    left_out: dict[str, int]


def pace(
    assessment: Assessment, calendar: WorkCalendar, unit_of: Callable[[tuple[str, ...]], str]
) -> Pace:
    """The working days that the publications of an assessment took.

    ``calendar`` is the one that the assessment was counted with; ``unit_of`` names the unit under
    which something of several units stands. Only what a day started is counted, by the clock that
    falls due first: a report of the year has no day on which it was formed.
    """
    every: Counter[tuple[int, Verdict]] = Counter()
    units: defaultdict[str, Counter[tuple[int, Verdict]]] = defaultdict(Counter)
    left_out: Counter[str] = Counter()
    for each in publications(assessment.cases, calendar):
        if isinstance(each, str):
            left_out[each] += 1
        else:
            every[each.workdays, each.verdict] += 1
            units[unit_of(each.units)][each.workdays, each.verdict] += 1
    return Pace(
        every=Tally(every),
        units={unit: Tally(counts) for unit, counts in units.items()},
        left_out=dict(left_out),
    )


def publications(cases: Iterable[Case], calendar: WorkCalendar) -> Iterator[Publication | str]:
    """Each record that is up and that a day started, or why its days cannot be told.

    What is only handed in or held (报送) is no publication.
    """
    for case in cases:
        if case.record is None or case.done is None or case.exempt or case.duty.kind != "publish":
            continue
        clocks = [each for each in case.judged if _by_a_day(each)]
        if clocks:
            yield _publication(case, clocks, calendar)


def _by_a_day(running: Running) -> bool:
    limit = running.clock.limit
    return isinstance(limit, Within) and limit.direction is None


def _publication(case: Case, clocks: list[Running], calendar: WorkCalendar) -> Publication | str:
    deadlines = [each.deadline for each in clocks if each.deadline is not None]
    if len(deadlines) < len(clocks) or case.done is None:
        return "不能确定起算日或到期日"
    first = min(deadlines, key=lambda each: each.due)
    if case.done < first.trigger:
        return "公开日期早于起算日"
    try:
        span = calendar.count_span(first.trigger, case.done)
    except YearNotAnnounced:
        return "所跨年度的放假安排未知"
    if span.fewest != span.most:
        return "所跨年度的放假通知尚未印发"
    if any(case.done > each.latest for each in deadlines):
        verdict = Verdict.LATE
    elif all(case.done <= each.earliest for each in deadlines):
        verdict = Verdict.IN_TIME
    else:
        verdict = Verdict.OPEN
    return Publication(units=case.units, workdays=span.workdays, verdict=verdict)
