"""One day, as it is written in papers and tables."""

import re
from datetime import MAXYEAR, MINYEAR, date
from typing import NamedTuple

from .characters import half_width, without_space

_FORMS = (
    r"(\d+)([-/.])(\d{1,2})\2(\d{1,2})(?:T?00:00(?::00(?:\.0+)?)?)?",
    r"(\d+)(年)(\d{1,2})月(\d{1,2})[日号]",
)
_NO_YEAR = r"\d{1,2}(?:月\d{1,2}[日号]?|[-/]\d{1,2})"
_NO_DAY = r"\d{4}(?:年\d{1,2}月?|[-/.]\d{1,2})"
ACCEPTED = "2024-06-27、2024/6/27、2024.6.27 或 2024年6月27日"


class Unread(NamedTuple):
    """Why a text is no day, and what would be."""

    found: str
    accepted: str = ACCEPTED


def read_day(text: str) -> date | Unread:
    """The day that ``text`` names, in any of the accepted forms, in full or half width.

    A year of two digits and a day that does not exist are refused, never guessed.

    >>> read_day("２０２４年６月２７日")
    datetime.date(2024, 6, 27)
    >>> read_day("24-6-27").found
    '年份只有两位：“24-6-27”'
    >>> read_day("2024-02-30").found
    '没有这一天：“2024-02-30”'
    """
    plain = without_space(half_width(text))
    match = next((m for form in _FORMS if (m := re.fullmatch(form, plain))), None)
    if match is None:
        return _no_day(text.strip(), plain)
    year, month, day = match.group(1), int(match.group(3)), int(match.group(4))
    if len(year) < 4:
        return Unread(f"年份只有两位：“{text.strip()}”", "四位年份，如 2024-06-27")
    try:
        return date(int(year), month, day)
    except (ValueError, OverflowError):
        return Unread(f"没有这一天：“{text.strip()}”", days_there_are(int(year), month))


def days_there_are(year: int, month: int) -> str:
    """The days that a month has, for whoever named another.

    >>> days_there_are(2024, 6), days_there_are(2024, 13)
    ('2024年6月的1日至30日', '1月至12月中的一天')
    """
    from calendar import monthrange

    if not (1 <= month <= 12 and MINYEAR <= year <= MAXYEAR):
        return "1月至12月中的一天" if MINYEAR <= year <= MAXYEAR else ACCEPTED
    return f"{year}年{month}月的1日至{monthrange(year, month)[1]}日"


def _no_day(written: str, plain: str) -> Unread:
    """Why a text in none of the forms is no day: mostly a part of it is missing."""
    if re.fullmatch(_NO_YEAR, plain):
        return Unread(f"没有写年份：“{written}”", "四位年份在前，如 2024-06-27")
    if re.fullmatch(_NO_DAY, plain):
        return Unread(f"只写到月：“{written}”", "写到日，如 2024-06-27")
    return Unread(f"不是日期：“{written}”")
