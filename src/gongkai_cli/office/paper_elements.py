"""Paragraphs and tables of a paper as elements of WordprocessingML."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .paper_parts import CellSize, Grid, GridRow, Merge, Table
from .paper_styles import cell_style, twips
from .paper_text import printable

WIDTH = 8845
"""The type area of 156 mm, in twips."""
WIDTH_ACROSS = 12756
"""The type area of a page on its side, 225 mm, in twips."""
_MILLIMETRE = 1440 / 25.4
_LONG = 300
"""A row with a cell of more characters may break over a page: it might not fit on one."""
_MOST_TOGETHER = 5
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def element(tag: str, *children: Any, **attributes: str | int) -> Any:
    """An element of the ``w`` namespace with its attributes and children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def paragraph(
    text: str, style: str, *, page_break: bool = False, rule: bool = False, right: float = 0
) -> Any:
    """A paragraph; a line break in the text is one in the paragraph.

    ``page_break`` begins a page, ``rule`` draws a line above, ``right`` keeps it so many points
    from the right margin.
    """
    properties = element("pPr", element("pStyle", val=style))
    if page_break:
        properties.append(element("pageBreakBefore"))
    if rule:
        line = element("top", val="single", sz=4, space=4, color="auto")
        properties.append(element("pBdr", line))
    if right:
        properties.append(element("ind", rightChars=0, right=twips(right)))
    made = element("p", properties)
    if text:
        made.append(element("r", *_letters(text)))
    return made


def _letters(text: str) -> Iterator[Any]:
    for number, line in enumerate(printable(text).split("\n")):
        if number:
            yield element("br")
        for column, part in enumerate(line.split("\t")):
            if column:
                yield element("tab")
            if part:
                letters = element("t")
                letters.text = part
                letters.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
                yield letters


def keep_with_next(paragraphs: Iterable[Any]) -> None:
    """Keep each of the paragraphs on the page of what follows it."""
    for each in paragraphs:
        each.pPr.insert(1, element("keepNext"))


def table(source: Table, width: int = WIDTH) -> Any:
    """A table as wide as the type area, whose heading is repeated on every page."""
    widths = _widths([column.share for column in source.columns], width)
    head = [column.heading for column in source.columns]
    made = _frame(widths)
    made.append(_row(head, widths, [cell_style("Top", source.size)] * len(head), heading=True))
    styles = [
        cell_style("Middle" if column.centred else "Left", source.size) for column in source.columns
    ]
    made.extend(_row(cells, widths, styles) for cells in source.rows)
    _merge(made.findall(qn("w:tr"))[1:], source.merges)
    return made


def _merge(rows: Sequence[Any], merges: Sequence[Merge]) -> None:
    """Make cells below each other one; a few rows that are merged stay together on a page."""
    kept: set[int] = set()
    for merge in merges:
        for number in range(merge.first, merge.last + 1):
            cell = rows[number].findall(qn("w:tc"))[merge.column]
            mark = element("vMerge", val="continue" if number > merge.first else "restart")
            cell.find(qn("w:tcPr")).find(qn("w:vAlign")).addprevious(mark)
        if merge.last - merge.first < _MOST_TOGETHER:
            kept.update(range(merge.first, merge.last))
    keep_with_next(each for number in sorted(kept) for each in rows[number].iter(qn("w:p")))


def grid(source: Grid, width: int = WIDTH) -> Any:
    """A form as wide as the type area; its rows stay together on a page."""
    widths = _widths(source.shares, width)
    made = _frame(widths)
    made.extend(_grid_row(row, widths, source.size) for row in source.rows)
    keep_with_next(made.xpath("./w:tr[position() < last()]//w:p"))
    return made


def _grid_row(row: GridRow, widths: Sequence[int], size: CellSize) -> Any:
    count = len(row.cells)
    own = [*widths[: count - 1], sum(widths[count - 1 :])]
    styles = [cell_style("Left" if number % 2 else "Middle", size) for number in range(count)]
    spans = [1] * (count - 1) + [len(widths) - count + 1]
    height = round(row.height * _MILLIMETRE)
    return _row(row.cells, own, styles, spans=spans, height=height)


def _widths(shares: Sequence[float], width: int) -> list[int]:
    """The shares in twips; what rounding leaves goes to the last."""
    whole = sum(shares)
    widths = [int(width * share / whole) for share in shares]
    return [*widths[:-1], width - sum(widths[:-1])]


def _frame(widths: Sequence[int]) -> Any:
    lines = (element(edge, val="single", sz=4, space=0, color="auto") for edge in _EDGES)
    margins = (("top", 30), ("left", 57), ("bottom", 30), ("right", 57))
    sides = (element(side, w=width, type="dxa") for side, width in margins)
    properties = element(
        "tblPr",
        element("tblW", w=sum(widths), type="dxa"),
        element("jc", val="center"),
        element("tblBorders", *lines),
        element("tblLayout", type="fixed"),
        element("tblCellMar", *sides),
    )
    return element(
        "tbl", properties, element("tblGrid", *(element("gridCol", w=w) for w in widths))
    )


def _row(
    cells: Sequence[str],
    widths: Sequence[int],
    styles: Sequence[str],
    *,
    heading: bool = False,
    spans: Sequence[int] = (),
    height: int = 0,
) -> Any:
    properties = element("trPr")
    if heading or all(len(cell) <= _LONG for cell in cells):
        properties.append(element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=height, hRule="atLeast"))
    if heading:
        properties.append(element("tblHeader"))
    made = element("tr", properties)
    for number, (text, width, style) in enumerate(zip(cells, widths, styles, strict=True)):
        made.append(_cell(text, width, style, spans[number] if spans else 1))
    return made


def _cell(text: str, width: int, style: str, span: int) -> Any:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=span))
    properties.append(element("vAlign", val="center"))
    return element("tc", properties, paragraph(text, style))
