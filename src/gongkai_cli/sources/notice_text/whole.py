"""A notice read as a whole: its letters, its head, its clauses, and how they agree."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from ...calendar.notices import YearNotices
from ...calendar.provisional.law_yaml import holiday_law
from ...model.place import Place, Problem, errors
from .agreement import disagreements
from .clauses import ClauseReading
from .head import Head, read_head
from .letters import letters_of
from .nouns import Clause, NoticeText
from .parts import another, divide, first_part
from .printed_days import coded

if TYPE_CHECKING:
    from . import Given

Known = TypeVar("Known", str, date)


class WholeReading:
    """One text being read; what is wrong with it goes to ``problems``."""

    def __init__(
        self,
        text: str,
        file: str,
        given: "Given",
        known: Callable[[int], YearNotices | None],
    ) -> None:
        self._letters = letters_of(text, file)
        self._given = given
        self._known = known
        self.problems: list[Problem] = []

    def notice(self) -> NoticeText | None:
        """The notice as far as it could be read."""
        letters = self._letters
        if not letters.text:
            self.problems.append(Problem(Place(letters.file), "没有文字", "放假通知的文字"))
            return None
        head = read_head(letters, first_part(letters))
        self.problems += head.problems
        number = self._told("文号", head.number, self._given.number)
        issued = self._told("印发日期", head.issued, self._given.issued)
        if head.year is None:
            return None
        earlier = self._earlier(head.year, number, issued)
        of_head = len(self.problems)
        notice = NoticeText(
            file=letters.file,
            year=head.year,
            whole_year=head.whole_year,
            title=head.title,
            number=number,
            issued=issued,
            second_hand=head.number != number or head.issued != issued,
            clauses=tuple(self._clauses(head, head.year, earlier)),
        )
        if not errors(tuple(self.problems[of_head:])):
            law = holiday_law()
            statutory = law.holidays(notice.year) if notice.year in law.years else ()
            self.problems += disagreements(notice, statutory, earlier)
        return notice

    def _clauses(self, head: Head, year: int, earlier: YearNotices | None) -> list[Clause]:
        letters = self._letters
        parts, problems = divide(letters, head.body, head.end)
        self.problems += problems
        moving_days = holiday_law().moving_days.get(year, {})
        clauses: list[Clause] = []
        for part in parts:
            code = coded(letters, part, year, moving_days)
            if part.holiday is None and not code.days:
                continue
            reading = ClauseReading(letters, part, code, earlier)
            clause = reading.clause(part.holiday or (None if head.whole_year else head.holiday))
            self.problems += reading.problems
            if clause is not None:
                clauses.append(clause)
        if not clauses and not self.problems:
            accepted = "放假通知的全文，或其中各节日的安排"
            self._report(head.body, "没有读到放假的安排", accepted)
        second = another(letters, head.end)
        if second is not None:
            self._report(second, "署名之后又有一份安排", "一次只读一个通知")
        return clauses

    def _earlier(self, year: int, number: str | None, issued: date | None) -> YearNotices | None:
        """The notices of the year that are there already, issued before this one."""
        notices = self._known(year)
        if notices is None:
            return None
        return YearNotices(
            year,
            tuple(
                each
                for each in notices.notices
                if each.number != number and (issued is None or each.issued <= issued)
            ),
        )

    def _told(
        self, name: str, printed: Known | Problem | None, given: Known | None
    ) -> Known | None:
        """What the text prints, or what was told where it prints nothing readable."""
        if isinstance(printed, Problem):
            if given is None:
                self.problems.append(printed)
            return given
        if printed is not None and given is not None and printed != given:
            self._report(0, f"{name}是“{printed}”，另外写明的是“{given}”", "文本里有的不必另写")
        return printed if printed is not None else given

    def _report(self, index: int, found: str, accepted: str) -> None:
        self.problems.append(Problem(self._letters.place(index), found, accepted))
