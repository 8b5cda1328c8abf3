"""What was read from the text of a notice, clause by clause, to be held against the paper."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct, to_builtins

from ..calendar.notices import Rest
from ..notation.weekdays import weekday
from ..sources.notice.text import Clause, NoticeText
from .columns import indented, labelled
from .machine import text_of

_UNSEEN = "（文本里没有）"


class NamedDay(Struct, frozen=True):
    """A day with the holiday that it rests or works for."""

    date: date
    name: str


class Reading(Struct, frozen=True):
    """Every day off and every day worked, in order; what the text does not print is null."""

    year: int
    number: str | None
    issued: date | None
    title: str | None
    off: tuple[NamedDay, ...]
    work: tuple[NamedDay, ...]


def machine(notice: NoticeText) -> str:
    """The machine form of a notice as read, as JSON."""
    return text_of(to_builtins(reading(notice)))


def reading(notice: NoticeText) -> Reading:
    """The days of a notice as read, in order."""
    days = sorted(
        (day, what, clause.holiday) for clause in notice.clauses for day, what in clause.days()
    )
    return Reading(
        notice.year,
        notice.number,
        notice.issued,
        notice.title,
        tuple(NamedDay(day, name) for day, what, name in days if what == "放假"),
        tuple(NamedDay(day, name) for day, what, name in days if what == "上班"),
    )


def render(notice: NoticeText, width: int) -> str:
    """Title, number, day of issue, then for each holiday its days and the words they stand in."""
    told = "（另外写明）" if notice.second_hand else ""
    issued = str(notice.issued) if notice.issued else _UNSEEN
    head = [
        *indented(notice.title or f"{notice.year}年的放假通知，标题{_UNSEEN}", width, "", "    "),
        *labelled(
            (
                ("年份", str(notice.year)),
                ("文号", (notice.number or _UNSEEN) + told),
                ("印发", issued),
            ),
            width,
        ),
    ]
    return "\n".join(
        [*head, *(line for each in notice.clauses for line in _clause(each, notice, width))]
    )


def _clause(clause: Clause, notice: NoticeText, width: int) -> Iterator[str]:
    yield ""
    yield clause.holiday
    rests = "；".join(_rest(each, notice.year) for each in clause.rests)
    worked = "、".join(_day(each.day, notice.year) for each in clause.make_ups)
    texts = [("放假", rests), ("上班", worked)]
    if clause.derived:
        days = "、".join(_day(day, notice.year) for day in clause.derived)
        texts.append(("推定", f"{days}上班：通知没有写，由公休日调走推出，天数与法定相符"))
    texts += [("不计", f"{remark}（不算放假）") for remark in clause.remarks]
    texts.append(("原文", clause.words))
    yield from labelled([(label, text) for label, text in texts if text], width)


def _rest(rest: Rest, year: int) -> str:
    days = (rest.last - rest.first).days + 1
    if days == 1:
        return _day(rest.first, year)
    return f"{_day(rest.first, year)}至{_day(rest.last, year)}，{days}天"


def _day(day: date, year: int) -> str:
    return (
        f"{'' if day.year == year else f'{day.year}年'}{day.month}月{day.day}日（{weekday(day)}）"
    )
