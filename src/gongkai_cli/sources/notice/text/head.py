"""What stands around the clauses of a notice: title, number, year, signature."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ....model.place import Problem
from .festivals import name_in_title, name_pattern, read_names
from .letters import MASKS, Letters
from .printed_dates import DATE, numbers_in, read_date

_ABOUT = r"(?:节假日|假期|放假|调休|休假)"
_TITLE = r"国务院(?:办公厅)?关于[^。:;《》]{2,60}?的通知"
_MASKED = rf"[{re.escape(MASKS)}]{{2,12}}"
_MASKED_TITLE = rf"{_MASKED}(?:办公厅)?关于[^。:;《》]{{2,60}}?的通知"
_SIGNED = rf"(?:国务院|{_MASKED})(?:办公厅)?(?:\([^()]{{1,12}}\))?(?P<date>{DATE})"
_SIGNED_UNREADABLE = r"国务院(?:办公厅)?(?P<date>[^,。:;、()]{4,14}日)"
_CLOSING = r"(?:节假日|节日|放假|假期)期间,?[^。]{8,}。"
_INDEXED = rf"成文日期:(?P<date>{DATE})"
_OPENING = r"(?:现将|现就|经国务院批准)[^。:;]{0,12}?(\d{4})年"
_OF_A_YEAR = r"(\d{4})年部分节假日安排"
_NUMBER_UNREADABLE = r"(?<!》)(?<!》[(（])国办?发明?电?[〔\[(【][^号。]{0,20}号"
_FAR_BEHIND_TITLE = 30
_A_DATE = "年月日齐全的日期，如 2025年11月4日"
_A_NUMBER = "如 国办发明电〔2025〕7号"


class Head(Struct, frozen=True, kw_only=True):
    """What was read of a notice but its clauses.

    The clauses lie between ``body`` and ``end``; ``holiday`` is the one that the title names, of a
    notice that changes one; ``whole_year`` is true where the title is that of a notice for a year.
    ``number`` and ``issued`` are ``None`` where they are not printed, a problem where they cannot
    be read.
    """

    title: str | None
    year: int | None
    whole_year: bool
    holiday: str | None
    number: str | Problem | None
    issued: date | Problem | None
    body: int
    end: int
    problems: tuple[Problem, ...]


def read_head(letters: Letters, anchor: int) -> Head:
    """The head of a notice; ``anchor`` is where its clauses begin."""
    return _HeadReading(letters, anchor).head()


class _HeadReading:
    """One head being read; what is wrong with it is gathered."""

    def __init__(self, letters: Letters, anchor: int) -> None:
        self._letters = letters
        self._text = letters.text
        self._anchor = anchor
        self._problems: list[Problem] = []

    def head(self) -> Head:
        title, title_end = self._title()
        issued, end = self._signature(title_end)
        number = self._number(title_end, end)
        year = self._year(title, title_end, end)
        named = re.findall(name_pattern(), self._text[title_end : self._anchor])
        holiday = name_in_title(title) if title else None
        if holiday is None and len(named) == 1:
            holiday = read_names(named[0])
        return Head(
            title=title,
            year=year,
            whole_year=title is not None and "部分节假日" in title,
            holiday=holiday,
            number=number,
            issued=issued,
            body=next((last for _, last in self._numbers_behind(title_end)), title_end),
            end=end,
            problems=tuple(self._problems),
        )

    def _title(self) -> tuple[str | None, int]:
        """The title nearest before the clauses, and where it ends."""
        titles = list(self._titles(_TITLE)) or list(self._titles(_MASKED_TITLE))
        if not titles:
            return None, 0
        before = [found for found in titles if found.end() <= self._anchor]
        chosen = before[-1] if before else titles[0]
        if any(letter in chosen[0] for letter in MASKS):
            masked = self._letters.quote(*chosen.span())
            self._report(chosen.start(), f"标题里有被遮盖的字：“{masked}”", "没有遮盖的通知原文")
        return chosen[0], chosen.end()

    def _titles(self, pattern: str) -> Iterator[re.Match[str]]:
        for found in re.finditer(pattern, self._text):
            cited = found.start() > 0 and self._text[found.start() - 1] in "《<〈"
            if re.search(_ABOUT, found[0]) and not cited:
                yield found

    def _signature(self, title_end: int) -> tuple[date | Problem | None, int]:
        """The day of signature, and where the clauses end."""
        start = max(self._anchor, title_end)
        indexed = re.search(_INDEXED, self._text)
        indexed_day = read_date(indexed["date"]) if indexed else None
        found = re.search(_SIGNED, self._text[start:])
        if found is not None:
            return self._signed(found, start, indexed_day), start + found.start()
        for unread in re.finditer(_SIGNED_UNREADABLE, self._text[start:]):
            at = start + unread.start()
            if self._letters.opens_sentence(at):
                first, last = start + unread.start("date"), start + unread.end()
                words = f"印发日期读不出：“{self._letters.quote(first, last)}”"
                return self._problem(first, words, _A_DATE), at
        closing = re.search(_CLOSING, self._text[start:])
        return indexed_day, start + closing.end() if closing else len(self._text)

    def _signed(
        self, found: re.Match[str], start: int, indexed: date | None
    ) -> date | Problem | None:
        at = start + found.start("date")
        issued = read_date(found["date"])
        if issued is None:
            printed = self._letters.quote(at, at + len(found["date"]))
            return self._problem(at, f"印发日期没有这一天：“{printed}”", _A_DATE)
        if indexed not in (issued, None):
            return self._problem(
                at, f"署名处的日期 {issued} 与“成文日期”{indexed} 不符", "同一个日期"
            )
        return issued

    def _number(self, title_end: int, end: int) -> str | Problem | None:
        """The number behind the title, else the only one that the page prints."""
        every = [
            number
            for number, first, _ in numbers_in(self._text[:end])
            if "》" not in self._text[max(first - 2, 0) : first]
        ]
        behind = [number for number, _ in self._numbers_behind(title_end)]
        distinct = list(dict.fromkeys(behind[:1] or every))
        if len(distinct) > 1:
            return self._problem(
                title_end,
                f"看不出是哪个文号：{'、'.join(distinct)}",
                "标题下只有一个文号的通知原文",
            )
        if distinct:
            return distinct[0]
        unread = re.search(_NUMBER_UNREADABLE, self._text[:end])
        if unread is None:
            return None
        printed = self._letters.quote(*unread.span())
        return self._problem(unread.start(), f"文号读不出：“{printed}”", _A_NUMBER)

    def _numbers_behind(self, title_end: int) -> list[tuple[str, int]]:
        """The numbers that stand right behind the title, each with where it ends."""
        return [
            (number, last)
            for number, first, last in numbers_in(self._text)
            if title_end <= first <= title_end + _FAR_BEHIND_TITLE
        ]

    def _year(self, title: str | None, title_end: int, end: int) -> int | None:
        opening = self._text[title_end : self._anchor]
        said = (
            re.search(_OPENING, opening)
            or re.search(rf"(\d{{4}})年,?{name_pattern()}", opening)
            or re.search(_OF_A_YEAR, opening)
        )
        if title is not None and (year := self._title_year(title, title_end)) is not None:
            if said and int(said[1]) != year:
                self._report(
                    title_end + said.start(1),
                    f"标题是{year}年，开头是{said[1]}年",
                    "标题和开头的年份相同的通知原文",
                )
            return year
        if said:
            return int(said[1])
        dated = set(re.findall(r"(\d{4})年\d{1,2}月", self._text[title_end:end]))
        if len(dated) == 1:
            return int(dated.pop())
        self._report(title_end, "看不出是哪一年的通知", "标题或开头写有年份的通知原文")
        return None

    def _title_year(self, title: str, title_end: int) -> int | None:
        if found := re.search(r"关于(?:调整|延长)?(\d{4})年", title):
            return int(found[1])
        loose = re.search(r"(?<!\d)(2\d{3})(?!\d)", title)
        if loose is None:
            return None
        self._report(
            title_end - len(title),
            f"标题里的年份读不出：“{title}”",
            "如 国务院办公厅关于2026年部分节假日安排的通知",
        )
        return int(loose[1])

    def _report(self, index: int, found: str, accepted: str) -> None:
        self._problems.append(self._problem(index, found, accepted))

    def _problem(self, index: int, found: str, accepted: str) -> Problem:
        return Problem(self._letters.place(index), found, accepted)
