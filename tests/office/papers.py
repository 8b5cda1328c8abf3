"""A paper taken apart again, by the library and as bare XML."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from gongkai_cli.office.official_paper import OfficialPaper
from gongkai_cli.office.paper_file import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a file; every one that is XML is well-formed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    for name, part in found.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(part)
    return found


def opened(paper: OfficialPaper) -> Any:
    """The paper as the library reads it."""
    return Document(io.BytesIO(write(paper)))


def lines(data: bytes) -> list[str]:
    """The text of a file from top to bottom: a paragraph a line, a row of a table a line."""
    return list(_lines(Document(io.BytesIO(data))))


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block._tbl.tr_lst:
                yield " | ".join(_text_of(cell) for cell in row.tc_lst)
        elif block.text:
            yield block.text


def _text_of(cell: Any) -> str:
    return "\n".join(paragraph.text for paragraph in cell.p_lst)


def letters_of(element: Any) -> str:
    """The letters below an element, as they are written."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def style_of(document: Any, paragraph: Any) -> Any:
    """The element of the style of a paragraph."""
    (found,) = document.styles.element.xpath(
        f"./w:style[@w:styleId='{paragraph._p.pPr.pStyle.val}']"
    )
    return found


def value(element: Any, path: str, name: str = "val") -> str | None:
    """An attribute of what lies at a path below an element."""
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(qn(f"w:{name}"))
