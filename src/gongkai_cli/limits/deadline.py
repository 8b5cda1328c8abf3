"""A limit and its events make a deadline, with its count."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct, structs

from ..calendar import DayReason, WorkCalendar
from ..model.deadline import Deadline, Event, Segment
from ..model.limit import Unit, Within
from ..model.settings import SETTINGS, Settings

_DAY = timedelta(days=1)
_OPEN_REST_DAY = next(row.name for row in SETTINGS if row.field == "rest_day_end")
_OPEN_PAUSE = next(row.name for row in SETTINGS if row.field == "pause")
_LONGEST_PAUSE = 15
"""Working days that a third party has for its opinion (条例 32)."""

_Segments = tuple[Segment, ...]


class NoDeadline(ValueError):
    """No due date can be given; the message says in Chinese what is lacking."""


class CountedDay(Struct, frozen=True):
    """One day of a count: its number, or ``None`` for a day that does not count."""

    day: date
    number: int | None
    reason: DayReason


def deadline(
    limit: Within, events: Sequence[Event], calendar: WorkCalendar, settings: Settings
) -> Deadline:
    """When a clock falls due that runs ``limit`` and saw ``events``.

    ``events`` begin with a ``start``; its day is day zero (民法典 201) unless the setting 起算当日
    counts it; what arrives on a rest day is received on the day that 收到日遇休息日 says. Working
    days are counted by the holiday notices; natural days, weeks, months and years run through, and
    an end on a rest day moves to the next working day (民法典 203) as 末日遇休息日 says: where the
    workspace has not decided it, the unmoved end stays the earliest date. A pause runs from the day
    after it begins up to and including the day of the restart (条例 33(3)); whether for longer than
    the 15 working days that a third party has (条例 32) is the setting 中止时长, both of whose
    readings stay open until the workspace has decided. An extension counts from the unmoved
    end (条例 33(2)). Where a count reaches a year without a holiday notice it is made three times:
    as it most likely is, and with the most and the fewest working days that any notice may leave,
    so that the true day lies in the interval.

    Raises ``NoDeadline`` where a clock was cancelled, or paused and not restarted, or a unit cannot
    be counted, and ``YearNotAnnounced`` for a year that nothing is known of.
    """
    begin = max(n for n, event in enumerate(events) if event.kind == "start")
    start, later = events[begin].day, events[begin + 1 :]
    for event in later:
        if event.kind == "cancel":
            raise NoDeadline(f"{event.day}已取消，不再计时{event.basis and f'：{event.basis}'}")
    limit = _as_set(limit, settings)
    first = _received(limit, start, calendar, settings)
    first = first if settings.trigger_day == "不计入" else first - _DAY
    if limit.direction == "before":
        return _before(limit, start, calendar)
    count = _Count(limit, calendar, settings, "due")
    segments = tuple(count.segments(first, later))
    if limit.unit == "hour":
        return _hours(limit, start, calendar)
    if limit.unit != "workday":
        return _rest_day_end(start, segments, calendar, settings)
    due = earliest = latest = segments[-1].until
    if count.open:
        earliest = _Count(limit, calendar, settings, "earliest").end(first, later)
        latest = _Count(limit, calendar, settings, "latest").end(first, later)
    found = _between(start, due, earliest, latest, tuple(count.open), segments, calendar)
    return structs.replace(found, counts="workday")


def _received(limit: Within, start: date, calendar: WorkCalendar, settings: Settings) -> date:
    """The day on which what arrived on ``start`` counts as received (条例 31)."""
    if limit.trigger != "received" or settings.receipt_on_rest_day == "当日":
        return start
    return calendar.deadline(start - _DAY, 1).due


def _as_set(limit: Within, settings: Settings) -> Within:
    """The limit in the units that the settings 一周 and 一个月 make of weeks, months and years."""
    match limit.unit:
        case "week" if settings.week == "5个工作日":
            return structs.replace(limit, unit="workday", count=5 * limit.count)
        case "month" if settings.month == "30日":
            return structs.replace(limit, unit="day", count=30 * limit.count)
        case "year" if settings.month == "30日":
            return structs.replace(limit, unit="day", count=365 * limit.count)
        case _:
            return limit


def fixed(due: date, trigger: date, calendar: WorkCalendar, segments: _Segments = ()) -> Deadline:
    """A deadline that is one day and never moves; the day itself is in time (民法典 1259).

    The aim is the last day on or before it that surely works.
    """
    return _between(trigger, due, due, due, (), segments, calendar)


def dated(due: date, trigger: date, calendar: WorkCalendar, settings: Settings) -> Deadline:
    """A deadline on a date of the year, which stays on a rest day unless 日期遇休息日 moves it."""
    if settings.date_on_rest_day == "顺延":
        span = calendar.deadline(due - _DAY, 1)
        ends = (span.due, span.earliest, span.latest)
        return _between(trigger, *ends, span.open, (), calendar)
    if settings.date_on_rest_day == "提前":
        due = calendar.last_workday_on_or_before(due)
    return fixed(due, trigger, calendar)


def count_days(found: Deadline, calendar: WorkCalendar) -> Iterator[CountedDay]:
    """Every day after the trigger up to the due date, counted days numbered from 1.

    Pauses and the rest days behind the end of a natural period are given without a number; a day
    whose notice is not out is what it will most likely be.
    """
    number = 0
    for segment in found.segments:
        for day in _days(segment.after, segment.until):
            reason = calendar.expectation(day)
            counts = segment.count > 0 and (found.counts == "day" or reason.works)
            number += counts
            yield CountedDay(day, number if counts else None, reason)
    end = found.segments[-1].until if found.segments else found.due
    for day in _days(end, found.due):
        yield CountedDay(day, None, calendar.expectation(day))


def _days(after: date, until: date) -> Iterator[date]:
    return (after + number * _DAY for number in range(1, (until - after).days + 1))


class _Count:
    """One way through the events of a clock.

    ``pick`` says how to count what is not known yet: ``due`` as it most likely is, ``earliest`` and
    ``latest`` so that the end comes as early, or as late, as it may. ``open`` gathers what is not
    known.
    """

    def __init__(
        self,
        limit: Within,
        calendar: WorkCalendar,
        settings: Settings,
        pick: Literal["due", "earliest", "latest"],
    ) -> None:
        self._limit = limit
        self._calendar = calendar
        self._settings = settings
        self._pick = pick
        self.open: dict[str, None] = {}

    def end(self, start: date, later: Sequence[Event]) -> date:
        """The last day of the count."""
        return tuple(self.segments(start, later))[-1].until

    def segments(self, start: date, later: Sequence[Event]) -> Iterator[Segment]:
        """The stretches of the count, pauses and extensions included."""
        after, left, paused = start, self._limit.count, False
        for event in later:
            if event.kind == "pause" and not paused:
                used = self._elapsed(after, event.day)
                if used >= left:
                    break
                yield Segment(after, event.day, used, "计时")
                after, left, paused = event.day, left - used, True
            elif event.kind == "restart" and paused:
                end = self._pause_end(after, event.day)
                yield Segment(after, end, 0, event.basis or "中止，不计入")
                after, paused = end, False
        if paused:
            raise NoDeadline("时限中止后尚未恢复，不能确定到期日")
        end = self._advance(after, left)
        yield Segment(after, end, left, "计时")
        for event in later:
            if event.kind == "extend":
                until = self._advance(end, event.count)
                yield Segment(end, until, event.count, event.basis or "延长")
                end = until

    def _pause_end(self, begin: date, restart: date) -> date:
        """The last day of a pause that counts as one."""
        if self._limit.unit != "workday":
            return restart
        end = self._advance(begin, _LONGEST_PAUSE)
        if end >= restart:
            return restart
        capped = self._settings.pause == "最多15个工作日"
        if _OPEN_PAUSE not in self._settings.chosen:
            self.open[f"口径“{_OPEN_PAUSE}”未选定：中止自{begin}至{restart}，超过15个工作日"] = None
            capped = {"due": capped, "earliest": True, "latest": False}[self._pick]
        return end if capped else restart

    def _advance(self, after: date, count: int) -> date:
        match self._limit.unit:
            case "workday":
                span = self._calendar.deadline(after, count)
                self.open.update(dict.fromkeys(span.open))
                return {"due": span.due, "earliest": span.earliest, "latest": span.latest}[
                    self._pick
                ]
            case unit:
                return _natural(unit, after, count)

    def _elapsed(self, after: date, until: date) -> int:
        match self._limit.unit:
            case "workday":
                span = self._calendar.count_span(after, until)
                self.open.update(dict.fromkeys(span.open))
                return {"due": span.workdays, "earliest": span.most, "latest": span.fewest}[
                    self._pick
                ]
            case "day":
                return (until - after).days
            case _:
                raise NoDeadline("按周、月、年、小时计算的时限不能中止")


def _natural(unit: Unit, day: date, count: int) -> date:
    """The day so many natural units after (or before) a day; months end as 民法典 202 says."""
    match unit:
        case "week":
            return day + timedelta(weeks=count)
        case "month" | "year":
            from dateutil.relativedelta import relativedelta

            return day + relativedelta(months=count if unit == "month" else 12 * count)
        case "hour":
            return day + timedelta(days=-(-count // 24))
        case _:
            return day + timedelta(days=count)


def _between(
    trigger: date,
    due: date,
    earliest: date,
    latest: date,
    open: tuple[str, ...],
    segments: _Segments,
    calendar: WorkCalendar,
) -> Deadline:
    return Deadline(
        trigger=trigger,
        due=due,
        aim=calendar.last_workday_on_or_before(earliest),
        earliest=earliest,
        latest=latest,
        certain=not open,
        open=open,
        segments=segments,
    )


def _rest_day_end(
    start: date, segments: _Segments, calendar: WorkCalendar, settings: Settings
) -> Deadline:
    """The end of a natural period, moved to a working day as far as that is decided."""
    end = segments[-1].until
    moved = calendar.deadline(end - _DAY, 1)
    chosen = _OPEN_REST_DAY in settings.chosen
    if moved.latest == end or (chosen and settings.rest_day_end == "不动"):
        return fixed(end, start, calendar, segments)
    due = moved.due if settings.rest_day_end == "顺延" else end
    if chosen:
        return _between(start, due, moved.earliest, moved.latest, moved.open, segments, calendar)
    question = f"口径“{_OPEN_REST_DAY}”未选定：{end}是休息日，顺延则为{moved.due}"
    if moved.earliest == end:
        question = f"{end}是否休息尚未确定；口径“{_OPEN_REST_DAY}”未选定"
    open = (question, *moved.open)
    return _between(start, due, end, moved.latest, open, segments, calendar)


def _hours(limit: Within, start: date, calendar: WorkCalendar) -> Deadline:
    """Hours run from the moment itself (民法典 201(2)); the ledger knows only the day."""
    earliest = start + timedelta(days=limit.count // 24)
    latest = start + timedelta(days=-(-limit.count // 24))
    open = () if earliest == latest else ("台账只记到日，按小时计算的时限差一日",)
    return _between(start, latest, earliest, latest, open, (), calendar)


def _before(limit: Within, event: date, calendar: WorkCalendar) -> Deadline:
    """So many units before an event; a day that may rest is not counted on."""
    if limit.unit != "workday":
        return fixed(_natural(limit.unit, event, -limit.count), event, calendar)
    ends = {sure: _workdays_before(limit.count, event, calendar, sure) for sure in (True, False)}
    open = () if ends[True] == ends[False] else ("放假通知尚未印发，工作日数未定",)
    return _between(event, ends[True], ends[True], ends[False], open, (), calendar)


def _workdays_before(count: int, event: date, calendar: WorkCalendar, sure: bool) -> date:
    day = event
    while count:
        day -= _DAY
        works = calendar.prospect(day).works
        count -= works is True or (works is None and not sure)
    return day
