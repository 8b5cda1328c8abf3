"""The result of one run: what reports and commands print."""

from datetime import date

from msgspec import Struct

from .case import Case, ColumnView, Running
from .deadline import Deadline
from .duty import Assumption, Catalogue, Duty, Period
from .finding import Finding, State
from .issued import Issued
from .ledger import Record
from .place import Problem
from .settings import Settings


class Evidence(Struct, frozen=True, kw_only=True):
    """Everything a check may look at: counted already, so that a check only compares.

    ``as_of`` is the day that is judged; ``today`` the day on which that is done: a date behind it
    has not come for anybody.
    ``unsettled`` are those of the ``cases`` that may call for a word: not what was done in time,
    what nothing is owed for, or what the ledger does not cover; ``running`` their clocks that have
    a deadline.
    """

    as_of: date
    today: date
    settings: Settings = Settings()
    duties: tuple[Duty, ...] = ()
    records: tuple[Record, ...] = ()
    cases: tuple[Case, ...] = ()
    unsettled: tuple[Case, ...] = ()
    running: tuple[tuple[Case, Running, Deadline], ...] = ()
    columns: tuple[ColumnView, ...] = ()
    issued: Issued | None = None


class Question(Struct, frozen=True, kw_only=True):
    """Something a duty must answer before it is 合规; ``why`` says what is lacking."""

    duty: str
    question: str
    answered: bool
    why: str | None = None


class DutyResult(Struct, frozen=True, kw_only=True):
    """A duty with its worst state."""

    duty: Duty
    state: State


class Assessment(Struct, frozen=True, kw_only=True):
    """核查: coverage, a state for every duty, findings and the cases they rest on.

    ``calendar_until`` is the last holiday notice counted with; ``calendar_local`` names the files
    of the workspace that extend or override it. ``findings`` are ordered most urgent first.
    ``catalogue`` is the one of the day; ``editions`` name those of all years with their times where
    there are several: what happened in one is judged by it.
    """

    as_of: date
    known_on: date | None = None
    calendar_until: str = ""
    calendar_local: tuple[str, ...] = ()
    basis: str = "从严"
    settings: Settings = Settings()
    catalogue: Catalogue
    editions: tuple[tuple[str, Period], ...] = ()
    duties: tuple[DutyResult, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    cases: tuple[Case, ...] = ()
    columns: tuple[ColumnView, ...] = ()
    problems: tuple[Problem, ...] = ()
    later_records: int = 0
    """How many records were formed after the day of the check, and so are left out."""
    outside: tuple[str, ...] = ()
    """Periods that were not judged because the ledger does not cover them (不在台账期内)."""

    @property
    def answered(self) -> int:
        """How many questions have an answer."""
        return sum(question.answered for question in self.questions)

    @property
    def share(self) -> float:
        """Answered questions over all questions; 0 where there is none."""
        return self.answered / len(self.questions) if self.questions else 0.0

    @property
    def assumptions(self) -> tuple[tuple[str, Assumption], ...]:
        """Every 推定 of the catalogue with the id of its duty."""
        return tuple((each.id, note) for each in self.catalogue.duties for note in each.assumed)
