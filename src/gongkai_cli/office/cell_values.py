"""What stands in one cell of a sheet's XML: setting it, and reading its text."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from lxml import etree

Value = str | float | int | bool | date | datetime | time | timedelta | None
"""What can be put in a cell; ``None`` and an empty text empty it."""

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")
_UNHOLDABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LONE_HALF = re.compile("[\ud800-\udfff]")
_DAY = timedelta(days=1)


def name_in(element: Any, local: str) -> str:
    """A name in the namespace of an element, as lxml writes it."""
    tag: str = element.tag
    return tag[: tag.rfind("}") + 1] + local


def child(element: Any, local: str) -> Any | None:
    """The first child of that name in the element's own namespace."""
    return element.find(name_in(element, local))


def serial(day: date | datetime, epoch: date) -> float:
    """The number that stands for a day (and its time) in a workbook that counts from ``epoch``.

    >>> serial(date(2024, 6, 27), date(1899, 12, 30))
    45470.0
    """
    if not isinstance(day, datetime):
        return float((day - epoch).days)
    return (day.replace(tzinfo=None) - datetime.combine(epoch, time.min)) / _DAY


def put(cell: Any, value: Value, epoch: date) -> None:
    """Give a cell another value; its style stays. A text is kept inside the cell itself."""
    for each in list(cell):
        cell.remove(each)
    for attribute in ("t", "cm", "vm"):
        cell.attrib.pop(attribute, None)
    if value is None or value == "":
        return
    if isinstance(value, bool):
        cell.set("t", "b")
        _add(cell, "v").text = str(int(value))
    elif isinstance(value, int | float):
        _add(cell, "v").text = _number(value)
    elif isinstance(value, date):
        _add(cell, "v").text = _number(serial(value, epoch))
    else:
        _put_text(cell, str(value))


def text_of(cell: Any, shared: Sequence[str]) -> str:
    """The text of a cell as it is kept, numbers as they are written; ``shared`` are the strings."""
    kind = cell.get("t")
    if kind == "inlineStr":
        return unescaped("".join(_texts(child(cell, "is"))))
    value = child(cell, "v")
    text = (value.text or "") if value is not None else ""
    if kind == "s":
        index = int(text) if text.strip().isdigit() else -1
        return shared[index] if 0 <= index < len(shared) else ""
    return unescaped(text)


def shared_strings(root: Any) -> list[str]:
    """The texts of the part that keeps those of the whole workbook."""
    return [unescaped("".join(_texts(each))) for each in root.iter(name_in(root, "si"))]


def has_content(cell: Any) -> bool:
    """Whether anything stands in a cell."""
    value = child(cell, "v")
    if value is not None and value.text:
        return True
    return child(cell, "is") is not None or child(cell, "f") is not None


def escaped(text: str) -> str:
    """The text as OOXML keeps what XML cannot hold.

    >>> escaped("甲\\x01"), escaped("_x0041_")
    ('甲_x0001_', '_x005F_x0041_')
    """
    text = _LONE_HALF.sub("?", _ESCAPED.sub(lambda match: "_x005F" + match[0], text))
    return _UNHOLDABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", text)


def unescaped(text: str) -> str:
    """The text that ``escaped`` was given."""
    return _ESCAPED.sub(lambda match: chr(int(match[0][2:6], 16)), text) if "_x" in text else text


def _put_text(cell: Any, text: str) -> None:
    cell.set("t", "inlineStr")
    element = _add(_add(cell, "is"), "t")
    element.text = escaped(text)
    if text != text.strip() or "\n" in text:
        element.set(_XML_SPACE, "preserve")


def _add(parent: Any, local: str) -> Any:
    return etree.SubElement(parent, name_in(parent, local))


def _number(value: float) -> str:
    return (
        str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(float(value))
    )


def _texts(element: Any | None) -> list[str]:
    """The texts of a string, its rich runs in order, without what is only read aloud."""
    if element is None:
        return []
    found = []
    for each in element.iter(name_in(element, "t")):
        if not each.getparent().tag.endswith("}rPh"):
            found.append(each.text or "")
    return found
