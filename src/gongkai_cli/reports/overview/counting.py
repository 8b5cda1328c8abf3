"""How the date of a finding was counted, stretch by stretch, in words."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from ...calendar import WorkCalendar
from ...limits import count_days
from ...limits.deadline import CountedDay
from ...model.deadline import Deadline

_DAY = timedelta(days=1)


class Stretch(Struct, frozen=True):
    """Days in a row: from the day after the one before up to and including ``last``.

    ``counted`` is how many of them count, ``why`` what they are, ``besides`` which of them rest or
    work in exchange.
    """

    first: date
    last: date
    counted: str
    why: str
    besides: str


def stretches(deadline: Deadline, calendar: WorkCalendar | None) -> Iterator[Stretch]:
    """The count of a deadline; nothing where its date was not counted.

    Without a calendar the days that rest are not named.
    """
    days = list(count_days(deadline, calendar)) if calendar and deadline.segments else []
    for segment in deadline.segments:
        whole = (segment.until - segment.after).days
        inside = [each for each in days if segment.after < each.day <= segment.until]
        workdays = deadline.counts == "workday"
        counted = f"{segment.count} 个工作日" if workdays else f"{whole} 个自然日"
        yield Stretch(
            first=segment.after + _DAY,
            last=segment.until,
            counted=counted if segment.count else "不计入",
            why=segment.why,
            besides=_besides(inside) if workdays and segment.count else "",
        )
    end = deadline.segments[-1].until if deadline.segments else deadline.due
    if end < deadline.due:
        inside = [each for each in days if each.day > end]
        yield Stretch(end + _DAY, deadline.due, "不计入", "末日遇休息日，顺延", _besides(inside))


def _besides(days: list[CountedDay]) -> str:
    """The days that are no plain working days, by their reason."""
    kinds: Counter[str] = Counter()
    for each in days:
        if each.reason.kind != "周一至周五":
            kinds[each.reason.words] += 1
        elif not each.reason.sure:
            kinds["放假还是上班未定"] += 1
    return "、".join(f"{words} {number} 天" for words, number in kinds.items())
