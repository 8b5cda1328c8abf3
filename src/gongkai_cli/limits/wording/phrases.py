"""Limits without a number, and rules that are referred to: 动态更新, 长期公开, 从其规定, 同上."""

import re
from collections.abc import Callable

from msgspec import Struct

from ...model.limit import (
    ByOtherRule,
    Dynamic,
    Limit,
    Prompt,
    Realtime,
    Standing,
    Trigger,
    Unclear,
)
from .compiled import compiled
from .guard import danger
from .lexicon import ACTS, MODALS
from .marks import Form, Mark, Sort

_DO = rf"(?:(?:{MODALS})*(?:{ACTS}))"
_CLASS = "(?:长期|及时|限时|适时|定期|即时|实时|短期|随时|常年|临时|固定)(?:性)?公开"


class Phrase(Struct, frozen=True):
    """Words that always say the same: an example of them, their pattern, and what they say.

    ``note`` explains them, with ``{}`` for the words. ``needs`` are letters of which the text must
    hold one.
    """

    example: str
    pattern: str
    needs: str
    limits: tuple[Limit, ...] = ()
    sort: Sort = "word"
    note: str | None = None


_NOT_WRITTEN = "“{}”没有写明时限"

PHRASES = (
    # A part of the duty is set apart.
    Phrase(
        "因特殊原因不能及时公开的",
        "(?:确?因[^,;。:()0-9]{0,16}?)?(?:不能|无法|难以)(?:按时|及时|按期|如期)(?:公开|公布|发布)(?:的|(?=:))",
        "能法难",
        sort="label",
    ),
    Phrase("长期公开自公开之日起", rf"{_CLASS}(?=自公开之日起|:)", "起:", sort="label"),
    # At the same time as something else.
    Phrase("实时公开", rf"实时{_DO}?", "实", (Realtime(),)),
    Phrase("同步公开", rf"同步{_DO}?", "步", (Realtime(),)),
    Phrase(
        "变动即更",
        "(?:变动|变更|变化|更新|调整|有变|即变)即(?:时)?(?:更新|更改|更|改|公开|变|调整)",
        "即",
        (Dynamic(trigger="changed"), Realtime(trigger="changed")),
    ),
    # Soon, without a number.
    Phrase(
        "及时公开",
        "(?:第一时间内?|及时(?!性)|即时(?!性)|立即|立刻|即刻|马上|尽快|尽早|当即|"
        rf"随时(?!更新|调整|变更|修订|完善)){_DO}?",
        "时即刻马尽",
        (Prompt(),),
    ),
    # Kept up to date.
    Phrase(
        "动态更新",
        "动态(?:更新|调整|管理|公开|公布|发布|维护|变更|完善|公示)?|"
        "随时(?:更新|调整|变更|修订|完善)|(?:持续|滚动|不断|实行|保持)更新",
        "态随续滚断行持",
        (Dynamic(),),
    ),
    Phrase(
        "适时更新",
        "(?:适时|按需)(?:更新|调整|修订|完善)",
        "适按",
        (Dynamic(),),
        note=_NOT_WRITTEN,
    ),
    Phrase("长期更新", "长期更新", "长", (Standing(), Dynamic())),
    # Stays public.
    Phrase(
        "长期公开",
        "(?:保持|实行)?(?:(?:(?<![延增])长期(?!限)|永久|常年|长久)(?:性|不变|有效|稳定)?"
        "(?:公开|公示|公布|展示|张贴|保存|保留)?|"
        "(?:全年|始终|一直|持续)(?:保持)?(?:公开|公示|展示))(?!更新|以来)",
        "长永常全始直续",
        (Standing(),),
    ),
    Phrase(
        "任期内",
        "任期内|任职期间|在任期间|在职期间|(?:文件|证照|政策)?有效期限?内|存续期间?内?",
        "期",
        (Standing(),),
        note="“{}”按长期公开读",
    ),
    Phrase(
        "持续推进",
        "持续推进|长期坚持|长期推进",
        "续长",
        (Standing(),),
        note="“{}”没有写明时限，按长期读",
    ),
    Phrase(
        "不限定截止时限",
        "不(?:限定|限制|设定|设)(?:截止|公开)?(?:时限|期限|时间|日期)",
        "不",
        (Standing(),),
    ),
    # Words that set no limit.
    Phrase(
        "同上",
        r"\A(?:同上|同前|上同|同左|〃|″)。?\Z",
        "同〃″",
        (Unclear(),),
        "vague",
        "“{}”：沿用上一格，这一格没有写明时限",
    ),
    Phrase(
        "未写明时限",
        r"\A(?:无|暂无|待定|未明确|未规定|未写明时限|无时限要求|不限时|/|-+)。?\Z",
        "无定未不/-",
        (Unclear(),),
        "vague",
        _NOT_WRITTEN,
    ),
    Phrase(
        "定期公开",
        rf"不?定期{_DO}?|(?:适时|限时|按需|视情况?|短期|阶段性|经常性|一次性|常态化?){_DO}",
        "定适限按视短阶经一常",
        (Unclear(),),
        "vague",
        _NOT_WRITTEN,
    ),
    Phrase(
        "分长期公开、及时公开、限时公开",
        rf"(?:公开的?(?:时限|时间|期限))?(?:一般)?分(?:为|成)?:?{_CLASS}(?:[、和与及或]{_CLASS})+",
        "分",
        (Unclear(),),
        "vague",
        "“{}”只列出类别，没有写明时限",
    ),
    # Said about a limit.
    Phrase(
        "如遇国家法定节假日，报送时间顺延",
        "(?:如|若)?遇(?:到|有)?(?:国家)?(?:法定)?(?:节假日|休息日|双休日)(?:的|时)?,?"
        r"[^,;。()0-9不无未]{0,8}?顺延|(?:法定)?节假日顺延",
        "顺",
        sort="nothing",
        note="写明“{}”",
    ),
    Phrase(
        "内公开内公开",
        rf"(?<=内)(?P<act>{ACTS})内(?P=act)",
        "内",
        sort="nothing",
        note="“内{}”多印了几个字",
    ),
)


def _form(phrase: Phrase) -> Form:
    def make(found: re.Match[str]) -> Mark:
        notes = (phrase.note.format(found[0]),) if phrase.note else ()
        return Mark(
            start=found.start(),
            end=found.end(),
            sort=phrase.sort,
            limits=phrase.limits,
            notes=notes,
        )

    return Form(phrase.example, phrase.pattern, make, needs=phrase.needs)


def _naming(
    group: str, limit: Callable[[str], Limit], sort: Sort = "word"
) -> Callable[[re.Match[str]], Mark | None]:
    """Makes a limit of what a group names, if that holds no limit of its own."""

    def make(found: re.Match[str]) -> Mark | None:
        named = found[group] or ""
        if danger(named) is not None:
            return None
        return Mark(start=found.start(), end=found.end(), sort=sort, limits=(limit(named),))

    return make


def _stage(found: re.Match[str]) -> Mark | None:
    """每完成一个阶段公布: each stage is an event."""
    if danger(re.sub("^每|一[个次项批]", "", found["event"])) is not None:
        return None
    limit = Prompt(trigger="event", event=found["event"])
    return Mark(start=found.start(), end=found.end(), sort="word", limits=(limit,))


def _along_with(what: str) -> Limit:
    """与文件同步公开; 和公示栏同步公开 says where, and not with what."""
    return Realtime() if compiled(_SITES).search(what) else Realtime(trigger="published")


def _at_the_time(what: str) -> Limit:
    trigger: Trigger = "published" if what.endswith(("发布", "公布", "公开")) else "event"
    return Realtime(trigger=trigger, event=what if trigger == "event" else None)


def _other_rule(whose: str) -> Limit:
    legal = "法律" in whose or "法规" in whose
    return ByOtherRule(applies_to="法律法规另有规定的" if legal else "另有规定的")


_SITES = "栏|网站|平台|媒体|公众号|微信|微博|系统|报纸|电视"
_WORDS = "[^,;。:()]"
_LAWS = "法律|行政法规|法规|规章|政策|国家|上级|相关|有关|其他|对|如|若|党内|条例|文件"
_FOLLOWED = (
    "(?:从其规定|从规定|依照其规定|依其规定|按照?其规定|适用其规定|遵从其规定|按照?(?:相关|有关)?规定|"
    "依照?(?:相关|有关)?规定|根据规定要求|按照?规定要求|除外)"
    rf"(?:的?(?:期限|时限|时间|要求))?(?:执行|办理|{_DO})?"
)
_LATEST = "(?:时限|期限|时间|节点|要求|内容)"
_BEGINNINGS = "启动|开始|召开|举行|受理|开工|实施|出台|发布|公布|印发|下发|签订|申请|办理"

FORMS = (
    Form(
        "法律、法规另有规定的，从其规定",
        rf"除?(?P<whose>(?:{_LAWS}){_WORDS}{{0,24}}?)?"
        "另(?:有|行)(?:明确|特别|特殊)?(?:规定|要求)(?:的|者|情形|情况|时)*"
        rf"(?:(?:以|之)?外|(?:[,:]?(?:应当?|须|则|可)?{_FOLLOWED})?)",
        _naming("whose", _other_rule, "rule"),
        needs="另",
    ),
    Form(
        "按照有关规定",
        rf"(?:按照?|依照|依据|依|根据|遵照|遵循)(?P<rule>{_WORDS}{{0,24}}?)"
        rf"(?:规定|要求|部署|通知|法定(?={_LATEST}))"
        rf"(?:的|中|明确|规定|要求)*{_LATEST}*内?(?:执行|办理|{_DO})?",
        _naming("rule", lambda _: ByOtherRule(), "cited"),
        needs="按依根遵",
    ),
    Form(
        "在规定时限内公开",
        rf"(?:在|于)?(?P<rule>{_WORDS}{{0,12}}?)(?:(?<!有)规定|法定)"
        rf"的?(?:时限|期限|时间)(?:要求)?内{_DO}?",
        _naming("rule", lambda _: ByOtherRule(), "cited"),
        needs="定",
    ),
    Form(
        "与文件同步公开",
        rf"(?:与|和|同|随)(?P<what>{_WORDS}{{1,16}}?)(?:同步|同时|一并|一同|一起){_DO}?",
        _naming("what", _along_with),
        needs="步时并起",
    ),
    Form(
        "在征收工作启动时",
        rf"(?:在|于)(?:实地)?(?P<what>{_WORDS}{{0,16}}?(?:{_BEGINNINGS}){_WORDS}{{0,12}}?)"
        "(?:的?同时|(?<![及实随临即同])时)(?![间限效候期段])",
        _naming("what", _at_the_time),
        needs="时",
    ),
    Form(
        "每完成一个阶段公布",
        "(?P<event>每(?:完成|结束|推进|召开|举行|开展)(?:一[个次项批])?"
        rf"{_WORDS}{{1,10}}?)[后时]?,?(?:{MODALS}|及时|立即)*(?={ACTS})",
        _stage,
        needs="每",
    ),
    Form(
        "根据工作需要更新",
        rf"(?:将|可)?(?:根据|按照?|依据|结合|视)(?P<why>{_WORDS}{{0,16}}?"
        "(?:变化|变动|需要|情况|实际|进展|进度))(?:的?(?:情况|需要))?"
        rf"(?:{MODALS}|适当|相应|不断)*(?:更新|调整|修订|完善)",
        _naming("why", lambda _: Dynamic()),
        needs="根按依结视",
    ),
    *(_form(phrase) for phrase in PHRASES),
)
