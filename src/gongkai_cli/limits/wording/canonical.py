"""A limit back in official words, for people to read and for the grammar to read again."""

import re
from collections.abc import Callable

from ...model.limit import (
    FEBRUARY_END,
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
from .lexicon import WEEKDAYS

_STARTS = {
    "formed-or-changed": "信息形成或变更",
    "formed": "信息形成",
    "changed": "信息变更",
    "made-or-obtained": "制作或获取",
    "decided": "作出决定",
    "approved": "批准",
    "received": "收到",
    "published": "公布",
    "published-or-changed": "公布或变更",
    "issued": "印发",
    "registered": "登记",
    "determined": "确定",
    "event": "事",
}
_UNITS: dict[str, str] = {
    "workday": "个工作日",
    "day": "日",
    "week": "周",
    "month": "个月",
    "year": "年",
    "hour": "小时",
}
_EVERY = {
    "day": "每日",
    "week": "每周",
    "month": "每月",
    "quarter": "每季度",
    "half-year": "每半年",
    "year": "每年",
}
_WEEKDAYS = {name: letter for letter, name in reversed(WEEKDAYS.items())}
_MONTHS = {"first": "首月", "second": "第二个月", "last": "末月", "this": "", "next": "次月"}
_PLACES: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"(first|second|last|this|next)-month day (\d+)", lambda at: f"{_MONTHS[at[1]]}{at[2]}日前"),
    (
        r"(first|second|last|this|next)-month days (\d+)-(\d+)",
        lambda at: f"{_MONTHS[at[1]]}{at[2]}日至{at[3]}日",
    ),
    (r"(first|second|last|next)-month end", lambda at: f"{_MONTHS[at[1]]}底前"),
    (r"week (\d)", lambda at: f"第{at[1]}周"),
    (r"this-week (\w+)", lambda at: _WEEKDAYS[at[1]]),
    (
        r"within (\d+) (workday|day|week|month)s? after [a-z-]+ end",
        lambda at: f"结束后{at[1]}{_UNITS[at[2]]}内",
    ),
    (r"[a-z]+-month start", lambda at: f"{_MONTHS[at[0].split('-')[0]]}初"),
    (r"(?:week|month|quarter|half-year|year) start", lambda at: "初"),
    (r"(?:week|month|quarter|half-year|year) end", lambda at: "末"),
)


_UNTIL_FEBRUARY_END = {"01-01": "1月至2月", "02-01": "2月", "02-21": "2月下旬"}


def words(limit: Limit) -> str:
    """A limit in official words; ``read_wording`` reads them back as the same limit.

    Only a limit that no wording sets has words that are not read back (a place inside a period
    that the grammar does not know, an event whose words are no event).

    >>> from gongkai_cli.model.limit import ByDate, Within
    >>> words(Within(count=20, unit="workday", trigger="formed-or-changed"))
    '信息形成或变更之日起20个工作日内'
    >>> words(ByDate(by="01-31", every="year"))
    '每年1月31日前'
    """
    text = _words(limit)
    if limit.applies_to and not isinstance(limit, ByOtherRule):
        return f"{limit.applies_to}：{text}"
    return text


def _words(limit: Limit) -> str:
    match limit:
        case Within():
            return _within(limit)
        case ByDate():
            return _date(limit)
        case Periodic():
            return _after(limit) + _periodic(limit)
        case Realtime(trigger="published", event=None):
            return "与文件同步公开"
        case Realtime():
            return f"{_after(limit)}实时公开"
        case Prompt():
            return f"{_after(limit)}及时公开"
        case Dynamic():
            return f"{_after(limit)}动态更新"
        case Standing():
            return "长期公开"
        case ByOtherRule():
            return _other_rule(limit)
        case PostedFor():
            return f"公示{'不少于' if limit.min else ''}{limit.count}{_UNITS[limit.unit]}"
        case Unclear():
            return "未写明时限"


def _after(limit: Limit) -> str:
    return f"{limit.event or _STARTS[limit.trigger]}后" if limit.trigger else ""


def _within(limit: Within) -> str:
    low = f"{limit.range}至" if limit.range else ""
    amount = f"{low}{limit.count}{_UNITS[limit.unit]}"
    if limit.direction == "before":
        return f"{limit.event}前{amount}" if limit.event else f"提前{amount}"
    if limit.trigger is None:
        return f"{amount}内"
    link = "后" if limit.trigger == "event" else "之日起"
    return f"{limit.event or _STARTS[limit.trigger]}{link}{amount}内"


def _date(limit: ByDate) -> str:
    year = "每年" if limit.every else "年内"
    if limit.window is None:
        return f"{year}2月底前" if limit.by == FEBRUARY_END else f"{year}{_day(limit.by)}前"
    first, last = limit.window.split("..")
    if last == FEBRUARY_END and first in _UNTIL_FEBRUARY_END:
        return f"{year}{_UNTIL_FEBRUARY_END[first]}"
    return f"{year}{_day(first)}至{_day(last)}"


def _day(text: str) -> str:
    month, day = (int(part) for part in text.split("-"))
    return f"{month}月{day}日"


def _periodic(limit: Periodic) -> str:
    every = _EVERY[limit.every]
    if limit.at is None:
        return every
    if limit.every == "month" and limit.at.startswith("next-month"):
        every = ""
    if weekday := re.fullmatch(r"next-week (\w+)", limit.at):
        return f"次周{_WEEKDAYS[weekday[1]]}前"
    for pattern, place in _PLACES:
        if found := re.fullmatch(pattern, limit.at):
            return every + place(found)
    return f"{every}（{limit.at}）"


def _other_rule(limit: ByOtherRule) -> str:
    if limit.applies_to and limit.applies_to.endswith("另有规定的"):
        return f"{limit.applies_to}从其规定"
    return f"{limit.applies_to}：按规定公开" if limit.applies_to else "按规定公开"
