"""一行是“问题”: one row a finding, and one for each blank column that a statement explains."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from ....model.assessment import Assessment
from ....model.case import ColumnView
from ....model.deadline import Clock
from ....model.duty import Duty
from ....model.finding import Finding, Severity, State
from ....model.ledger import Record
from ....office.table_cells import Cell, Link
from ...deadline_words import clock_words, is_breach
from ...standing import stands_under
from .. import Asked
from . import column_rows
from .kinds import Field
from .of_duty import OF_DUTY, UnitOrder, duties_by_id, printed_limits

NAME = "问题"
OTHER = "其他"
"""The state of a finding that leaves the state of its duty alone (a slip in the ledger)."""

_STATES = (*(state.value for state in State), OTHER)


class FindingRow(Struct, frozen=True, kw_only=True):
    """A finding with what it is about: its duty, its record or its column."""

    finding: Finding
    unit: str
    duty: Duty | None = None
    record: Record | None = None
    view: ColumnView | None = None

    @property
    def units(self) -> tuple[str, ...]:
        """Who answers for it."""
        return self.finding.units

    @property
    def assumed(self) -> Iterator[tuple[str, Clock | None]]:
        """Its duty with its clock."""
        if self.finding.duty:
            yield self.finding.duty, self.finding.clock


def rows(asked: Asked) -> Sequence[FindingRow]:
    """Every finding and every explained blank, by unit, most urgent first."""
    assessment = asked.assessment
    order = UnitOrder(assessment.catalogue)
    duties = duties_by_id(assessment.catalogue.duties)
    records = {
        (case.duty.id, case.record.identity): case.record
        for case in assessment.cases
        if case.record is not None
    }
    views = {(each.duty.id, _column_name(each)): each for each in assessment.columns}
    found = [
        FindingRow(
            finding=each,
            unit=stands_under(each.units, asked.within),
            duty=duties.get(each.duty or ""),
            record=records.get((each.duty or "", each.record or "")),
            view=views.get((each.duty or "", each.column or "")),
        )
        for each in (*assessment.findings, *_explained(assessment))
    ]
    return sorted(found, key=lambda row: order(row.unit))


def _column_name(view: ColumnView) -> str:
    return (view.column.name if view.column else "") or view.duty.title


def _explained(assessment: Assessment) -> Iterator[Finding]:
    """Blank columns with a valid statement: nothing to mend, and still to be told."""
    for view in assessment.columns:
        if view.statement is not None and column_rows.state(view) == column_rows.EXPLAINED:
            yield Finding(
                code="",
                name="无此类信息",
                severity=Severity.INFO,
                state=State.EXPLAINED,
                message=view.statement.text or "已登记无此类信息说明",
                next_step="",
                duty=view.duty.id,
                column=_column_name(view),
                units=view.statement.units or view.duty.unit_names,
                place=view.statement.place,
            )


def _subject(row: FindingRow) -> str:
    """What a finding is about: the record by its title, the column by its name, else the period."""
    record = row.record
    if record is not None and record.title:
        return record.title
    return row.finding.column or row.finding.record or ""


def _detail(row: FindingRow) -> str:
    """What is wrong, in one sentence that stands alone.

    A finding on a column already says which in most forms, but not in all.
    """
    subject = _subject(row)
    return f"{f'“{subject}”' if subject else ''}{row.finding.name}。{row.finding.message}"


def _standard(row: FindingRow) -> str:
    """The rule that it is held to: the clock with its bases, else the printed row."""
    clock = row.finding.clock
    if clock is not None:
        return clock_words(clock)
    return printed_limits(row.duty) if row.duty is not None else ""


def _done(row: FindingRow) -> str:
    """What the ledger knows of the rectification; empty where it knows of none."""
    finding = row.finding
    if finding.state is State.EXPLAINED:
        return f"{finding.message.rstrip('。；')}；待有信息产生时，及时公开"
    if finding.record is not None and finding.published and is_breach(finding):
        return f"已整改（{finding.published}）"
    return ""


def _deduction(row: FindingRow) -> str:
    return f"{_detail(row)}{'（已整改）' if _done(row) else ''}"


def _day(row: FindingRow, name: str) -> date | None:
    deadline = row.finding.deadline
    return getattr(deadline, name) if deadline is not None else None


def _url(row: FindingRow) -> Cell:
    """The address of the record, else of the column."""
    url = (row.record.url if row.record else None) or (
        row.view.column.url if row.view and row.view.column else None
    )
    return Link(url) if url else ""


def _url_when_done(row: FindingRow) -> Cell:
    return _url(row) if _done(row) and row.finding.state is not State.EXPLAINED else ""


FIELDS: Mapping[str, Field] = {
    **OF_DUTY,
    "状态": Field(
        "核查的结论", lambda row: row.finding.state.value if row.finding.state else OTHER, _STATES
    ),
    "严重程度": Field(
        "严重、高、中、低、提示",
        lambda row: row.finding.severity.value,
        tuple(severity.value for severity in Severity),
    ),
    "问题": Field("问题的名称，如栏目陈旧", lambda row: row.finding.name),
    "问题明细": Field("哪条信息或哪个栏目、什么问题", _detail),
    "扣分依据": Field("问题明细；已经整改的注明", _deduction),
    "说明": Field("什么问题，不写是哪一条", lambda row: row.finding.message),
    "信息": Field("信息的标题或所属期间", lambda row: "" if row.finding.column else _subject(row)),
    "信息编号": Field("信息的编号、文号", lambda row: row.finding.record or ""),
    "栏目": Field("栏目的名称", lambda row: row.finding.column or ""),
    "评价标准": Field("所依据的时限和出处", _standard),
    "起算日": Field("时限起算的一天", lambda row: _day(row, "trigger")),
    "到期日": Field("时限的最后一天", lambda row: _day(row, "due")),
    "公开日期": Field(
        "信息公开（办结）的日期",
        lambda row: row.finding.published if row.finding.record else None,
    ),
    "最后更新日期": Field(
        "栏目最后更新的日期",
        lambda row: row.view.column.updated if row.view and row.view.column else None,
    ),
    "超期工作日": Field("超过到期日的工作日数", lambda row: row.finding.days_late),
    "超期自然日": Field("超过到期日的自然日数", lambda row: row.finding.calendar_days_late),
    "整改情况": Field("台账中已有的整改；没有的空着", _done),
    "下一步": Field("建议怎样办", lambda row: row.finding.next_step),
    "地址": Field("信息或栏目的网页地址", _url),
    "整改链接": Field("已经整改的信息的网页地址", _url_when_done),
    "台账位置": Field(
        "在台账的哪一格", lambda row: str(row.finding.place) if row.finding.place else ""
    ),
    "问题代码": Field("如 GK201", lambda row: row.finding.code),
    "问题编号": Field("每次核查都不变的编号", lambda row: row.finding.id),
}
