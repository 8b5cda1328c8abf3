"""What a merge comes to, for a terminal."""

from collections.abc import Iterator, Sequence

from ..reports.columns import indented
from .result import Added, Changed, Conflict, Filed, MergeResult

_EMPTY = "（空）"


def render(result: MergeResult, files: Sequence[Filed], width: int, *, dry_run: bool) -> str:
    """What goes in, file by file, then what is left to people, the counts last."""
    lines: list[str] = []
    for part in (
        _merged(result, width),
        _conflicts(result.conflicts, width),
        _removed(result, width),
        _receipts(result, width),
        _missing(result, width),
        _files(files, width),
        _counts(result, width, dry_run),
    ):
        found = list(part)
        lines += [*found, ""] if found else []
    return "\n".join(lines[:-1]) + "\n"


def _merged(result: MergeResult, width: int) -> Iterator[str]:
    for number, file in enumerate(result.files):
        if number:
            yield ""
        yield from indented(file.name, width, "")
        for change in file.changed:
            yield from indented(_change(change), width, "  改  ")
        for added in file.added:
            yield from indented(_addition(added), width, "  增  ")


def _change(each: Changed) -> str:
    record = _record(each.sheet, each.record)
    return f"{record} {each.heading}：{each.old or _EMPTY} → {each.new or _EMPTY}（{each.unit}）"


def _addition(each: Added) -> str:
    cells = "，".join(f"{name} {text}" for name, text in each.cells.items() if name != "编号")
    return f"{_record(each.sheet, each.record)}：{cells}（{each.unit}）"


def _conflicts(conflicts: Sequence[Conflict], width: int) -> Iterator[str]:
    if not conflicts:
        return
    yield f"冲突 {len(conflicts)} 处，台账保持原值，请决定后改台账："
    for each in conflicts:
        heading = f"{_record(each.sheet, each.record)} {each.heading}（{each.place}）：{each.why}"
        yield from indented(heading, width, "  ")
        base = "不详" if each.base is None else each.base or _EMPTY
        ledger = "没有这一行" if each.ledger is None else each.ledger or _EMPTY
        text = f"下发时 {base}；台账 {ledger}；{each.unit} {each.units_value or _EMPTY}"
        yield from indented(text, width, "      ")


def _removed(result: MergeResult, width: int) -> Iterator[str]:
    if result.removed:
        yield f"单位删去 {len(result.removed)} 行，台账没有删："
    for each in result.removed:
        text = f"{_record(each.sheet, each.record)}（{each.place}；{each.unit}）"
        yield from indented(text, width, "  ")


def _receipts(result: MergeResult, width: int) -> Iterator[str]:
    if result.receipts:
        signed = "、".join(f"{each.unit}（{each.day or each.text}）" for each in result.receipts)
        yield from indented(f"{len(result.receipts)} 个单位：{signed}", width, "已签收 ")


def _missing(result: MergeResult, width: int) -> Iterator[str]:
    if result.missing:
        text = f"{len(result.missing)} 个单位：{'、'.join(result.missing)}"
        yield from indented(text, width, "未报 ")


def _files(files: Sequence[Filed], width: int) -> Iterator[str]:
    for each in files:
        kept = f"（原文件备份为 {each.backup}）" if each.backup else ""
        yield from indented(f"{each.file}{kept}", width, "已写入 ")


def _counts(result: MergeResult, width: int, dry_run: bool) -> Iterator[str]:
    tried = "试运行，没有写入：" if dry_run else ""
    text = (
        f"{tried}收到 {len(result.returned)} 个单位，改 {len(result.changed)} 处，"
        f"增 {len(result.added)} 行，冲突 {len(result.conflicts)} 处"
    )
    yield from indented(text, width, "")


def _record(sheet: str, record: str) -> str:
    return record if sheet == "信息台账" else f"{sheet} {record}"
