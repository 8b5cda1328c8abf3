"""A form read from YAML: every part, and every word in it held against the vocabulary."""

from collections.abc import Iterable, Iterator
from typing import cast, get_args

from ....model.place import Place, Problem
from ....notation.nearest import nearest
from ....notation.yaml_form import Form
from ....notation.yaml_tree import Mapping as YamlMapping
from ....notation.yaml_tree import Scalar, read_yaml
from ....office.paper_parts import CellSize
from .form import (
    FormAttachment,
    FormColumn,
    FormGrid,
    FormRow,
    FormSignature,
    FormTable,
    Kind,
    Line,
    PaperForm,
    Part,
    Repeat,
    TimeLimit,
    When,
)
from .words import Vocabulary, lists_with, lone_brace, words_in

KEYS = (
    "来源",
    "标记",
    "文号",
    "标题",
    "主送",
    "整改时限",
    "正文",
    "落款",
    "附注",
    "附后",
    "附件",
    "页码",
)
_LINES = get_args(Kind)
_LISTS = ("每个", "有", "没有")
_PARTS = (*_LINES, "表", "栏", *_LISTS)
_MOST_DAYS = 250
_MOST_HEIGHT = 200
_LIMIT_WORDS = ("整改期限", "整改工作日", "整改时限推定")
_EXAMPLE = "- 段: …"


def read_form(
    data: bytes, file: str, known: tuple[Vocabulary, ...]
) -> tuple[PaperForm | None, tuple[Problem, ...]]:
    """The form, and everything that is wrong with it; ``None`` where anything is.

    ``file`` is the name to show in places; ``known`` are the words of the whole paper, first those
    of what it is about.
    """
    tree, problems = read_yaml(data, file)
    if not isinstance(tree, YamlMapping):
        none = Problem(Place(file, 1), "不是文书的格式", f"以“键: 值”写成，键为{'、'.join(KEYS)}")
        return None, problems or (none,)
    found = list(problems)
    form = _Reader(Form(tree, KEYS, found)).paper(known)
    found.sort(key=lambda problem: (problem.place.line or 0, problem.place.column or 0))
    return (None if found else form), tuple(found)


class _Reader:
    """One form being read.

    ``known`` are everywhere the vocabularies that a text may draw on, the innermost first.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._has_limit = "整改时限" in form

    def paper(self, known: tuple[Vocabulary, ...]) -> PaperForm:
        form = self._form
        return PaperForm(
            title=self._text(form, "标题", known, required=True),
            mark=self._text(form, "标记", known),
            number=self._text(form, "文号", known),
            addressee=self._text(form, "主送", known),
            limit=self._limit(),
            parts=self._parts(form, "正文", known),
            signature=self._signature(known),
            note=self._text(form, "附注", known),
            after=self._parts(form, "附后", known),
            attachments=tuple(self._attachments(known)),
            page_numbers=form.choice("页码", ("是", "否")) != "否",
        )

    def _limit(self) -> TimeLimit | None:
        form = self._form.form("整改时限", ("工作日", "推定"))
        if form is None:
            return None
        days = form.number("工作日")
        if "工作日" not in form:
            form.report(form.place, "缺少“工作日”", "写上“工作日: 10”")
        elif days is not None and not 1 <= days <= _MOST_DAYS:
            place = form.place_of("工作日")
            form.report(place, f"整改时限不能是 {days} 个工作日", f"1 至 {_MOST_DAYS} 的整数")
        return TimeLimit(days or 1, form.text("推定") or "")

    def _signature(self, known: tuple[Vocabulary, ...]) -> FormSignature | None:
        form = self._form.form("落款", ("署名", "日期", "用印"))
        if form is None:
            return None
        return FormSignature(
            signer=self._text(form, "署名", known, required=True),
            day=self._text(form, "日期", known, required=True),
            sealed=form.choice("用印", ("是", "否")) == "是",
        )

    def _attachments(self, known: tuple[Vocabulary, ...]) -> Iterator[FormAttachment]:
        for form in self._form.forms("附件", ("标题", "有", "正文")):
            when = form.scalar("有")
            yield FormAttachment(
                title=self._text(form, "标题", known, required=True),
                when=when.text.strip() if when and self._list(when, known) else None,
                parts=self._parts(form, "正文", known),
            )

    def _parts(
        self, holder: Form, key: str, known: tuple[Vocabulary, ...], *, required: bool = False
    ) -> tuple[Part, ...]:
        node = holder.node(key)
        empty = node is None or (isinstance(node, Scalar) and not node.written)
        if empty and required:
            holder.report(holder.place_of(key), f"缺少“{key}”", f"写上“{key}:”和下面的“{_EXAMPLE}”")
        forms = holder.forms(key, (*_PARTS, "内容"))
        return tuple(part for each in forms for part in self._part(each, known))

    def _part(self, form: Form, known: tuple[Vocabulary, ...]) -> Iterator[Part]:
        kinds = [key for key in _PARTS if key in form]
        if len(kinds) != 1:
            found = f"一段里写了“{'”“'.join(kinds)}”" if kinds else "不知道这一段是什么"
            accepted = f"每一段只写一种，如“{_EXAMPLE}”；有{'、'.join(_PARTS)}"
            written = tuple(form.keys())
            if kinds or all(key.text in (*_PARTS, "内容") for key in written):
                form.report(form.place, found, accepted)
            return
        kind = kinds[0]
        if kind in _LISTS:
            yield from self._of_list(form, kind, known)
        elif "内容" in form:
            form.report(
                form.place_of("内容"), f"“{kind}”没有“内容”", "“内容”只写在每个、有、没有下面"
            )
        elif kind == "表":
            yield from self._table(form, known)
        elif kind == "栏":
            yield from self._grid(form, known)
        else:
            yield Line(cast(Kind, kind), self._text(form, kind, known, required=True))

    def _of_list(self, form: Form, kind: str, known: tuple[Vocabulary, ...]) -> Iterator[Part]:
        name = form.scalar(kind, required=True)
        of = self._list(name, known) if name else None
        if name is None or of is None:
            return
        if kind == "每个":
            parts = self._parts(form, "内容", (of, *known), required=True)
            yield Repeat(name.text.strip(), parts)
        else:
            parts = self._parts(form, "内容", known, required=True)
            yield When(name.text.strip(), kind == "有", parts)

    def _table(self, holder: Form, known: tuple[Vocabulary, ...]) -> Iterator[FormTable]:
        form = holder.form("表", ("每个", "字号", "列"))
        name = form.scalar("每个", required=True) if form else None
        of = self._list(name, known) if name else None
        if form is None or name is None or of is None:
            return
        columns = tuple(self._columns(form, (of, *known)))
        if not columns:
            form.report(
                form.place_of("列"), "没有一列", "至少一列，如 - {表头: 单位, 填: “{单位}”}"
            )
        yield FormTable(name.text.strip(), columns, self._size(form, "五号"))

    def _columns(self, form: Form, known: tuple[Vocabulary, ...]) -> Iterator[FormColumn]:
        for each in form.forms("列", ("表头", "填", "宽", "居中")):
            yield FormColumn(
                heading=self._text(each, "表头", known, required=True),
                text=self._text(each, "填", known),
                share=self._share(each),
                centred=each.choice("居中", ("是", "否")) == "是",
            )

    def _share(self, form: Form) -> int:
        share = form.number("宽")
        if share == 0:
            form.report(form.place_of("宽"), "“宽”不能是 0", "1 以上的整数，各列按比例分")
        return share or 1

    def _grid(self, holder: Form, known: tuple[Vocabulary, ...]) -> Iterator[FormGrid]:
        form = holder.form("栏", ("字号", "宽", "行"))
        if form is None:
            return
        shares = tuple(self._shares(form))
        rows = tuple(self._row(row, len(shares), known) for row in form.forms("行", ("格", "高")))
        yield FormGrid(shares, rows, self._size(form, "四号"))

    def _size(self, form: Form, usual: CellSize) -> CellSize:
        return cast(CellSize, form.choice("字号", get_args(CellSize)) or usual)

    def _row(self, form: Form, most: int, known: tuple[Vocabulary, ...]) -> FormRow:
        cells = tuple(self._known(cell, known) for cell in form.scalars("格"))
        if not 1 <= len(cells) <= most:
            accepted = f"1 至 {most} 格，如 格: [稿件题目, “{{标题}}”]"
            form.report(form.place_of("格"), f"这一行有 {len(cells)} 格", accepted)
        return FormRow(cells=cells, height=self._height(form))

    def _shares(self, form: Form) -> Iterator[int]:
        widths = form.scalars("宽")
        if not widths:
            form.report(form.place_of("宽"), "没有写各格的宽", "如 宽: [28, 128]")
        for width in widths:
            if width.text.isascii() and width.text.isdigit() and int(width.text):
                yield int(width.text)
            else:
                form.report(width.place, f"“宽”不能是“{width.text}”", "1 以上的整数，按比例分")

    def _height(self, row: Form) -> int:
        height = row.number("高")
        if height is not None and not 1 <= height <= _MOST_HEIGHT:
            accepted = f"1 至 {_MOST_HEIGHT} 的整数（毫米）"
            row.report(row.place_of("高"), f"“高”不能是 {height}", accepted)
        return height or 10

    def _text(
        self, form: Form, key: str, known: tuple[Vocabulary, ...], *, required: bool = False
    ) -> str:
        node = form.node(key)
        if isinstance(node, YamlMapping) and _is_bare_word(node):
            word = node.entries[0][0].text
            accepted = f'整个值前后加半角引号，如 {key}: "{{{word}}}"'
            form.report(node.place, f"“{key}”以花括号开头，没有加引号", accepted)
            return ""
        scalar = form.scalar(key, required=required)
        return self._known(scalar, known) if scalar else ""

    def _known(self, scalar: Scalar, known: tuple[Vocabulary, ...]) -> str:
        """The text; a word in it that none of the vocabularies has is reported."""
        if lone_brace(scalar.text):
            self._form.report(
                scalar.place, "花括号没有成对", "字段写作“{单位}”，不是字段的不用花括号"
            )
        words = [word for each in known for word in each.words]
        for word in words_in(scalar.text):
            if word not in words:
                self._unknown(scalar, word, words, known)
            elif word in _LIMIT_WORDS and not self._has_limit:
                accepted = "写上“整改时限: {工作日: 10, 推定: …}”"
                self._form.report(scalar.place, f"“{{{word}}}”没有整改时限可用", accepted)
        return scalar.text.strip("\r\n")

    def _unknown(
        self, scalar: Scalar, word: str, words: list[str], known: tuple[Vocabulary, ...]
    ) -> None:
        elsewhere = "、".join(f"“每个: {name}”" for name in dict.fromkeys(lists_with(word, known)))
        if elsewhere:
            found, accepted = f"这里不能用字段“{{{word}}}”", f"写在{elsewhere}的内容里"
            self._form.report(scalar.place, found, accepted)
        else:
            found = f"没有字段“{{{word}}}”"
            self._form.report(scalar.place, found, _listed(words), nearest(word, words))

    def _list(self, name: Scalar, known: tuple[Vocabulary, ...]) -> Vocabulary | None:
        lists = {word: each.of for of in reversed(known) for word, each in of.lists.items()}
        word = name.text.strip()
        if word not in lists:
            accepted = _listed(lists) if lists else "这里没有可以重复的内容"
            self._form.report(name.place, f"没有“{word}”这一组", accepted, nearest(word, lists))
        return lists.get(word)


def _is_bare_word(node: YamlMapping) -> bool:
    """Whether a value is a word in braces that YAML took for a group."""
    values = [value for _, value in node.entries]
    return len(values) == 1 and isinstance(values[0], Scalar) and not values[0].written


def _listed(words: Iterable[str]) -> str:
    return "、".join(dict.fromkeys(words))
