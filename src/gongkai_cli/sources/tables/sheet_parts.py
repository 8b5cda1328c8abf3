"""What the parts of a workbook say of its sheets that calamine does not tell.

Only of workbooks that ``workbook_guard`` has passed: so cells open as ``<c r="A1" …>``.
"""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from .cell_formats import built_in
from .office_package import OfficePackage

if TYPE_CHECKING:
    from lxml.etree import _Element

_CELL = re.compile(rb'<(?:[^\s<>/:]+:)?c r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*? s="([0-9]{1,5})"')
_COLUMN = re.compile(rb"<(?:[^\s<>/:]+:)?col\s([^<>]*)>")
_FORMATS_OF_CELLS = "cellXfs"


class SheetLook(Struct, frozen=True):
    """The formats of cells that have one, by row and column, and the columns that are hidden."""

    formats: dict[tuple[int, int], str]
    hidden: frozenset[int]


def cell_styles(package: OfficePackage, document: str) -> dict[int, str]:
    """The formats of numbers by the number of a style; without those that show the plain value."""
    root = package.tree(f"{document[: document.rfind('/') + 1]}styles.xml")
    if root is None:
        return {}
    own: dict[int, str] = {}
    for element in _named(root, "numFmt"):
        own[_number(element, "numFmtId")] = element.get("formatCode", "")
    styles: dict[int, str] = {}
    for holder in _named(root, _FORMATS_OF_CELLS):
        for style, element in enumerate(_named(holder, "xf")):
            number = _number(element, "numFmtId")
            code = own.get(number) or built_in(number)
            if code is not None and code != "General":
                styles[style] = code
    return styles


def look_of(sheet: bytes, styles: dict[int, str]) -> SheetLook:
    """What the part of a sheet says of its cells and columns, counted from 0."""
    formats: dict[tuple[int, int], str] = {}
    for letters, row, style in _CELL.findall(sheet) if styles else ():
        code = styles.get(int(style))
        if code is not None:
            formats[int(row) - 1, _column(letters)] = code
    hidden: set[int] = set()
    for attributes in _COLUMN.findall(sheet[: 1 << 20]):
        if re.search(rb'\bhidden="(?:1|true)"', attributes):
            first, last = (re.search(rb'\b%b="([0-9]{1,5})"' % n, attributes) for n in _ENDS)
            if first and last:
                hidden.update(range(int(first[1]) - 1, min(int(last[1]), 16_384)))
    return SheetLook(formats, frozenset(hidden))


_ENDS = (b"min", b"max")


def _named(holder: "_Element", name: str) -> "list[_Element]":
    return [each for each in holder.iter("{*}" + name) if isinstance(each.tag, str)]


def _number(element: "_Element", name: str) -> int:
    text = element.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
