"""One clock of a case explained: on what it rests, and how its date was counted, day by day."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..calendar import WorkCalendar
from ..limits import CountedDay, count_days
from ..model.basis import Basis
from ..model.case import Running
from ..model.deadline import Deadline
from ..model.duty import Statute
from ..notation.weekdays import weekday
from . import count_calendar
from .columns import Column, heading, indented, labelled, row
from .day_words import day_words
from .deadline_words import late_words, span_words

_DAYS = (Column("第几日", 6), Column("日期", 10), Column("星期", 4), Column("说明"))
_SHOWN = 100
_FIRST, _LAST = 5, 10


def lines(
    running: Running,
    *,
    done: date | None,
    as_of: date,
    statutes: Iterable[Statute],
    calendar: WorkCalendar,
    width: int,
    counted: bool = False,
) -> Iterator[str]:
    """The explanation in lines of at most ``width`` cells.

    ``done`` is the day on which it was answered, if it was. ``counted`` is true where the same days
    were listed already.
    """
    clock, deadline = running.clock, running.deadline
    yield from indented(clock.wording, width, "时限  ")
    articles = {statute.id: statute for statute in statutes}
    for basis in clock.bases:
        yield from labelled(_basis(basis, articles.get(basis.id or "")), width)
    texts = []
    if clock.assumed:
        texts.append(("推定", clock.assumed))
    if clock.replaced_by:
        texts.append(("不适用", f"另有规定的从其规定，改按 {clock.replaced_by}"))
    if deadline is not None:
        texts += dates(deadline)
    if running.obstacle:
        texts.append(("原因", running.obstacle))
    if deadline is not None and not clock.replaced_by:
        texts.append(("结论", _verdict(running, deadline, done, as_of)))
    if deadline is not None and deadline.segments:
        texts += _notices(deadline, calendar)
    if counted:
        texts.append(("逐日", "与上面相同"))
    yield from labelled(texts, width)
    if deadline is not None and not clock.replaced_by and not counted:
        yield from _count(deadline, calendar, width)


def _basis(basis: Basis, article: Statute | None) -> Iterator[tuple[str, str]]:
    yield "依据", f"{basis.text}（{basis.authority.label}）"
    if article is not None:
        yield "条文", f"“{article.words}”"
    if basis.assumed:
        yield "推定", basis.assumed


def dates(deadline: Deadline) -> Iterator[tuple[str, str]]:
    """When a count starts and ends, each with its label; an interval with what keeps it open."""
    counts = any(each.after < deadline.trigger for each in deadline.segments)
    yield "起算", f"{day_words(deadline.trigger)}，当日{'计入' if counts else '不计入'}"
    yield "到期", f"{day_words(deadline.due)}，当日完成为按时"
    if deadline.aim != deadline.due:
        yield "建议", f"{day_words(deadline.aim)}前完成"
    if span := span_words(deadline):
        yield "区间", span


def _notices(deadline: Deadline, calendar: WorkCalendar) -> Iterator[tuple[str, str]]:
    """The holiday notices of every year that the count touches."""
    for year in range(deadline.trigger.year, deadline.latest.year + 1):
        if calendar.announced(year):
            yield "日历", f"{year}年：" + "；".join(each.label for each in calendar.notices(year))
    if calendar.known_on is not None:
        yield "日历", f"只用 {calendar.known_on} 及以前印发的通知"


def _verdict(running: Running, deadline: Deadline, done: date | None, as_of: date) -> str:
    day = done or as_of
    start = f"{done} 完成" if done else f"截至 {as_of} 没有完成"
    late = late_words(running.workdays_late, running.days_late)
    if day > deadline.latest:
        return f"{start}，超期 {late}（{running.clock.authority.breach}）"
    if day > deadline.earliest:
        return f"{start}，是否超期暂不能定"
    if done:
        return f"{start}，按时"
    if day == deadline.due:
        return f"{start}，今日到期"
    return f"{start}，还剩 {running.workdays_left} 个工作日"


def _count(deadline: Deadline, calendar: WorkCalendar, width: int) -> Iterator[str]:
    if not deadline.segments:
        yield from labelled([("计算", "到期日由时限写明，不逐日计算")], width)
        return
    days = list(count_days(deadline, calendar))
    yield ""
    yield from count_calendar.lines(deadline, calendar, width)
    yield ""
    yield from heading(_DAYS, width)
    hidden = len(days) - _FIRST - _LAST if len(days) > _SHOWN else 0
    for position, each in enumerate(days):
        if not hidden or not _FIRST <= position < _FIRST + hidden:
            yield from row(_DAYS, _cells(each, deadline), width)
        elif position == _FIRST:
            yield from row(_DAYS, ("", "…", "", f"中间 {hidden} 日略"), width)


def _cells(counted: CountedDay, deadline: Deadline) -> tuple[str, str, str, str]:
    reason = counted.reason
    words = ["到期日"] if counted.day == deadline.due else []
    if reason.kind != "周一至周五":
        words.append(reason.words)
    if not reason.sure and reason.source is None:
        words.append("放假还是上班未定")
    if counted.number is None and reason.works and counted.day != deadline.due:
        words.append("不计入")
    number = "" if counted.number is None else str(counted.number)
    return number, str(counted.day), weekday(counted.day), "，".join(words)
