"""YAML as a tree of texts, every one with its line and column; nothing is guessed.

``no``, ``010`` or ``2024-06-27`` stay the texts that were written. A key that stands twice, an
alias and brackets without end are refused here, so that no reader above has to think of them.
"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from ..model.place import Place, Problem

_MAX_DEPTH = 40
_OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of office programs begin: an archive, a compound file."""
_WITHOUT = "删去它，或把这一行重新输入一遍"


class Scalar(Struct, frozen=True):
    """A text; ``written`` is false for an empty value."""

    text: str
    place: Place
    written: bool = True


class Items(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    place: Place


class Mapping(Struct, frozen=True):
    """Keys and values, in the order in which they were written."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Items | Mapping


def decode(data: bytes, file: str) -> str | Problem:
    """The text of a file in UTF-8 (with or without BOM), UTF-16 with BOM, or GB18030."""
    if data.startswith(_OFFICE):
        return Problem(
            Place(file), "内容是 Word、Excel 一类的文件，不是文本", "用记事本写成的文本文件"
        )
    utf_16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    encodings = ["utf-16"] if utf_16 else ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return Problem(Place(file), "文件编码无法识别", "UTF-8 或 GB18030（GBK）编码的文本文件")


def read_yaml(data: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML document and everything that is wrong with its form.

    ``file`` is the name to show in places. The tree is ``None`` where the text is no YAML at all.
    """
    import yaml

    text = decode(data, file)
    if isinstance(text, Problem):
        return None, (text,)
    problems: list[Problem] = []
    try:
        refusal = _refused(text, file)
        if refusal is not None:
            return None, (refusal,)
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        from .yaml_faults import syntax_problem

        return None, (syntax_problem(error, text, file),)
    except yaml.reader.ReaderError as error:
        return None, (_unusable(error.position, text, file),)
    if root is None:
        return None, (Problem(Place(file), "文件是空的", "以“键: 值”写成的内容"),)
    tree = _node(root, file, problems)
    if not isinstance(tree, Mapping):
        from .yaml_faults import slip_problem

        slip = slip_problem(text, range(len(text.splitlines())), file)
        problems += [slip] if slip else []
    return tree, tuple(problems)


def _refused(text: str, file: str) -> Problem | None:
    import yaml

    depth = 0
    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        mark = event.start_mark
        place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
        if isinstance(event, yaml.AliasEvent):
            accepted = "把内容直接写出来；确以“*”开头的，整个值前后加半角引号"
            return Problem(place, "使用了别名（*…）", accepted)
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _MAX_DEPTH:
            return Problem(place, f"括号或缩进超过{_MAX_DEPTH}层", "成对的括号")
    return None


def _node(node: Any, file: str, problems: list[Problem]) -> Node:
    import yaml

    place = Place(file, node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.SequenceNode):
        return Items(tuple(_node(each, file, problems) for each in node.value), place)
    if isinstance(node, yaml.MappingNode):
        return Mapping(tuple(_entries(node, file, problems)), place)
    written = bool(node.value or node.style)
    return Scalar(node.value, place, written)


def _entries(node: Any, file: str, problems: list[Problem]) -> Iterator[tuple[Scalar, Node]]:
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _node(key_node, file, problems)
        if not isinstance(key, Scalar):
            problems.append(Problem(key.place, "键不是文字", "一个词，如“名称: 值”"))
            continue
        if key.text in seen:
            problems.append(
                Problem(
                    key.place,
                    f"“{key.text}”写了两次，前一次在第{seen[key.text]}行",
                    "每个键只写一次",
                )
            )
        seen[key.text] = key.place.line or 0
        yield key, _node(value_node, file, problems)


def _unusable(position: int, text: str, file: str) -> Problem:
    """The loader counts characters or bytes, so the letter itself is looked for."""
    for number, row in enumerate(text.split("\n"), 1):
        for column, letter in enumerate(row, 1):
            if not letter.isprintable() and letter not in "\t\r\x85\u2028\u2029\ufeff\xa0\u3000":
                place = Place(file, number, column)
                return Problem(place, f"有一个看不见的字符 U+{ord(letter):04X}", _WITHOUT)
    return Problem(Place(file), f"第{position + 1}个字符看不见，也不能用", _WITHOUT)
