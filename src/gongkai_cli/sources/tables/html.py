"""Tables of web pages and of saved archives of one (.mht), with what spans rows and columns.

What a reader does not see is left out. Only what the page itself says of that counts: style sheets
are not read.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ...model.place import Place, Problem, Weight
from .flow import grids_of
from .grid import Grid
from .layout import Unfit, check_size
from .printed import Block, PrintedCell, PrintedTable

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 400
_MOST_ELEMENTS = 1_500_000
_MOST_SPAN = 1_000
_MOST_COLUMNS = 5_000
_ACCEPTED = "只有目录那一页的网页，或把表格复制到 .docx 中"
# fmt: off
_UNSEEN = frozenset((
    "head", "script", "style", "template", "noscript", "svg", "iframe", "select", "textarea",
    "object", "audio", "video", "map", "button",
))
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "q", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "input",
))
# fmt: on
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_SPACE = re.compile(r"[ \t\n\r\f]+")
_WIDE = "[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u201c\u201d\u2014]"
_BREAK_IN_CHINESE = re.compile(rf"(?<={_WIDE})[ \t]*[\n\r]\s*(?={_WIDE})")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_CHARSETS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "gb_2312-80": "gb18030",
    "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
}  # fmt: skip
_MAIL = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:", re.I)


def read_html(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The tables of a page; raises ``Unfit`` where it is too large or too deep to be read."""
    text, problems = _decoded(data, file)
    root = _root(text, file)
    grids = grids_of(_Page(Place(file)).blocks(root) if root is not None else (), file)
    return grids, problems


def is_archive(data: bytes) -> bool:
    """Whether data are a page saved with what belongs to it in one file (.mht)."""
    return _MAIL.match(data[: 64 * 1024]) is not None


def page_in_archive(data: bytes, file: str) -> bytes:
    """The page in such a file; raises ``Unfit`` where there is none."""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        page = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(page, bytes) and page.strip():
            return page
    raise Unfit(Place(file), "这个 .mht 文件里没有网页", _ACCEPTED)


def _decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a page: UTF-8 where it can be, else what it declares, else GB18030.

    A page saved by a browser often keeps the declaration that it had before.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), ()
    declared = _CHARSET.search(data[:4096])
    name = declared.group(1).decode("ascii", errors="replace").lower() if declared else ""
    for encoding in ("utf-8-sig", _CHARSETS.get(name, "gb18030"), "gb18030"):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    found = "网页中有不属于它的编码的字节，这些字显示为“\ufffd”"
    note = Problem(Place(file), found, "请核对含有这个字的格", weight=Weight.NOTE)
    encoding = "utf-8" if name in ("utf-8", "utf8") else _CHARSETS.get(name, "gb18030")
    return data.decode(encoding, errors="replace"), (note,)


def _root(text: str, file: str) -> "_Element | None":
    from lxml import etree

    if text.count("<") - text.count("</") > _MOST_ELEMENTS:
        raise Unfit(Place(file), "网页内容过多（超过一百万个标签）", _ACCEPTED)
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text).replace("\0", "")
    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text, parser)
    except etree.ParserError:
        return None
    except (etree.XMLSyntaxError, ValueError):
        raise Unfit(Place(file), "不是能读的网页", _ACCEPTED) from None
    if any("XML_PARSE_HUGE" in error.message for error in parser.error_log):
        raise _too_deep(Place(file))
    return root


def _too_deep(place: Place) -> Unfit:
    return Unfit(place, "网页的标签套得过深，不能安全读取", _ACCEPTED)


class _Line:
    """Pieces of text that stand in one paragraph, with its line breaks."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]

    def add(self, text: str | None) -> None:
        """Put text at the end."""
        if text:
            self._lines[-1].append(text)

    def break_off(self) -> None:
        """Begin a new line in the paragraph."""
        self._lines.append([])

    def text(self) -> str:
        """The paragraph, white space in it as a browser shows it."""
        return "\n".join(_shown("".join(line)) for line in self._lines).strip()


def _shown(text: str) -> str:
    return _SPACE.sub(" ", _BREAK_IN_CHINESE.sub("", text)).strip(" ")


class _Page:
    """Turns elements into what stands on the page; ``place`` is that of the file."""

    def __init__(self, place: Place) -> None:
        self._place = place

    def blocks(self, holder: "_Element", depth: int = 0) -> Iterator[Block]:
        """The paragraphs and tables inside an element."""
        found: list[Block] = []
        line = self._collect(holder, _Line(), found, depth)
        _end(line, found)
        return iter(found)

    def _collect(self, holder: "_Element", line: _Line, found: list[Block], depth: int) -> _Line:
        """Put what stands in ``holder`` behind ``line``; gives the line that is still open."""
        if depth > _DEEPEST:
            raise _too_deep(self._place)
        line.add(holder.text)
        for child in holder:
            tag = child.tag
            if tag == "br":
                line.break_off()
            elif tag == "input":
                line.add(_box(child))
            elif _is_unseen(child):
                pass
            elif tag in _INLINE or ":" in tag:
                line = self._collect(child, line, found, depth + 1)
            else:
                line = _end(line, found)
                if tag == "table":
                    found.extend(self._table(child, depth + 1))
                else:
                    line = self._collect(child, line, found, depth + 1)
                line = _end(line, found)
            line.add(child.tail)
        return line

    def _table(self, table: "_Element", depth: int) -> Iterator[Block]:
        """A table, its caption before it."""
        for caption in table.iterfind("caption"):
            yield from self.blocks(caption, depth)
        cells: list[PrintedCell] = []
        top = 0
        for group in _groups(table):
            end = top + len(group)
            taken: dict[int, int] = {}
            marked = 0
            for row, elements in enumerate(group, top):
                column = 0
                for element in elements:
                    while taken.get(column, 0) > row:
                        column += 1
                    rows = min(_span(element, "rowspan") or end, end - row)
                    columns = max(1, _span(element, "colspan"))
                    marked += columns
                    check_size(marked, self._place)
                    if column > _MOST_COLUMNS:
                        raise Unfit(self._place, "表格过大：一行有几千格", _ACCEPTED)
                    content = tuple(self.blocks(element, depth))
                    cells.append(PrintedCell(row, column, rows, columns, content))
                    for each in range(column, column + columns):
                        taken[each] = max(row + rows, taken.get(each, 0))
                    column += columns
            top = end
        width = 1 + max((cell.column for cell in cells), default=-1)
        yield PrintedTable(cells=tuple(cells), height=top, width=width)


def _end(line: _Line, found: list[Block]) -> _Line:
    if text := line.text():
        found.append(text)
    return _Line()


def _groups(table: "_Element") -> list[list[list["_Element"]]]:
    """The rows of a table, those of its foot last; no cell reaches beyond its group of rows."""
    groups: list[list[list[_Element]]] = []
    foot: list[list[list[_Element]]] = []
    loose: list[list[_Element]] = []
    for child in table:
        if child.tag in _GROUPS:
            if loose:
                groups.append(loose)
                loose = []
            (foot if child.tag == "tfoot" else groups).append(list(_rows([child])))
        elif child.tag not in ("caption", "colgroup", "col"):
            loose.extend(_rows_of(child))
    return [group for group in (*groups, loose, *foot) if group]


def _rows(holders: "Iterable[_Element]") -> "Iterator[list[_Element]]":
    for holder in holders:
        for child in holder:
            yield from _rows_of(child)


def _rows_of(element: "_Element") -> "Iterator[list[_Element]]":
    """The rows in an element, itself one or not; a cell outside any row is a row of its own."""
    if not isinstance(element.tag, str) or _is_unseen(element):
        return
    if element.tag == "tr":
        yield list(_cells(element))
    elif element.tag in ("td", "th"):
        yield [element]
    elif element.tag != "table":
        yield from _rows([element])


def _cells(row: "_Element") -> "Iterator[_Element]":
    for child in row:
        if child.tag in ("td", "th"):
            if not _is_unseen(child):
                yield child
        elif isinstance(child.tag, str) and child.tag not in ("table", "tr"):
            yield from _cells(child)


def _span(cell: "_Element", name: str) -> int:
    """How far a cell reaches; 0 to the end of its group."""
    number = re.match(r"\s*\+?(\d{1,6})", cell.get(name, "1"))
    return min(int(number.group(1)), _MOST_SPAN) if number else 1


def _is_unseen(element: "_Element") -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    if style is None:
        return False
    style = "".join(style.lower().split())
    return "display:none" in style or "visibility:hidden" in style or "mso-hide:all" in style


def _box(element: "_Element") -> str:
    """The sign of a box to be ticked; nothing for any other field."""
    if element.get("type", "").lower() not in ("checkbox", "radio") or _is_unseen(element):
        return ""
    return "☑" if element.get("checked") is not None else "☐"
