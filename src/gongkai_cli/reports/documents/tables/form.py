"""The form of a table: its headings and what stands below each, read from YAML."""

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from ....model.place import Place, Problem
from ....notation.nearest import nearest
from ....notation.yaml_form import Form, shape
from ....notation.yaml_tree import Items, Scalar, read_yaml
from ....notation.yaml_tree import Mapping as YamlMapping
from .kinds import NUMBER, Kind, every_kind

KEYS = ("别名", "说明", "来源", "标题", "一行是", "只列", "不列", "列", "尾注")
_COLUMN = ("表头", "取", "填", "宽")
_USUAL_WIDTH, _LEAST_WIDTH, _MOST_WIDTH = 14, 4, 100
_BLANK = re.compile(r"\{([^{}]*)\}")
WORDS = ("机关", "目录", "核查日", "制表日期", "年份", "单位")
"""What may stand in braces in a title and in notes."""


class FormColumn(Struct, frozen=True, kw_only=True):
    """A column: its heading, ``field`` or a ``text`` with fields in braces, or neither.

    A column with neither stays empty, for a person to fill in.
    """

    heading: str
    above: str = ""
    field: str | None = None
    text: str | None = None
    width: int = _USUAL_WIDTH


class TableForm(Struct, frozen=True, kw_only=True):
    """What a table shows. ``only`` and ``without`` choose rows by the values of a field."""

    about: str
    aliases: tuple[str, ...] = ()
    source: str = ""
    title: str
    kind: str
    only: Mapping[str, tuple[str, ...]] = {}
    without: Mapping[str, tuple[str, ...]] = {}
    columns: tuple[FormColumn, ...]
    notes: tuple[str, ...] = ()


def read_form(data: bytes, file: str) -> tuple[TableForm | None, tuple[Problem, ...]]:
    """The form and everything that is wrong with it; ``None`` where anything is."""
    tree, problems = read_yaml(data, file)
    if not isinstance(tree, YamlMapping):
        none = Problem(Place(file, 1), "不是表格的格式", f"以“键: 值”写成，键为{'、'.join(KEYS)}")
        return None, problems or (none,)
    found = list(problems)
    form = Form(tree, KEYS, found)
    kinds = every_kind()
    name = form.choice("一行是", tuple(kinds)) if form.text("一行是", required=True) else None
    columns = tuple(_columns(form, kinds[name])) if name else ()
    if name and not columns and not found:
        form.report(form.place_of("列"), "没有一列", "至少一列，如 - {表头: 单位, 取: 单位}")
    title = _text(form, "标题", required=True)
    about = form.text("说明")
    table = TableForm(
        about=about or "",
        aliases=form.texts("别名"),
        source=form.text("来源") or "",
        title=title or "",
        kind=name or "",
        only=_choice(form, "只列", kinds[name]) if name else {},
        without=_choice(form, "不列", kinds[name]) if name else {},
        columns=columns,
        notes=tuple(_notes(form)),
    )
    return (None if found else table), tuple(found)


def blanks(text: str) -> list[str]:
    """The words in braces, in order.

    >>> blanks("{机关}{核查日}问题清单")
    ['机关', '核查日']
    """
    return [word.strip() for word in _BLANK.findall(text)]


def fill(text: str, values: Mapping[str, str]) -> str:
    """The text with the values of its words in braces.

    >>> fill("{机关}问题清单", {"机关": "示例局"})
    '示例局问题清单'
    """
    return _BLANK.sub(lambda blank: values[blank[1].strip()], text)


def _columns(form: Form, kind: Kind) -> Iterator[FormColumn]:
    for each in form.forms("列", _COLUMN):
        above, heading = _heading(each)
        field = each.scalar("取")
        text = each.scalar("填")
        if field is not None and text is not None:
            each.report(text.place, "“取”和“填”只能写一个", "留下其中一个")
        if field is not None:
            _known(each, field, field.text.strip(), (NUMBER, *kind.FIELDS))
        for word in blanks(text.text) if text else ():
            _known(each, text, word, (NUMBER, *kind.FIELDS))
        yield FormColumn(
            heading=heading,
            above=above,
            field=field.text.strip() if field else None,
            text=text.text.strip() if text else None,
            width=_width(each),
        )


def _heading(column: Form) -> tuple[str, str]:
    """The upper heading, empty where there is none, and the heading."""
    node = column.node("表头")
    if isinstance(node, Items):
        texts = column.texts("表头")
        if len(texts) == 2:
            return texts[0], texts[1]
        accepted = "一个表头，或上下两级，如 [公开事项, 一级目录]"
        column.report(node.place, f"表头写成了{len(texts)}级", accepted)
        return "", ""
    return "", column.text("表头", required=True) or ""


def _width(column: Form) -> int:
    width = column.number("宽")
    if width is not None and not _LEAST_WIDTH <= width <= _MOST_WIDTH:
        accepted = f"{_LEAST_WIDTH} 至 {_MOST_WIDTH} 的整数（一个汉字占 2）"
        column.report(column.place_of("宽"), f"列宽不能是 {width}", accepted)
    return width or _USUAL_WIDTH


def _choice(form: Form, key: str, kind: Kind) -> dict[str, tuple[str, ...]]:
    """By which values of which fields rows are chosen."""
    fields = {name: field for name, field in kind.FIELDS.items() if field.options}
    node = form.node(key)
    if node is None or (isinstance(node, Scalar) and not node.written):
        return {}
    if not isinstance(node, YamlMapping):
        example = next(iter(fields), "状态")
        form.report(node.place, f"“{key}”写成了{shape(node)}", f"分组，如 {{{example}: [甲, 乙]}}")
        return {}
    chosen = form.form(key, tuple(fields))
    assert chosen is not None, "it is a mapping"
    found = {}
    for name in (each for each in fields if each in chosen):
        for value in chosen.scalars(name):
            _known(chosen, value, value.text.strip(), fields[name].options)
        found[name] = chosen.texts(name)
    return found


def _notes(form: Form) -> Iterator[str]:
    for note in form.scalars("尾注"):
        for word in blanks(note.text):
            _known(form, note, word, WORDS)
        yield note.text.strip()


def _text(form: Form, key: str, *, required: bool = False) -> str | None:
    scalar = form.scalar(key, required=required)
    for word in blanks(scalar.text) if scalar else ():
        assert scalar is not None
        _known(form, scalar, word, WORDS)
    return scalar.text.strip() if scalar else None


def _known(form: Form, written: Scalar | None, word: str, words: tuple[str, ...]) -> None:
    """Report a word that is none of these."""
    if written is not None and word not in words:
        form.report(written.place, f"没有“{word}”这一项", "、".join(words), nearest(word, words))
