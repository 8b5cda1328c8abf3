"""What the mail to the leading office says: coverage, each unit, what is late, who is silent."""

from collections.abc import Iterator
from datetime import date

from ..reports.day_words import day_words
from .digest_page import due_words, week_words
from .page import Block, Page, Section, Table
from .summary import Summary, UnitRow

_MOST_UNITS = 200
_MOST = 60


def summary_page(summary: Summary, day: date) -> Page:
    """The mail of the leading office on a day, which decides only which week its subject names."""
    late, coming = len(summary.late), sum(each.coming for each in summary.units)
    counts = f"{len(summary.units)}个单位有待办，超期{late}件"
    office = f"〔{summary.office}〕" if summary.office else ""
    return Page(
        subject=f"{office}政务公开提醒汇总：{counts}{week_words(day)}",
        greeting=f"{summary.office}：" if summary.office else "",
        opening=(
            f"{summary.body}政务公开提醒汇总，核查日 {day_words(summary.as_of)}。",
            f"{counts}，今后{summary.within}个工作日内到期{coming}件次。",
        ),
        sections=tuple(_sections(summary)),
        closing=(f"放假安排：{summary.calendar}。",) if summary.calendar else (),
    )


def _sections(summary: Summary) -> Iterator[Section]:
    yield Section(heading="核查覆盖", lines=summary.coverage)
    if summary.units:
        yield _units(summary)
    if summary.late:
        yield Section(
            heading=f"已超期（{len(summary.late)}件）",
            blocks=tuple(
                Block(
                    name=each.matter.name,
                    when=due_words(each.matter),
                    is_late=True,
                    tags=(each.rung,) if each.rung else (),
                    rows=(("单位", "、".join(each.matter.units)), ("时限", each.matter.limit)),
                    step=each.matter.next_step,
                )
                for each in summary.late[:_MOST]
            ),
            more=max(len(summary.late) - _MOST, 0),
        )
    if summary.silent:
        yield Section(
            heading=f"未签收（{len(summary.silent)}个单位）",
            table=Table(
                headings=("单位", "最早未签收的提醒", "已过工作日"),
                rows=tuple(
                    (each.unit, str(each.since), str(each.workdays)) for each in summary.silent
                ),
            ),
        )
    if summary.nobody:
        yield Section(
            heading=f"没有责任单位（{len(summary.nobody)}件）",
            lines=tuple(
                f"{each.name}：{each.why or each.next_step}" for each in summary.nobody[:_MOST]
            ),
            more=max(len(summary.nobody) - _MOST, 0),
        )
    if summary.unreachable:
        yield Section(
            heading=f"没有邮箱，提醒没有发出（{len(summary.unreachable)}个单位）",
            lines=("、".join(summary.unreachable),),
        )


def _units(summary: Summary) -> Section:
    rows = sorted(summary.units, key=_worst_first)
    return Section(
        heading=f"各单位（{len(rows)}个）",
        table=Table(
            headings=("单位", "超期", "到期", "未能定日期", "其他", "最重状态", "级别"),
            rows=tuple(
                (
                    each.unit,
                    str(each.late),
                    str(each.coming),
                    str(each.undated),
                    str(each.other),
                    each.worst or "",
                    each.rung,
                )
                for each in rows[:_MOST_UNITS]
            ),
        ),
        more=max(len(rows) - _MOST_UNITS, 0),
    )


def _worst_first(row: UnitRow) -> tuple[int, int]:
    return -row.late, row.worst.rank if row.worst else 99
