"""A date that follows in words, the same in ``when`` and ``plan``."""

from collections.abc import Iterable, Iterator

from ..assess.prospects import Coming, Prospects, Undated
from ..calendar import WorkCalendar
from ..model.deadline import Clock
from ..model.duty import Assumption
from ..model.limit import Within
from .columns import indented
from .day_words import calendar_notes, day_words
from .deadline_words import clock_words, span_words
from .gathered import assumptions
from .limit_reading import TRIGGERS
from .preface import setting_words
from .standing import NO_UNIT

SURE, UNSURE = "确定", "暂算"


def what(coming: Coming) -> str:
    """What is to be done by the date, and under which duty."""
    name = f"{coming.duty.id} {coming.duty.title}"
    if coming.role == "stale":
        return f"更新 {name}：此日以后栏目算陈旧"
    verb = "公开" if coming.duty.kind == "publish" else "办结"
    return f"{verb} {name}" + (f"：{coming.occasion}" if coming.occasion else "")


def sureness(coming: Coming) -> str:
    """Whether anything may still move the date."""
    return SURE if coming.deadline.certain else UNSURE


def texts_of(coming: Coming, ahead: Prospects) -> Iterator[tuple[str, str]]:
    """On what the date rests and from where it is counted, each behind its label.

    The units are said where they are not those of the duty that was asked about.
    """
    if coming.duty.id != ahead.duty.id:
        yield "单位", "、".join(coming.duty.unit_names) or NO_UNIT
    yield "时限", clock_words(coming.clock)
    yield from _start(coming, ahead)
    if scope := scope_words(coming.clock):
        yield "只管", scope
    if span := span_words(coming.deadline):
        yield UNSURE, span


def scope_words(clock: Clock) -> str:
    """To which titles the limit applies; empty where to all."""
    scope = clock.limit.applies_to
    return f"标题属于“{scope}”的信息" if scope else ""


def foot(ahead: Prospects, calendar: WorkCalendar, width: int) -> Iterator[str]:
    """By which rules it was counted; asked for after counting, since the calendar reads lazily."""
    yield from indented(setting_words(ahead.settings, ahead.basis), width, "口径：")
    for note in calendar_notes(calendar) if calendar.last_notice else ():
        yield from indented(note, width, "")
    period = ahead.catalogue.period
    if not period.holds(ahead.trigger):
        words = f"目录：有效期为 {period.first or '…'} 至 {period.last or '…'}，触发日不在其内"
        yield from indented(words, width, "")


def assumed(dates: Iterable[Coming], more: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Every 推定 that the dates rest on, and ``more``, below a blank line."""
    rows = [pair for each in dates for pair in _assumed(each)]
    if lines := assumptions([*rows, *more], width):
        yield from ("", *lines)


def undated_texts(each: Undated) -> Iterator[tuple[str, str]]:
    """A limit without a date, and why it has none."""
    yield "时限", f"{each.wording}；依据：{each.basis}"
    yield "原因", each.why


def _start(coming: Coming, ahead: Prospects) -> Iterator[tuple[str, str]]:
    start, limit = day_words(coming.deadline.trigger), coming.clock.limit
    if coming.role == "stale":
        yield "起算", f"{start}，按这一天公开、栏目最新一条就是它"
    elif coming.role == "following":
        yield "起算", f"{start}，按这一天公开；提前公开的，到期日也提前"
    elif isinstance(limit, Within):
        event = limit.event or TRIGGERS[limit.trigger or "formed-or-changed"]
        counted = "往前数" if limit.direction == "before" else f"当日{ahead.settings.trigger_day}"
        yield "起算", f"{start}，{event}，{counted}"
    elif coming.deadline.segments:
        yield "起算", f"{start}，该期结束，当日{ahead.settings.trigger_day}"


def _assumed(coming: Coming) -> Iterator[tuple[str, str]]:
    said = set()
    for note in _notes(coming):
        said.add(note.reason)
        yield coming.duty.id, f"{note.subject}：{note.value}（{note.reason}）"
    clock = coming.clock
    if clock.assumed and clock.assumed not in said:
        yield coming.duty.id, f"“{clock.wording}”：{clock.assumed}"
    for basis in clock.bases:
        if basis.assumed and basis.assumed != clock.assumed:
            yield basis.text, basis.assumed


def _notes(coming: Coming) -> Iterable[Assumption]:
    """What is assumed of a duty; of a column that only grows old, what is assumed of its age."""
    if coming.role != "stale":
        return coming.duty.assumed
    return (note for note in coming.duty.assumed if note.reason == coming.clock.assumed)
