"""Health: what is known, what is to be expected, and what will soon no longer count."""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from ..calendar import WorkCalendar
from ..calendar.announcing import USUALLY_ISSUED
from ..model.assessment import Assessment
from ..model.case import Case, Running
from ..model.deadline import Deadline
from ..model.duty import Period
from ..model.mailing import MailHealth
from ..model.place import Problem, errors

ASKED_FOR_FROM = (11, 1)
"""Month and day from which somebody should look whether the notice for the next year is out."""
MISSED_FROM = (12, 19)
"""Month and day from which it is missing: the day after the latest on which one was ever signed.

That was 18 December (2003, for 2004); a test holds this against ``holidays/``.
"""
SOON = timedelta(days=30)
"""How many natural days ahead the end of a period or of a look at a column is announced."""
RUN_UNTIL = timedelta(days=8)
"""How many natural days after a run of ``remind`` the next one is missing: a week and a day."""


class Grade(StrEnum):
    """How well it stands; declared from best to worst."""

    FINE = "正常"
    NOTICE = "注意"
    WRONG = "错误"

    @property
    def rank(self) -> int:
        """0 for the best."""
        return list(Grade).index(self)


class NextNotice(Struct, frozen=True):
    """The first year without a notice, and when one is to be expected.

    It is usually signed from ``first`` to ``last``, both included; ``missed`` is the day from which
    it is missing.
    """

    year: int
    first: date
    last: date
    missed: date
    grade: Grade


class Provisional(Struct, frozen=True):
    """An open date that is not certain (暂算)."""

    case: Case
    running: Running
    deadline: Deadline


class Look(Struct, frozen=True):
    """How long what somebody saw of a column counts: ``until`` is the last day."""

    duty: str
    column: str
    until: date


class Program(Struct, frozen=True, kw_only=True):
    """The program as it runs; ``speaks_chinese`` says whether the console can show Chinese."""

    version: str
    python: str
    encoding: str
    speaks_chinese: bool
    data: str


class Years(Struct, frozen=True):
    """The years with a file of notices: those that ship, and those of the workspace by file."""

    shipped: tuple[int, ...]
    own: tuple[tuple[int, str], ...] = ()


class Files(Struct, frozen=True, kw_only=True):
    """A workspace as it was read.

    ``assessment`` is ``None`` where something is so wrong that nothing can be judged.
    """

    folder: str
    problems: tuple[Problem, ...] = ()
    ledger_files: tuple[str, ...] = ()
    records: int = 0
    assessment: Assessment | None = None

    @property
    def grade(self) -> Grade:
        """Whether anything in its files is wrong."""
        return Grade.WRONG if errors(self.problems) else Grade.FINE


class Health(Struct, frozen=True, kw_only=True):
    """Everything that ``doctor`` says.

    ``files`` is ``None`` where there is no workspace, ``mail`` where it sends none.
    """

    as_of: date
    known_on: date | None = None
    program: Program
    years: Years
    next_notice: NextNotice
    files: Files | None = None
    mail: MailHealth | None = None


def next_notice(calendar: WorkCalendar, day: date) -> NextNotice:
    """The notice that comes next, as seen on ``day``.

    >>> from gongkai_cli.calendar import load_calendar
    >>> found = next_notice(load_calendar(known_on=date(2025, 10, 1)), date(2025, 11, 3))
    >>> found.year, str(found.first), found.grade.value
    (2026, '2025-10-25', '注意')
    """
    year = day.year
    while calendar.announced(year):
        year += 1
    before = max(year - 1, date.min.year)
    first, last = (date(before, *each) for each in USUALLY_ISSUED)
    missed = date(before, *MISSED_FROM)
    grade = Grade.FINE
    if day >= missed:
        grade = Grade.WRONG
    elif day >= date(before, *ASKED_FOR_FROM):
        grade = Grade.NOTICE
    return NextNotice(year, first, last, missed, grade)


def provisional(assessment: Assessment) -> Iterator[Provisional]:
    """Every open date that is not certain and has not passed, the earliest first."""
    found = [
        Provisional(case, running, running.deadline)
        for case in assessment.cases
        if case.done is None and case.exempt is None and not case.uncovered
        for running in case.judged
        if running.deadline is not None
        and not running.deadline.certain
        and running.deadline.latest >= assessment.as_of
    ]
    return iter(sorted(found, key=lambda each: (each.deadline.earliest, each.deadline.due)))


def looks(assessment: Assessment) -> Iterator[Look]:
    """How long each look at a column counts (核查有效期, natural days), the first to end first."""
    valid = timedelta(days=assessment.settings.evidence_days)
    found = [
        Look(view.duty.id, view.column.name or view.duty.name, view.column.checked + valid)
        for view in assessment.columns
        if view.column is not None and view.column.checked is not None
    ]
    return iter(sorted(found, key=lambda each: each.until))


def ends_soon(day: date, as_of: date) -> bool:
    """Whether a last day has not passed and is not far."""
    return as_of <= day <= as_of + SOON


def period_grade(period: Period, as_of: date) -> Grade:
    """Whether a catalogue is in force, and stays so for a while."""
    near = period.last is not None and ends_soon(period.last, as_of)
    return Grade.FINE if period.holds(as_of) and not near else Grade.NOTICE


def is_run_missing(mail: MailHealth, as_of: date) -> bool:
    """Whether the last run of ``remind`` is too old; not where it never ran."""
    return mail.last_run is not None and as_of - mail.last_run.day > RUN_UNTIL


def mail_grade(mail: MailHealth, as_of: date) -> Grade:
    """Whether mail goes out, and has arrived."""
    unusable = mail.server is not None and not mail.server.is_usable
    if unusable or mail.store_problem or is_run_missing(mail, as_of):
        return Grade.WRONG
    lacking = mail.unsent or mail.unknown or mail.without_address or mail.last_run is None
    return Grade.NOTICE if lacking else Grade.FINE
