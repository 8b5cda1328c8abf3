"""What starts a clock: the words before 之日起 or 后, named."""

import re

import msgspec
from msgspec import Struct

from ...model.limit import Trigger
from .grammar import matcher
from .guard import danger
from .lexicon import TRIGGERS, VERBS


class Start(Struct, frozen=True):
    """What starts a clock.

    ``subject`` is what the trigger happens to, where that is said; ``other`` a second thing that
    starts the same limit (上级机关发布信息或信息形成); ``words`` what was read.
    """

    trigger: Trigger
    event: str | None = None
    subject: str = ""
    other: "Start | None" = None
    words: str = ""


_POSTING = """<任意>((公示|公告|征求意见|公开)(期|期限|周期|时间|时长)|
    (保留|保存|留存|存档|持续|维持|有效)[期|期限|时间])[为|是]"""
_JOINED = re.compile("[、/和与及或]$")
"""A verb of no list stands before those that are known: the words are an event of their own."""
_PAPERS = ("文件", "信息", "政策")
_TERMS = """(=(公示|公告|异议|征集|试用|聘用|合同|建设|申诉|复核|反馈|投诉|报名)|=征求意见)
    期[限][满]|'期届'满|到期|期&(开始|结束)|<年份>年[度]&(部门|政府|本级|预算|决算)|下发至|(学年|学期|会计年度)&(结束|开始|终了)|无异议"""


_HAPPENS = (
    *("召开", "结束", "完成", "完毕", "成立", "设立", "生效", "施行", "出台", "签订", "签署"),
    *("发生", "开工", "竣工", "期满", "到期", "办结"),
)
"""Verbs that name no part of a duty, so that they start a clock even without 之日起 or 后."""


def name_start(what: str) -> Start | None:
    """The trigger that ``what`` names; ``None`` where it may be something else altogether.

    >>> name_start("编制完成、形成或者更新、变更").trigger
    'formed-or-changed'
    >>> name_start("拟征收土地现状调查结束").event
    '调查结束'
    >>> name_start("二十日") is None
    True
    """
    what = matcher("^{<应>|每(次|批[次]|项|个)|首次|待|该|其!'他它余中'}+").sub("", what)
    if not what or danger(without_terms(what)) is not None:
        return None
    start = _by_front_verb(what) or _by_last_verb(what) or _by_object(what) or _event(what)
    return msgspec.structs.replace(start, words=start.words or what) if start else None


def decided_on(start: Start) -> str:
    """What a decision is about that starts a clock; empty where it does not say.

    >>> decided_on(Start("decided", words="行政许可、行政处罚决定作出"))
    '行政许可、行政处罚'
    """
    if start.trigger != "decided":
        return ""
    found = matcher("('作做'出)behind:<任意些>决定|before:<任意些>决定'作做'出").fullmatch(
        start.words
    )
    return (found["behind"] or found["before"]) if found else ""


def ends_in_trigger(what: str) -> bool:
    """Whether words without 之日起 or 后 can only be a trigger (信息形成, 批准)."""
    start = _by_front_verb(what) or _by_last_verb(what)
    if start is None:
        return what.endswith(_HAPPENS)
    return start.trigger not in ("published", "registered", "event", "determined")


def is_posting(words: str) -> bool:
    """Whether words say how long something stays up (公示周期为)."""
    return matcher(_POSTING).fullmatch(words) is not None


def is_known(start: Start) -> bool:
    """Whether what starts a clock has a name, or ends in a verb of the list."""
    named = start.trigger != "event" or start.event is None
    return named or matcher("<任意>(<事>)").fullmatch(start.event or "") is not None


def ends_in_verb(what: str) -> bool:
    """Whether words end in something that can start a clock, so that they must be understood."""
    return matcher("<任意>(<动词>|<事>)").fullmatch(what) is not None


def may_be_a_trigger(what: str) -> bool:
    """Whether words may be a misprinted trigger (信息彤成), and so must not be passed over."""
    named = matcher("<任意>(<名目>|<机构>|<活动>)").fullmatch(what)
    return named is None and re.fullmatch(".*信息.{1,3}", what) is not None


def is_generic(subject: str) -> bool:
    """Whether a subject names everything, or nothing in particular."""
    return matcher("<泛称>").fullmatch(subject) is not None


def is_actor(subject: str) -> bool:
    """Whether a subject says who acts."""
    return matcher("<任意>(<机构>)").fullmatch(subject) is not None


def without_terms(what: str) -> str:
    """Words without those that speak of time and set none (公示期满, 合同到期, 下发至本单位)."""
    return matcher(_TERMS).sub("", what)


def _by_front_verb(what: str) -> Start | None:
    """收到申请, 作出行政决定, 下发至本单位: the verb stands before its object."""
    if found := matcher("<任意>(收到|接到|接收[到]|收悉)what:<任意>").fullmatch(what):
        return None if _is_of_several(found["what"]) else Start("received")
    if matcher("<任意>下发'到至'<任意>").fullmatch(what):
        return Start("received")
    if what in ("作出", "做出"):
        return Start("decided")
    if found := matcher("before:<任意>'作做'出what:<任意>").fullmatch(what):
        if _is_of_several(found["what"]) and not matcher("<任意>(<决定>)").fullmatch(found["what"]):
            return None
        decided = matcher("<决定>").search(found["what"] or found["before"])
        return Start("decided") if decided else Start("event", what)
    return None


def _is_of_several(what: str) -> bool:
    """申请或者信息变更: whether what a verb is about goes on to another verb."""
    return matcher("<任意>(<或>)<任意>(<动词>)<任意>").fullmatch(what) is not None


def _by_last_verb(what: str) -> Start | None:
    """信息形成或者变更, 本级人大批准, 名录公布: the verb comes last."""
    found = matcher("subject:<任意>verbs:<动词串>").fullmatch(what)
    if not found or found["subject"].endswith("拟"):
        return None
    subject, trigger = found["subject"], _trigger(found["verbs"])
    if _JOINED.search(subject):
        return Start("event", what)
    if parts := re.fullmatch("(.+)或者?(.*)", subject):
        return _either(parts[1], parts[2] + found["verbs"], found["verbs"], parts[2])
    if trigger is None:
        return Start("event", what)
    general = is_generic(subject) or is_actor(subject) or subject.endswith(_PAPERS)
    named = trigger == "published" and not general
    return Start(trigger, what if named else None, subject)


def _either(left: str, right: str, verbs: str, subject: str) -> Start | None:
    """Two ways to start, joined by 或."""
    first = _by_front_verb(left) or _by_last_verb(left) or _by_object(left)
    if first is None or first.trigger == "event" or first.other:
        return _either_noun(left, verbs)
    if matcher("<动词串>").fullmatch(left) and is_generic(subject):
        trigger = _trigger(f"{left}或{verbs}")
        return Start(trigger) if trigger else Start("event", f"{left}或{right}")
    second = _by_last_verb(right)
    named = is_generic(subject) or matcher("<任意>(<名目>)").fullmatch(subject)
    if second is None or second.trigger == "event" or not named:
        return None
    return Start(second.trigger, second.event, second.subject, Start(first.trigger, words=left))


def _either_noun(left: str, verbs: str) -> Start | None:
    """本级人大或其常委会批准: 或 joins who acts or what it happens to."""
    trigger = _trigger(verbs)
    known = is_actor(left) or matcher("<任意>(大会|<名目>)").fullmatch(left)
    return Start(trigger, subject=left) if trigger and known else None


def _about_information(what: str) -> bool:
    """Whether words say something of information: that is a trigger with a name, or misprinted."""
    return (
        re.fullmatch(".*信息.{1,3}", what) is not None
        or matcher("<任意>信息<任意>(<动词>)<任意>").fullmatch(what) is not None
    )


def _trigger(chain: str) -> Trigger | None:
    verbs = matcher("<动词>").findall(chain)
    classes = frozenset(VERBS[verb] for verb in verbs)
    joined = len(matcher("<或>|（").findall(chain))
    if len(classes) > 1 and not joined and classes != {"formed", "changed"}:
        return _of_what_is_named(verbs)
    if "decided" in classes:
        return None
    return TRIGGERS.get(classes)


def _of_what_is_named(verbs: list[str]) -> Trigger | None:
    """预算调整批准: the earlier verbs name what the last one happens to."""
    *earlier, last = (VERBS[verb] for verb in verbs)
    return TRIGGERS.get(frozenset({last})) if set(earlier) <= {"changed", "made"} else None


def _by_object(what: str) -> Start | None:
    """制定或获取文件, 发布信息: the verb stands before what it makes."""
    found = matcher("subject:<任意>verbs:<动词串>object:(<宾语><名目>)").fullmatch(what)
    trigger = _trigger(found["verbs"]) if found else None
    if not found or trigger is None or matcher("<动词>").search(found["object"]):
        return None
    if _JOINED.search(found["subject"]):
        return Start("event", what)
    return Start(trigger, subject=found["subject"])


def _event(what: str) -> Start | None:
    if what in ("会", "事", "任"):
        return Start("event")
    if what.startswith("答复"):
        return Start("event", "答复")
    if found := matcher("before:<任意>event:(<活动>[期]<了结>)").fullmatch(what):
        several = found["before"].endswith(("或", "或者"))
        return Start("event", what if several else found["event"])
    if matcher("<任意些>或<任意>(<动词>)").fullmatch(what):
        return None
    if len(what) < 2 or what in ("其他", "其它", "其余") or is_posting(what):
        return None
    known = matcher("<任意>(<事>)").fullmatch(what)
    if _about_information(what) and not known:
        return None
    return Start("event", what)
