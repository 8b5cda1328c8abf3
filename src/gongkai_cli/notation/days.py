"""One day, as it is written in papers and tables."""

import re
from datetime import date
from typing import NamedTuple

from .characters import half_width, without_space

_FORMS = (
    r"(\d+)([-/.])(\d{1,2})\2(\d{1,2})(?:T?00:00(?::00(?:\.0+)?)?)?",
    r"(\d+)(年)(\d{1,2})月(\d{1,2})[日号]",
)
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
        return Unread(f"不是日期：“{text.strip()}”")
    year, month, day = match.group(1), int(match.group(3)), int(match.group(4))
    if len(year) < 4:
        return Unread(f"年份只有两位：“{text.strip()}”", "四位年份，如 2024-06-27")
    try:
        return date(int(year), month, day)
    except (ValueError, OverflowError):
        return Unread(f"没有这一天：“{text.strip()}”")
