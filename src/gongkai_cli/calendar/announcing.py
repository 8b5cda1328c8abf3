"""A year whose holiday notice is not there: what is known of when it comes, and the error."""

from collections.abc import Sequence
from datetime import date

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
        super().__init__(
            f"{self._lacking()}，这一年的工作日不能计算，也不按周一至周五推算{self._to_do()}。"
        )

    def _later(self) -> bool:
        return self.known_on is not None and any(each.arranges_year for each in self.notices)

    def _lacking(self) -> str:
        found = "、".join(each.label for each in self.notices)
        if self._later():
            return f"截至 {self.known_on}，{self.year}年的放假通知还没有印发（现有 {found}）"
        if found:
            return f"{self.year}年只有 {found}，没有全年的放假通知（全年通知从元旦写起）"
        if self.year < FIRST_SHIPPED_YEAR:
            return f"没有{self.year}年的放假通知（数据从{FIRST_SHIPPED_YEAR}年开始）"
        return f"没有{self.year}年的放假通知"

    def _to_do(self) -> str:
        if self._later():
            return ""
        add = f"。把通知写进工作区的 holidays/{self.year}.yaml 即可计算"
        if self.year < FIRST_SHIPPED_YEAR:
            return add
        (from_month, from_day), (to_month, to_day) = USUALLY_ISSUED
        usual = f"{from_month}月{from_day}日至{to_month}月{to_day}日"
        return f"{add}；{self.year}年的通知一般在{self.year - 1}年{usual}之间印发"
