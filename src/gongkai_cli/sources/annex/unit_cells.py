"""The units in a cell: names, an open end (等有关科室), what could not be told apart."""

import re
from collections.abc import Iterator

from msgspec import Struct

NOUNS = (
    "办公室",
    "政府",
    "委员会",
    "服务中心",
    "派出所",
    "街道",
    "公司",
    "大队",
    "中队",
    "支队",
    "总队",
    "中心",
    "学校",
    "医院",
    *"科室股处局队所站办院部会委馆组镇乡村社园校台",
)
"""What the name of a unit ends with."""
_VAGUE = re.compile(
    "各|有关|相关|所有|全体|其他|其它|涉及|责任|业务|局属|所属|下属|直属|对应|具体|本单位|本部门"
)
_ITSELF = ("本局", "本机关", "本镇", "本单位", "本部门", "本街道", "本乡")
_GROUP = re.compile(r"各(.+)")
_KINDS = ("单位", "科室", "部门", "机构", "股室", "处室", "站所", "所站", "警种", "科所队", "岗位")
_OPEN = re.compile(r"(?<![高初中同优平对均劣])等(?!级|额|候|待)(.*)")
_TAIL = re.compile(rf".*(?:{'|'.join((*_KINDS, '镇', '街道', '乡', '村', '所', '队', '局'))})")
_LABEL = re.compile(r"(牵头|责任|主办|主要|承办|第一责任)(?:单位|科室|部门|主体)?[:：]")
_HELP = re.compile(r"[(（]?(?:配合|协办|协助|参与|支持)(?:单位|科室|部门)?[:：].*")
_LEADS = re.compile(r"[(（](?:牵头|负责|主办)[)）]")
_BETWEEN = "、，,；;/"
_AND = re.compile(r"以及|和|及|与")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]$")
_LONGEST = 20


class UnitCell(Struct, frozen=True):
    """What a cell says: the units as it calls them, its open end as printed, what is in doubt."""

    units: tuple[str, ...] = ()
    open_units: str | None = None
    doubts: tuple[str, ...] = ()


def read_units(text: str, known: frozenset[str] = frozenset()) -> UnitCell:
    """The units in a cell. ``known`` are whole names out of other cells, which are not parted.

    >>> read_units("甲中心秘书科、乙大队等重大决策涉及单位").units
    ('甲中心秘书科', '乙大队')
    >>> read_units("局属有关单位")
    UnitCell(units=(), open_units='局属有关单位', doubts=())
    """
    body, helping = _without_help(text)
    units: list[str] = []
    ends: list[str] = []
    doubts: list[str] = []
    for part in _parts(body, known):
        name, end = _open_end(part)
        if not name or _is_generic(name):
            ends.append(part)
            continue
        units.append(name)
        ends += [end] if end else []
        if why := _doubt(name):
            doubts.append(why)
    open_units = "、".join((*ends, *helping)) or None
    return UnitCell(tuple(dict.fromkeys(units)), open_units, tuple(doubts))


def is_unit(name: str) -> bool:
    """Whether a text looks like the name of a unit."""
    return len(name) > 1 and _BRACKETED.sub("", name).endswith(NOUNS)


def group_of(name: str) -> str | None:
    """What a group is made of: 派出所 of 各派出所; ``None`` for what is no group.

    >>> group_of("各派出所"), group_of("政工室")
    ('派出所', None)
    """
    found = _GROUP.fullmatch(name)
    return found[1] if found and not found[1].endswith(_KINDS) else None


def whole_names(texts: Iterator[str]) -> frozenset[str]:
    """The names that stand alone in a cell, or between commas."""
    return frozenset(
        part
        for text in texts
        for part in re.split(f"[{_BETWEEN}\n]", text)
        if is_unit(part) and not _AND.search(part)
    )


def _without_help(text: str) -> tuple[str, tuple[str, ...]]:
    """A cell without those who only help, which stand behind 配合单位."""
    text = _LEADS.sub("", _LABEL.sub("、", text)).strip(_BETWEEN + "\n")
    helping = _HELP.search(text.replace("\n", "、"))
    if not helping:
        return text, ()
    return text[: helping.start()].strip(_BETWEEN + "\n"), (helping[0].strip("()（）"),)


def _parts(text: str, known: frozenset[str]) -> Iterator[str]:
    """The pieces between commas outside brackets, line ends and white space included."""
    for piece in _outside_brackets(text):
        for name in _by_space(piece, known):
            yield from _by_word(name, known)


def _outside_brackets(text: str) -> Iterator[str]:
    depth, piece = 0, ""
    for letter in text:
        depth += (letter in "（(") - (letter in "）)")
        if letter in _BETWEEN and depth <= 0:
            yield piece
            piece = ""
        else:
            piece += letter
    yield piece


def _by_space(piece: str, known: frozenset[str]) -> Iterator[str]:
    """Names in lines of their own; a name that is only broken or spread out is put together."""
    words = piece.split()
    name = ""
    for n, word in enumerate(words):
        name += word
        rest = words[n + 1] if n + 1 < len(words) else ""
        broken = name + rest in known or not (is_unit(name) and is_unit(rest)) or len(word) == 1
        if rest and (broken or _is_section(name, rest, known)):
            continue
        yield name
        name = ""


def _is_section(name: str, rest: str, known: frozenset[str]) -> bool:
    """Whether ``rest`` goes on with ``name``: 某中心 and, in the next line, 秘书科."""
    return (
        name.endswith(("中心", "大队", "支队", "局")) and rest[-1] in "科股室" and rest not in known
    )


def _by_word(name: str, known: frozenset[str]) -> Iterator[str]:
    """Two units joined by 和; 人力资源和社会保障局 is one."""
    for found in _AND.finditer(name):
        left, right = name[: found.start()], name[found.end() :]
        whole = name in known
        if not whole and is_unit(left) and len(left) > 2 and (is_unit(right) or right in known):
            yield left
            yield from _by_word(right, known)
            return
    if name:
        yield name


def _open_end(part: str) -> tuple[str, str | None]:
    found = _OPEN.search(part)
    if found is None or not (found[1] == "" or _TAIL.fullmatch(found[1])):
        return part, None
    return part[: found.start()], found[0]


def _is_generic(name: str) -> bool:
    """Whether a name is that of no unit: 有关科室, 局机关各科室, 本局."""
    return name in _ITSELF or (name.endswith((*_KINDS, "人员")) and bool(_VAGUE.search(name)))


def _doubt(name: str) -> str | None:
    if group_of(name):
        return None
    if _AND.search(name) and not is_unit(name):
        return f"“{name}”可能不止一个单位，没有拆开"
    if len(name) > _LONGEST:
        return f"“{name}”太长，可能不止一个单位，没有拆开"
    return None if is_unit(name) else f"“{name}”不像单位名称"
