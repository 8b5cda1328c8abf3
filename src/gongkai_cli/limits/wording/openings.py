"""The words before a number: what starts the clock, and what part of the duty it is about."""

from msgspec import Struct, structs

from .grammar import matcher
from .guard import danger
from .marks import Stop
from .starts import (
    Start,
    decided_on,
    ends_in_trigger,
    ends_in_verb,
    is_actor,
    is_generic,
    is_known,
    is_posting,
    may_be_a_trigger,
    name_start,
    without_terms,
)


class Opening(Struct, frozen=True, kw_only=True):
    """Words before a number, understood.

    ``scope`` is the part of the duty that they set apart; ``subject`` what they are about without
    setting it apart. ``bound`` is true for 最迟不超过 and the like, ``before`` where the number
    comes before an event, ``linked`` where the trigger is written out (之日起, 后), ``among`` where
    it is about some of what stood before (其中).
    """

    start: Start | None = None
    scope: str | None = None
    subject: str = ""
    bound: bool = False
    before: bool = False
    linked: bool = False
    among: bool = False
    notes: tuple[str, ...] = ()


_WEAK = ("起", "起算", "开始", "时")
"""Links that only follow a trigger that is known: 起 may belong to another word."""
_EXCEPT = "除what:<任意些>['以之']外[[的][其他|其余|其它][内容|信息|事项]]"
_CHANGE = """<任意>[如|若|一旦|凡](有|发生|出现|遇[有]|遇到)[内容|信息|重大]
    {更新|变化|变动|变更|调整|修订|更改}+{的|时|情况|情形|后}|(如|若|一旦)(更新|变化|变动|变更|调整|修订)[的]"""
_HARMLESS_IN_CHANGE = "时|一旦|=(公开|公布|发布)后&'如若有发'"
_BEFORE_A_NUMBER = """body:<任意>[link:(<之日起>)|before:(<前>[的])][，]
    join:{<最迟>|<应>|的|在|于|自|<何人>&('应须将需要在于'|$)}[slip:(='成更'个)]"""


def opening_of(words: str, at: int) -> Opening:
    """The same for words that stand at letter ``at``; raises ``Stop`` where they are not
    understood."""
    opening = read_opening(words)
    if opening is None:
        raise Stop(at + (danger(words) or 0), "读不懂时限前面的这些字")
    return structs.replace(opening, among=words.startswith("其中"))


def read_opening(text: str) -> Opening | None:
    """What the words directly before a number say; ``None`` where they are not understood.

    >>> read_opening("其中行政处罚事项应自作出行政决定之日起").scope
    '行政处罚'
    >>> read_opening("信息形成或者变更之日起").start.trigger
    'formed-or-changed'
    >>> read_opening("第") is None
    True
    """
    if part := _except(text):
        return part
    found = matcher(_BEFORE_A_NUMBER).fullmatch(text)
    if not found:
        return None
    about, body = _behind_bound(found["body"])
    bound = body != found["body"] or matcher("<最迟>").search(found["join"]) is not None
    if danger(matcher("<最迟>").sub("", found["join"])) is not None:
        return None
    notes: tuple[str, ...] = ("“形成个”中的“个”是多印的字",) if found["slip"] else ()
    linked = bool(found["link"] or found["before"])
    if found["link"] in ("之日", "之日的"):
        notes += ("“之日”后面漏印了“起”",)
    read = _linked(body) if linked else _unlinked(body, of=found["join"].startswith("的"))
    if read is None or (read.start and found["link"] in _WEAK and not is_known(read.start)):
        return None
    return Opening(
        start=read.start,
        scope=read.scope,
        subject=read.subject or about,
        bound=bound,
        before=bool(found["before"]),
        linked=linked,
        notes=notes + read.notes,
    )


def _behind_bound(body: str) -> tuple[str, str]:
    """What is bound and what stands behind 最晚 or 公开时间最迟不超过; the body where it has no
    such words."""
    found = matcher("before:<任意>{<最迟>}+behind:<任意些>").fullmatch(body)
    if found is None:
        return "", body
    before = found["before"]
    harmless = danger(before) is None and not ends_in_verb(before)
    if is_generic(before) or harmless:
        return part_of_duty(before) or "", found["behind"]
    return "", body


def part_of_duty(words: str) -> str | None:
    """What a scope is called; ``None`` where the words set nothing apart."""
    name = matcher("^{<并>|属于}+|{~'供响反效适'应[当]|须|的|<事项词>|类|为}+$").sub("", words)
    nothing = (
        not name
        or matcher("{一般|通常|<做>|<动词>|连续|为|是|达|达到}+").fullmatch(name) is not None
    )
    return None if nothing or is_generic(name) or is_actor(name) else name


def _except(text: str) -> Opening | None:
    found = matcher(_EXCEPT).fullmatch(text)
    if not found or danger(found["what"]) is not None:
        return None
    return Opening(scope=f"除{found['what']}外")


def _linked(body: str) -> Opening | None:
    """Words that end in 之日起 or 后: a trigger, with what stands before it."""
    set_apart = matcher("其中|但[是]|另外|另").match(body) is not None
    body = matcher("^{<并>}+").sub("", body)
    for prep in matcher("<自>").finditer(body):
        before, what = body[: prep.start()], body[prep.end() :]
        start = name_start(what)
        if start is None:
            continue
        before = matcher("{<应>|，}+$").sub("", before)
        if part := _except(before):
            return Opening(start=start, scope=part.scope)
        if danger(before) is not None:
            return None
        name = part_of_duty(before)
        if prep[0] == "经":
            return Opening(start=start, subject=name or "")
        return Opening(start=start, scope=name)
    start = name_start(body)
    if start is None:
        return None
    about = decided_on(start) if set_apart else ""
    subject = part_of_duty(start.subject or about) or ""
    other = matcher("其'他它余'").match(start.subject) is not None
    if subject and (set_apart or other):
        return Opening(start=start, scope=subject)
    return Opening(start=start, subject=subject)


def _unlinked(body: str, *, of: bool) -> Opening | None:
    """Words without 之日起: a trigger all the same (信息形成), a part of the duty, or nothing.

    ``of`` is whether 的 stands behind them: 在……的20日内 names no place, but a trigger.
    """
    set_apart = matcher("其中|但[是]|另外|另|其'他它余'").match(body) is not None
    body = matcher("^{<并>}+").sub("", body)
    if not body:
        return Opening()
    if danger(matcher(_HARMLESS_IN_CHANGE).sub("", body)) is None and matcher(_CHANGE).fullmatch(
        body
    ):
        return Opening(start=Start("changed"))
    body = matcher("^{<应>}+&'自从于在'").sub("", body)
    placed = matcher("<自>|通过|由|按[照]|根据|依据|结合|视").match(body)
    if placed:
        body = body[placed.end() :]
    if danger(without_terms(body)) is not None:
        return None
    if ends_in_trigger(body) and (start := name_start(body)):
        return Opening(start=start, subject=part_of_duty(start.subject) or "")
    if matcher("形成|产生|生成").search(body) or (is_posting(body) and not is_generic(body)):
        return None
    if placed and (ends_in_verb(body) or placed[0] in "自从" or (of and not _ruled(body))):
        return None
    if may_be_a_trigger(body):
        return None
    name = None if placed else part_of_duty(body)
    return Opening(scope=name) if set_apart and name else Opening(subject=name or "")


def _ruled(body: str) -> bool:
    return body.endswith(("规定", "法定"))
