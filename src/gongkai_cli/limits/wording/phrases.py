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
from .grammar import matcher
from .guard import danger
from .marks import Form, Mark, Sort


class Phrase(Struct, frozen=True):
    """Words that always say the same: an example, how they are written, and what they say.

    ``note`` explains them, with ``{}`` for the words. ``needs`` are letters of which the text must
    hold one.
    """

    example: str
    notation: str
    needs: str
    limits: tuple[Limit, ...] = ()
    sort: Sort = "word"
    note: str | None = None


_NOT_WRITTEN = "“{}”没有写明时限"

PHRASES = (
    # A part of the duty is set apart.
    Phrase(
        "因特殊原因不能及时公开的",
        "[[确]因<缘由>](不能|无法|难以)(按时|及时|按期|如期)(公开|公布|发布)(的|&：)",
        "能法难",
        sort="label",
    ),
    Phrase("不能当场答复的", "(能够|能|可以|不能|无法)当场答复(的|&：)", "当", sort="label"),
    Phrase("长期公开自公开之日起", "<类别>&(自公开之日起|：)", "起:", sort="label"),
    # At the same time as something else.
    Phrase("实时公开", "实时(<做>|<单说>)", "实", (Realtime(),)),
    Phrase("同步公开", "同步(<做>|<单说>)", "步", (Realtime(),)),
    Phrase(
        "变动即更",
        "(变动|变更|变化|更新|调整|有变|即变)即[时](更新|更改|更|改|公开|变|调整)",
        "即",
        (Dynamic(trigger="changed"), Realtime(trigger="changed")),
    ),
    # Soon, without a number.
    Phrase(
        "及时公开",
        """(第一时间[内]|及时!性|即时!性|立即|立刻|即刻|马上|尽快|尽早|当即|
        随时!<改>)[<做>]""",
        "时即刻马尽",
        (Prompt(),),
    ),
    Phrase("当场答复", "~不当场<做>", "当", (Prompt(),), note="“{}”按及时公开读"),
    # Kept up to date.
    Phrase(
        "动态更新",
        """[实行]动态(更新|调整|管理|公开|公布|发布|维护|变更|完善|公示)|<独自>动态!：<单说>|
        随时<改>|(持续|滚动|不断|实行|保持)更新""",
        "态随续滚断行持",
        (Dynamic(),),
    ),
    Phrase(
        "适时更新",
        "(适时|按需)<改>",
        "适按",
        (Dynamic(),),
        note=_NOT_WRITTEN,
    ),
    Phrase("长期更新", "长期更新", "长", (Standing(), Dynamic())),
    # Stays public.
    Phrase(
        "长期公开",
        """[保持|实行]((~'延增'长期!限|永久|常年|长久)[性]
        ([不变|有效|稳定](公开|公示|公布|展示|张贴|保存|保留)|不变|有效|稳定|<单说>)|(全年|始终|一直|持续)[保持](公开|公示|展示))!(更新|以来)""",
        "长永常全始直续",
        (Standing(),),
    ),
    Phrase(
        "任期内",
        "任期内|任职期间|在任期间|在职期间|[文件|证照|政策]有效期[限]内|存续期[间][内]",
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
        "不(限定|限制|设定|设)[截止|公开](时限|期限|时间|日期)",
        "不",
        (Standing(),),
    ),
    # Words that set no limit.
    Phrase(
        "同上",
        "^(同上|同前|上同|同左|〃|″)[。]$",
        "同〃″",
        (Unclear(),),
        "vague",
        "“{}”：沿用上一格，这一格没有写明时限",
    ),
    Phrase(
        "未写明时限",
        "^(无|暂无|待定|未明确|未规定|未写明时限|无时限要求|不限时|/|{-}+)[。]$",
        "无定未不/-",
        (Unclear(),),
        "vague",
        _NOT_WRITTEN,
    ),
    Phrase(
        "定期公开",
        """[不]定期[<做>]|(适时!<怎改>|按需!<怎改>|视情[况]!<怎改>|限时|短期|阶段性|经常性|一次性|常态[化])<做>""",
        "定适限按视短阶经一常",
        (Unclear(),),
        "vague",
        _NOT_WRITTEN,
    ),
    Phrase(
        "分长期公开、及时公开、限时公开",
        "[公开[的](时限|时间|期限)][一般]分[为|成][：]<类别>{'、和与及或'<类别>}+",
        "分",
        (Unclear(),),
        "vague",
        "“{}”只列出类别，没有写明时限",
    ),
    # Said about a limit.
    Phrase(
        "特殊情况除外",
        "(特殊情况|涉密|涉及国家秘密|依法不予公开|依法不能公开)[的][信息|内容|事项|情形]除外",
        "外",
        sort="nothing",
        note="写明“{}”",
    ),
    Phrase(
        "如遇国家法定节假日，报送时间顺延",
        """[如|若]遇[到|有][国家][法定](节假日|休息日|双休日)[的|时][，]<延期事>顺延|
        [法定]节假日顺延""",
        "顺",
        sort="nothing",
        note="写明“{}”",
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

    return Form(phrase.example, phrase.notation, make, needs=phrase.needs)


def _same_day(found: re.Match[str]) -> Mark:
    """当日公开: no number of days, and no limit without a number either."""
    wrong = f"“{found['day']}”没有对应的读法：没有写多长时间之内"
    return Mark(
        start=found.start(), end=found.end(), sort="word", wrong=wrong, wrong_at=found.start()
    )


def _twice(found: re.Match[str]) -> Mark | None:
    """20个工作日内公开内公开: printed once too often."""
    if found["first"] != found["again"]:
        return None
    notes = (f"“内{found[0]}”多印了几个字",)
    return Mark(start=found.start(), end=found.end(), sort="nothing", notes=notes)


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
    return Realtime() if matcher(_SITES).search(what) else Realtime(trigger="published")


def _at_the_time(what: str) -> Limit:
    trigger: Trigger = "published" if what.endswith(("发布", "公布", "公开")) else "event"
    return Realtime(trigger=trigger, event=what if trigger == "event" else None)


def _other_rule(whose: str) -> Limit:
    legal = "法律" in whose or "法规" in whose
    return ByOtherRule(applies_to="法律法规另有规定的" if legal else "另有规定的")


_SITES = "栏|网站|平台|媒体|公众号|微信|微博|系统|报纸|电视"

FORMS = (
    Form(
        "法律、法规另有规定的，从其规定",
        """[除][whose:(<法律><长语>)]另'有行'[明确|特别|特殊](规定|要求){的|者|情形|情况|时}
        (['以之']外|[['，：'][应[当]|须|则|可]<从其规定>])""",
        _naming("whose", _other_rule, "rule"),
        needs="另",
    ),
    Form(
        "按照有关规定",
        """(按[照]|依照|依据|依|根据|遵照|遵循)rule:<长语>(规定|要求|部署|通知|法定&<时限词>)
        {的|中|明确|规定|要求}{<时限词>}[内][执行|办理|<做>]""",
        _naming("rule", lambda _: ByOtherRule(), "cited"),
        needs="按依根遵",
    ),
    Form(
        "在规定时限内公开",
        "[在|于]rule:<短语>(~有规定|法定)[的](时限|期限|时间)[要求]内[<做>]",
        _naming("rule", lambda _: ByOtherRule(), "cited"),
        needs="定",
    ),
    Form(
        "与文件同步公开",
        "(与|和|同!'步时'|随)what:<某文>(同步|同时|一并|一同|一起)[<做>]",
        _naming("what", _along_with),
        needs="步时并同起",
    ),
    Form(
        "在征收工作启动时",
        "'在于'[实地]what:(<语><起事><短语>)([的]同时|~'及实随临即同'时)!'间限效候期段'",
        _naming("what", _at_the_time),
        needs="时",
    ),
    Form(
        "每完成一个阶段公布",
        """event:(每(完成|结束|推进|召开|举行|开展)[一['个次项批']]<环节>)['后时'][，]
        {<应>|及时|立即}&<行为>""",
        _stage,
        needs="每",
    ),
    Form(
        "根据工作需要更新",
        """[将|可](根据|按[照]|依据|结合|视)why:(<语>(变化|变动|需要|情况|实际|进展|进度))
        [[的](情况|需要)]{<应>|适当|相应|不断}(更新|调整|修订|完善)""",
        _naming("why", lambda _: Dynamic()),
        needs="根按依结视",
    ),
    Form(
        "当日公开",
        "day:(当日|当天|次日|翌日|隔日|第二天)['前内'](<做>|&($|'，；。（）、'))",
        _same_day,
        needs="日天",
    ),
    Form("20个工作日内公开内公开", "=内first:<行为>内again:<行为>", _twice, needs="内"),
    *(_form(phrase) for phrase in PHRASES),
)
