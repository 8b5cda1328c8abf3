"""``check --with`` in a terminal: what another catalogue would change for whom."""

from collections.abc import Iterator

from ..assess.compared import CaseChange, Compared, DutyChange, Kind, Standing
from .agenda import title_of
from .columns import indented, labelled
from .deadline_words import clock_words

HEADINGS: dict[Kind, str] = {
    "becomes-late": "变为超期",
    "newly-asked": "新增要求",
    "moved": "到期日改变",
    "no-longer-late": "不再超期",
    "no-longer-asked": "不再要求",
}
_NO_UNIT = "未明确责任单位"


def render(found: Compared, width: int) -> str:
    """The changes in lines of at most ``width`` cells."""
    return "\n".join(_lines(found, width)) + "\n"


def _lines(found: Compared, width: int) -> Iterator[str]:
    before, after = found.before, found.after
    yield from indented(f"换用另一份目录的影响，核查日 {after.as_of}", width, "")
    yield from indented(f"{before.catalogue.title}（{before.catalogue.file}）", width, "原：")
    yield from indented(f"{after.catalogue.title}（{after.catalogue.file}）", width, "现：")
    for kind, heading in HEADINGS.items():
        cases = [each for each in found.cases if each.kind == kind]
        if cases:
            yield ""
            yield f"{heading}：{len(cases)} 件"
            for each in cases:
                yield from _case(each, width)
    if found.duties:
        yield ""
        yield f"状态不同的事项：{len(found.duties)} 个"
        for duty in found.duties:
            yield from indented(_duty(duty), width, "  ", "    ")
    if not found.cases and not found.duties:
        yield ""
        yield "没有影响。"


def _case(change: CaseChange, width: int) -> Iterator[str]:
    duty = change.case.duty
    yield from indented(f"{duty.id} {duty.title}", width, "", "  ")
    texts = [
        ("信息", title_of(change.case)),
        ("单位", "、".join(change.case.units) or _NO_UNIT),
        ("原", _standing(change.before)),
        ("现", _standing(change.after)),
    ]
    yield from labelled(texts, width)


def _standing(standing: Standing | None) -> str:
    if standing is None:
        return "没有要求"
    due = str(standing.deadline.due) + ("" if standing.deadline.certain else "（暂算）")
    late = f"，超 {standing.running.workdays_late} 工作日" if standing.late else ""
    return f"{due} 到期{late}：{clock_words(standing.running.clock, broken=standing.late)}"


def _duty(change: DutyChange) -> str:
    before, after = change.before or "目录没有", change.after or "目录没有"
    return f"{change.duty.id} {change.duty.title}：{before} → {after}"
