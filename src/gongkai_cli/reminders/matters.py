"""What each unit has to do on a day: open clocks, things without a date, other findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from ..model.assessment import Assessment
from ..model.finding import Finding, State
from ..reports.agenda import Entry, Obstacle, agenda
from ..reports.deadline_words import clock_words, span_words

Part = Literal["late", "coming", "later", "undated", "other"]
"""已超期, 今后…到期, its date moved beyond the window, 未能定日期, other findings."""

Steps = Mapping[tuple[str | None, str | None, str], str]
"""The next step that a finding names, by duty, record or column, and clock."""

_STALE_COLUMN = "GK303"


class Matter(Struct, frozen=True, kw_only=True):
    """One thing that somebody has to do.

    ``key`` is its identity from run to run, ``kind`` what a group of them is called (the finding's
    name). ``subject`` is the record's identity, the column or the period; ``about`` says which word
    stands before its title (信息, 栏目). ``due`` is the day that the settings give; ``span`` says
    what keeps it from being certain (暂算), else it is empty. ``left`` are the working days until
    ``due``, ``late`` and ``days_late`` the working and natural days after it; ``is_late`` is true
    only after the latest day that any reading allows, ``is_done`` of what was done already, too
    late. ``others`` are its later clocks, each with its day. ``why`` is the finding's message, or
    what stands in the way of a date.
    """

    key: str
    kind: str
    duty: str | None
    duty_title: str
    title: str
    subject: str
    about: str
    units: tuple[str, ...]
    state: State | None = None
    due: date | None = None
    aim: date | None = None
    span: str = ""
    left: int | None = None
    late: int = 0
    days_late: int = 0
    is_late: bool = False
    is_done: bool = False
    limit: str = ""
    others: tuple[tuple[date, str], ...] = ()
    why: str = ""
    next_step: str = ""

    @property
    def name(self) -> str:
        """What to call it in one line: the duty, and what of it."""
        duty = f"{self.duty} {self.duty_title}" if self.duty else ""
        if duty and self.title in (self.duty_title, ""):
            return duty
        return "：".join(filter(None, (duty, self.title)))

    @property
    def id(self) -> str:
        """The shortest that still tells it apart: duty and subject, and what is the matter."""
        subject = "" if self.subject == self.duty_title else self.subject
        what = f"{self.due} 到期" if self.due and not self.is_late else self.state or self.kind
        return " ".join(filter(None, (self.duty, subject))) + f"（{what}）"


Source = Entry | Obstacle | Finding


class Board(Struct, frozen=True):
    """Everything that is to be done, by unit; what no unit answers for stands under ``""``.

    ``titles`` are those of the duties, ``records`` those of the records that findings are about.
    """

    by_unit: Mapping[str, list[tuple[str, Source]]]
    steps: Steps
    titles: Mapping[str, str]
    records: Mapping[tuple[str | None, str | None], str]

    def matters(self, unit: str) -> Iterator[Matter]:
        """The matters of one unit, made one after the other: earliest date first, then the rest."""
        for key, source in self.by_unit.get(unit, ()):
            yield self._matter(key, source)

    def _matter(self, key: str, source: Source) -> Matter:
        if isinstance(source, Entry):
            return _open(key, source, self.steps)
        if isinstance(source, Obstacle):
            return _undated(key, source, self.steps)
        title = self.records.get((source.duty, source.record))
        return _found(key, source, self.titles.get(source.duty or "", ""), title)


def board(assessment: Assessment) -> Board:
    """Group once what an assessment leaves to do, under every unit that answers for it.

    A thing with two open clocks is one matter, with its earliest date. A thing that no date can be
    given for is one, with all that stands in the way. What a finding says of an open clock is
    said by the matter of that clock; every other finding is a matter of its own.
    """
    by_unit: defaultdict[str, list[tuple[str, Source]]] = defaultdict(list)
    taken: defaultdict[str, int] = defaultdict(int)
    for source in _sources(assessment):
        key = _key(source)
        taken[key] += 1
        if taken[key] > 1:
            key = f"{key}#{taken[key]}"
        for unit in dict.fromkeys(source.units) or ("",):
            by_unit[unit].append((key, source))
    return Board(
        by_unit=by_unit,
        steps=_steps(assessment.findings),
        titles={each.duty.id: each.duty.title for each in assessment.duties},
        records=_titles(assessment),
    )


def key_of_case(duty: str, record: str) -> str:
    """The key of something that runs against a clock: ``record`` is its identity or the period."""
    return f"办理/{duty}/{record}"


def _sources(assessment: Assessment) -> Iterator[Source]:
    ahead = agenda(assessment)
    yield from ahead.entries
    seen: set[tuple[str, str]] = set()
    for obstacle in ahead.obstacles:
        same = (obstacle.duty.id, obstacle.record or obstacle.title)
        if same not in seen:
            seen.add(same)
            yield obstacle
    yield from (each for each in assessment.findings if not _is_of_open_clock(each))


def _is_of_open_clock(finding: Finding) -> bool:
    """Whether an entry or an obstacle of the agenda stands for the finding."""
    if finding.clock is None:
        return False
    return finding.code == _STALE_COLUMN or (finding.column is None and finding.published is None)


def _titles(assessment: Assessment) -> Mapping[tuple[str | None, str | None], str]:
    """What the records are called that findings of the board are about."""
    named = {
        (each.duty, each.record) for each in assessment.findings if not _is_of_open_clock(each)
    }
    return {
        (case.duty.id, case.record.identity): case.record.title
        for case in assessment.cases
        if case.record and (case.duty.id, case.record.identity) in named
    }


def _key(source: Source) -> str:
    if isinstance(source, Finding):
        return f"问题/{source.id}"
    if isinstance(source, Obstacle):
        return f"未定/{source.duty.id}/{source.record or source.title}"
    if source.column is not None:
        return f"更新/{source.duty.id}/{source.column}"
    return key_of_case(source.duty.id, source.record or source.title)


def _steps(findings: Iterable[Finding]) -> Steps:
    return {
        (each.duty, each.record or each.column, each.clock.key): each.next_step
        for each in findings
        if each.clock is not None and _is_of_open_clock(each)
    }


def _open(key: str, entry: Entry, steps: Steps) -> Matter:
    deadline, running = entry.deadline, entry.running
    subject = entry.record or entry.column or entry.title
    what = "更新栏目" if entry.column is not None else "完成"
    usual = f"请在{deadline.aim}前{what}"
    step = steps.get((entry.duty.id, subject, entry.clock.key))
    if step is None and entry.column is not None:
        step = steps.get((entry.duty.id, entry.duty.title, entry.clock.key))
    return Matter(
        key=key,
        kind="超期" if entry.is_late else "到期",
        duty=entry.duty.id,
        duty_title=entry.duty.title,
        title=entry.title,
        subject=subject,
        about="栏目" if entry.column is not None else "信息",
        units=entry.units,
        state=entry.state,
        due=deadline.due,
        aim=deadline.aim,
        span=span_words(deadline),
        left=running.workdays_left,
        late=running.workdays_late,
        days_late=running.days_late,
        is_late=entry.is_late,
        limit=clock_words(entry.clock, broken=entry.is_late),
        others=tuple(
            (other.deadline.due, clock_words(other.clock))
            for other in entry.others
            if other.deadline is not None
        ),
        next_step=step or usual,
    )


def _undated(key: str, obstacle: Obstacle, steps: Steps) -> Matter:
    found = steps.get((obstacle.duty.id, obstacle.record or obstacle.title, obstacle.clock.key))
    return Matter(
        key=key,
        kind="未能定日期",
        duty=obstacle.duty.id,
        duty_title=obstacle.duty.title,
        title=obstacle.title,
        subject=obstacle.record or obstacle.title,
        about="信息",
        units=obstacle.units,
        state=State.UNCHECKED,
        limit=clock_words(obstacle.clock),
        why=obstacle.why,
        next_step=found or "补全台账或放假通知后重新核查",
    )


def _found(key: str, finding: Finding, duty_title: str, title: str | None) -> Matter:
    """A finding that no open clock stands for; what was done, late, is in no state any more."""
    is_done = finding.clock is not None and finding.published is not None
    return Matter(
        key=key,
        kind=finding.name,
        duty=finding.duty,
        duty_title=duty_title,
        title=title or finding.record or finding.column or "",
        subject=finding.record or finding.column or "",
        about="栏目" if finding.column else "信息",
        units=finding.units,
        state=None if is_done and finding.column is None else finding.state,
        late=finding.days_late or 0,
        days_late=finding.calendar_days_late or 0,
        is_done=is_done and finding.column is None,
        limit=clock_words(finding.clock, broken=True) if finding.clock else "",
        why=finding.message,
        next_step=finding.next_step,
    )
