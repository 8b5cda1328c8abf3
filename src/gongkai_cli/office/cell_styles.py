"""The cell formats of a workbook (styles.xml): which show days, and new ones made from old."""

import copy
import re
from typing import Any

from lxml import etree

from .cell_values import child, name_in

_DATES = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 55), 57, 58))
"""The built-in number formats that show a day; from 27 on they are those of Chinese Excel."""

_FIRST_OWN = 164
_CODE = "yyyy\\-mm\\-dd"
_NO_LETTERS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_BEFORE: dict[str, tuple[str, ...]] = {
    "numFmts": (),
    "fills": ("numFmts", "fonts"),
}
"""What stands before an element of the style sheet that is not there yet."""


def shows_a_day(code: str) -> bool:
    """Whether a number format shows a day: its letters hold a year or a day of the month.

    >>> shows_a_day("yyyy/m/d"), shows_a_day('[红色]0.00" d"'), shows_a_day("h:mm")
    (True, False, False)
    """
    letters = _NO_LETTERS.sub("", code).lower()
    return letters != "general" and ("y" in letters or "d" in letters)


class CellStyles:
    """The cell formats by their numbers; a format made twice is the same one.

    ``changed`` says whether anything was added, and the part has to be written.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self.changed = False
        self._formats = child(root, "cellXfs")
        self._made: dict[tuple[int, bool, str], int] = {}
        self._codes: dict[int, str] = {}
        numbers = child(root, "numFmts")
        for each in numbers if numbers is not None else ():
            self._codes[int(each.get("numFmtId", "-1"))] = each.get("formatCode", "")

    def shows_a_day(self, style: int) -> bool:
        """Whether a cell of this format shows its number as a day."""
        xf = self._xf(style)
        number = int(xf.get("numFmtId", "0")) if xf is not None else 0
        if number in self._codes:
            return shows_a_day(self._codes[number])
        return number in _DATES

    def is_locked(self, style: int) -> bool:
        """Whether a cell of this format may not be changed on a sheet that is protected."""
        xf = self._xf(style)
        protection = child(xf, "protection") if xf is not None else None
        return protection is None or protection.get("locked") not in ("0", "false")

    def like(self, style: int, *, day: bool = False, fill: str = "") -> int:
        """The format ``style``, showing days, or with the colour ``fill`` (RRGGBB) behind it."""
        if self._formats is None or not (fill or (day and not self.shows_a_day(style))):
            return style
        key = (style, day, fill)
        if key not in self._made:
            self._made[key] = self._add(style, day, fill)
        return self._made[key]

    def _add(self, style: int, day: bool, fill: str) -> int:
        old = self._xf(style)
        xf = copy.deepcopy(old) if old is not None else etree.Element(name_in(self.root, "xf"))
        xf.tail = None
        if day and not self.shows_a_day(style):
            xf.set("numFmtId", str(self._day_format()))
            xf.set("applyNumberFormat", "1")
        if fill:
            xf.set("fillId", str(self._fill(fill)))
            xf.set("applyFill", "1")
        return self._append(self._formats, xf)

    def _xf(self, style: int) -> Any | None:
        if self._formats is None or not 0 <= style < len(self._formats):
            return None
        return self._formats[style]

    def _day_format(self) -> int:
        """The number of the format 2024-06-27."""
        for number, code in self._codes.items():
            if code.lower() in ("yyyy-mm-dd", _CODE):
                return number
        number = max((_FIRST_OWN - 1, *self._codes)) + 1
        made = etree.Element(name_in(self.root, "numFmt"))
        made.set("numFmtId", str(number))
        made.set("formatCode", _CODE)
        self._append(self._container("numFmts"), made)
        self._codes[number] = _CODE
        return number

    def _fill(self, colour: str) -> int:
        made = etree.Element(name_in(self.root, "fill"))
        pattern = etree.SubElement(made, name_in(self.root, "patternFill"))
        pattern.set("patternType", "solid")
        etree.SubElement(pattern, name_in(self.root, "fgColor")).set("rgb", f"FF{colour}")
        etree.SubElement(pattern, name_in(self.root, "bgColor")).set("indexed", "64")
        return self._append(self._container("fills"), made)

    def _container(self, local: str) -> Any:
        found = child(self.root, local)
        if found is None:
            found = etree.Element(name_in(self.root, local))
            before = [child(self.root, each) for each in _BEFORE[local]]
            self.root.insert(sum(each is not None for each in before), found)
        return found

    def _append(self, container: Any, element: Any) -> int:
        """Add an element to a counted list; its number there."""
        container.append(element)
        container.set("count", str(len(container)))
        self.changed = True
        return len(container) - 1
