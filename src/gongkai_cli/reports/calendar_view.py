"""A month or a year drawn: rest days, make-up days, and the notices that set them.

休 marks a day that rests by a notice, 班 a weekend day that works in exchange; a plain Saturday or
Sunday has no mark.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from ..calendar import Notice, WorkCalendar
from ..calendar.notices import Rest
from ..notation.weekdays import WEEKDAYS, weekday
from .columns import indented, pad, width_of
from .day_words import calendar_notes

_MONTH_WIDTH = 34
_BETWEEN = 3
_DECEMBER = 12
_PER_ROW = (6, 4, 3, 2, 1)
_MARKS = {"放假": "休", "调休上班": "班"}
_LEGEND = "休 放假  班 调休上班  没有记号的周六、周日是周末"


class DayRow(Struct, frozen=True):
    """A day for programs; ``works`` is ``None`` where it is not known yet.

    ``name`` is the holiday that it rests for or makes up for; it and ``notice`` (the number) are
    ``None`` for a day that no notice names.
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
    total = calendar.count(first, last) + calendar.is_workday(first)
    what = f"{first.year}年" if len(months) > 1 else f"{first.year}年{first.month}月"
    facts = [_LEGEND, f"{what}共 {total} 个工作日"]
    notices = "\n".join(_notices(calendar, first, last, width))
    notes = "\n".join(
        line for note in calendar_notes(calendar, last) for line in indented(note, width, "")
    )
    return "\n\n".join(part for part in (*blocks, "\n".join(facts), notices, notes) if part)


def day_rows(calendar: WorkCalendar, first: date, last: date) -> Iterator[DayRow]:
    """Every day from ``first`` to ``last``; nothing is said of a year that is not announced."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if calendar.announced(day.year):
            reason = calendar.reason(day)
            yield DayRow(day, reason.works, reason.holiday, reason.notice)
        else:
            yield DayRow(day, None, None, None)


def _month(calendar: WorkCalendar, year: int, month: int) -> list[str]:
    blank, days = monthrange(year, month)
    cells = ["    "] * blank
    for number in range(1, days + 1):
        reason = calendar.reason(date(year, month, number))
        cells.append(f"{number:>2}{_MARKS.get(reason.kind, '  ')}")
    weeks = [" ".join(cells[start : start + 7]) for start in range(0, len(cells), 7)]
    head = " ".join(f"{letter}  " for letter in WEEKDAYS)
    return [pad(line, _MONTH_WIDTH) for line in (f"{year}年{month}月", head, *weeks)]


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
        year = "" if day.year == self.year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日（{weekday(day)}）"
