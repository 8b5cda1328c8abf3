"""A finding explained: what it says, what its check asks, and how its date was counted."""

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.case import Case, ColumnView
from ..model.duty import Statute
from ..model.finding import Finding
from . import explain_case, explain_clock
from .columns import indented, labelled


def render(
    finding: Finding,
    assessment: Assessment,
    statutes: tuple[Statute, ...],
    calendar: WorkCalendar,
    width: int,
) -> str:
    """The explanation in lines of at most ``width`` cells."""
    head = f"{finding.code} {finding.name}（{finding.severity}）"
    lines = [*indented(head, width, ""), *labelled(_texts(finding), width), ""]
    case = _case(finding, assessment)
    if case is not None:
        key = finding.clock.key if finding.clock else ""
        text = explain_case.render(case, assessment, statutes, calendar, width, key)
        return "\n".join(lines) + "\n" + text
    view = _view(finding, assessment)
    if view is not None and view.freshness is not None and finding.clock is not None:
        lines += explain_clock.lines(
            view.freshness,
            done=None,
            as_of=assessment.as_of,
            statutes=statutes,
            calendar=calendar,
            width=width,
        )
    return "\n".join(lines).rstrip() + "\n"


def _texts(finding: Finding) -> list[tuple[str, str]]:
    texts = [("编号", finding.id)]
    if finding.duty:
        texts.append(("事项", finding.duty))
    if finding.column:
        texts.append(("栏目", finding.column))
    if finding.place:
        texts.append(("位置", str(finding.place)))
    texts.append(("问题", finding.message))
    texts.append(("下一步", finding.next_step))
    texts.append(("说明", f"gongkai explain {finding.code} 可看这项检查的依据和判定"))
    return texts


def _case(finding: Finding, assessment: Assessment) -> Case | None:
    about = (case for case in assessment.cases if explain_case.is_about(finding, case))
    return next(about, None) if finding.record else None


def _view(finding: Finding, assessment: Assessment) -> ColumnView | None:
    return next(
        (
            view
            for view in assessment.columns
            if view.duty.id == finding.duty and view.column and view.column.name == finding.column
        ),
        None,
    )
