"""``when`` for the eye: every date that follows, the earliest first."""

from collections.abc import Iterator

from ..assess.prospects import Coming, Prospects
from ..calendar import WorkCalendar
from .columns import Column, heading, indented, labelled, row
from .day_words import day_words
from .deadline_words import clock_words
from .standing import NO_UNIT
from .when_words import assumed, foot, sureness, texts_of, undated_texts, what

_COLUMNS = (Column("到期日", 10), Column("建议完成", 10), Column("把握", 4), Column("事项"))


def render(ahead: Prospects, calendar: WorkCalendar, width: int) -> str:
    """The dates in lines of at most ``width`` cells (60 or more)."""
    return "\n".join(_lines(ahead, calendar, width)) + "\n"


def head(ahead: Prospects, width: int) -> Iterator[str]:
    """What was asked: the duty, its units, the day and, where one was given, the title."""
    duty = ahead.duty
    yield from indented(f"{duty.id} {duty.title}", width, "")
    units = "、".join(duty.unit_names) or NO_UNIT
    texts = [("单位", units), ("触发日", day_words(ahead.trigger))]
    if ahead.title is not None:
        texts.append(("标题", ahead.title))
    yield from labelled(texts, width)


def _lines(ahead: Prospects, calendar: WorkCalendar, width: int) -> Iterator[str]:
    yield from head(ahead, width)
    yield from ("", f"由此产生的日期 {len(ahead.dates)} 项")
    if ahead.dates:
        yield from heading(_COLUMNS, width)
    for each in ahead.dates:
        yield from row(_COLUMNS, _cells(each), width)
        yield from labelled(texts_of(each, ahead), width)
    if ahead.undated:
        yield from ("", f"没有日期的时限 {len(ahead.undated)} 项")
    for undated in ahead.undated:
        yield from indented(f"{undated.duty.id} {undated.duty.title}", width, "")
        yield from labelled(undated_texts(undated), width)
    if ahead.replaced:
        yield from ("", f"不适用的时限 {len(ahead.replaced)} 项")
    for clock in ahead.replaced:
        why = f"另有规定的从其规定，改按 {clock.replaced_by}"
        yield from labelled((("时限", clock_words(clock)), ("原因", why)), width)
    yield ""
    yield from foot(ahead, calendar, width)
    yield from assumed(ahead.dates, (), width)


def _cells(coming: Coming) -> tuple[str, str, str, str]:
    due = coming.deadline
    return str(due.due), str(due.aim), sureness(coming), what(coming)
