"""What is read from a notice: its clauses, and what they arrange."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ....calendar.notices import MakeUp, Notice, Rest
from ....model.place import Place


class Clause(Struct, frozen=True, kw_only=True):
    """A clause as it was read.

    ``words`` are the clause as printed, as far as it names days. ``derived`` are the make-up days
    that it does not print but that follow from 公休日调至; ``remarks`` what was understood and
    changes no day, as printed (鼓励……休息).
    """

    holiday: str
    words: str
    place: Place
    rests: tuple[Rest, ...] = ()
    make_ups: tuple[MakeUp, ...] = ()
    derived: tuple[date, ...] = ()
    remarks: tuple[str, ...] = ()

    def days(self) -> Iterator[tuple[date, str]]:
        """Every day that it arranges, with 放假 or 上班."""
        for rest in self.rests:
            for ordinal in range(rest.first.toordinal(), rest.last.toordinal() + 1):
                yield date.fromordinal(ordinal), "放假"
        for each in self.make_ups:
            yield each.day, "上班"


class NoticeText(Struct, frozen=True, kw_only=True):
    """A notice as its text says it; what the text does not print is ``None``.

    ``second_hand`` is true where number or day of issue were told by whoever had the text read.
    """

    file: str
    year: int
    whole_year: bool
    title: str | None = None
    number: str | None = None
    issued: date | None = None
    second_hand: bool = False
    clauses: tuple[Clause, ...] = ()

    @property
    def rests(self) -> tuple[Rest, ...]:
        """The rest days of all clauses."""
        return tuple(rest for clause in self.clauses for rest in clause.rests)

    @property
    def make_ups(self) -> tuple[MakeUp, ...]:
        """The make-up days of all clauses."""
        return tuple(each for clause in self.clauses for each in clause.make_ups)

    def notice(self, source: str = "") -> Notice | None:
        """The notice for the calendar; ``None`` while number or day of issue are missing."""
        if self.number is None or self.issued is None:
            return None
        return Notice(
            number=self.number,
            issued=self.issued,
            title=self.title or "",
            source=source,
            second_hand=self.second_hand,
            rests=self.rests,
            make_ups=self.make_ups,
        )
