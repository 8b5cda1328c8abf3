"""``catalogue diff`` in a terminal: rows that were added or dropped, or are not as they were."""

from collections.abc import Iterator, Sequence

from ..editions.changes import Changed, RowChange, What
from ..model.duty import Catalogue, Duty
from .columns import indented, pad, width_of

WORDS: dict[What, str] = {
    "name": "名称",
    "category": "类别",
    "content": "公开内容",
    "openness": "五公开",
    "units": "责任单位",
    "limit": "公开时限",
    "freshness": "更新周期",
}
_KINDS = (("added", "新增的事项"), ("dropped", "取消的事项"), ("changed", "有改动的事项"))


def render(old: Catalogue, new: Catalogue, changes: Sequence[RowChange], width: int) -> str:
    """The changes in lines of at most ``width`` cells."""
    return "\n".join(_lines(old, new, changes, width)) + "\n"


def _lines(
    old: Catalogue, new: Catalogue, changes: Sequence[RowChange], width: int
) -> Iterator[str]:
    for label, each in (("原", old), ("现", new)):
        text = f"{each.title}（{each.source}），{len(each.duties)} 个事项"
        yield from indented(text, width, f"{label}：")
    for kind, heading in _KINDS:
        rows = [each for each in changes if each.kind == kind]
        if rows:
            yield ""
            yield f"{heading}：{len(rows)} 个"
            for alike in _alike(rows):
                yield from _rows(alike, width)
    yield ""
    yield _total(old, new, changes)


def _alike(rows: Sequence[RowChange]) -> list[list[RowChange]]:
    """The rows, those together in which the very same changed."""
    groups: dict[object, list[RowChange]] = {}
    for row in rows:
        groups.setdefault(row.changed or id(row), []).append(row)
    return list(groups.values())


def _rows(alike: Sequence[RowChange], width: int) -> Iterator[str]:
    labels = "；".join(map(_label, alike))
    yield from indented(labels, width, "  ", "    ")
    for each in alike[0].changed:
        yield from _changed(each, width)
    if alike[0].kind != "changed":
        yield from _set(alike[0].new or alike[0].old, width)


def _set(duty: Duty | None, width: int) -> Iterator[str]:
    """Who answers for a row that is new or dropped, and by when."""
    if duty is None:
        return
    units = "、".join(duty.unit_names) + (duty.open_units or "")
    limits = "；".join(limit.wording for limit in duty.limits)
    for label, text in (("责任单位", units), ("公开时限", limits)):
        if text:
            yield from indented(text, width, f"    {label}  ")


def _label(row: RowChange) -> str:
    duty = row.new or row.old
    assert duty is not None, "a change is about a row of one side at least"
    was = row.old.id if row.old and row.new and row.old.id != row.new.id else None
    return f"{duty.id} {duty.title}" + (f"（原编号 {was}）" if was else "")


def _changed(each: Changed, width: int) -> Iterator[str]:
    label = f"    {WORDS[each.what]}  "
    note = "（字样不同，读法相同）" if each.same_meaning else ""
    yield from indented(each.before or "（空白）", width, f"{label}原：")
    yield from indented((each.after or "（空白）") + note, width, f"{pad('', width_of(label))}现：")


def _total(old: Catalogue, new: Catalogue, changes: Sequence[RowChange]) -> str:
    if not changes:
        return "两份目录的事项没有不同。"
    counts = {kind: sum(each.kind == kind for each in changes) for kind, _ in _KINDS}
    same = len(new.duties) - counts["added"] - counts["changed"]
    limits = sum(each.of("limit") is not None for each in changes)
    units = sum(each.of("units") is not None for each in changes)
    return (
        f"新增 {counts['added']}，取消 {counts['dropped']}，改动 {counts['changed']}"
        f"（时限 {limits}，责任单位 {units}），不变 {same}"
    )
