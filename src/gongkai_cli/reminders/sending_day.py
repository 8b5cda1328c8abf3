"""Days on which mail goes out: working days; what is due on a rest day waits for the next one."""

from datetime import date

from msgspec import Struct

from ..calendar import WorkCalendar

_SATURDAY = 5


class Waits(Struct, frozen=True):
    """The mail waits: why there is no work today, and the next working day.

    ``is_certain`` is false where the notice that decides on that day is not out.
    """

    why: str
    until: date
    is_certain: bool = True


def waits(calendar: WorkCalendar, day: date) -> Waits | None:
    """Why mail has to wait on a day; ``None`` where it goes out.

    In a year without a notice a weekend waits and every other day does not, unless the law itself
    makes it a holiday: a mail on what turns out a day off does less harm than none at all.

    >>> from gongkai_cli.calendar import load_calendar
    >>> found = waits(load_calendar(), date(2026, 10, 1))
    >>> found.why, str(found.until)
    ('国庆节放假（国办发明电〔2025〕7号）', '2026-10-08')
    >>> waits(load_calendar(), date(2026, 10, 10)) is None  # a Saturday worked in exchange
    True
    """
    seen = calendar.expectation(day)
    if seen.works if seen.sure else day.weekday() < _SATURDAY:
        return None
    next_day = calendar.deadline(day, 1)
    return Waits(seen.words if seen.sure else "周末", next_day.due, next_day.certain)
