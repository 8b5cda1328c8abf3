"""How long publications took, drawn: a bar for each number of working days."""

from collections.abc import Iterator

from markupsafe import Markup

from ...office.drawing import box, line, named, picture, words
from .pace_view import Bar, PaceView

_WIDTH, _HEIGHT = 760.0, 160.0
_LEFT, _TOP, _BASE = 36.0, 18.0, 128.0
_WIDEST = 26.0
_EVERY, _ALL_NAMED = 5, 24
_NICE = (1, 2, 5)


def draw(view: PaceView) -> Markup | None:
    """The picture; ``None`` where nothing was published."""
    if not view.bars:
        return None
    text = view.summary + "各单位的数见下表。"
    return picture("pace", _WIDTH, _HEIGHT, "公开用时的分布（工作日）", text, _parts(view.bars))


def _parts(bars: tuple[Bar, ...]) -> Iterator[Markup]:
    top = max(bar.total for bar in bars)
    high = (_BASE - _TOP) / top
    step = min(_WIDEST, (_WIDTH - _LEFT - 60) / max(len(bars), 10))
    yield from _scale(top, high)
    for number, bar in enumerate(bars):
        x = _LEFT + 6 + number * step
        if len(bars) <= _ALL_NAMED or number % _EVERY == 0 or not bar.name.isdecimal():
            yield words("day", x + step / 2, _BASE + 14, bar.name)
        yield named(_name(bar), _bar(bar, x, step, high))
    yield line("rule", _LEFT, _BASE, _WIDTH, _BASE)
    yield words("end", _WIDTH, _BASE + 28, "自起算日至公开日的工作日数")
    yield words("start", 0, 12, "条")


def _bar(bar: Bar, x: float, step: float, high: float) -> Iterator[Markup]:
    y = _BASE
    for kind, count in (("in-time", bar.in_time), ("open", bar.open), ("late", bar.late)):
        if count:
            y -= count * high
            yield box(kind, x + 1, y, step - 2, count * high)


def _name(bar: Bar) -> str:
    parts = [("按时", bar.in_time), ("暂不能定", bar.open), ("超期", bar.late)]
    said = "，".join(f"{word} {count} 条" for word, count in parts if count)
    return f"{bar.name} 个工作日：{said or '0 条'}"


def _scale(top: int, high: float) -> Iterator[Markup]:
    """Lines at round numbers, four or fewer."""
    step = next(
        unit * 10**power for power in range(12) for unit in _NICE if top <= 4 * unit * 10**power
    )
    for value in range(step, top + 1, step):
        y = _BASE - value * high
        yield line("grid", _LEFT, y, _WIDTH, y)
        yield words("end", _LEFT - 4, y + 4, value)
