"""An assessment as the plain sheet that ``due`` lays out."""

from collections.abc import Iterable, Iterator

from ..assess.moved import Moved
from ..model.assessment import Assessment
from ..model.due_sheet import DueRow, DueSheet
from ..model.finding import State
from ..model.unit import Unit, every_unit, names_within
from .agenda import Entry, Obstacle, agenda, title_of
from .deadline_words import clock_words, span_words
from .preface import assumed_of, assumed_of_catalogue, rule_rows

_NO_UNIT = "未明确责任单位"


def sheet_of(assessment: Assessment, moved: Iterable[Moved] = ()) -> DueSheet:
    """The sheet of a whole assessment; the window and the units are chosen when it is laid out."""
    found = agenda(assessment)
    units_of = {each.duty.id: list(each.duty.unit_names) for each in assessment.duties}
    return DueSheet(
        body=assessment.catalogue.body,
        as_of=str(assessment.as_of),
        units=dict(_names(assessment.catalogue.units)),
        rows=[
            *(_entry(assessment, each) for each in found.entries),
            *(_obstacle(assessment, each) for each in found.obstacles),
        ],
        rules=rule_rows(assessment),
        outside=[units_of.get(each.split(" ")[0], []) for each in assessment.outside],
        moved=[(list(each.case.units), _moved_words(each)) for each in moved],
        assumed=list(assumed_of_catalogue(assessment)),
    )


def _names(units: tuple[Unit, ...]) -> Iterator[tuple[str, list[str]]]:
    for unit in every_unit(units):
        within = sorted(names_within(unit))
        for name in (unit.name, *unit.aliases):
            yield name, within
        for child in unit.children:
            for name in (child.name, *child.aliases):
                yield unit.name + name, sorted(names_within(child))


def _entry(assessment: Assessment, entry: Entry) -> DueRow:
    return DueRow(
        part="late" if entry.is_late else "coming",
        near=entry.deadline.due <= assessment.as_of,
        left=entry.running.workdays_left,
        units=list(entry.units),
        due=str(entry.deadline.due),
        left_words=left_words(entry),
        duty=f"{entry.duty.id} {entry.duty.title}",
        texts=list(_texts(entry)),
        assumed=list(assumed_of(assessment, entry.duty.id, entry.clock)),
    )


def _obstacle(assessment: Assessment, obstacle: Obstacle) -> DueRow:
    return DueRow(
        part="undated",
        near=True,
        left=None,
        units=list(obstacle.units),
        due="",
        left_words="",
        duty=f"{obstacle.duty.id} {obstacle.duty.title}",
        texts=[
            ("信息", obstacle.title),
            ("单位", "、".join(obstacle.units) or _NO_UNIT),
            ("时限", clock_words(obstacle.clock)),
            ("原因", obstacle.why),
        ],
        assumed=list(assumed_of(assessment, obstacle.duty.id, obstacle.clock)),
    )


def _moved_words(each: Moved) -> str:
    before = str(each.before.due)
    if not each.before.certain:
        before += f"（暂算，{each.before.earliest} 至 {each.before.latest}）"
    now = str(each.after.due) if each.after.certain else f"{each.after.due}（暂算）"
    return f"{each.case.duty.id} {title_of(each.case)}：原 {before}，现 {now}"


def left_words(entry: Entry) -> str:
    """How many working days are left, or how many it is late."""
    if entry.is_late:
        return f"已超 {entry.running.workdays_late} 工作日"
    if entry.state in (State.DUE_TODAY, State.UNDECIDED):
        return entry.state.value
    return f"还剩 {entry.running.workdays_left} 工作日"


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield ("栏目" if entry.column else "信息"), entry.title
    yield "单位", "、".join(entry.units) or _NO_UNIT
    yield "时限", clock_words(entry.clock, broken=entry.is_late)
    if entry.deadline.aim != entry.deadline.due and not entry.is_late:
        yield "建议", f"{entry.deadline.aim} 前完成（到期日前最后一个稳妥的工作日）"
    if span := span_words(entry.deadline):
        yield "暂算", span
    for other in entry.others:
        if other.deadline is not None:
            yield "另有", f"{other.deadline.due} 到期：{clock_words(other.clock)}"
