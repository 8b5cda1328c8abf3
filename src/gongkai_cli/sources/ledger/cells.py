"""What stands in one cell of a table: a text, a day, a count, a yes or no.

Readers take what calamine or csv hands over and either answer a value or raise ``Unreadable``,
which stays inside this room: the row reader turns it into a problem with its place.
"""

import re
from datetime import date, datetime, time, timedelta

from ...notation.characters import half_width, without_space
from ...notation.days import ACCEPTED, Unread, read_day

Cell = str | float | int | bool | time | date | datetime | timedelta
"""A value as calamine gives it; csv gives texts only. An empty cell is an empty text."""

EPOCH_1900 = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
"""The day of serial number 0 in the two date systems of a workbook."""

_EARLIEST, _LATEST = date(1949, 10, 1), date(2100, 12, 31)
_EARLIEST_SERIAL = date(1990, 1, 1)
_TIME = r"(?<=[\d日号])(?:T|\s+)\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?$"
_SERIAL = r"\d{5}(?:\.\d+)?"
_YEAR_LAST = r"(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)"
_RUN_TOGETHER = r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)"
_YES = frozenset(("是", "有", "存在", "已建立", "已设置", "√", "✓", "✔", "y", "yes", "true", "1"))
_NO = frozenset(
    ("否", "无", "没有", "不存在", "未建立", "未设置", "×", "✗", "✘", "x", "n", "no", "false", "0")
)
_OPENNESS = {
    "主动公开": "主动公开",
    "主动": "主动公开",
    "依申请公开": "依申请公开",
    "依申请": "依申请公开",
    "不予公开": "不予公开",
    "不公开": "不予公开",
    "免予公开": "不予公开",
}
OPENNESS = ("主动公开", "依申请公开", "不予公开")


class Unreadable(Exception):
    """A cell that cannot be read: what stands there, what would be right, the nearest value."""

    def __init__(self, found: str, accepted: str | None = None, nearest: str | None = None) -> None:
        super().__init__(found)
        self.found = found
        self.accepted = accepted
        self.nearest = nearest


def read_text(cell: Cell) -> str:
    """The text of a cell; a whole number is written without a point, a day as 2024-06-27.

    >>> read_text(20240627.0), read_text(" 示例 ")
    ('20240627', '示例')
    """
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def read_date(cell: Cell, epoch: date = EPOCH_1900) -> date | None:
    """The day in a cell, ``None`` where it is empty; the time of day is dropped.

    Takes dates, serial numbers counted from ``epoch``, and every form of ``notation.days``. A
    serial number counts only from 1990 to 2100, any other day from 1949 to 2100: what lies outside
    is a slip (a year, an amount, an empty cell with a date format).

    >>> read_date(45470.0)
    datetime.date(2024, 6, 27)
    >>> read_date("2024年6月27日 09:30")
    datetime.date(2024, 6, 27)
    """
    if isinstance(cell, datetime):
        return _in_range(cell.date())
    if isinstance(cell, date):
        return _in_range(cell)
    if isinstance(cell, str):
        return _day_of_text(cell, epoch)
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _day_of_number(cell, epoch)
    raise Unreadable(f"不是日期：“{read_text(cell)}”", ACCEPTED)


def read_count(cell: Cell) -> int | None:
    """A whole number of at least 0, ``None`` where the cell is empty.

    >>> read_count("１２"), read_count(3.0), read_count("")
    (12, 3, None)
    """
    text = without_space(half_width(read_text(cell)))
    if not text:
        return None
    whole = text.removesuffix(".0")
    if isinstance(cell, bool) or not (whole.isascii() and whole.isdigit() and len(whole) < 10):
        raise Unreadable(f"不是条数：“{read_text(cell)}”", "0、5、20 这样的整数")
    return int(whole)


def read_yes_no(cell: Cell) -> bool | None:
    """Yes or no in the words of ledgers, ``None`` where the cell is empty.

    >>> read_yes_no("有"), read_yes_no("×"), read_yes_no("")
    (True, False, None)
    """
    text = read_text(cell)
    plain = without_space(half_width(text)).lower()
    if not plain:
        return None
    if plain not in _YES and plain not in _NO:
        raise Unreadable(f"不是“是”或“否”：“{text}”", "是、否（或 有、无；√、×）")
    return plain in _YES


def read_openness(cell: Cell) -> str | None:
    """公开属性 in one of its three official words, ``None`` where the cell is empty.

    >>> read_openness("不公开")
    '不予公开'
    """
    text = read_text(cell)
    plain = without_space(half_width(text))
    if not plain:
        return None
    if plain not in _OPENNESS:
        from ...notation.nearest import nearest

        near = nearest(plain, OPENNESS)
        raise Unreadable(f"没有“{text}”这种公开属性", "、".join(OPENNESS), near)
    return _OPENNESS[plain]


def _day_of_text(cell: str, epoch: date) -> date | None:
    text = cell.strip()
    if not text:
        return None
    timed = ":" in text or "：" in text
    day = read_day(re.sub(_TIME, "", text) if timed else text)
    if not isinstance(day, Unread):
        return _in_range(day)
    if re.fullmatch(_SERIAL, text):
        return _day_of_number(float(text), epoch)
    empty = "" if re.search(r"\d", text) else "；没有的留空"
    raise Unreadable(day.found, day.accepted + empty, _meant(text))


def _day_of_number(number: float, epoch: date) -> date:
    try:
        day = epoch + timedelta(days=int(number))
    except (OverflowError, ValueError):
        day = date.min
    if not _EARLIEST_SERIAL <= day <= _LATEST:
        text = read_text(number)
        raise Unreadable(f"不是日期：“{text}”", ACCEPTED, _meant(text))
    return day


def _in_range(day: date) -> date:
    if not _EARLIEST <= day <= _LATEST:
        accepted = f"{_EARLIEST} 至 {_LATEST} 之间的日期"
        raise Unreadable(f"日期不在1949年至2100年之间：{day}", accepted)
    return day


def _meant(text: str) -> str | None:
    """The day that eight digits (20240627) or a year written last (27/6/2024) can only mean."""
    match = re.fullmatch(_RUN_TOGETHER, text)
    if match:
        return "-".join(match.groups())
    match = re.fullmatch(_YEAR_LAST, text)
    if match is None:
        return None
    one, other, year = match.groups()
    read = (read_day(f"{year}-{month}-{day}") for month, day in {(one, other), (other, one)})
    days = [day for day in read if not isinstance(day, Unread)]
    return days[0].isoformat() if len(days) == 1 else None
