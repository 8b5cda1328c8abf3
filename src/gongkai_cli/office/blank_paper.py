"""An official paper without a word: the page, the styles and the page numbers.

The page is that of GB/T 9704—2012, 5.1 and 5.2.1: A4, 37 mm above, 28 mm on the side of the
binding, a type area of 156 mm by 225 mm. A page on its side is that page turned, its head on the
side of the binding (公文中的横排表格).
"""

from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE as RELATED
from docx.oxml import parse_xml
from docx.shared import Mm

from .paper_elements import element, paragraph
from .paper_styles import styles_xml

_MADE = datetime(2024, 1, 1, tzinfo=UTC)
"""Always the same, so that the same paper gives the same bytes."""
_FOOTER = 25.5
"""Millimetres below the footer: the dash then stands 7 mm below the type area (7.5)."""
_FOOTER_ACROSS = 16.5
_OF_PACKAGE = (RELATED.OFFICE_DOCUMENT, RELATED.CORE_PROPERTIES)
_OF_DOCUMENT = (RELATED.STYLES, RELATED.SETTINGS)


@cache
def blank_paper(page_numbers: bool, *, across: bool = False) -> bytes:
    """The paper as .docx, with nothing of the library's own template left in it."""
    document = Document()
    _without_template(document)
    _page(document)
    if across:
        _turned(document)
    if page_numbers:
        _numbered(document)
    about = document.core_properties
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _MADE
    about.language = "zh-CN"
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def _without_template(document: Any) -> None:
    for holder, kept in ((document.part.package, _OF_PACKAGE), (document.part, _OF_DOCUMENT)):
        for id, each in list(holder.rels.items()):
            if each.reltype not in kept:
                del holder.rels[id]
    document.styles.element[:] = list(parse_xml(styles_xml()))
    mode = element(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    document.settings.element[:] = [
        element("defaultTabStop", val=420),
        element("evenAndOddHeaders"),
        element("characterSpacingControl", val="compressPunctuation"),
        element("compat", element("useFELayout"), mode),
        element("themeFontLang", val="en-US", eastAsia="zh-CN"),
    ]


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(_FOOTER)


def _turned(document: Any) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(28), Mm(26)
    section.left_margin, section.right_margin = Mm(35), Mm(37)
    section.footer_distance = Mm(_FOOTER_ACROSS)


def _numbered(document: Any) -> None:
    """Page numbers on the outside, one character in, between two dashes (7.5)."""
    section = document.sections[0]
    for footer, style in ((section.footer, "gwPageOdd"), (section.even_page_footer, "gwPageEven")):
        line = paragraph("— ", style)
        figure = element("r", element("t"))
        figure[0].text = "1"
        line.append(element("fldSimple", figure, instr="PAGE"))
        line.append(paragraph(" —", style)[1])
        footer.is_linked_to_previous = False
        footer._element[:] = [line]
