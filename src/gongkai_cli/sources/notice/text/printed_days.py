"""The days that a clause prints, each with what stands in brackets behind it."""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from msgspec import Struct

from ....model.place import Problem
from ....notation.numerals import read_numeral
from ....notation.weekdays import WEEKDAYS, weekday
from .letters import Letters
from .parts import AS_PRINTED, Part, wrong

DAY = "\ue000"
"""Stands for a day in the words of a clause."""

_NOTE = r"(?:[(\[【]([^()\[\]【】]*)[)\]】]|((?:星期|周|礼拜)[一二三四五六日天]))?"
_RANGE = r"(?:至|到|[-—–―─~]+)"
_PRINTED = re.compile(
    rf"(?<!\d)(?:(?P<year>\d{{4}})年)?(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})"
    rf"(?:(?:日|(?(month)号|日)){_NOTE}|(?={_RANGE}\d{{1,2}}日))"
)
_WEEKDAY = re.compile(rf"(?:星期|周|礼拜)([{WEEKDAYS}天])")
_LUNAR = re.compile(
    r"除夕|大年三十|五月初五|八月十五|端午|中秋|清明"
    r"|(?:正月|大年|(?<!月))初[一二三四五六七八九十]|腊月[一二三四五六七八九十廿]{1,3}"
)
_DECEMBER = 12
_LUNAR_MONTHS = (29, 30)


class PrintedDay(Struct, frozen=True):
    """A day as printed; ``day`` is ``None`` where there is no such day."""

    day: date | None
    first: int
    last: int


class CodedClause(Struct, frozen=True):
    """The words of a clause, each day replaced by ``DAY``.

    ``at`` gives for each letter of ``words`` where it stands in the letters of the notice.
    """

    words: str
    at: tuple[int, ...]
    days: tuple[PrintedDay, ...]
    problems: tuple[Problem, ...]


def coded(letters: Letters, part: Part, year: int, moving_days: Mapping[str, date]) -> CodedClause:
    """The words and the days of a clause of the notice for ``year``.

    A day without month has that of the day before it, or lies in the span over two months that was
    printed last (1月29日—2月4日放假，其中29日、30日、31日为法定假日). December without a year is
    that of the year before under 元旦, which is the only holiday that begins so early.
    ``moving_days`` are the dates of 除夕, 清明, 端午 and 中秋 in that year, so far as known.
    """
    return _Coding(letters, part, year, moving_days).clause()


class _Coding:
    """One clause being coded; what is wrong with its days is gathered."""

    def __init__(
        self, letters: Letters, part: Part, year: int, moving_days: Mapping[str, date]
    ) -> None:
        self._letters = letters
        self._part = part
        self._year = year
        self._moving_days = moving_days
        self._days: list[PrintedDay] = []
        self._span: tuple[date, date] | None = None
        self._problems: list[Problem] = []

    def clause(self) -> CodedClause:
        words: list[str] = []
        at: list[int] = []
        done = self._part.opens
        for found in _PRINTED.finditer(self._letters.text, done, self._part.last):
            words += self._letters.text[done : found.start()]
            at += range(done, found.start())
            words.append(DAY)
            at.append(found.start())
            done = found.end()
            self._take(found)
        words += self._letters.text[done : self._part.last]
        at += range(done, self._part.last)
        return CodedClause("".join(words), tuple(at), tuple(self._days), tuple(self._problems))

    def _take(self, found: re.Match[str]) -> None:
        day = self._date(found)
        before = self._days[-1] if self._days else None
        if before and before.day and day:
            between = self._letters.text[before.last : found.start()]
            if re.fullmatch(_RANGE, between):
                self._span = before.day, day
        self._days.append(PrintedDay(day, found.start(), found.end()))
        note = found[4] or found[5]
        if note:
            self._check_weekdays(note, found.span())
            self._check_lunar_days(note, found.span())

    def _date(self, found: re.Match[str]) -> date | None:
        """The day; what is wrong with it is said, but not again of one that borrows its month."""
        if found["month"]:
            month = int(found["month"])
            new_year = self._part.holiday == "元旦" and month == _DECEMBER
            year = int(found["year"]) if found["year"] else self._year - new_year
        elif not self._days:
            self._report(found.span(), "日子前面没有月份", "如 1月1日")
            return None
        elif (before := self._days[-1].day) is not None:
            if (within := self._in_span(int(found["day"]), before)) is not None:
                return within
            year, month = before.year, before.month
        else:
            return None
        try:
            day = date(year, month, int(found["day"]))
        except ValueError:
            self._report(found.span(), "没有这一天", "日历上有的日子")
            return None
        if not date(self._year - 1, _DECEMBER, 1) <= day <= date(self._year, _DECEMBER, 31):
            self._report(
                found.span(),
                f"{day} 不归{self._year}年的通知",
                f"{self._year}年的日子，或{self._year - 1}年12月的日子",
            )
            return None
        return day

    def _in_span(self, number: int, before: date) -> date | None:
        """The day of the last span, if the day ``before`` lies in that too, and the span has such a
        day in its other month alone."""
        if self._span is None or not self._span[0] <= before <= self._span[1]:
            return None
        first, last = self._span
        days = [first + timedelta(days=more) for more in range((last - first).days + 1)]
        same = [day for day in days if day.day == number]
        return None if any(day.month == before.month for day in same) else next(iter(same), None)

    def _check_weekdays(self, note: str, span: tuple[int, int]) -> None:
        """Several weekdays in one bracket are those of the last days, in order."""
        printed = _WEEKDAY.findall(note)
        if len(printed) > len(self._days):
            self._report(span, "括号里的星期比前面的日子多", "一个日子一个星期")
            return
        for letter, each in zip(printed, self._days[len(self._days) - len(printed) :], strict=True):
            if each.day and letter.replace("天", "日") != WEEKDAYS[each.day.weekday()]:
                self._report(span, f"{each.day} 是{weekday(each.day)}，写的是“{note}”")

    def _check_lunar_days(self, note: str, span: tuple[int, int]) -> None:
        """Two days of the lunar year with 至 between them are those of the last two days."""
        printed = _LUNAR.findall(note)
        if not re.search(_RANGE, note):
            days = self._days[-1:] * len(printed)
        elif len(printed) == len(self._days[-2:]) == 2:
            days = self._days[-2:]
        else:
            return
        for word, each in zip(printed, days, strict=True):
            possible = _lunar(word, self._moving_days)
            if each.day and possible and each.day not in possible:
                self._report(span, f"“{word}”不是 {each.day}", " 或 ".join(map(str, possible)))

    def _report(self, span: tuple[int, int], found: str, accepted: str = AS_PRINTED) -> None:
        self._problems.append(wrong(self._letters, self._part, span, found, accepted))


def _lunar(word: str, moving_days: Mapping[str, date]) -> tuple[date, ...]:
    """The days that a word of the lunar year may mean; none where that is not known.

    The last month of a lunar year has 29 or 30 days and ends with 除夕.
    """
    same = {"大年三十": "除夕", "五月初五": "端午", "八月十五": "中秋"}.get(word, word)
    if same in moving_days:
        return (moving_days[same],)
    eve, number = moving_days.get("除夕"), read_numeral(word.lstrip("正腊大月年初"))
    if eve is None or number is None:
        return ()
    if not word.startswith("腊月"):
        return (eve + timedelta(days=number),)
    return tuple(eve - timedelta(days=days - number) for days in _LUNAR_MONTHS if days >= number)
