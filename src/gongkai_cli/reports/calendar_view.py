"""A month or a year drawn: rest days, make-up days, and the notices that set them.

休 marks a day that rests by a notice, 班 a weekend day that works in exchange; a plain Saturday or
Sunday has no mark. In a year without a notice 休 marks a day that the law has off, and 未 one of
which it is open whether it rests or works.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ..calendar import Notice, WorkCalendar
from ..calendar.announcing import YearOutOfReach
from ..calendar.notices import Rest
from ..notation.weekdays import WEEKDAYS
from . import calendar_ahead
from .columns import indented, pad, width_of
from .day_words import calendar_notes, period_words, short_day

_MONTH_WIDTH = 34
_BETWEEN = 3
_DECEMBER = 12
_PER_ROW = (6, 4, 3, 2, 1)
_MARKS = {"放假": "休", "调休上班": "班"}
_LEGEND = "休 放假  班 调休上班  没有记号的周六、周日是周末"


class DayRow(Struct, frozen=True):
    """A day for programs; ``works`` is ``None`` where it is not known yet.

    ``name`` is the holiday that it rests for or makes up for, or may; ``notice`` the number of the
    notice that says so, ``None`` where none does.
    """

    date: date
    works: bool | None
    name: str | None
    notice: str | None


def draw(calendar: WorkCalendar, first: date, last: date, width: int) -> str:
    """The months from ``first`` to ``last`` (the ends of a month or a year) and their notices."""
    months = [_month(calendar, first.year, month) for month in range(first.month, last.month + 1)]
    fitting = (width + _BETWEEN) // (_MONTH_WIDTH + _BETWEEN)
    per_row = min(len(months), next((each for each in _PER_ROW if each <= fitting), 1))
    blocks = [
        "\n".join(_beside(months[start : start + per_row]))
        for start in range(0, len(months), per_row)
    ]
    if calendar.announced(first.year):
        facts = [_LEGEND, f"{period_words(first, last)}共 {_total(calendar, first, last)} 个工作日"]
        arranged = list(_notices(calendar, first, last, width))
    else:
        facts = calendar_ahead.facts(calendar, first, last, width)
        arranged = calendar_ahead.guess(calendar, first, last, width)
    notes = [*calendar_notes(calendar), *_may_still_change(calendar, last)]
    noted = [line for note in notes for line in indented(note, width, "")]
    return "\n\n".join([*blocks, *("\n".join(part) for part in (facts, arranged, noted) if part)])


def day_rows(calendar: WorkCalendar, first: date, last: date) -> Iterator[DayRow]:
    """Every day from ``first`` to ``last``.

    Of a year without notice ``works`` is told where the law and the pattern of all notices leave
    no choice; nothing is told of a year that is out of reach.
    """
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if calendar.announced(day.year):
            reason = calendar.reason(day)
            yield DayRow(day, reason.works, reason.holiday, reason.notice)
        else:
            yield _row_ahead(calendar, day)


def _row_ahead(calendar: WorkCalendar, day: date) -> DayRow:
    try:
        seen = calendar.prospect(day)
    except YearOutOfReach:
        return DayRow(day, None, None, None)
    return DayRow(day, seen.works, seen.holiday, seen.notice)


def _month(calendar: WorkCalendar, year: int, month: int) -> list[str]:
    blank, days = monthrange(year, month)
    cells = ["    "] * blank
    for number in range(1, days + 1):
        cells.append(f"{number:>2}{_mark(calendar, date(year, month, number)) or '  '}")
    weeks = [" ".join(cells[start : start + 7]) for start in range(0, len(cells), 7)]
    head = " ".join(f"{letter}  " for letter in WEEKDAYS)
    return [pad(line, _MONTH_WIDTH) for line in (f"{year}年{month}月", head, *weeks)]


def _mark(calendar: WorkCalendar, day: date) -> str | None:
    if not calendar.announced(day.year):
        return calendar_ahead.mark(calendar.prospect(day))
    return _MARKS.get(calendar.reason(day).kind)


def _total(calendar: WorkCalendar, first: date, last: date) -> int:
    return calendar.count(first, last) + calendar.is_workday(first)


def _may_still_change(calendar: WorkCalendar, last: date) -> Iterator[str]:
    year, following = last.year, last.year + 1
    ends_known = last.month == _DECEMBER and calendar.announced(year)
    if ends_known and not calendar.announced(following):
        lacking = f"{following}年的放假通知还没有印发"
        yield f"{lacking}，它可能改动{year}年12月下旬的日子（按现有通知计算）"


def _beside(months: Sequence[list[str]]) -> Iterator[str]:
    height = max(map(len, months))
    for number in range(height):
        parts = [month[number] if number < len(month) else " " * _MONTH_WIDTH for month in months]
        yield (" " * _BETWEEN).join(parts).rstrip()


def _notices(calendar: WorkCalendar, first: date, last: date, width: int) -> Iterator[str]:
    """The notices that name days of the period, each with what it says of them."""
    years = [first.year]
    if last.month == _DECEMBER and calendar.announced(last.year + 1):
        years.append(last.year + 1)
    for year in years:
        for notice in calendar.notices(year):
            said = _Said(calendar, notice, year).of(first, last)
            if said:
                yield from indented(f"{notice.label} {notice.title}", width, "", "    ")
                widest = max(map(width_of, said))
                for name, words in said.items():
                    yield from indented("；".join(words), width, f"  {pad(name, widest)}  ")


class _Said(Struct, frozen=True):
    """What a notice of a year says, and what of it a later one changed."""

    calendar: WorkCalendar
    notice: Notice
    year: int

    def of(self, first: date, last: date) -> dict[str, list[str]]:
        """Each holiday that has a day in the period, with all its days."""
        words: dict[str, list[str]] = {}
        worked: dict[str, list[str]] = {}
        touched: set[str] = set()
        for rest in self.notice.rests:
            words.setdefault(rest.holiday, []).append(self._rest(rest))
            if rest.first <= last and first <= rest.last:
                touched.add(rest.holiday)
        for each in self.notice.make_ups:
            name = each.holiday or "调休"
            changed = "" if self._stands(each.day, True) else "（后改为放假）"
            worked.setdefault(name, []).append(f"{self._named(each.day)}{changed}")
            if first <= each.day <= last:
                touched.add(name)
        for name, days in worked.items():
            words.setdefault(name, []).append(f"{'、'.join(days)}上班")
        return {name: said for name, said in words.items() if name in touched}

    def _rest(self, rest: Rest) -> str:
        days = [
            date.fromordinal(number)
            for number in range(rest.first.toordinal(), rest.last.toordinal() + 1)
        ]
        if len(days) == 1:
            words = f"{self._named(rest.first)}放假"
        else:
            words = f"{self._named(rest.first)}至{self._named(rest.last)}放假，共{len(days)}天"
        changed = "、".join(self._named(day) for day in days if not self._stands(day, False))
        return f"{words}（其中{changed}后改为上班）" if changed else words

    def _stands(self, day: date, works: bool) -> bool:
        return not self.calendar.announced(day.year) or self.calendar.is_workday(day) == works

    def _named(self, day: date) -> str:
        return short_day(day, self.year)
