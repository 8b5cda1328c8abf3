"""What is late and what falls due in the next twenty working days, day by day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ...calendar import WorkCalendar, YearNotAnnounced
from ...model.assessment import Assessment
from ..agenda import Agenda, Entry, agenda
from ..deadline_words import span_words
from ..due_sheet import left_words
from ..standing import stands_under
from .signs import Sign, sign

WORKDAYS = 20
_BEFORE = timedelta(days=7)
_DAY = timedelta(days=1)
_MOST_LATE, _MOST_COMING = 15, 30
_MARKS = {"放假": "休", "法定放假": "休", "推定放假": "休", "调休上班": "班", "推定上班": "班"}


class AxisDay(Struct, frozen=True):
    """A day of the time line; ``mark`` is 休, 班 or 未, empty for a plain one."""

    day: date
    works: bool
    mark: str
    why: str


class Item(Struct, frozen=True, kw_only=True):
    """Something open.

    ``left`` says how much time is left or how late it is; ``span`` the interval of a date that is
    not sure, from ``earliest`` to ``latest``.
    """

    sign: Sign | None
    duty: str
    name: str
    title: str
    about: str
    unit: str
    due: date
    earliest: date
    latest: date
    left: str
    span: str


class Ahead(Struct, frozen=True, kw_only=True):
    """The time line: its days, what is shown of what is late and coming, and how much there is.

    ``days`` is empty where nothing is known of the year, and ``unknown`` says so. ``falling_due``
    counts everything open by its due day. ``undated`` is for how many things no date can be given.
    """

    as_of: date
    days: tuple[AxisDay, ...]
    unknown: str | None
    late: tuple[Item, ...]
    late_total: int
    coming: tuple[Item, ...]
    coming_total: int
    later: int
    undated: int
    falling_due: dict[date, int]

    @property
    def has_open_day(self) -> bool:
        """Whether the notice for a day of it is not out."""
        return any(each.mark == "未" for each in self.days)

    @property
    def summary(self) -> str:
        """The whole in a sentence."""
        words = (
            f"截至 {self.as_of}，已超期未办 {self.late_total} 项，"
            f"今后 {WORKDAYS} 个工作日内到期 {self.coming_total} 项"
        )
        if self.later:
            words += f"，此后到期 {self.later} 项"
        if self.undated:
            words += f"，无法计算到期日 {self.undated} 项"
        return words + "。"


def ahead(
    assessment: Assessment,
    calendar: WorkCalendar | None,
    within: frozenset[str] = frozenset(),
) -> Ahead:
    """The time line of an assessment, drawn with the calendar that it was counted with.

    The axis runs from a week before the day of the check to the end of the twentieth working day
    after it, by the latest that this may be.
    """
    found = agenda(assessment, WORKDAYS)
    late = [each for each in found.entries if each.deadline.due < assessment.as_of]
    coming = [each for each in found.entries if each.deadline.due >= assessment.as_of]
    days: tuple[AxisDay, ...] = ()
    unknown = None if calendar else "没有给出工作日历，不画时间轴"
    if calendar:
        try:
            days = tuple(_axis(calendar, assessment.as_of))
        except YearNotAnnounced as reason:
            unknown = str(reason)
    return Ahead(
        as_of=assessment.as_of,
        days=days,
        unknown=unknown,
        late=tuple(_item(each, within) for each in late[:_MOST_LATE]),
        late_total=len(late),
        coming=tuple(_item(each, within) for each in coming[:_MOST_COMING]),
        coming_total=len(coming),
        later=found.later,
        undated=len(found.obstacles),
        falling_due=_falling_due(found),
    )


def _axis(calendar: WorkCalendar, as_of: date) -> Iterator[AxisDay]:
    last = calendar.deadline(as_of, WORKDAYS).latest
    for number in range((last - as_of + _BEFORE).days + 1):
        reason = calendar.expectation(as_of - _BEFORE + number * _DAY)
        mark = _MARKS.get(reason.kind, "") if reason.sure else "未"
        yield AxisDay(reason.day, reason.works, mark, reason.words)


def _falling_due(found: Agenda) -> dict[date, int]:
    return dict(Counter(each.deadline.due for each in found.entries))


def _item(entry: Entry, within: frozenset[str]) -> Item:
    deadline = entry.deadline
    return Item(
        sign=sign(entry.state) if entry.state else None,
        duty=entry.duty.id,
        name=entry.duty.name,
        title=entry.duty.title,
        about=entry.title,
        unit=stands_under(entry.units, within),
        due=deadline.due,
        earliest=deadline.earliest,
        latest=deadline.latest,
        left=left_words(entry),
        span=span_words(deadline),
    )
