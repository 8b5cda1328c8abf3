"""``due`` for the eye: what is late, what falls due next, and what no date can be given for."""

from collections.abc import Iterable, Iterator

from ..model.assessment import Assessment
from ..model.deadline import Clock
from ..model.finding import State
from .agenda import Agenda, Entry, Obstacle, agenda
from .columns import Column, heading, indented, labelled, row
from .deadline_words import clock_words, span_words
from .preface import assumptions, rules

_COLUMNS = (Column("到期日", 10), Column("还剩或已超", 15), Column("事项"))


def render(assessment: Assessment, width: int, within: int) -> str:
    """The list in lines of at most ``width`` cells (60 or more).

    What is late is always in it, what falls due later only within ``within`` working days.
    """
    return "\n".join(_lines(assessment, agenda(assessment, within), width, within)) + "\n"


def _lines(assessment: Assessment, found: Agenda, width: int, within: int) -> Iterator[str]:
    late = [entry for entry in found.entries if entry.is_late]
    coming = [entry for entry in found.entries if not entry.is_late]
    yield from indented(f"{assessment.catalogue.body} 到期提醒，截至 {assessment.as_of}", width, "")
    yield from _part("已超期", late, width)
    yield from _part(f"今后 {within} 个工作日内到期", coming, width)
    if found.obstacles:
        yield from ("", f"无法计算到期日 {len(found.obstacles)} 项")
        for obstacle in found.obstacles:
            yield from _obstacle(obstacle, width)
    yield ""
    if found.later:
        yield f"另有 {found.later} 项在此之后到期，用 --within 放宽天数可以看到。"
    yield from rules(assessment, width)
    if assumed := assumptions(assessment, _clocks(found), width):
        yield from ("", *assumed)


def _clocks(found: Agenda) -> Iterator[tuple[str, Clock]]:
    for entry in found.entries:
        yield entry.duty.id, entry.clock
    for obstacle in found.obstacles:
        yield obstacle.duty.id, obstacle.clock


def _part(title: str, entries: list[Entry], width: int) -> Iterator[str]:
    yield from ("", f"{title} {len(entries)} 项")
    if entries:
        yield from heading(_COLUMNS, width)
    for entry in entries:
        cells = (str(entry.deadline.due), left_words(entry), f"{entry.duty.id} {entry.duty.title}")
        yield from row(_COLUMNS, cells, width)
        yield from labelled(_texts(entry), width)


def left_words(entry: Entry) -> str:
    """How many working days are left, or how many it is late."""
    if entry.is_late:
        return f"已超 {entry.running.workdays_late} 工作日"
    if entry.state in (State.DUE_TODAY, State.UNDECIDED):
        return entry.state
    return f"还剩 {entry.running.workdays_left} 工作日"


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    yield ("栏目" if entry.column else "信息"), entry.title
    yield "单位", "、".join(entry.units) or "未明确责任单位"
    yield "时限", clock_words(entry.clock, broken=entry.is_late)
    if entry.deadline.aim != entry.deadline.due and not entry.is_late:
        yield "建议", f"{entry.deadline.aim} 前完成（到期日前最后一个稳妥的工作日）"
    if span := span_words(entry.deadline):
        yield "暂算", span
    for other in entry.others:
        if other.deadline is not None:
            yield "另有", f"{other.deadline.due} 到期：{clock_words(other.clock)}"


def _obstacle(obstacle: Obstacle, width: int) -> Iterable[str]:
    yield from indented(f"{obstacle.duty.id} {obstacle.duty.title}", width, "")
    texts = (
        ("信息", obstacle.title),
        ("单位", "、".join(obstacle.units) or "未明确责任单位"),
        ("时限", clock_words(obstacle.clock)),
        ("原因", obstacle.why),
    )
    yield from labelled(texts, width)
