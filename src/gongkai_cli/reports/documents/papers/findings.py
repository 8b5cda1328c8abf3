"""What a paper can tell of a finding, and findings of one kind together."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ....model.duty import Duty
from ....model.finding import Finding, State
from ....office.heading_numbers import chinese
from ...deadline_words import is_breach
from ...standing import NO_UNIT, stands_under
from .printed import day, joined, title, with_days
from .run import Run
from .words import Listing, Vocabulary, Word

BREACHES = (State.VERY_LATE, State.LATE, State.MISSING, State.BLANK, State.STALE)
"""What a paper calls a problem. 暂不能定 and 未能核查 are none."""


_ASSUMED = "（推定）"


class Item(Struct, frozen=True, kw_only=True):
    """A finding with its place in the paper; ``lead`` is the unit under which it stands."""

    run: Run
    finding: Finding
    number: int
    lead: str

    @property
    def duty(self) -> Duty | None:
        """The duty that it is about."""
        return self.run.duties.get(self.finding.duty or "")


class Group(Struct, frozen=True):
    """Findings of one check, by its name; ``place`` counts it (一是) where there are several."""

    name: str
    items: tuple[Item, ...]
    place: str = ""


def items_of(run: Run, findings: Iterable[Finding], within: frozenset[str]) -> tuple[Item, ...]:
    """The findings, numbered in their order."""
    return tuple(
        Item(run=run, finding=each, number=number, lead=stands_under(each.units, within))
        for number, each in enumerate(findings, 1)
    )


def groups_of(items: Iterable[Item]) -> tuple[Group, ...]:
    """The items by what is wrong, the worst first."""
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.finding.name, []).append(item)
    several = len(groups) > 1
    return tuple(
        Group(name, tuple(each), f"{chinese(number)}是" if several else "")
        for number, (name, each) in enumerate(groups.items(), 1)
    )


def _duty(item: Item) -> str:
    duty = item.duty
    return f"{duty.title}（{duty.id}）" if duty else item.finding.duty or "不属于任何事项"


def _subject(item: Item) -> str:
    """The record, the period or the column that it is about."""
    finding = item.finding
    if finding.record is None:
        return f"“{finding.column}”栏目" if finding.column else ""
    name = item.run.titles.get(finding.record)
    if not name:
        return finding.record
    if name in finding.record:
        return title(name)
    return f"{title(name)}（{finding.record}）"


def _limit(item: Item) -> str:
    """The limit in its words, and from which day it was counted."""
    clock, deadline = item.finding.clock, item.finding.deadline
    if clock is None:
        return ""
    words = f"时限为“{clock.wording}”"
    if deadline is None or not deadline.segments:
        return words
    counts = any(each.after < deadline.trigger for each in deadline.segments)
    return f"{words}，自{day(deadline.trigger)}起算，当日{'计入' if counts else '不计入'}"


def _due(item: Item) -> str:
    deadline = item.finding.deadline
    if deadline is None:
        return ""
    return day(deadline.due) + ("" if deadline.certain else "（暂算）")


def _late(item: Item) -> str:
    finding = item.finding
    if not is_breach(finding):
        return ""
    natural = f"{finding.calendar_days_late}个自然日"
    if finding.days_late is None:
        return f"超期{natural}"
    return f"超期{finding.days_late}个工作日（{natural}）"


def _account(item: Item) -> str:
    message, late, breach = item.finding.message, _late(item), _breach(item)
    if late and breach and not message.startswith(breach.removesuffix(_ASSUMED)):
        late += f"，属{breach}"
    return joined(with_days(message), _limit(item), late)


def _breach(item: Item) -> str:
    clock = item.finding.clock
    if clock is None or not is_breach(item.finding):
        return ""
    return clock.authority.breach + (_ASSUMED if _assumed(item) else "")


def _assumed(item: Item) -> str:
    clock = item.finding.clock
    return (clock.assumed or clock.bases[0].assumed or "") if clock else ""


def _basis(item: Item) -> str:
    """What sets the limit; of a column without one, the rows of the catalogue that ask for it."""
    clock = item.finding.clock
    if clock is not None:
        return "、".join(basis.text for basis in clock.bases) + (_ASSUMED if _assumed(item) else "")
    limits = item.duty.limits if item.duty else ()
    return "、".join(dict.fromkeys(limit.basis.text for limit in limits))


def _done(item: Item) -> str:
    finding = item.finding
    if finding.published is None:
        return f"截至{day(item.run.assessment.as_of)}没有公开（办结）"
    if finding.column and not finding.record:
        return f"最后更新{day(finding.published)}"
    return f"台账登记的公开（办结）日期为{day(finding.published)}"


OF_FINDING = Vocabulary(
    words={
        "序号": Word("在这份文书中的序号", lambda item: str(item.number)),
        "事项": Word("事项的类别、名称和编号", _duty),
        "事项编号": Word("事项的编号", lambda item: item.finding.duty or ""),
        "公开内容": Word("目录规定的公开内容", lambda item: item.duty.content if item.duty else ""),
        "所涉": Word("所涉的信息（标题和编号）、时期或栏目", _subject),
        "问题": Word("问题的名称，如 超期未公开", lambda item: item.finding.name),
        "状态": Word("事项因此所处的状态", lambda item: item.finding.state or ""),
        "严重程度": Word("严重、高、中、低、提示", lambda item: str(item.finding.severity)),
        "情况": Word(
            "问题的说明，时限推定的注明", lambda item: with_days(item.finding.message).rstrip("。")
        ),
        "怎样计算": Word("时限的原文和起算日", _limit),
        "已超": Word("超期多少个工作日和自然日", _late),
        "详情": Word("情况、怎样计算、已超和定性，合为一句", _account),
        "定性": Word("违法超期、违反上级规定或超本单位时限", _breach),
        "依据": Word("条文、附件的行；依据推定的注明", _basis),
        "公开时限": Word(
            "时限的原文", lambda item: item.finding.clock.wording if item.finding.clock else ""
        ),
        "到期日期": Word("到期日，未定的注明暂算", _due),
        "建议完成日期": Word(
            "最早到期日以前的最后一个工作日",
            lambda item: day(item.finding.deadline.aim) if item.finding.deadline else "",
        ),
        "现状": Word("台账登记的公开日期、栏目的最后更新日期，或没有公开", _done),
        "整改要求": Word("下一步怎么做", lambda item: item.finding.next_step.rstrip("。")),
        "责任单位": Word("全部责任单位", lambda item: "、".join(item.finding.units) or NO_UNIT),
        "会同单位": Word(
            "牵头单位以外的责任单位",
            lambda item: "、".join(each for each in item.finding.units if each != item.lead),
        ),
        "会同": Word(
            "“会同某单位”，没有的为空",
            lambda item: _jointly(item.finding.units, item.lead),
        ),
        "位置": Word("台账的文件、工作表和单元格", lambda item: str(item.finding.place or "")),
    }
)


def _jointly(units: Sequence[str], lead: str) -> str:
    others = "、".join(each for each in units if each != lead)
    return f"（会同{others}）" if others else ""


def _leads(group: Group) -> list[str]:
    return [lead for lead in dict.fromkeys(item.lead for item in group.items) if lead != NO_UNIT]


def _without_lead(group: Group) -> str:
    count = sum(item.lead == NO_UNIT for item in group.items)
    return f"，另有{count}个没有明确责任单位" if count else ""


OF_GROUP = Vocabulary(
    words={
        "类别": Word("问题的名称，如 超期未公开", lambda group: group.name),
        "一是": Word("一是、二是……；只有一类的为空", lambda group: group.place),
        "类别个数": Word("这一类问题的个数", lambda group: str(len(group.items))),
        "类别单位": Word("这一类问题涉及的牵头单位", lambda group: "、".join(_leads(group))),
        "类别单位数": Word("这一类问题涉及几个牵头单位", lambda group: str(len(_leads(group)))),
        "类别无单位": Word("这一类问题中没有明确责任单位的个数，没有的为空", _without_lead),
    },
    lists={"问题": Listing("这一类问题", lambda group: group.items, OF_FINDING)},
)
