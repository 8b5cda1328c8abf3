"""The styles of an official paper, as a table.

Source: GB/T 9704—2012 党政机关公文格式: 5.2.2 (仿宋 三号), 5.2.3 (22 lines of 28 characters), 7.3.1
to 7.3.7 (title, headings, signature), 7.5 (page number). Fonts carry the names that office programs
in China know them by; where one is missing, the program puts its own in its place.
"""

from collections.abc import Iterator
from typing import Literal
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from .paper_parts import CellSize

FANGSONG, HEI, KAI, SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
TITLE_FONT = "方正小标宋简体"

BODY_SIZE = 16.0
"""三号, in points."""
LINE = 28.0
"""The line pitch, exact, in points: 22 lines in the 225 mm of the type area."""
TIGHTER = -0.25
"""Points less between letters: 28 of them fill the type area, which is 442 points (156 mm) wide."""
LETTERS = 28
"""Characters of a line."""
LETTER = BODY_SIZE + TIGHTER
"""How much of a line a character of the body takes, in points."""


class Style(Struct, frozen=True, kw_only=True):
    """How the paragraphs of one kind are set: sizes in points, indents in characters."""

    id: str
    name: str
    font: str = FANGSONG
    size: float = BODY_SIZE
    line: float = LINE
    align: Literal["both", "center", "left", "right"] = "both"
    first: int = 0
    left: int = 0
    right: int = 0
    hanging: int = 0
    keep: bool = False
    """Whether it stays on the page of what follows."""
    outline: int | None = None


def _cells(name: CellSize, size: float, line: float) -> tuple[Style, ...]:
    """What stands in tables and grids, in one size."""
    return (
        Style(
            id=cell_style("Top", name),
            name=f"公文表头{name}",
            font=HEI,
            size=size,
            line=line,
            align="center",
        ),
        Style(
            id=cell_style("Left", name), name=f"公文表格{name}", size=size, line=line, align="left"
        ),
        Style(
            id=cell_style("Middle", name),
            name=f"公文表格居中{name}",
            size=size,
            line=line,
            align="center",
        ),
    )


def cell_style(kind: Literal["Top", "Left", "Middle"], size: CellSize) -> str:
    """The id of the style of a cell."""
    return f"gw{kind}{('四号', '小四', '五号').index(size)}"


BASE = Style(id="Normal", name="Normal")
STYLES: tuple[Style, ...] = (
    BASE,
    Style(id="gwMark", name="公文附件标记", font=HEI, align="left", keep=True),
    Style(id="gwNumber", name="公文文号", align="center", keep=True),
    Style(
        id="gwTitle",
        name="公文标题",
        font=TITLE_FONT,
        size=22,
        line=34,
        align="center",
        keep=True,
    ),
    Style(id="gwTo", name="公文主送", align="left", keep=True),
    Style(id="gwBody", name="公文正文", first=2),
    Style(id="gwHead1", name="公文一级标题", font=HEI, first=2, keep=True, outline=0),
    Style(id="gwHead2", name="公文二级标题", font=KAI, first=2, keep=True, outline=1),
    Style(id="gwHead3", name="公文三级标题", first=2),
    Style(id="gwHead4", name="公文四级标题", first=2),
    Style(id="gwRight", name="公文右齐", align="right"),
    Style(id="gwAttached", name="公文附件说明", left=5, hanging=3, align="left"),
    Style(id="gwAttachedList", name="公文附件说明（多个）", left=6, hanging=4, align="left"),
    Style(id="gwSigned", name="公文落款", align="right"),
    Style(id="gwNote", name="公文附注", first=2),
    Style(id="gwSmall", name="公文小字", font=SONG, size=9, line=13, align="both"),
    *_cells("四号", 14, 24),
    *_cells("小四", 12, 19),
    *_cells("五号", 10.5, 16),
    Style(id="gwGap", name="公文表前后", size=1, line=8, align="left"),
    Style(id="gwPageOdd", name="公文单页页码", font=SONG, size=14, line=14, align="right", right=1),
    Style(id="gwPageEven", name="公文双页页码", font=SONG, size=14, line=14, align="left", left=1),
)


def styles_xml() -> str:
    """The whole of ``styles.xml``."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(BASE.font)}{_size(BASE.size)}{language}"
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    return f'<w:styles xmlns:w="{space}">{defaults}{"".join(_styles())}</w:styles>'


def _styles() -> Iterator[str]:
    for style in STYLES:
        first = style is BASE
        head = f'<w:style w:type="paragraph" w:styleId="{style.id}"' + (
            ' w:default="1">' if first else ' w:customStyle="1">'
        )
        based = "" if first else f'<w:basedOn w:val="{BASE.id}"/>'
        yield (
            f"{head}<w:name w:val={quoteattr(style.name)}/>{based}<w:qFormat/>"
            f"<w:pPr>{''.join(_paragraph(style))}</w:pPr>"
            f"<w:rPr>{_fonts(style.font)}{_spacing(style)}{_size(style.size)}</w:rPr></w:style>"
        )


def _paragraph(style: Style) -> Iterator[str]:
    """The properties of a paragraph, in the order that the schema asks for."""
    yield f'<w:keepNext w:val="{int(style.keep)}"/>'
    yield '<w:widowControl w:val="1"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    yield '<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0"'
    yield f' w:line="{twips(style.line)}" w:lineRule="exact"/>'
    yield "<w:ind" + "".join(_indents(style)) + "/>"
    yield f'<w:jc w:val="{style.align}"/>'
    if style.outline is not None:
        yield f'<w:outlineLvl w:val="{style.outline}"/>'


def _indents(style: Style) -> Iterator[str]:
    first = ("hanging", style.hanging) if style.hanging else ("firstLine", style.first)
    for side, letters in (("left", style.left), ("right", style.right), first):
        yield f' w:{side}Chars="{letters * 100}" w:{side}="{twips(letters * style.size)}"'


def _fonts(font: str) -> str:
    """One font for every script; the hint has “” and … set as Chinese."""
    kinds = "".join(f' w:{kind}="{font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f'<w:rFonts w:hint="eastAsia"{kinds}/>'


def _spacing(style: Style) -> str:
    tight = TIGHTER if style.size == BODY_SIZE else 0
    return f'<w:spacing w:val="{twips(tight)}"/><w:kern w:val="0"/>'


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)
