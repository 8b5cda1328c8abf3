"""A record, or what a period calls for, explained: its duty, its clocks and their counts."""

from collections.abc import Iterator
from datetime import date

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.case import Case
from ..model.duty import Statute
from ..model.finding import Finding
from ..model.ledger import Record
from . import explain_clock
from .agenda import title_of
from .columns import indented, labelled


def render(
    case: Case,
    assessment: Assessment,
    statutes: tuple[Statute, ...],
    calendar: WorkCalendar,
    width: int,
    clock: str | None = None,
) -> str:
    """The explanation in lines of at most ``width`` cells; ``clock`` picks one by its key."""
    lines = [*indented(title_of(case), width, ""), *labelled(_head(case), width)]
    listed = set()
    for running in case.clocks:
        if clock in (None, running.clock.key):
            segments = running.deadline.segments if running.deadline else ()
            lines.append("")
            lines += explain_clock.lines(
                running,
                done=case.done,
                as_of=assessment.as_of,
                statutes=statutes,
                calendar=calendar,
                width=width,
                counted=segments in listed,
            )
            if segments and not running.clock.replaced_by:
                listed.add(segments)
    found = [each for each in assessment.findings if clock is None and is_about(each, case)]
    if found:
        lines += ["", "问题"]
    for finding in found:
        lines += indented(f"{finding.name}（{finding.severity}）：{finding.message}", width, "  ")
        lines += indented(finding.next_step, width, "    下一步：")
    return "\n".join(lines) + "\n"


def not_judged(record: Record, as_of: date, width: int) -> str:
    """Why a row of the ledger is no case."""
    if record.formed is not None and record.formed > as_of:
        why = f"形成日期 {record.formed} 在核查日 {as_of} 之后"
    else:
        why = f"目录中没有“{record.duty_text}”这个事项"
    texts = [("编号", record.identity), ("位置", str(record.place)), ("未判断", why)]
    return "\n".join([*indented(record.title, width, ""), *labelled(texts, width)]) + "\n"


def is_about(finding: Finding, case: Case) -> bool:
    """Whether a finding speaks of this case."""
    name = case.record.identity if case.record else case.occasion
    return finding.duty == case.duty.id and finding.record == name


def _head(case: Case) -> Iterator[tuple[str, str]]:
    record = case.record
    yield "事项", f"{case.duty.id} {case.duty.title}"
    yield "单位", "、".join(case.units) or "未明确责任单位"
    if record is not None:
        yield "编号", record.identity
        if record.document_number:
            yield "文号", record.document_number
        yield "形成", str(record.formed or "没有填写")
        if record.changed:
            yield "变更", str(record.changed)
        yield "位置", str(record.place)
    yield "公开", str(case.done or "还没有公开")
    if case.exempt:
        yield "不要求", case.exempt
    if case.doubt:
        yield "待人工", case.doubt
    if case.uncovered:
        yield "未判断", "不在台账期内"
