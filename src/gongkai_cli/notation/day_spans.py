"""A day or a run of days, as holiday notices print them: 1月1日至3日, 4月29日至5月1日."""

import re
from datetime import date, timedelta
from functools import cache

from msgspec import Struct

from .characters import half_width, without_space
from .days import Unread, days_there_are, read_day

ACCEPTED = "1月1日、1月1日至3日、4月29日至5月1日，或带年份的 2011年12月31日"
_ONE_VALUE = "一处只写一个日子或一段日子；有几处的写成列表，如 [1月4日, 2月14日]（半角逗号）"
_ACROSS_YEARS = "首日在前；跨年的两头都写年份，如 2018年12月30日至2019年1月1日"


class DaySpan(Struct, frozen=True):
    """From a day to a day, both included."""

    first: date
    last: date

    def days(self) -> tuple[date, ...]:
        """Every day of it, in order."""
        count = (self.last - self.first).days + 1
        return tuple(self.first + timedelta(days=number) for number in range(count))


@cache
def _form() -> re.Pattern[str]:
    day = r"(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})[日号]"
    return re.compile(rf"(?:(\d{{4}})年)?(\d{{1,2}})月(\d{{1,2}})[日号](?:(?:至|到|[-—–~]+){day})?")


def read_day_span(text: str, year: int) -> DaySpan | Unread:
    """The days that ``text`` names; where it prints no year, those of ``year``.

    A month or year that the second day leaves out is that of the first. A day that does not exist,
    a last day before the first and several spans in one text are refused.

    >>> read_day_span("4月29日至5月1日", 2018)
    DaySpan(first=datetime.date(2018, 4, 29), last=datetime.date(2018, 5, 1))
    >>> read_day_span("２０１１年１２月３１日", 2012).first
    datetime.date(2011, 12, 31)
    >>> read_day_span("2月29日至3月2日", 2026).found
    '没有这一天：“2月29日至3月2日”'
    """
    plain = without_space(half_width(text))
    match = _form().fullmatch(plain)
    if match is None:
        return _one_full_day(text, plain)
    first_year, first_month, first_day, last_year, last_month, last_day = match.groups()
    first_year = first_year or year
    ends = (
        (first_year, first_month, first_day),
        (last_year or first_year, last_month or first_month, last_day or first_day),
    )
    days = []
    for numbers in ends:
        of_year, month, day = map(int, numbers)
        try:
            days.append(date(of_year, month, day))
        except ValueError:
            return Unread(f"没有这一天：“{text.strip()}”", days_there_are(of_year, month))
    first, last = days
    if last < first:
        return Unread(f"末日早于首日：“{text.strip()}”", _ACROSS_YEARS)
    return DaySpan(first, last)


def _one_full_day(text: str, plain: str) -> DaySpan | Unread:
    day = read_day(plain)
    if isinstance(day, date):
        return DaySpan(day, day)
    several = any(mark in plain for mark in ",、;")
    found = f"读不出日子：“{text.strip()}”"
    return Unread(found, _ONE_VALUE if several else ACCEPTED)
