"""What the mail to a unit says: new and changed things in full, the rest in one paragraph."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..model.finding import State
from ..reports.day_words import day_words
from .digest import Digest
from .matters import Matter, Part
from .page import Block, Group, Page, Section
from .told import Item, due_of, rung_of, state_of

_MOST = 40
"""How many things a section says in full: the workbook that goes along has them all."""
_MOST_OF_A_KIND = 12
_MOST_IDS = 30

_NEWS = {"new": "新增", "changed": "有变动", "same": ""}


def digest_page(digest: Digest, day: date) -> Page:
    """The mail of a unit on a day; the day decides only which week its subject names."""
    sections = [
        each for part in ("late", "coming", "later", "undated") if (each := _dated(digest, part))
    ]
    sections += _others(digest)
    sections += _unchanged(digest)
    sections += _withdrawn(digest)
    counts = _counts(digest) or "已无待办事项"
    return Page(
        subject=f"〔{digest.unit}〕政务公开到期提醒：{counts}{week_words(day)}",
        greeting=f"{digest.unit}：",
        opening=tuple(_opening(digest)),
        sections=tuple(sections),
        closing=(f"放假安排：{digest.calendar}。",) if digest.calendar else (),
    )


def week_words(day: date) -> str:
    """The week in which a mail is sent, as ISO 8601 counts them: from Monday, week 1 has January 4.

    >>> week_words(date(2026, 11, 24))
    '（2026年第48周）'
    """
    year, week, _ = day.isocalendar()
    return f"（{year}年第{week}周）"


def headings(digest: Digest) -> dict[Part, str]:
    """What the parts of a digest are called."""
    return {
        "late": "已超期",
        "coming": f"今后{digest.within}个工作日内到期",
        "later": f"日期有变动，{digest.within}个工作日以后到期",
        "undated": "未能定日期",
        "other": "其他要处理的问题",
    }


def left_words(matter: Matter) -> str:
    """How many working days are left, or how late it is."""
    if matter.is_late:
        return f"已超 {matter.late} 个工作日"
    if matter.state in (State.DUE_TODAY, State.UNDECIDED):
        return matter.state.value
    return f"还剩 {matter.left} 个工作日"


def due_words(matter: Matter) -> tuple[str, ...]:
    """The day, marked where it is not certain, and how far it is; nothing where there is none."""
    if matter.due is None:
        return ()
    tentative = ("暂算",) if matter.span else ()
    return (day_words(matter.due), *tentative, left_words(matter))


def _counts(digest: Digest) -> str:
    words = {
        "超期{}件": digest.count("late"),
        f"{digest.within}个工作日内到期{{}}件": digest.count("coming"),
        "未能定日期{}件": digest.count("undated"),
        "其他{}件": digest.count("other"),
    }
    return "、".join(each.format(number) for each, number in words.items() if number)


def _opening(digest: Digest) -> Iterator[str]:
    yield f"{digest.body}政务公开到期提醒，核查日 {day_words(digest.as_of)}。"
    counts = _counts(digest)
    if not counts:
        yield "贵单位目前没有待办事项。"
        return
    news = f"其中新增或有变动{len(digest.items)}件" if digest.items else "与上次提醒相比没有变化"
    yield f"贵单位有{counts}；{news}。"
    if digest.silence is not None:
        yield (
            f"{day_words(digest.silence.since)}起的提醒还没有签收，已过 "
            f"{digest.silence.workdays} 个工作日〔{digest.silent_rung}〕，请尽快签收。"
        )


def _dated(digest: Digest, part: str) -> Section | None:
    items = [each for each in digest.items if each.part == part]
    if not items:
        return None
    names = headings(digest)
    return Section(
        heading=f"{names[items[0].part]}（{len(items)}件）",
        blocks=tuple(_block(each, digest.unit) for each in items[:_MOST]),
        more=max(len(items) - _MOST, 0),
    )


def _block(item: Item, unit: str) -> Block:
    matter = item.matter
    return Block(
        name=matter.name,
        when=due_words(matter),
        is_late=matter.is_late,
        tags=tuple(each for each in (item.rung, _NEWS[item.news]) if each),
        rows=tuple((label, text) for label, text in _rows(item, unit) if text),
        step=matter.next_step,
    )


def _rows(item: Item, unit: str) -> Iterator[tuple[str, str]]:
    matter = item.matter
    yield "变动", "；".join(_what_changed(item))
    yield ("原因" if matter.kind == "未能定日期" else "问题"), matter.why
    yield "时限", matter.limit
    if matter.due is not None and matter.aim != matter.due and not matter.is_late:
        yield "建议", f"{matter.aim} 前完成（到期日前最后一个稳妥的工作日）"
    yield "暂算", matter.span
    for due, limit in matter.others:
        yield "另有", f"{due} 到期：{limit}"
    yield "单位", units_words(matter.units, unit)


def units_words(units: Sequence[str], unit: str) -> str:
    """Who leads and who else answers for it; nothing where one unit does alone.

    >>> units_words(("甲科", "乙科"), "乙科")
    '甲科牵头，本单位共同负责'
    """
    if len(units) < 2:
        return ""
    names = ["本单位" if each == unit else each for each in units]
    return f"{names[0]}牵头，{'、'.join(names[1:])}共同负责"


def _what_changed(item: Item) -> Iterator[str]:
    if item.before is None:
        return
    was, now = due_of(item.before), str(item.matter.due or "")
    if was != now and was and now:
        yield f"到期日由 {was} 变为 {now}"
    elif was != now:
        yield f"现在可以定日期：{now}" if now else f"原到期日 {was} 不再确定"
    is_climbing = rung_of(item.before) != item.rung and item.rung
    if is_climbing:
        yield f"进入“{item.rung}”"
    elif was == now and state_of(item.before) != item.matter.state:
        yield f"现为“{item.matter.state or item.matter.kind}”"


def _others(digest: Digest) -> Iterator[Section]:
    """Findings without a clock, by kind and step: said once for all that are alike."""
    items = [each for each in digest.items if each.part == "other"]
    kinds: dict[tuple[str, str], list[Item]] = {}
    for each in items:
        kinds.setdefault((each.matter.kind, each.matter.next_step), []).append(each)
    if items:
        yield Section(
            heading=f"{headings(digest)['other']}（{len(items)}件）",
            groups=tuple(_group(*kind, alike) for kind, alike in kinds.items()),
        )


def _group(kind: str, step: str, items: Sequence[Item]) -> Group:
    return Group(
        heading=f"{kind}（{len(items)}件）",
        step=step,
        rows=tuple((each.matter.name, each.matter.why) for each in items[:_MOST_OF_A_KIND]),
        more=max(len(items) - _MOST_OF_A_KIND, 0),
    )


def _unchanged(digest: Digest) -> Iterator[Section]:
    items = digest.unchanged
    if not items:
        return
    late = sum(each.part == "late" for each in items)
    shown = "、".join(each.matter.id for each in items[:_MOST_IDS])
    more = " 等" if len(items) > _MOST_IDS else ""
    open_ = f"，其中超期{late}件" if late else ""
    yield Section(
        heading=f"与上次提醒相同（{len(items)}件{open_}）",
        lines=(f"仍请办理，不再逐条列出：{shown}{more}。",),
    )


def _withdrawn(digest: Digest) -> Iterator[Section]:
    gone = digest.withdrawn
    if gone:
        yield Section(
            heading=f"已办结或不再列入（{len(gone)}件）",
            lines=tuple(f"{each.title}：{each.why}" for each in gone[:_MOST]),
            more=max(len(gone) - _MOST, 0),
        )
