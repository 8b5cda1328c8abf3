"""A number of units together with the words before it: a limit that runs from something."""

from ...model.limit import Limit, Realtime, Within
from .amounts import bare_cycle
from .grammar import matcher
from .marks import Amount, Stop
from .openings import Opening
from .starts import Start, ends_in_verb, is_generic

UNNAMED_START = "没有写明从何时起算，推定自信息形成或变更之日起算"
_AMBIGUOUS = "可以是周期，也可以是期限，两种读法都列出"
_SAME_START = "没有另写起算，与前一个时限同日起算"
_INFORMATION = ("formed-or-changed", "formed", "changed")
_ANSWERS = "<如何>(举行|召开|回应|处置|发布权威)"
"""What answers something that happened: the clock runs from that."""
_INVITES = "<如何>邀请"
"""What comes before a meeting."""


def counted(
    amount: Amount, opening: Opening, inherited: Start | None, text: str, start: int, end: int
) -> tuple[tuple[Limit, ...], tuple[str, ...]]:
    """The limits that an amount at ``start``..``end`` of ``text`` sets, and what was taken for
    granted. ``inherited`` is what started an earlier limit of the sentence.

    Raises ``Stop`` where the words leave open what the number counts.
    """
    if amount.ahead or opening.before:
        return _ahead(amount, opening, text, start, end)
    if _is_bare(amount, opening, text, end):
        both = bare_cycle(amount)
        if not both:
            raise Stop(start, f"“{text[start:end]}”是期限还是公开多久，无法确定")
        return both, (f"“{text[start:end]}”{_AMBIGUOUS}",)
    notes: tuple[str, ...] = ()
    begins = opening.start or inherited
    if begins and not opening.start and not opening.bound:
        notes = (_SAME_START,)
    if begins is None and matcher(_ANSWERS).match(text, end):
        begins, notes = Start("event"), ("没有写明从哪件事起算",)
    if begins is None:
        around_the_clock = amount.unit == "hour" and amount.count == 24
        if around_the_clock and not (amount.inside or opening.bound):
            raise Stop(start, "“24小时”是多长时间之内，还是全天，无法确定")
        if not amount.inside and matcher("<任意>~'作然历'日").fullmatch(text[start:end]):
            raise Stop(start, f"“{text[start:end]}”是某一日还是多少日之内，无法确定")
        if amount.unit_missing:
            raise Stop(end, "数字后面漏印了单位，又没有写明从何时起算")
        return (_within(amount),), (*_passed_over(opening.subject), UNNAMED_START)
    limits = [_within(amount, begins)]
    if begins.other:
        limits.append(_within(amount, begins.other, begins.other.words))
    return tuple(limits), notes


def _passed_over(subject: str | None) -> tuple[str, ...]:
    """竣工验收20日内: whether that is what is published or what starts the clock is not said."""
    if not subject or not ends_in_verb(subject):
        return ()
    return (f"“{subject}”后面没有写“之日起”或“后”，没有当作起算",)


def named_by(limit: Limit) -> Start | None:
    """与文件同步公开，最迟不超过3日: what the first limit names starts the number behind it too."""
    if not isinstance(limit, Realtime) or limit.trigger is None:
        return None
    return Start(limit.trigger, limit.event)


def _is_bare(amount: Amount, opening: Opening, text: str, end: int) -> bool:
    """1年, 6个月公开: without 内, a start or 最迟, and with nothing behind it but 公开."""
    long = amount.unit in ("week", "month", "year")
    alone = matcher("[<行为>]($|'。；，）')").match(text, end) is not None
    return long and alone and not (amount.inside or amount.low or opening.start or opening.bound)


def _ahead(
    amount: Amount, opening: Opening, text: str, start: int, end: int
) -> tuple[tuple[Limit, ...], tuple[str, ...]]:
    """So much before an event. 15日前 alone may as well be a day of the month."""
    printed_before = text[start:end].endswith(("前", "前内"))
    if printed_before and opening.linked and not opening.before:
        raise Stop(end - 1, "既写了从何时起，又写了“前”")
    if (
        opening.start
        and opening.start.trigger in _INFORMATION
        and is_generic(opening.start.subject)
    ):
        raise Stop(start, "信息形成或变更之前没有信息可以公开")
    event = opening.start.event or opening.start.words if opening.start else None
    if event is None and matcher(_INVITES).match(text, end):
        event = "会议"
    if event is None and printed_before:
        raise Stop(start, f"“{text[start:end]}”是某日之前还是某事之前，无法确定")
    limit = Within(
        count=amount.count,
        unit=amount.unit,
        range=str(amount.low) if amount.low else None,
        trigger="event",
        event=event,
        direction="before",
    )
    return (limit,), () if event else ("没有写明提前于哪件事",)


def _within(amount: Amount, start: Start | None = None, scope: str | None = None) -> Within:
    return Within(
        count=amount.count,
        unit=amount.unit,
        range=str(amount.low) if amount.low else None,
        trigger=start.trigger if start else None,
        event=start.event if start else None,
        applies_to=scope,
    )
