"""A draft as the catalogue file that a person would have written from the paper.

Cells stand as printed; what was filled in stands under 推定 with its reason, what was taken to be
meant otherwise is said in a comment. The layout is that of the shipped catalogue.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from ..model.draft import Draft, DraftRow, Inference
from ..model.limit import Periodic, Reading, Within
from ..model.unit import Unit, find_unit
from ..notation.yaml_words import yaml_block, yaml_list, yaml_mapping, yaml_scalar

_HEAD = """# yaml-language-server: $schema=./catalogue.schema.json
#
# {origin}。每个事项照印本填写，错字、空白都照原样。
# 印本没有、由程序推定的，写在“推定”里或写成注释，请逐条核对；改好后用 gongkai catalogue lint 检查。
"""
_NO_FRESHNESS = """# 印本没有写栏目多久没有新内容算陈旧。要核查陈旧，请在这里加上“更新周期”的分类，
# 再在各事项中填写（写法见随程序的 catalogue.yaml）。
"""
_ASSUMABLE = ("公开内容", "五公开", "责任单位", "另有", "公开时限")
_OF_ROWS = (*_ASSUMABLE, "更新周期")
_PLAIN = ("公开内容", "五公开", "另有", "公开时限")
_WIDTH = 100
_EVERY = {
    "day": "1天",
    "week": "1周",
    "month": "1个月",
    "quarter": "3个月",
    "half-year": "6个月",
    "year": "1年",
}
_UNITS = {"day": "天", "week": "周", "month": "个月", "year": "年", "workday": "个工作日"}


class Given(Struct, frozen=True, kw_only=True):
    """What the paper does not print and somebody said: title, body, source, the file's name."""

    title: str | None = None
    body: str | None = None
    source: str | None = None
    file: str = ""


def render(draft: Draft, given: Given) -> str:
    """The text of a catalogue file. A body is needed: of the draft or ``given``."""
    written = _Written(draft, given)
    return "\n".join(written.lines())


def row_lines(draft: Draft, row: DraftRow) -> tuple[str, ...]:
    """The lines of one row, as it stands under 事项."""
    return tuple(_Written(draft, Given()).row(row))


def unit_lines(draft: Draft, name: str) -> tuple[str, ...]:
    """The lines of one unit, as it stands under 单位, called as the paper calls it."""
    unit = find_unit(draft.units, name)
    if unit is None or (unit.name != name and name not in unit.aliases):
        unit = Unit(name)
    return tuple(_unit(structs.replace(unit, children=()), 2))


def freshness_words(wording: str) -> str | None:
    """How old a column may be, in the words of 更新周期, where a wording says that.

    In a cell of that kind a bare 2周 is an age, though it might be many things elsewhere.

    >>> freshness_words("最迟6个月内必须有更新"), freshness_words("2周"), freshness_words("及时")
    ('6个月', '2周', None)
    """
    from ..limits import read_wording
    from ..sources.catalogue.wording import read_duration

    if read_duration(wording):
        return wording
    return _duration(read_wording(wording))


def _duration(reading: Reading) -> str | None:
    found = {
        words
        for limit in reading.limits
        if isinstance(limit, Periodic | Within) and (words := _as_duration(limit))
    }
    return found.pop() if len(found) == 1 else None


def _as_duration(limit: Periodic | Within) -> str | None:
    if isinstance(limit, Periodic):
        return _EVERY[limit.every]
    unit = _UNITS.get(limit.unit)
    return None if limit.direction or unit is None else f"{limit.count}{unit}"


class _Written:
    def __init__(self, draft: Draft, given: Given) -> None:
        self._draft = draft
        self._given = given
        self._of: dict[str | None, list[Inference]] = {}
        for each in draft.inferences:
            self._of.setdefault(each.row, []).append(each)
        self._said: set[str] = set()
        self._numbers = {row.id: n for n, row in enumerate(draft.rows, start=1)}
        names = {key: each[0] for key, each in draft.headings.items()}
        self._heading = names
        self._levels = draft.headings.get("类别", ())

    def lines(self) -> Iterator[str]:
        """The whole file."""
        yield from self._head()
        yield from self._headings()
        if "更新周期" not in self._draft.headings:
            yield from _NO_FRESHNESS.splitlines()
            yield ""
        yield from self._units()
        yield ""
        yield "事项:"
        rows = f"{self._draft.annex or '表'}，{len(self._draft.rows)}行，按印本顺序"
        yield f"  # {rows}"
        for row in self._draft.rows:
            yield from self.row(row)
            yield ""

    def _head(self) -> Iterator[str]:
        draft, given = self._draft, self._given
        origin = (
            f"由 gongkai catalogue import 从{_quoted(given.file)}读入" if given.file else "读入"
        )
        yield from _HEAD.format(origin=origin).splitlines()
        yield ""
        body = given.body or draft.body or ""
        title = given.title or draft.title or f"{body}主动公开基本目录"
        source = given.source or draft.source or given.file or "未写明"
        yield f"目录: {yaml_scalar(title)}"
        yield f"机关: {yaml_scalar(body)}"
        yield f"依据: {yaml_scalar(source)}"
        assumed: dict[str, tuple[str, str]] = {}
        if draft.year:
            first = f"{draft.year}-01-01"
            why = f"文件没有写明有效期；目录名称为“{draft.year}年”，按当年"
            if draft.issued and draft.issued.year == draft.year:
                first = draft.issued.isoformat()
                why = f"文件没有写明有效期；自印发之日起，目录名称为“{draft.year}年”，止于当年年底"
            yield f"有效期: {{自: {first}, 至: {draft.year}-12-31}}"
            assumed["有效期"] = f"{first}至{draft.year}-12-31", why
        if not (given.title or draft.title):
            assumed["目录"] = title, "文件没有标题，由机关名称拟成"
        if not (given.source or draft.source):
            assumed["依据"] = source, "没有读到文号，暂写文件名；请改为文号"
        yield ""
        if assumed:
            yield "推定:"
            for key, (value, why) in assumed.items():
                yield from _assumed(key, yaml_scalar(value), why, 2)
            yield ""

    def _headings(self) -> Iterator[str]:
        draft = self._draft
        yield "表头:"
        unordered: list[str] = []
        for key, names in draft.headings.items():
            unordered += names
            several = key == "其他" or len(names) > 1
            yield f"  {key}: {yaml_list(names) if several else yaml_scalar(names[0])}"
        if (*unordered, *draft.shared) != draft.order:
            yield f"  顺序: {yaml_list(draft.order)}"
        if draft.shared:
            yield f"共同: {yaml_mapping(draft.shared)}"
        yield ""

    def _units(self) -> Iterator[str]:
        groups = {unit.group for unit in self._draft.units}
        for each in self._of.get(None, ()):
            if each.kind == "unit" and each.reason not in groups:
                yield f"# 推定：{each.reason}"
        yield "单位:"
        if not self._draft.units:
            body = self._given.body or self._draft.body or ""
            yield "  # 印本没有写责任单位，暂由机关本身负责；请改为实际的科室"
            yield f"  - 名称: {yaml_scalar(body)}"
        for unit in self._draft.units:
            yield from _unit(unit, 2)

    def row(self, row: DraftRow) -> Iterator[str]:
        """One row, with a comment where something about it is to be known.

        What is to be known of many rows (a wording that each has) is said at the first one.
        """
        found = self._of.get(row.id, [])
        filled = {each.key: each for each in found if each.fills}
        for each in found:
            comment = _comment(each)
            if not each.fills and comment not in self._said:
                yield f"  # {comment}"
            if each.kind in ("slip", "unit"):
                self._said.add(comment)
        category = row.category
        yield f"  - 编号: {row.id}"
        yield f"    类别: {yaml_list(category)}"
        yield f"    名称: {yaml_scalar(row.name)}"
        values = self._values(row, filled)
        for key in _OF_ROWS:
            value = values.get(key)
            if value and key == "责任单位":
                yield f"    {key}: {yaml_list(row.units)}"
            elif value:
                yield f"    {key}: {yaml_block(value, 6) or yaml_scalar(value)}"
            if key == "公开时限" and row.reading and row.reading.refused:
                yield "    读法: 未读"
        if self._draft.annex:
            yield f"    出处: {self._draft.annex}第{self._number(row)}行"
        if differing := self._differing(row, values):
            yield from _wrapped("印本", differing, 4)
        yield from self._assumed_of(row, filled)

    def _number(self, row: DraftRow) -> int:
        return self._numbers[row.id]

    def _values(self, row: DraftRow, filled: Mapping[str, Inference]) -> dict[str, str]:
        """The keys of a row that stand in it as printed; a list of units as one text."""
        printed = {
            "公开内容": row.content,
            "五公开": row.openness or "",
            "责任单位": "、".join(row.units),
            "另有": row.open_units or "",
            "公开时限": row.limit or "",
            "更新周期": row.freshness or "",
        }
        if row.freshness and not freshness_words(row.freshness):
            del printed["更新周期"]
        return {key: value for key, value in printed.items() if value and key not in filled}

    def _differing(self, row: DraftRow, values: Mapping[str, str]) -> dict[str, str]:
        """The cells that are not what the keys of the row make of them."""
        made: dict[str, str] = dict(self._draft.shared)
        for n, heading in enumerate(self._levels):
            made[heading] = row.category[n] if n < len(row.category) else ""
        if len(self._levels) == 1:
            made[self._levels[0]] = "/".join(row.category)
        made |= {self._heading[key]: values.get(key, "") for key in self._heading if key in _PLAIN}
        if "责任单位" in self._heading:
            units = values.get("责任单位", "") + values.get("另有", "")
            made[self._heading["责任单位"]] = units
        if "名称" in self._heading:
            made[self._heading["名称"]] = row.name
        if "序号" in self._heading:
            made[self._heading["序号"]] = str(self._number(row))
        if "更新周期" in self._heading:
            made[self._heading["更新周期"]] = values.get("更新周期", "")
        return {
            heading: cell for heading, cell in row.printed.items() if made.get(heading, "") != cell
        }

    def _assumed_of(self, row: DraftRow, filled: Mapping[str, Inference]) -> Iterator[str]:
        lines: list[str] = []
        for key in _ASSUMABLE:
            if key in filled and (value := self._value_of(row, key)):
                lines += _assumed(key, value, filled[key].reason, 6)
        period = freshness_words(row.freshness) if row.freshness else None
        if period and period != row.freshness:
            why = f"印本“{self._heading['更新周期']}”写“{row.freshness}”"
            lines += _assumed("更新周期", yaml_scalar(period, flow=True), why, 6)
        if row.tags:
            value = yaml_list(dict.fromkeys(tag for tag, _ in row.tags))
            why = "；".join(dict.fromkeys(reason for _, reason in row.tags))
            lines += _assumed("标签", value, f"{why}，请确认", 6)
        if lines:
            yield "    推定:"
            yield from lines

    def _value_of(self, row: DraftRow, key: str) -> str:
        if key == "责任单位":
            return yaml_list(row.units) if row.units else ""
        values = {
            "公开内容": row.content,
            "五公开": row.openness,
            "另有": row.open_units,
            "公开时限": row.limit,
        }
        value = values[key]
        return yaml_scalar(value, flow=True) if value else ""


def _assumed(key: str, value: str, reason: str, indent: int) -> Iterator[str]:
    """An entry of 推定, on one line where it fits; ``value`` is YAML already."""
    space = " " * indent
    why = yaml_scalar(reason, flow=True)
    line = f"{space}{key}: {{值: {value}, 理由: {why}}}"
    if _columns(line) <= _WIDTH:
        yield line
        return
    yield f"{space}{key}:"
    yield f"{space}  值: {value}"
    yield f"{space}  理由: {why}"


def _wrapped(key: str, cells: Mapping[str, str], indent: int) -> Iterator[str]:
    space = " " * indent
    line = f"{space}{key}: {yaml_mapping(cells)}"
    if _columns(line) <= _WIDTH:
        yield line
        return
    yield f"{space}{key}:"
    for heading, cell in cells.items():
        text = yaml_block(cell, indent + 4) or yaml_scalar(cell)
        yield f"{space}  {yaml_scalar(heading)}: {text}"


def _unit(unit: Unit, indent: int) -> Iterator[str]:
    space = " " * indent
    entries = {"名称": yaml_scalar(unit.name, flow=True)}
    if unit.aliases:
        entries["别名"] = yaml_list(unit.aliases)
    if unit.group:
        entries["群组"] = yaml_scalar(unit.group, flow=True)
    if len(entries) == 1 or unit.children:
        first, *rest = entries.items()
        yield f"{space}- {first[0]}: {first[1]}"
        yield from (f"{space}  {key}: {value}" for key, value in rest)
    else:
        yield f"{space}- {{{', '.join(f'{key}: {value}' for key, value in entries.items())}}}"
    if unit.children:
        yield f"{space}  下设:"
        for child in unit.children:
            yield from _unit(child, indent + 4)


def _comment(each: Inference) -> str:
    return f"{each.key}：{' '.join(each.reason.split())}"


def _columns(line: str) -> int:
    """How wide a line looks: a Chinese letter takes two columns."""
    from unicodedata import east_asian_width

    return sum(1 + (east_asian_width(letter) in "WF") for letter in line)


def _quoted(name: str) -> str:
    return f"“{name}”"
