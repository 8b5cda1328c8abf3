"""How a wording was read, limit by limit, or the place where reading stopped."""

from collections.abc import Iterator

from ..limits import limit_words, why_no_clock
from ..limits.wording import Refusal
from ..model.limit import (
    FEBRUARY_END,
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Reading,
    Realtime,
    Standing,
    Unclear,
    Within,
)
from .columns import indented, labelled, one_line, width_of

_KINDS: dict[type[Limit], str] = {
    Within: "期限，从起算日之后数起，末日当天仍算按时",
    ByDate: "日期，当天仍算按时",
    Periodic: "周期，每期一次",
    Realtime: "同步",
    Prompt: "及时",
    Dynamic: "动态更新",
    Standing: "长期公开",
    ByOtherRule: "从其他规定",
    PostedFor: "公示多久",
    Unclear: "没有写明时限",
}
_AHEAD = "提前，早于某事多少时间"
TRIGGERS = {
    "formed-or-changed": "信息形成或变更",
    "formed": "信息形成",
    "changed": "信息变更",
    "made-or-obtained": "制作或获取",
    "decided": "作出决定",
    "approved": "批准、批复",
    "received": "收到",
    "published": "公布",
    "published-or-changed": "公布或变更",
    "issued": "印发",
    "registered": "登记",
    "determined": "确定",
    "event": "另一件事，没有写明",
}
_UNITS = {
    "workday": "个工作日",
    "day": "日（自然日）",
    "week": "周",
    "month": "个月",
    "year": "年",
    "hour": "小时",
}
_MARK = "^"
_BEFORE_MARK = 24
"""How many cells of the wording are shown before the place where reading stopped."""


def render(reading: Reading, width: int) -> str:
    """Each limit in official words with what it holds, then what was taken for granted."""
    lines: list[str] = []
    for number, limit in enumerate(reading.limits, 1):
        lines += indented(limit_words(limit), width, f"{number}. ")
        lines += labelled(_parts(limit), width)
    if reading.notes:
        lines += ["", "说明"]
        for note in reading.notes:
            lines += indented(note, width, "  - ")
    return "\n".join(lines)


def render_refusal(refusal: Refusal, width: int) -> str:
    """Why a wording is refused, and the wording with a mark below the letter where reading stopped.

    >>> print(render_refusal(Refusal("20个工作日后公开", 6, "读不懂"), 80))
    读不懂（第7个字）
        20个工作日后公开
                  ^^
    """
    if refusal.at >= len(refusal.wording):
        return refusal.why
    start = refusal.at
    while start and width_of(refusal.wording[start - 1 : refusal.at]) <= _BEFORE_MARK:
        start -= 1
    before = one_line(f"|{refusal.wording[start : refusal.at]}|")[1:-1]
    rest = one_line(f"|{refusal.wording[refusal.at :]}|")[1:-1]
    lead = "..." if start else ""
    room = width - 4 - width_of(lead + before)
    shown = _fitting(rest, room)
    place = f"第{refusal.at + 1}个字" if rest else "末尾"
    letter = max(width_of(rest[:1]), 1)
    return "\n".join(
        (
            f"{refusal.why}（{place}）",
            f"    {lead}{before}{shown}".rstrip(),
            " " * (4 + width_of(lead + before)) + _MARK * letter,
        )
    )


def _fitting(text: str, width: int) -> str:
    if width_of(text) <= width:
        return text
    cut = text
    while cut and width_of(cut) > width - 3:
        cut = cut[:-1]
    return f"{cut}..."


def _parts(limit: Limit) -> Iterator[tuple[str, str]]:
    yield "种类", _AHEAD if _is_before(limit) else _KINDS[type(limit)]
    yield from _amount(limit)
    if limit.event:
        yield "起算" if not _is_before(limit) else "早于", limit.event
    elif limit.trigger and not _is_before(limit):
        yield "起算", TRIGGERS[limit.trigger]
    if limit.applies_to:
        yield "只管", limit.applies_to
    if why := why_no_clock(limit):
        yield "到期日", why


def _amount(limit: Limit) -> Iterator[tuple[str, str]]:
    match limit:
        case Within():
            low = f"{limit.range}至" if limit.range else ""
            yield "数量", f"{low}{limit.count}{_UNITS[limit.unit]}"
        case PostedFor():
            least = "不少于" if limit.min else ""
            yield "数量", f"{least}{limit.count}{_UNITS[limit.unit]}"
        case ByDate(by=by, every=every, window=window):
            yield "日期", f"{'每年' if every else '只此一年'}{_day(by)}"
            if window:
                yield "时段", "至".join(map(_day, window.split("..")))


def _is_before(limit: Limit) -> bool:
    return isinstance(limit, Within) and limit.direction == "before"


def _day(text: str) -> str:
    if text == FEBRUARY_END:
        return "2月最后一日"
    month, day = (int(part) for part in text.split("-"))
    return f"{month}月{day}日"
