"""Starting clocks: from a limit and the day it counts from to a deadline with its numbers."""

from datetime import date

from ..calendar import WorkCalendar, YearNotAnnounced
from ..limits import NoDeadline, Occasion, deadline, occasion_deadline
from ..model.case import Running
from ..model.deadline import Clock, Deadline, Event
from ..model.ledger import Record
from ..model.limit import Within
from ..model.settings import Settings

_BY_CHANGE = (None, "formed-or-changed", "made-or-obtained", "published-or-changed")


class Starter:
    """Runs clocks on the day of the check; the same sum is never done twice.

    Every method gives a ``Running``; where no date can be given it carries the obstacle instead.
    """

    def __init__(self, calendar: WorkCalendar, settings: Settings, as_of: date) -> None:
        self._calendar = calendar
        self._settings = settings
        self._as_of = as_of
        self._counted: dict[tuple[str, date], Deadline | str] = {}

    def within(self, clock: Clock, start: date, done: date | None) -> Running:
        """A clock of so many units that started on ``start`` and was answered on ``done``."""
        key = (clock.key, start)
        found = self._counted.get(key)
        if found is None:
            found = self._counted[key] = self._count(clock, start)
        return self._running(clock, found, done)

    def occasion(self, clock: Clock, occasion: Occasion, done: date | None) -> Running:
        """A clock that a period of the year started."""
        found: Deadline | str
        try:
            found = occasion_deadline(occasion, self._calendar, self._settings)
        except (NoDeadline, YearNotAnnounced) as reason:
            found = str(reason)
        return self._running(clock, found, done)

    def _count(self, clock: Clock, start: date) -> Deadline | str:
        if not isinstance(clock.limit, Within):
            raise TypeError(f"{clock.key} is started by the year, not by a day")
        try:
            return deadline(clock.limit, (Event("start", start),), self._calendar, self._settings)
        except (NoDeadline, YearNotAnnounced) as reason:
            return str(reason)

    def _running(self, clock: Clock, found: Deadline | str, done: date | None) -> Running:
        if isinstance(found, str):
            return Running(clock=clock, obstacle=found)
        until = done or self._as_of
        if until > found.due:
            return Running(
                clock=clock,
                deadline=found,
                workdays_late=self._fewest(found.due, until),
                days_late=(until - found.due).days,
            )
        left = None if done else self._fewest(self._as_of, found.due)
        return Running(clock=clock, deadline=found, workdays_left=left)

    def _fewest(self, after: date, until: date) -> int:
        """Working days that there surely are: no more lateness, and no more time, than is sure."""
        return self._calendar.count_span(after, until).fewest


def start_day(clock: Clock, record: Record, subject: Record | None) -> date | str | None:
    """The day on which a clock starts for a record; why it cannot be told; ``None`` if it does not.

    形成或变更 starts with the later event that the row holds. A clock that runs from 公布 starts
    when the document that the record interprets was published. Other triggers (批准, 收到, 作出)
    are taken to be the day in 形成日期, as the ledger has one heading for them all.
    """
    trigger = clock.limit.trigger
    if trigger == "changed":
        return record.changed
    if trigger == "published":
        if subject is None:
            return "“解读对象”没有填写，或台账中没有这份文件，不能确定起算日"
        return subject.published or "被解读的文件还没有公开，时限尚未起算"
    day = (record.changed or record.formed) if trigger in _BY_CHANGE else record.formed
    return day or "没有形成日期，不能确定起算日"


def not_in_the_ledger(clock: Clock) -> str | None:
    """Why a row of the ledger cannot start a clock; ``None`` where it can.

    What has to be public so long before an event (会议召开前3日) is counted back from that event,
    and the ledger has no heading for it: the day on which something was formed lies before it too.
    """
    limit = clock.limit
    if isinstance(limit, Within) and limit.direction == "before":
        return f"台账没有“{limit.event or '那件事'}”的日期，不能确定要提前到哪一天"
    return None
