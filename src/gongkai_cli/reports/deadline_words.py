"""A clock and its deadline in words, the same in every report."""

from datetime import date

from ..model.deadline import Clock, Deadline
from ..model.finding import Finding, State


def late_words(workdays: int | None, days: int | None) -> str:
    """How late, in working days and natural days; empty where nothing is.

    >>> late_words(2, 4)
    '2工作日/4日'
    """
    if not days:
        return ""
    return f"{days}日" if workdays is None else f"{workdays}工作日/{days}日"


def clock_words(clock: Clock, *, broken: bool = False) -> str:
    """The limit with what sets it; a broken one with the word for breaking it."""
    words = f"{clock.wording}；依据：{clock.basis}"
    words += f"；{clock.authority.breach if broken else clock.authority.label}"
    if clock.assumed:
        words += "（推定）"
    return words


def is_breach(finding: Finding) -> bool:
    """Whether the finding says that its limit was broken, and not only that it may have been."""
    return bool(finding.calendar_days_late) and finding.state is not State.UNDECIDED


def span_words(deadline: Deadline) -> str:
    """What keeps the earliest and the latest reading apart; empty where they are one day."""
    if deadline.certain:
        return ""
    reasons = "；".join(deadline.open)
    return f"{deadline.earliest} 至 {deadline.latest}，暂不能定：{reasons}"


def iso(day: date | None) -> str | None:
    """A day for machines."""
    return None if day is None else day.isoformat()
