"""A notice read as a whole: its letters, its head, its clauses, and how they agree."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import dropwhile
from typing import TYPE_CHECKING, TypeVar

from ....calendar.notices import YearNotices
from ....calendar.provisional.law_yaml import holiday_law
from ....model.place import Place, Problem, errors
from .agreement import disagreements
from .clauses import ClauseReading
from .head import Head, read_head
from .letters import letters_of
from .nouns import Clause, NoticeText
from .parts import Part, another, divide, first_part
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
        parts, problems = divide(letters, head.body, head.end)
        of_head = len(self.problems)
        self.problems += problems
        earlier = self._earlier(head.year, number, issued)
        whole_year = head.whole_year or (head.title is None and any(map(_headed, parts)))
        if whole_year and any(map(_headed, parts)):
            # The principles that the notice for 2025 opens with are not its arrangements.
            parts = tuple(dropwhile(lambda part: not _headed(part), parts))
        holiday = None if whole_year else head.holiday
        notice = NoticeText(
            file=letters.file,
            year=head.year,
            whole_year=whole_year,
            title=head.title,
            number=number,
            issued=issued,
            second_hand=head.number != number or head.issued != issued,
            clauses=tuple(self._clauses(parts, head.year, holiday, earlier)),
        )
        self._check_all_read(notice, head)
        if not errors(tuple(self.problems[of_head:])):
            law = holiday_law()
            statutory = law.holidays(notice.year) if notice.year in law.years else ()
            self.problems += disagreements(notice, statutory, earlier)
        return notice

    def _clauses(
        self,
        parts: Iterable[Part],
        year: int,
        holiday: str | None,
        earlier: YearNotices | None,
    ) -> Iterator[Clause]:
        moving_days = holiday_law().moving_days.get(year, {})
        for part in parts:
            code = coded(self._letters, part, year, moving_days)
            if part.holiday is None and not code.days:
                continue
            reading = ClauseReading(self._letters, part, code, earlier)
            clause = reading.clause(part.holiday or holiday)
            self.problems += reading.problems
            if clause is not None:
                yield clause

    def _check_all_read(self, notice: NoticeText, head: Head) -> None:
        if not notice.clauses and not self.problems:
            accepted = "放假通知的全文，或其中各节日的安排"
            self._report(head.body, "没有读到放假的安排", accepted)
        second = another(self._letters, head.end)
        if second is not None:
            self._report(second, "署名之后又有一份安排", "一次只读一个通知")

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
                if each.number != number and (issued is None or each.issued < issued)
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


def _headed(part: Part) -> bool:
    return part.holiday is not None
