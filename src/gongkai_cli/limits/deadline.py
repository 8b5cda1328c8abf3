"""A limit and its events make a deadline, with its count."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from ..calendar import DayReason, WorkCalendar
from ..model.deadline import Deadline, Event, Segment
from ..model.limit import Within
from ..model.settings import SETTINGS, Settings

_DAY = timedelta(days=1)
_OPEN_REST_DAY = next(row.name for row in SETTINGS if row.field == "rest_day_end")


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

    ``events`` begin with a ``start``; its day is day zero (民法典 201). Working days are counted by
    the holiday notices; natural days, weeks, months and years run through, and an end on a rest
    day moves to the next working day (民法典 203) as the setting 末日遇休息日 says: where the
    workspace has not decided it, the unmoved end stays the earliest date. A pause runs from the day
    after it begins up to and including the day of the restart (条例 33(3)); an extension counts
    from the unmoved end (条例 33(2)).

    Raises ``NoDeadline`` where a clock was paused and not restarted or a unit cannot be counted,
    and ``YearNotAnnounced`` where a year has no holiday notice.
    """
    begin = max(n for n, event in enumerate(events) if event.kind == "start")
    start = events[begin].day
    if limit.direction == "before":
        return _before(limit, start, calendar)
    segments = tuple(_segments(limit, start, events[begin + 1 :], calendar))
    end = segments[-1].until
    if limit.unit == "workday":
        return fixed(end, start, calendar, segments)
    if limit.unit == "hour":
        return _hours(limit, start, calendar)
    return _rest_day_end(end, start, segments, calendar, settings)


def fixed(
    due: date, trigger: date, calendar: WorkCalendar, segments: tuple[Segment, ...] = ()
) -> Deadline:
    """A deadline that is one day and never moves; the day itself is in time (民法典 1259).

    The aim is the last working day on or before it.
    """
    aim = calendar.last_workday_on_or_before(due)
    return Deadline(trigger=trigger, due=due, aim=aim, earliest=due, latest=due, segments=segments)


def count_days(found: Deadline, limit: Within, calendar: WorkCalendar) -> Iterator[CountedDay]:
    """Every day after the trigger up to the due date, counted days numbered from 1.

    Pauses and the rest days behind the end of a natural period are given without a number.
    """
    number = 0
    for segment in found.segments:
        day = segment.after + _DAY
        while day <= segment.until:
            reason = calendar.reason(day)
            counts = segment.count > 0 and (limit.unit != "workday" or reason.works)
            number += counts
            yield CountedDay(day, number if counts else None, reason)
            day += _DAY
    day = (found.segments[-1].until if found.segments else found.due) + _DAY
    while day <= found.due:
        yield CountedDay(day, None, calendar.reason(day))
        day += _DAY


def _segments(
    limit: Within, start: date, later: Sequence[Event], calendar: WorkCalendar
) -> Iterator[Segment]:
    after, left, paused = start, limit.count, False
    extensions: list[Event] = []
    for event in later:
        if event.kind == "extend":
            extensions.append(event)
        elif event.kind == "pause" and not paused:
            used = _elapsed(limit, after, event.day, calendar)
            if used >= left:
                break
            yield Segment(after, event.day, used, "计时")
            after, left, paused = event.day, left - used, True
        elif event.kind == "restart" and paused:
            yield Segment(after, event.day, 0, event.basis or "中止，不计入")
            after, paused = event.day, False
    if paused:
        raise NoDeadline("时限中止后尚未恢复，不能确定到期日")
    end = _advance(limit, after, left, calendar)
    yield Segment(after, end, left, "计时")
    for event in extensions:
        yield Segment(
            end,
            (until := _advance(limit, end, event.count, calendar)),
            event.count,
            event.basis or "延长",
        )
        end = until


def _advance(limit: Within, after: date, count: int, calendar: WorkCalendar) -> date:
    match limit.unit:
        case "workday":
            return calendar.add(after, count)
        case "day":
            return after + timedelta(days=count)
        case "week":
            return after + timedelta(weeks=count)
        case "month" | "year":
            from dateutil.relativedelta import relativedelta

            months = count if limit.unit == "month" else 12 * count
            return after + relativedelta(months=months)
        case "hour":
            return after + timedelta(days=-(-count // 24))


def _elapsed(limit: Within, after: date, until: date, calendar: WorkCalendar) -> int:
    match limit.unit:
        case "workday":
            return calendar.count(after, until)
        case "day":
            return (until - after).days
        case _:
            raise NoDeadline("按周、月、年、小时计算的时限不能中止")


def _rest_day_end(
    end: date,
    start: date,
    segments: tuple[Segment, ...],
    calendar: WorkCalendar,
    settings: Settings,
) -> Deadline:
    moved = calendar.next_workday_on_or_after(end)
    if moved == end:
        return fixed(end, start, calendar, segments)
    due = moved if settings.rest_day_end == "顺延" else end
    if _OPEN_REST_DAY in settings.chosen:
        return fixed(due, start, calendar, segments)
    return Deadline(
        trigger=start,
        due=due,
        aim=calendar.last_workday_on_or_before(end),
        earliest=end,
        latest=moved,
        certain=False,
        open=(f"口径“{_OPEN_REST_DAY}”未选定：{end}是休息日，顺延则为{moved}",),
        segments=segments,
    )


def _hours(limit: Within, start: date, calendar: WorkCalendar) -> Deadline:
    """Hours run from the moment itself (民法典 201(2)); the ledger knows only the day."""
    earliest = start + timedelta(days=limit.count // 24)
    latest = start + timedelta(days=-(-limit.count // 24))
    if earliest == latest:
        return fixed(latest, start, calendar)
    return Deadline(
        trigger=start,
        due=latest,
        aim=calendar.last_workday_on_or_before(earliest),
        earliest=earliest,
        latest=latest,
        certain=False,
        open=("台账只记到日，按小时计算的时限差一日",),
    )


def _before(limit: Within, event: date, calendar: WorkCalendar) -> Deadline:
    if limit.unit == "workday":
        due, left = event, limit.count
        while left:
            due -= _DAY
            left -= calendar.is_workday(due)
    else:
        due = _advance(limit, event, -limit.count, calendar)
    return fixed(due, event, calendar)
