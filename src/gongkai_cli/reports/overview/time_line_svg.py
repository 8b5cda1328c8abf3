"""The time line drawn: a column for each day, a row for each thing that is late or coming."""

from collections.abc import Iterator
from datetime import date, timedelta

from markupsafe import Markup

from ...notation.weekdays import WEEKDAYS
from ...office.drawing import arrow_left, box, diamond, line, named, picture, words
from ..columns import width_of
from .ahead import Ahead, AxisDay, Item

_WIDTH, _LABEL, _ROW = 760.0, 236.0, 18.0
_HEAD, _LOAD, _GAP = 44.0, 34.0, 8.0
_CELLS, _UNIT_CELLS = 27, 12
_HALF = 5.0
_DAY = timedelta(days=1)


def draw(ahead: Ahead) -> Markup | None:
    """The picture; ``None`` where there is no axis to draw it on."""
    return _Sheet(ahead).picture() if ahead.days else None


class _Sheet:
    """One drawing: where its days and rows lie."""

    def __init__(self, ahead: Ahead) -> None:
        self._ahead = ahead
        self._items = (*ahead.late, *ahead.coming)
        self._first = ahead.days[0].day
        self._last = ahead.days[-1].day
        self._step = (_WIDTH - _LABEL) / len(ahead.days)
        self._top = _HEAD + _LOAD + _GAP
        self._bottom = self._top + _ROW * len(self._items) + 4

    def picture(self) -> Markup:
        parts = [*self._axis(), *self._load(), *self._rows(), *self._today()]
        title = f"到期时间轴，{self._first} 至 {self._last}"
        text = self._ahead.summary + "各项的日期见图下的表。"
        return picture("time-line", _WIDTH, self._bottom + 2, title, text, parts)

    def _x(self, day: date) -> float:
        """Where the column of a day begins."""
        return _LABEL + (day - self._first).days * self._step

    def _axis(self) -> Iterator[Markup]:
        for each in self._ahead.days:
            x = self._x(each.day)
            if not each.works:
                yield box("rest", x, _HEAD - 30, self._step, self._bottom - _HEAD + 30)
            parts = list(self._day(each, x + self._step / 2))
            yield named(f"{each.day} {each.why}", parts)
            if each.day.day == 1 or each.day == self._first:
                yield line("month", x, 2, x, self._bottom)
                yield words("start", x + 3, 12, f"{each.day.year}年{each.day.month}月")
        yield line("rule", 0, self._bottom, _WIDTH, self._bottom)

    def _day(self, each: AxisDay, middle: float) -> Iterator[Markup]:
        yield words("day", middle, 24, each.day.day)
        yield words("weekday", middle, 34, WEEKDAYS[each.day.weekday()])
        if each.mark:
            yield words("mark", middle, 44, each.mark)

    def _load(self) -> Iterator[Markup]:
        """How many things fall due on each day."""
        base = _HEAD + _LOAD
        counts = {each.day: self._ahead.falling_due.get(each.day, 0) for each in self._ahead.days}
        most = max(counts.values(), default=0)
        yield words("end", _LABEL - 6, base - 2, "每日到期件数")
        for day, number in counts.items():
            if number:
                height = max(2.0, (_LOAD - 12) * number / most)
                x = self._x(day)
                yield box("load", x + 2, base - height, self._step - 4, height)
                yield words("count", x + self._step / 2, base - height - 2, number)
        yield line("rule", 0, base + 2, _WIDTH, base + 2)

    def _rows(self) -> Iterator[Markup]:
        for number, item in enumerate(self._items):
            top = self._top + _ROW * number
            if number == len(self._ahead.late) and number:
                yield line("part", 0, top, _WIDTH, top)
            label = f"{item.duty} {item.name}"
            name = (
                f"{item.duty} {item.title}，{item.about}，{item.unit}，{item.due} 到期，{item.left}"
            )
            parts = [
                words("label", 0, top + 13, _cut(label, _CELLS)),
                words("unit", _LABEL - 6, top + 13, _cut(item.unit, _UNIT_CELLS)),
                *self._bar(item, top + _ROW / 2),
            ]
            yield named(f"{name}；{item.span}" if item.span else name, parts)

    def _bar(self, item: Item, y: float) -> Iterator[Markup]:
        today = self._ahead.as_of
        due = self._x(item.due) + self._step / 2
        if item.due < today:
            yield from self._late_bar(item, y)
            return
        if item.due > self._last:
            return
        yield line("way", self._x(today) + self._step, y, due, y)
        yield from self._interval(item, y)
        yield diamond("due", due, y, _HALF)
        right = self._x(min(item.latest, self._last)) + self._step
        yield from self._beside(right + 3, due - _HALF - 3, y, item.left)

    def _late_bar(self, item: Item, y: float) -> Iterator[Markup]:
        after = max(item.due + _DAY, self._first)
        left, right = self._x(after), self._x(self._ahead.as_of) + self._step
        yield box("late", left, y - 4, right - left, 8)
        if item.due < self._first:
            yield arrow_left("late", left - 6, y, 6)
        else:
            yield diamond("due", self._x(item.due) + self._step / 2, y, _HALF)
        yield from self._interval(item, y)
        yield words("start", right + 4, y + 4, f"{item.due} 到期，{item.left}")

    def _interval(self, item: Item, y: float) -> Iterator[Markup]:
        if item.earliest != item.latest:
            left = self._x(max(item.earliest, self._first))
            right = self._x(min(item.latest, self._last)) + self._step
            yield box("span", left, y - 6, right - left, 12)

    def _beside(self, right: float, left: float, y: float, text: str) -> Iterator[Markup]:
        """Words to the right of a mark or, where there is no room, to the left."""
        room = _WIDTH - right
        if room >= 11.0 * len(text):
            yield words("start", right, y + 4, text)
        else:
            yield words("end", left, y + 4, text)

    def _today(self) -> Iterator[Markup]:
        x = self._x(self._ahead.as_of)
        yield box("today", x, 14, self._step, self._bottom - 14)


def _cut(text: str, cells: int) -> str:
    """The text in so many cells, its end left out where it is longer."""
    if width_of(text) <= cells:
        return text
    kept = ""
    for character in text:
        if width_of(kept + character) > cells - 2:
            break
        kept += character
    return f"{kept}…"
