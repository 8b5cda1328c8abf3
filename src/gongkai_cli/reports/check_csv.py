"""``check`` for Excel and WPS: a line a finding, the headings in the words of a ledger."""

from collections.abc import Iterator

from ..model.assessment import Assessment
from ..model.finding import Finding
from .csv_text import CLOCK, DEADLINE, Cell, clock_cells, deadline_cells
from .csv_text import render as render_csv
from .deadline_words import is_breach

_HEADINGS = (
    "状态",
    "严重程度",
    "责任单位",
    "事项编号",
    "事项",
    "信息",
    "标题",
    "栏目",
    "问题",
    "说明",
    "下一步",
    *CLOCK,
    *DEADLINE,
    "超期工作日",
    "超期自然日",
    "公开或更新日期",
    "位置",
    "代码",
    "问题编号",
)


def render(assessment: Assessment) -> bytes:
    """A CSV file with BOM: the findings in the order of the assessment."""
    return render_csv(_HEADINGS, _rows(assessment))


def _rows(assessment: Assessment) -> Iterator[tuple[Cell, ...]]:
    titles = {each.record.identity: each.record.title for each in assessment.cases if each.record}
    for finding in assessment.findings:
        duty = assessment.catalogue.duty(finding.duty or "")
        yield (
            finding.state,
            finding.severity,
            "、".join(finding.units),
            finding.duty,
            duty.title if duty else None,
            finding.record,
            titles.get(finding.record or ""),
            finding.column,
            finding.name,
            finding.message,
            finding.next_step,
            *_limit(finding),
            finding.days_late,
            finding.calendar_days_late,
            finding.published,
            str(finding.place) if finding.place else None,
            finding.code,
            finding.id,
        )


def _limit(finding: Finding) -> tuple[Cell, ...]:
    """公开时限 to 最晚到期."""
    return (
        *clock_cells(finding.clock, broken=is_breach(finding)),
        *deadline_cells(finding.deadline),
    )
