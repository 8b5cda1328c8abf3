"""A count drawn as months: what each day is, and below it which day of the count it is.

One mark may stand behind a day: what it is in the count (起 到 早 迟 停) before what it is in the
year (休 班 未); what a mark hides is said below the months. Every mark is one character of double
width that a GBK console has, and the number of a counted day stands in brackets, so that a drawing
reads without colour. Only the days of the count are drawn.
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from msgspec import Struct

from ..calendar import DayReason, WorkCalendar
from ..limits import count_days
from ..model.deadline import Deadline
from ..notation.weekdays import WEEKDAYS
from .columns import indented, pad, wrap

_INDENT = "  "
_CELL = 5
_WEEK = 7
_MONTH_WIDTH = _CELL * _WEEK
_BETWEEN = 2
_MOST_MONTHS = 8
_KEPT = 2
_DAY = timedelta(days=1)
_WORDS = {
    "起": "起算日",
    "早": "最早到期",
    "到": "到期日",
    "迟": "最晚到期",
    "停": "中止",
    "休": "放假",
    "班": "调休上班",
    "未": "放假还是上班未定",
}


class Drawn(Struct, frozen=True):
    """A day of a drawing.

    ``role`` is what it is in the count, ``nature`` what it is in the year; the mark of a plain
    working day and of a plain weekend is empty. ``why`` names the holiday and the notice, or why
    the count stands still.
    """

    day: date
    number: int | None
    role: str
    nature: str
    why: str

    @property
    def mark(self) -> str:
        """The mark behind the day."""
        return self.role or self.nature


def lines(found: Deadline, calendar: WorkCalendar, width: int) -> Iterator[str]:
    """The months of a count, what the marks mean, and every stretch that a mark stands for.

    ``found`` has segments: it was counted. The lines are at most ``width`` cells wide. Of a count
    that goes through more than eight months the first and the last two are drawn.
    """
    days = list(drawn_days(found, calendar))
    months = [
        list(group) for _, group in groupby(days, key=lambda each: (each.day.year, each.day.month))
    ]
    for part in _parts(months):
        yield from _beside([_month(month) for month in part], width)
        if part[-1] is not months[-1]:
            left = months[_KEPT:-_KEPT]
            first, last = left[0][0].day, left[-1][0].day
            yield f"{_INDENT}（中间 {len(left)} 个月略：{_year_month(first)}至{_year_month(last)}）"
            yield ""
    yield from _legend(days, found, width)
    yield from _stretches(days, width)


def drawn_days(found: Deadline, calendar: WorkCalendar) -> Iterator[Drawn]:
    """Every day from the trigger to the latest end of the count.

    A day whose notice is not out is open (未) where it may go either way; it has a number where
    most likely it counts.
    """
    counted = {each.day: each for each in count_days(found, calendar)}
    roles = _roles(found)
    for number in range((found.latest - found.trigger).days + 1):
        day = found.trigger + number * _DAY
        each = counted.get(day)
        reason = each.reason if each else calendar.expectation(day)
        if pause := _pause(found, day):
            nature, why = "停", pause
        else:
            nature, why = _nature(reason), _why(reason)
        yield Drawn(day, each.number if each else None, roles.get(day, ""), nature, why)


def _roles(found: Deadline) -> dict[date, str]:
    """The marks of the ends; where two fall on one day the first of 到, 起, 迟, 早 stands."""
    roles = {found.earliest: "早", found.latest: "迟"} if found.earliest != found.latest else {}
    return {**roles, found.trigger: "起", found.due: "到"}


def _pause(found: Deadline, day: date) -> str | None:
    return next(
        (each.why for each in found.segments if each.count == 0 and each.after < day <= each.until),
        None,
    )


def _nature(reason: DayReason) -> str:
    if not reason.sure:
        return "未"
    return {"放假": "休", "法定放假": "休", "调休上班": "班"}.get(reason.kind, "")


def _why(reason: DayReason) -> str:
    if not reason.sure:
        return reason.holiday or ""
    return "" if reason.source is None else reason.words


def _parts(months: list[list[Drawn]]) -> list[list[list[Drawn]]]:
    if len(months) <= _MOST_MONTHS:
        return [months]
    return [months[:_KEPT], months[-_KEPT:]]


def _month(days: Sequence[Drawn]) -> list[str]:
    """The weeks of a month that have a day of the count, each with its numbers below."""
    head = "".join(pad(f" {letter}", _CELL) for letter in WEEKDAYS)
    rows = [_year_month(days[0].day), head]
    shown = {each.day.day: each for each in days}
    blank, last = monthrange(days[0].day.year, days[0].day.month)
    for monday in range(1 - blank, last + 1, _WEEK):
        week = [shown.get(number) for number in range(monday, monday + _WEEK)]
        if any(week):
            rows.append("".join(pad(_day(each), _CELL) for each in week))
        if any(each and each.number for each in week):
            rows.append("".join(pad(_number(each), _CELL) for each in week))
    return [row.rstrip() for row in rows]


def _day(each: Drawn | None) -> str:
    return f" {each.day.day:>2}{each.mark}" if each else ""


def _number(each: Drawn | None) -> str:
    """The number in brackets below the day; a number of four figures fills its cell alone."""
    if each is None or each.number is None:
        return ""
    words = f"({each.number})"
    return f"{words:>4}" if len(words) <= _CELL else str(each.number)


def _beside(months: Sequence[list[str]], width: int) -> Iterator[str]:
    """Months next to each other as far as the width allows, a blank line below each row."""
    fitting = (width - len(_INDENT) + _BETWEEN) // (_MONTH_WIDTH + _BETWEEN)
    per_row = max(1, fitting)
    for start in range(0, len(months), per_row):
        row = months[start : start + per_row]
        for number in range(max(map(len, row))):
            cells = [month[number] if number < len(month) else "" for month in row]
            line = (" " * _BETWEEN).join(pad(cell, _MONTH_WIDTH) for cell in cells)
            yield (_INDENT + line).rstrip()
        yield ""


def _legend(days: Iterable[Drawn], found: Deadline, width: int) -> Iterator[str]:
    """The marks that are there, with their words, and what a number is."""
    marks = {each.mark for each in days}
    words = [f"{mark} {text}" for mark, text in _WORDS.items() if mark in marks]
    hidden = _hidden_end(found)
    words = [f"{each}（{hidden}）" if hidden and each[0] == "到" else each for each in words]
    unit = "第几个工作日" if found.counts == "workday" else "第几日"
    if found.counts == "workday" and "未" in marks:
        unit += "（未定的日子按最可能的安排）"
    words.append(f"(1) {unit}")
    line = ""
    for each in words:
        joined = f"{line}；{each}" if line else each
        if line and len(wrap(joined, width - len(_INDENT))) > 1:
            yield from indented(line, width, _INDENT)
            joined = each
        line = joined
    yield from indented(line, width, _INDENT)


def _hidden_end(found: Deadline) -> str:
    """What else the due day is, of an interval."""
    if found.earliest == found.latest:
        return ""
    return {found.earliest: "也是最早", found.latest: "也是最晚"}.get(found.due, "")


def _stretches(days: Iterable[Drawn], width: int) -> Iterator[str]:
    """Days in a row that rest, work in exchange, are open or do not count, with the reason."""
    for (nature, why), group in groupby(days, key=_alike):
        alike = list(group)
        if nature:
            first, last = alike[0].day, alike[-1].day
            span = str(first) if first == last else f"{first} 至 {last}"
            words = _open_words(alike) if nature == "未" else why
            yield from indented(words, width, f"{_INDENT}{nature}  {pad(span, 24)}  ")


def _alike(each: Drawn) -> tuple[str, str]:
    return each.nature, "" if each.nature == "未" else each.why


def _open_words(days: Iterable[Drawn]) -> str:
    named = "、".join(dict.fromkeys(each.why for each in days if each.why))
    words = "放假还是上班未定（通知尚未印发）"
    return f"{named}{words}" if named else words


def _year_month(day: date) -> str:
    return f"{day.year}年{day.month}月"
