"""The widths of a sheet's columns (cols): new ones beside those that are there."""

import copy
from typing import Any

from lxml import etree

from .cell_values import child, name_in


def set_widths(root: Any, widths: dict[int, float]) -> None:
    """Give columns (from 1) their widths; all others keep theirs.

    An element that speaks for several columns is cut where one of them gets a width of its own.
    """
    columns: Any = child(root, "cols")
    if columns is None:
        columns = etree.Element(name_in(root, "cols"))
        root.insert(list(root).index(child(root, "sheetData")), columns)
    for number, width in widths.items():
        for each in list(columns):
            first, last = int(each.get("min", "0")), int(each.get("max", "0"))
            if first <= number <= last:
                _cut(each, first, last, number)
        made = etree.Element(name_in(root, "col"))
        made.set("min", str(number))
        made.set("max", str(number))
        made.set("width", str(width))
        made.set("customWidth", "1")
        columns.append(made)
    columns[:] = sorted(columns, key=lambda each: int(each.get("min", "0")))


def _cut(each: Any, first: int, last: int, out: int) -> None:
    """Let an element speak for its columns without ``out``."""
    for begin, end in ((first, out - 1), (out + 1, last)):
        if begin <= end:
            part = copy.deepcopy(each)
            part.set("min", str(begin))
            part.set("max", str(end))
            each.addnext(part)
    each.getparent().remove(each)
