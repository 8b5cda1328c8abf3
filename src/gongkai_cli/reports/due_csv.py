"""``due`` for Excel and WPS: a line a case, the earliest date first."""

from collections.abc import Iterator

from ..model.assessment import Assessment
from .agenda import Agenda, agenda
from .csv_text import CLOCK, DEADLINE, Cell, clock_cells, deadline_cells
from .csv_text import render as render_csv
from .deadline_words import clock_words

_HEADINGS = (
    "状态",
    "还剩工作日",
    "超期工作日",
    "超期自然日",
    "责任单位",
    "事项编号",
    "事项",
    "信息",
    "标题",
    *CLOCK,
    *DEADLINE,
    "另有时限",
    "说明",
)


def render(assessment: Assessment, within: int) -> bytes:
    """A CSV file with BOM; what no date can be given for stands last and says why."""
    return render_csv(_HEADINGS, _rows(agenda(assessment, within)))


def _rows(found: Agenda) -> Iterator[tuple[Cell, ...]]:
    for entry in found.entries:
        yield (
            entry.state,
            entry.running.workdays_left,
            *entry.days_late,
            "、".join(entry.units),
            entry.duty.id,
            entry.duty.title,
            entry.record,
            entry.title,
            *clock_cells(entry.clock, broken=entry.is_late),
            *deadline_cells(entry.deadline),
            "；".join(
                f"{other.deadline.due} 到期：{clock_words(other.clock)}"
                for other in entry.others
                if other.deadline is not None
            ),
            "；".join(entry.deadline.open),
        )
    for obstacle in found.obstacles:
        yield (
            "无法计算",
            None,
            None,
            None,
            "、".join(obstacle.units),
            obstacle.duty.id,
            obstacle.duty.title,
            obstacle.record,
            obstacle.title,
            *clock_cells(obstacle.clock, broken=False),
            *deadline_cells(None),
            None,
            obstacle.why,
        )
