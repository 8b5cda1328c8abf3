"""``plan`` for the eye: the last day of each inner step, and whether there is time for all."""

from collections.abc import Iterator

from ..assess.plan import Plan, Planned
from ..assess.prospects import Coming
from ..calendar import WorkCalendar
from .columns import Column, heading, indented, labelled, row
from .day_words import day_words
from .when_table import head
from .when_words import UNSURE, assumed, foot, scope_words, texts_of, what

_COLUMNS = (
    Column("最后一日", 18),
    Column("最晚开始", 18),
    Column("工作日", 6),
    Column("步骤"),
)


def render(plan: Plan, calendar: WorkCalendar, width: int) -> str:
    """The plan in lines of at most ``width`` cells (60 or more)."""
    return "\n".join(_lines(plan, calendar, width)) + "\n"


def _lines(plan: Plan, calendar: WorkCalendar, width: int) -> Iterator[str]:
    ahead, target = plan.prospects, plan.target
    yield from head(ahead, width)
    yield ""
    yield from indented(what(target), width, "目标  ")
    yield from labelled(_target(plan), width)
    yield ""
    yield from heading(_COLUMNS, width)
    for each in plan.stages:
        yield from row(_COLUMNS, _cells(each), width)
    yield ""
    yield from indented(_verdict(plan), width, "结论：")
    for note in _notes(plan):
        yield from indented(note, width, "注意：")
    yield from foot(ahead, calendar, width)
    yield from assumed((target,), _assumed_steps(plan), width)


def _target(plan: Plan) -> Iterator[tuple[str, str]]:
    due = plan.target.deadline
    marked = "" if due.certain else f"（{UNSURE}）"
    yield "到期", f"{day_words(due.due)}{marked}，当日完成为按时"
    yield "建议", f"{day_words(due.aim)}前完成，各步从这一天倒排"
    yield from texts_of(plan.target, plan.prospects)


def _cells(planned: Planned) -> tuple[str, str, str, str]:
    stage = planned.stage
    mark = "（推定）" if stage.step.assumed else ""
    late = f"：来不及，差 {planned.lacking} 个工作日" if planned.lacking else ""
    name = f"{stage.step.name}{mark}{late}"
    return day_words(stage.last), day_words(stage.first), str(stage.step.workdays), name


def _verdict(plan: Plan) -> str:
    first = plan.stages[0].stage
    if not plan.lacking:
        return f"时间够：最晚 {day_words(first.first)}开始“{first.step.name}”"
    return (
        f"时间不够：差 {plan.lacking} 个工作日。按这个流程“{first.step.name}”最晚要在 "
        f"{day_words(first.first)}开始，早于触发日；请缩短各步，到期日不变"
    )


def _notes(plan: Plan) -> Iterator[str]:
    if plan.target.duty.kind != "publish":
        last = plan.stages[-1].stage.step.name
        yield f"这是不上网站的内部事项，最后一步“{last}”按报送、办结理解"
    if (scope := scope_words(plan.target.clock)) and plan.prospects.title is None:
        yield f"这条时限只管{scope}；用 --title 写明标题，就按适用的时限重排"
    if not plan.target.deadline.certain:
        yield "只按一定上班的日子倒排，放假通知印发以后可能宽一些，不会更紧"
    for other in plan.later:
        yield _other(other)


def _other(other: Coming) -> str:
    scope = scope_words(other.clock)
    mark = " " if other.deadline.certain else f"（{UNSURE}）"
    words = f"另有 {other.deadline.due}{mark}到期：{other.clock.wording}"
    return f"{words}，只管{scope}" if scope else words


def _assumed_steps(plan: Plan) -> Iterator[tuple[str, str]]:
    for each in plan.stages:
        if each.stage.step.assumed:
            yield each.stage.step.name, f"工作日数：{each.stage.step.assumed}"
