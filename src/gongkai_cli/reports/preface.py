"""What every report says before its findings: how much was looked at, and by which rules."""

from collections.abc import Iterable, Iterator

from ..model.assessment import Assessment, Question
from ..model.deadline import Clock
from ..model.duty import Period
from ..model.settings import SETTINGS, Settings
from . import gathered
from .columns import indented

_SHOWN = 5
_BASES = {"从严": "目录和法律的时限都算", "目录": "只算目录的时限", "法律": "只算法律法规的时限"}


def percent(share: float) -> int:
    """A share of 0 to 1 as whole percent, never rounded up to a 100 that it is not.

    >>> percent(0.999)
    99
    """
    return int(share * 100 + 1e-9)


def coverage(assessment: Assessment, width: int) -> list[str]:
    """How many questions have an answer, and which have none and why."""
    asked, answered = len(assessment.questions), assessment.answered
    if not asked:
        return ["没有要核查的问题。"]
    lines = [f"已核查 {asked} 项问题中的 {answered} 项（{percent(assessment.share)}%）"]
    if answered < asked:
        lines[0] += f"，未能核查 {asked - answered} 项："
    for why, questions in by_reason(assessment.questions).items():
        duties = list(dict.fromkeys(each.duty for each in questions))
        more = f" 等 {len(duties)} 个事项" if len(duties) > _SHOWN else ""
        named = "、".join(duties[:_SHOWN]) + more
        lines += indented(
            f"{why.rstrip('。')}：{len(questions)} 项（{named}）", width, "  ", "    "
        )
    return lines


def rules(assessment: Assessment, width: int) -> list[str]:
    """The settings, the calendar and what had to be left out, in lines."""
    rows = rule_rows(assessment)
    if assessment.outside:
        rows.append(("未判断", f"{len(assessment.outside)} 项在台账起始以前，不在台账期内"))
    return [line for label, text in rows for line in indented(text, width, f"{label}：")]


def rule_rows(assessment: Assessment) -> list[tuple[str, str]]:
    """By which rules a run went, each with its label; the same whichever unit is asked for."""
    rows = [
        ("口径", setting_words(assessment.settings, assessment.basis)),
        ("日历", calendar_words(assessment)),
    ]
    if assessment.editions:
        rows.append(("目录", edition_words(assessment)))
    if not assessment.catalogue.period.holds(assessment.as_of):
        rows.append(("目录", period_words(assessment.catalogue.period)))
    if assessment.later_records:
        later = f"{assessment.later_records} 条信息形成于 {assessment.as_of} 之后，没有计入"
        rows.append(("台账", later))
    return rows


def outside(assessment: Assessment, width: int) -> list[str]:
    """Each period that was not judged because the ledger does not cover it."""
    lines = ["没有判断的（不在台账期内）"] if assessment.outside else []
    for period in assessment.outside:
        lines += indented(period, width, "  ", "    ")
    return lines


def setting_words(settings: Settings, basis: str) -> str:
    """Every setting with its value; those that the workspace chose itself are marked."""
    words = [f"{basis}（{_BASES[basis]}）"]
    for setting in SETTINGS:
        own = "（本单位设定）" if setting.name in settings.chosen else ""
        words.append(f"{setting.name} {getattr(settings, setting.field)}{own}")
    return "；".join(words)


def calendar_words(assessment: Assessment) -> str:
    """The last notice that was counted with, and what else the calendar rests on."""
    words = f"放假通知用到 {assessment.calendar_until}" if assessment.calendar_until else "未用到"
    if assessment.known_on is not None:
        words += f"；只用 {assessment.known_on} 及以前印发的通知"
    if assessment.calendar_local:
        words += "；本工作区另有放假安排：" + "、".join(assessment.calendar_local)
    return words


def edition_words(assessment: Assessment) -> str:
    """Which catalogue counts for what happened when; the oldest holds for all before as well."""
    words = "；".join(
        f"{title}（{period.first or '…'} 至 {period.last or '…'}）"
        for title, period in assessment.editions
    )
    return f"按形成或变更之日所在的期间：{words}"


def period_words(period: Period) -> str:
    """That the day of the check lies outside the period of the catalogue."""
    return f"有效期为 {period.first or '…'} 至 {period.last or '…'}，核查日不在其内"


def assumptions(
    assessment: Assessment, clocks: Iterable[tuple[str | None, Clock | None]], width: int
) -> list[str]:
    """Each 推定 of the catalogue as a whole, and of the duties and clocks of a report."""
    rows = list(assumed_of_catalogue(assessment))
    for duty, clock in dict.fromkeys(clocks):
        rows += assumed_of(assessment, duty, clock)
    return gathered.assumptions(rows, width)


def assumed_of_catalogue(assessment: Assessment) -> Iterator[tuple[str, str]]:
    """What is assumed of the catalogue as a whole."""
    for note in assessment.catalogue.assumed:
        yield "目录", f"{note.subject}：{note.value}（{note.reason}）"


def assumed_of(
    assessment: Assessment, duty: str | None, clock: Clock | None
) -> Iterator[tuple[str, str]]:
    """What is assumed of a duty and of one of its clocks, each with what it is assumed of."""
    said = set()
    of_duty = assessment.catalogue.duty(duty or "")
    for note in of_duty.assumed if of_duty else ():
        said.add(note.reason)
        yield duty or "", f"{note.subject}：{note.value}（{note.reason}）"
    if clock is None:
        return
    if clock.assumed and clock.assumed not in said:
        yield duty or "", f"时限“{clock.wording}”：{clock.assumed}"
    for basis in clock.bases:
        if basis.assumed and basis.assumed != clock.assumed:
            yield basis.text, basis.assumed


def by_reason(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """The questions without an answer, by what is lacking."""
    groups: dict[str, list[Question]] = {}
    for each in questions:
        if not each.answered:
            groups.setdefault(each.why or "没有依据", []).append(each)
    return groups
