"""A year whose holiday notice is not there: what is known of when it comes, and the error."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from .notices import Notice

FIRST_SHIPPED_YEAR = 2004
USUALLY_ISSUED = ((10, 25), (12, 8))
"""Month and day between which the notice for the next year is usually signed.

Earliest and latest of the notices for 2017 to 2026 as listed in ``holidays/``; a test holds this
against those files.
"""


class YearNotAnnounced(ValueError):
    """A working day was asked for in a year without a holiday notice, so it cannot be counted.

    ``year`` is the year. ``known_on`` is the day whose knowledge was asked for, where one was;
    ``notices`` are those that there are all the same: issued after that day, or none of them
    arranging the year as a whole.
    """

    def __init__(
        self, year: int, known_on: date | None = None, notices: Sequence[Notice] = ()
    ) -> None:
        self.year = year
        self.known_on = known_on
        self.notices = tuple(notices)
        super().__init__(self._message())

    @property
    def lacking(self) -> str:
        """What is not there."""
        found = "、".join(each.label for each in self.notices)
        if self._later():
            return f"截至 {self.known_on}，{self.year}年的放假通知还没有印发（现有 {found}）"
        if found:
            return f"{self.year}年只有 {found}，没有全年的放假通知（全年通知从元旦写起）"
        if self.year < FIRST_SHIPPED_YEAR:
            return f"没有{self.year}年的放假通知（数据从{FIRST_SHIPPED_YEAR}年开始）"
        return f"没有{self.year}年的放假通知"

    @property
    def to_do(self) -> str:
        """What would let the year be counted."""
        if self._later():
            return "通知印发以后的日子"
        add = f"把通知写进工作区的 holidays/{self.year}.yaml 即可计算"
        if self.year < FIRST_SHIPPED_YEAR:
            return add
        return f"{add}；{self.year}年的通知一般在{self.year - 1}年{_usual_days()}之间印发"

    def _message(self) -> str:
        to_do = "" if self._later() else f"。{self.to_do}"
        return (
            f"{self.lacking}，这一年的工作日不能计算，也不按周一至周五推算"
            f"（可能的最早、最晚日期用 deadline 推算）{to_do}。"
        )

    def _later(self) -> bool:
        return self.known_on is not None and any(each.arranges_year for each in self.notices)


class YearOutOfReach(YearNotAnnounced):
    """A day of a year without notice was asked for, and no table tells its moving holidays.

    The tables have the years ``first`` to ``last``.
    """

    def __init__(self, year: int, first: int, last: int) -> None:
        self._tables = f"农历日期表从{first}年到{last}年"
        super().__init__(year)

    @property
    def lacking(self) -> str:
        """What is not there, and why nothing is computed instead."""
        return f"{super().lacking}，也推算不到这一年（{self._tables}）"

    def _message(self) -> str:
        return f"{self.lacking}。{self.to_do}。"


@cache
def lacking(years: tuple[int, ...], known_on: date | None) -> tuple[str, ...]:
    """What is to be said of a date that a notice still to come for some ``years`` may move.

    >>> lacking((2027,), None)
    ('2027年放假通知尚未印发（一般在2026年10月25日至12月8日之间印发），按历年规律推算的区间',)
    """
    if not years:
        return ()
    as_known = f"截至{known_on}，" if known_on else ""
    named = f"{years[0]}年" if len(years) == 1 else f"{years[0]}年至{years[-1]}年"
    before = f"{years[0] - 1}年" if len(years) == 1 else "前一年"
    usual = f"（一般在{before}{_usual_days()}之间印发）"
    return (f"{as_known}{named}放假通知尚未印发{usual}，按历年规律推算的区间",)


def _usual_days() -> str:
    (from_month, from_day), (to_month, to_day) = USUALLY_ISSUED
    return f"{from_month}月{from_day}日至{to_month}月{to_day}日"
