"""Limits that the year itself starts: by a date of the year, or once in every period."""

import calendar as months_of
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.deadline import Deadline, Event
from ..model.duty import Period
from ..model.limit import ByDate, Periodic, Unit, Within
from ..model.settings import Settings
from .deadline import NoDeadline, dated, deadline
from .wording import limit_words

_DAY = timedelta(days=1)
_HALF_YEAR = timedelta(days=182)
_MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}


class Occasion(Struct, frozen=True, kw_only=True):
    """One period that calls for something.

    ``about`` is the period itself. ``opens`` is the first day on which a record of it would be
    expected: the absence of one counts only if the ledger covers that day. ``window`` holds the
    days whose records belong to it.
    ``falls_due`` is the date, or the limit that runs from ``trigger`` where it has to be counted;
    ``is_date`` is true where the words name the date itself (1月31日前).
    """

    label: str
    about: Period
    opens: date
    window: Period
    trigger: date
    falls_due: date | Within
    is_date: bool = False


def occasions(limit: ByDate | Periodic, first: date, last: date) -> Iterator[Occasion]:
    """The occasions of a limit whose period ends, or whose date falls, in ``first``..``last``.

    A date of the year stands fixed and includes its day; 02-29 is the last day of February,
    whatever the year. Raises ``NoDeadline`` where the place inside the period cannot be computed.
    """
    if isinstance(limit, ByDate):
        yield from _yearly(limit, first, last)
    else:
        yield from _periodic(limit, first, last)


def occasion_deadline(occasion: Occasion, calendar: WorkCalendar, settings: Settings) -> Deadline:
    """When an occasion falls due: its date stands, a limit behind it is counted.

    A date includes its day and never moves, unless the settings 日期前 and 日期遇休息日 depart.
    """
    if isinstance(occasion.falls_due, date):
        due = occasion.falls_due
        if occasion.is_date and settings.date_before == "不含当日":
            due -= _DAY
        return dated(due, occasion.trigger, calendar, settings)
    return deadline(occasion.falls_due, (Event("start", occasion.trigger),), calendar, settings)


def _yearly(limit: ByDate, first: date, last: date) -> Iterator[Occasion]:
    if limit.every is None:
        raise NoDeadline("时限只写了月日，没有写明哪一年")
    for year in range(first.year, last.year + 1):
        due = _day_of_year(limit.by, year)
        if not first <= due <= last:
            continue
        opens = date(year, 1, 1)
        if limit.window is not None:
            opens = _day_of_year(limit.window.split("..")[0], year)
        yield Occasion(
            label=f"{year}年（{due.month}月{due.day}日前）",
            about=Period(opens, due),
            opens=opens,
            window=Period(due - _HALF_YEAR, due + _HALF_YEAR),
            trigger=opens,
            falls_due=due,
            is_date=True,
        )


def _day_of_year(text: str, year: int) -> date:
    """The day in that year; 02-29 is the last of February in every year."""
    month, day = (int(part) for part in text.split("-"))
    return date(year, month, min(day, months_of.monthrange(year, month)[1]))


def _periodic(limit: Periodic, first: date, last: date) -> Iterator[Occasion]:
    for label, begin, end in _periods(limit.every, first, last):
        following = _next_end(limit.every, end)
        after = _after_period(limit.at, end)
        if after is not None:
            yield Occasion(
                label=label,
                about=Period(begin, end),
                opens=end + _DAY,
                window=Period(end + _DAY, following),
                trigger=end,
                falls_due=after,
            )
            continue
        yield Occasion(
            label=label,
            about=Period(begin, end),
            opens=begin,
            window=Period(begin, end),
            trigger=begin - _DAY,
            falls_due=_in_period(limit, begin, end),
        )


def _periods(every: str, first: date, last: date) -> Iterator[tuple[str, date, date]]:
    """Label, first and last day of every period that ends in ``first``..``last``."""
    if every in ("day", "week"):
        raise NoDeadline("每日、每周的更新要求按栏目更新日期核查，不逐期核对台账")
    span = _MONTHS[every]
    for year in range(first.year, last.year + 1):
        for number in range(12 // span):
            begin = date(year, number * span + 1, 1)
            month = (number + 1) * span
            end = date(year, month, months_of.monthrange(year, month)[1])
            if first <= end <= last:
                yield _label(every, year, number + 1), begin, end


def _label(every: str, year: int, number: int) -> str:
    return {
        "month": "{year}年{number}月",
        "quarter": "{year}年第{number}季度",
        "half-year": "{year}年{half}半年",
        "year": "{year}年度",
    }[every].format(year=year, number=number, half="上" if number == 1 else "下")


def _next_end(every: str, end: date) -> date:
    month = end.year * 12 + end.month - 1 + _MONTHS[every]
    year, index = divmod(month, 12)
    return date(year, index + 1, months_of.monthrange(year, index + 1)[1])


_AFTER = r"within (\d+) (workday|day|week|month|year|hour)s? after [a-z-]+ end"
_NEXT_MONTH = r"next-month (?:days? (?:\d+-)?(\d+)|end)"
_IN_MONTH = r"(first|second|this|last)-month (?:days? (?:\d+-)?(\d+)|end)"
_WEEK = r"week (\d)"
_ENDS = (None, "month end", "quarter end", "half-year end", "year end")


def _after_period(at: str | None, end: date) -> date | Within | None:
    """When something falls due behind the end of its period; ``None`` where it lies inside."""
    if at is None:
        return None
    if found := re.fullmatch(_AFTER, at):
        return Within(count=int(found[1]), unit=cast(Unit, found[2]))
    if found := re.fullmatch(_NEXT_MONTH, at):
        return _day_of_month(end + _DAY, found[1])
    return None


def _in_period(limit: Periodic, begin: date, end: date) -> date:
    at = limit.at or ""
    if limit.at in _ENDS:
        return end
    if found := re.fullmatch(_IN_MONTH, at):
        month = end if found[1] == "last" else begin
        if found[1] == "second":
            month = begin + timedelta(days=31)
        return _day_of_month(month, found[2])
    if found := re.fullmatch(_WEEK, at):
        return begin + timedelta(days=7 * int(found[1]) - 1 - begin.weekday())
    if at.endswith(" start"):
        raise NoDeadline(f"“{limit_words(limit)}”没有写到哪一天，不能确定到期日")
    raise NoDeadline(f"周期内的时点“{at}”还不能计算")


def _day_of_month(month: date, number: str | None) -> date:
    """That day of the month in which a day lies; without a number, or past it, the last."""
    last = months_of.monthrange(month.year, month.month)[1]
    return month.replace(day=min(int(number), last) if number else last)
