"""A duty explained: who, what, by when, as printed, as assumed, and what the ledger knows of it."""

from collections.abc import Iterable, Iterator

from ..limits import limit_words
from ..model.assessment import Assessment
from ..model.case import Case
from ..model.deadline import Clock
from ..model.duty import Duty, Responsibility
from ..notation.characters import without_space
from .agenda import title_of
from .columns import Column, heading, indented, labelled, row

_ROLES = {"lead": "牵头", "joint": "会同", "support": "配合"}
_CASES = (Column("到期日", 10), Column("公开日", 10), Column("信息"))


def render(duty: Duty, clocks: Iterable[Clock], assessment: Assessment, width: int) -> str:
    """The explanation in lines of at most ``width`` cells.

    ``clocks`` are all that run on the duty for something that happens on the day of the check.
    """
    lines = [*indented(f"{duty.id} {duty.title}", width, ""), *labelled(_head(duty), width)]
    for clock in clocks:
        lines += ["", *indented(clock.wording, width, "时限  "), *labelled(_clock(clock), width)]
    if duty.freshness is not None:
        basis = duty.freshness.basis.text
        lines += ["", *indented(duty.freshness.wording, width, "更新  ")]
        texts = [("依据", basis)]
        if duty.freshness.assumed:
            texts.append(("推定", duty.freshness.assumed))
        lines += labelled(texts, width)
    lines += _known(duty, assessment, width)
    return "\n".join(lines) + "\n"


def _head(duty: Duty) -> Iterator[tuple[str, str]]:
    yield "单位", "、".join(map(_unit, duty.units)) or "未明确责任单位"
    if duty.open_units:
        yield "原文", f"责任单位写作“{duty.open_units}”，没有列全"
    if duty.content:
        yield "内容", duty.content
    if duty.openness:
        yield "五公开", duty.openness
    if duty.place:
        yield "位置", str(duty.place)
    if printed := "；".join(f"{name}“{cell}”" for name, cell in _not_shown(duty)):
        yield "印本", printed
    for note in duty.assumed:
        yield "推定", f"{note.subject}：{note.value}（{note.reason}）"


def _unit(responsibility: Responsibility) -> str:
    written = f"，写作“{responsibility.written}”" if responsibility.written else ""
    return f"{responsibility.unit}（{_ROLES[responsibility.role]}{written}）"


def _not_shown(duty: Duty) -> Iterator[tuple[str, str]]:
    """The printed cells that are not said already: those read otherwise, and those not read."""
    read = {duty.name, duty.content, duty.openness or "", *duty.category}
    read |= {limit.wording for limit in duty.limits}
    read |= {"、".join(duty.unit_names), *(each.written or each.unit for each in duty.units)}
    plain = {without_space(text) for text in read}
    return ((name, cell) for name, cell in duty.printed.items() if without_space(cell) not in plain)


def _clock(clock: Clock) -> Iterator[tuple[str, str]]:
    yield "读作", limit_words(clock.limit)
    for basis in clock.bases:
        yield "依据", f"{basis.text}（{basis.authority.label}）"
        if basis.assumed:
            yield "推定", basis.assumed
    if clock.assumed:
        yield "推定", clock.assumed
    if clock.replaced_by:
        yield "不适用", f"另有规定的从其规定，改按 {clock.replaced_by}"


def _known(duty: Duty, assessment: Assessment, width: int) -> Iterator[str]:
    state = next((each.state for each in assessment.duties if each.duty.id == duty.id), None)
    yield ""
    yield f"截至 {assessment.as_of}：{state or '没有判断'}"
    for question in assessment.questions:
        if question.duty == duty.id and not question.answered:
            yield from labelled([("未能", f"{question.question}：{question.why}")], width)
    for view in assessment.columns:
        if view.duty.id == duty.id and view.column is not None:
            seen = view.column
            exists = {True: "存在", False: "不存在", None: "没有填写是否存在"}[seen.exists]
            words = f"{seen.name or duty.name}：{exists}，{seen.items or 0} 条，{seen.checked} 核查"
            yield from labelled([("栏目", words)], width)
    cases = [case for case in assessment.cases if case.duty.id == duty.id]
    if cases:
        yield from heading(_CASES, width)
    for case in cases:
        yield from row(_CASES, _cells(case), width)


def _cells(case: Case) -> tuple[str, str, str]:
    dates = [each.deadline.due for each in case.judged if each.deadline is not None]
    remark = case.exempt or case.doubt or ("不在台账期内" if case.uncovered else "")
    title = f"{title_of(case)}（{remark}）" if remark else title_of(case)
    return str(min(dates)) if dates else "", str(case.done or ""), title
