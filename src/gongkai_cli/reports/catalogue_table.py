"""``catalogue show`` in a terminal: units, duties with their limits, what is assumed."""

from collections.abc import Iterable, Iterator

from ..model.duty import Catalogue, Duty, PrintedLimit
from ..model.unit import Unit
from .columns import Column, heading, indented, row

_ASSUMED = "*"


def render(catalogue: Catalogue, width: int) -> str:
    """The catalogue in lines of at most ``width`` cells."""
    return "\n".join(_lines(catalogue, width)) + "\n"


def _lines(catalogue: Catalogue, width: int) -> Iterator[str]:
    yield from indented(catalogue.title, width, "", "  ")
    for label, text in _head(catalogue):
        yield from indented(text, width, f"{label}：")
    yield ""
    yield "单位"
    for unit in catalogue.units:
        yield from indented(_unit_words(unit), width, "  ", "    ")
    rows = [duty for duty in catalogue.duties if not duty.is_clause]
    clauses = [duty for duty in catalogue.duties if duty.is_clause]
    yield from _table("目录各行", rows, width)
    yield from _table("正文条款设定的事项", clauses, width)
    yield from _assumed(catalogue, width)


def _columns(width: int) -> tuple[Column, ...]:
    """A limit takes 24 cells of 80, a unit 14, less on a narrow terminal, more on a wide one."""
    limit, units = min(width * 3 // 10, 38), min(width * 7 // 40, 24)
    return (
        Column("编号", 6),
        Column("公开时限", limit),
        Column("更新周期", 8),
        Column("责任单位", units),
        Column("事项"),
    )


def _head(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    yield "机关", catalogue.body
    yield "依据", catalogue.source
    first, last = catalogue.period.first, catalogue.period.last
    yield "有效期", f"{first or '未写明'} 至 {last or '未写明'}"


def _unit_words(unit: Unit) -> str:
    aliases = f"（又称{'、'.join(unit.aliases)}）" if unit.aliases else ""
    group = f"【{unit.group}】" if unit.group else ""
    below = "、".join(_unit_words(child) for child in unit.children)
    return f"{unit.name}{aliases}{group}" + (f"：{below}" if below else "")


def _table(title: str, duties: list[Duty], width: int) -> Iterator[str]:
    if not duties:
        return
    yield ""
    yield f"{title}（{len(duties)} 项）"
    columns = _columns(width)
    yield from heading(columns, width)
    for duty in duties:
        cells = (duty.id, _limits(duty), _fresh(duty), _units(duty), _name(duty))
        yield from row(columns, cells, width)


def _units(duty: Duty) -> str:
    named = "、".join(each.unit for each in duty.units)
    return "；".join(part for part in (named, duty.open_units) if part) or "没有写"


def _limits(duty: Duty) -> str:
    return "；".join(map(_words, duty.limits)) or "没有写"


def _fresh(duty: Duty) -> str:
    return _words(duty.freshness) if duty.freshness else "-"


def _words(printed: PrintedLimit) -> str:
    return printed.wording + (_ASSUMED if printed.assumed else "")


def _name(duty: Duty) -> str:
    notes = [
        "内部" if duty.kind == "internal" else "",
        f"随{duty.subject_of}" if duty.subject_of else "",
        f"在{duty.appears_in}的栏目" if duty.appears_in else "",
        _tags(duty),
    ]
    said = "，".join(note for note in notes if note)
    return duty.title + (f"（{said}）" if said else "")


def _tags(duty: Duty) -> str:
    if duty.tags is None:
        return ""
    mark = _ASSUMED if duty.tags_assumed else ""
    return f"标签：{'、'.join(duty.tags) or '无'}{mark}"


def _assumed(catalogue: Catalogue, width: int) -> Iterator[str]:
    if not catalogue.assumptions:
        return
    yield ""
    yield f"推定（{len(catalogue.assumptions)} 种，文件没有写明，待确认；上表中标 {_ASSUMED}）"
    for note, duties in catalogue.assumptions:
        where = _ids(duties)
        yield from indented(f"{where}：{note.subject}按“{note.value}”", width, "  ", "    ")
        yield from indented(note.reason, width, "    理由：", "    ")


def _ids(duties: Iterable[Duty]) -> str:
    return "、".join(duty.id for duty in duties) or "整个目录"
