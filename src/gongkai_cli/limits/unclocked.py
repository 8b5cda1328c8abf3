"""Limits that start no clock, and why: they hold no number, or no due date."""

from ..model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
    Unclear,
    Within,
)

_BY_LAW = "按法律规定的时限判断"
_WHY: dict[type[Limit], str] = {
    Realtime: f"没有数字，与所写的事同时；{_BY_LAW}",
    Prompt: f"没有数字；{_BY_LAW}",
    Dynamic: f"没有数字；栏目按更新周期核查，信息{_BY_LAW}",
    Standing: "没有，只说公开多久",
    ByOtherRule: f"写在别的规定里；{_BY_LAW}",
    PostedFor: "没有，只说公示多久",
    Unclear: f"没有写明；{_BY_LAW}",
}


def why_no_clock(limit: Limit) -> str | None:
    """Why no due date can come from a limit; ``None`` where one can.

    条例 26 stands behind whatever holds no number: 20 working days at most, unless a law or
    regulation says otherwise.

    >>> why_no_clock(Prompt())
    '没有数字；按法律规定的时限判断'
    """
    match limit:
        case Within() | Periodic():
            return None
        case ByDate():
            return None if limit.every else "没有写明哪一年"
        case _:
            return _WHY[type(limit)]
