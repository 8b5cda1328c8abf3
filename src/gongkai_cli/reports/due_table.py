"""``due`` for the eye: what is late, what falls due next, and what no date can be given for."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from ..model.due_sheet import DueRow, DueSheet
from .columns import Column, heading, indented, labelled, row
from .gathered import assumptions

_COLUMNS = (Column("到期日", 10), Column("还剩或已超", 15), Column("事项"))


def render(sheet: DueSheet, width: int, within: int, units: Collection[str] = ()) -> str:
    """The list in lines of at most ``width`` cells (60 or more).

    What is late is always in it, what falls due later only within ``within`` working days; with
    ``units`` only what is theirs.
    """
    return "\n".join(_lines(sheet, width, within, units)) + "\n"


def _lines(sheet: DueSheet, width: int, within: int, units: Collection[str]) -> Iterator[str]:
    theirs = [each for each in sheet.rows if not units or any(u in units for u in each.units)]
    shown = [each for each in theirs if _is_near(each, within)]
    coming = f"今后 {within} 个工作日内到期"
    yield from indented(f"{sheet.body} 到期提醒，截至 {sheet.as_of}", width, "")
    yield from _part("已超期", [each for each in shown if each.part == "late"], width)
    yield from _part(coming, [each for each in shown if each.part == "coming"], width)
    yield from _undated([each for each in shown if each.part == "undated"], width)
    moved = [text for each, text in sheet.moved if not units or any(u in units for u in each)]
    if moved:
        yield from ("", f"收录本工作区的放假通知后改变的日期 {len(moved)} 项")
        yield from (line for text in moved for line in indented(text, width, "  ", "    "))
    yield ""
    if len(theirs) > len(shown):
        yield f"另有 {len(theirs) - len(shown)} 项在此之后到期，用 --within 放宽天数可以看到。"
    for label, text in sheet.rules:
        yield from indented(text, width, f"{label}：")
    if outside := sum(not units or any(u in units for u in each) for each in sheet.outside):
        yield f"未判断：{outside} 项在台账起始以前，不在台账期内"
    assumed = [*sheet.assumed, *(pair for each in shown for pair in each.assumed)]
    if lines := assumptions(assumed, width):
        yield from ("", *lines)


def _is_near(each: DueRow, within: int) -> bool:
    return each.near or (each.left is not None and each.left <= within)


def _part(title: str, rows: Sequence[DueRow], width: int) -> Iterator[str]:
    yield from ("", f"{title} {len(rows)} 项")
    if rows:
        yield from heading(_COLUMNS, width)
    for each in rows:
        yield from row(_COLUMNS, (each.due, each.left_words, each.duty), width)
        yield from labelled(each.texts, width)


def _undated(rows: Sequence[DueRow], width: int) -> Iterable[str]:
    if rows:
        yield from ("", f"无法计算到期日 {len(rows)} 项")
    for each in rows:
        yield from indented(each.duty, width, "")
        yield from labelled(each.texts, width)
