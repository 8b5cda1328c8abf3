"""The holiday files held against chinese-calendar and against the number of statutory days."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from ..calendar import Notice, WorkCalendar
from ..calendar.balance import balance, statutory_days
from ..calendar.cross_check import Difference, compared_years, differences
from .columns import indented
from .day_words import day_words


class Unbalanced(Struct, frozen=True):
    """A notice whose weekdays off less make-up days are not the statutory days of its year."""

    notice: Notice
    days: int
    statutory: int


class CrossCheck(Struct, frozen=True):
    """What was compared: years that chinese-calendar knows, years that it does not, the findings.

    ``passed`` is false where a difference has no reason or a notice does not balance.
    """

    years: tuple[int, ...]
    unknown: tuple[int, ...]
    found: tuple[Difference, ...]
    unbalanced: tuple[Unbalanced, ...]

    @property
    def unexplained(self) -> tuple[Difference, ...]:
        """The differences whose reason nobody has written down."""
        return tuple(each for each in self.found if each.why is None)

    @property
    def passed(self) -> bool:
        """Whether there is nothing to look into."""
        return not self.unexplained and not self.unbalanced


def check(calendar: WorkCalendar, years: Iterable[int]) -> CrossCheck:
    """Compare the days of ``years`` and weigh their notices."""
    asked, known = list(years), compared_years()
    compared = tuple(year for year in asked if year in known)
    return CrossCheck(
        years=compared,
        unknown=tuple(year for year in asked if year not in known),
        found=tuple(each for year in compared for each in differences(calendar, year)),
        unbalanced=tuple(
            Unbalanced(notice, balance(notice), statutory_days(year))
            for year in asked
            for notice in calendar.notices(year)
            if notice.arranges_year and balance(notice) != statutory_days(year)
        ),
    )


def render(checked: CrossCheck, width: int) -> str:
    """The result, what differs, and the years that could not be compared."""
    lines = []
    if checked.years:
        days = sum((date(year + 1, 1, 1) - date(year, 1, 1)).days for year in checked.years)
        first, last = checked.years[0], checked.years[-1]
        years = f"{first}年" if first == last else f"{first}年至{last}年"
        lines += indented(
            f"{years}共 {days} 天：与 chinese-calendar 一致 {days - len(checked.found)} 天，"
            f"不一致 {len(checked.found)} 天，其中没有说明原因的 {len(checked.unexplained)} 天",
            width,
            "",
        )
    for each in checked.found:
        works = f"本工具{_works(each.ours.works)}，chinese-calendar {_works(each.theirs)}"
        lines.append(f"  {day_words(each.ours.day)}{works}")
        lines += indented(each.ours.words, width, "    依据：")
        lines += indented(each.why or "没有说明，请核对通知原文", width, "    原因：")
    lines += [f"{year}年：chinese-calendar 没有这一年，不能逐日核对" for year in checked.unknown]
    for wrong in checked.unbalanced:
        text = (
            f"{wrong.notice.label} 放假的周一至周五减去调休上班的日子是 {wrong.days} 天，"
            f"法定节假日是 {wrong.statutory} 天：请核对通知原文"
        )
        lines += indented(text, width, "", "  ")
    if not checked.unbalanced:
        lines.append("各年通知放假与调休的天数都与法定节假日天数相符")
    return "\n".join(lines)


def _works(works: bool) -> str:
    return "上班" if works else "休息"
