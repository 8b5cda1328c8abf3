"""The words of a paragraph of a .docx as they are seen, and the text boxes that hang on it."""

from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from .word_symbols import is_picture_font, sign

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN = frozenset(
    f"{W}{name}"
    for name in (
        *("del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "rt"),
        *("sdtPr", "sdtEndPr", "object"),
    )
) | {f"{_COMPATIBILITY}Fallback"}
_PRINTED = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}
_OFF = frozenset(("0", "false", "off", "none"))
_TICKED, _OPEN = "☑", "☐"


class Words(Struct):
    """What is collected: pieces of text, text boxes, and the notes referred to by kind and id."""

    pieces: list[str]
    boxes: "list[_Element]"
    notes: list[tuple[str, str]]

    @property
    def text(self) -> str:
        """The text."""
        return "".join(self.pieces)


def words_of(paragraph: "_Element") -> Words:
    """What a paragraph shows: inserted text but no deleted, results of fields but not the codes."""
    words = Words([], [], [])
    _collect(paragraph, words, None)
    return words


def is_on(properties: "_Element | None", name: str) -> bool:
    """Whether properties switch something on: ``<w:vanish/>``, unless its ``w:val`` is 0."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(f"{W}val", "1") not in _OFF


def _collect(element: "_Element", words: Words, font: str | None) -> None:
    for child in element:
        tag = child.tag
        if tag in _UNSEEN:
            continue
        if tag == f"{W}t":
            words.pieces.append(_in_font(child.text or "", font))
        elif tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is None:
                _collect(child, words, None)
            elif not is_on(properties, "vanish"):
                _collect(child, words, _picture_font(properties))
        elif tag in _PRINTED:
            words.pieces.append(_PRINTED[tag])
        elif tag == f"{W}sym":
            code = int(child.get(f"{W}char", "0"), 16)
            words.pieces.append(sign(child.get(f"{W}font", ""), code))
        elif tag == f"{W}checkBox":
            words.pieces.append(_TICKED if _is_ticked(child) else _OPEN)
        elif tag == f"{W}txbxContent":
            words.boxes.append(child)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            words.notes.append((tag[len(W) : -len("Reference")], child.get(f"{W}id", "")))
        else:
            _collect(child, words, font)


def _is_ticked(box: "_Element") -> bool:
    """Whether a box of a form is ticked: by who filled it in, else from the beginning."""
    name = "checked" if box.find(f"{W}checked") is not None else "default"
    return is_on(box, name)


def _picture_font(properties: "_Element") -> str | None:
    fonts = properties.find(f"{W}rFonts")
    name = fonts.get(f"{W}ascii") if fonts is not None else None
    return name if is_picture_font(name) else None


def _in_font(text: str, font: str | None) -> str:
    if font is None:
        is_plain = text.isascii() or max(text) < "\uf000"
        return text if is_plain else text.translate(_private())
    return "".join(sign(font, ord(letter)) for letter in text)


@cache
def _private() -> dict[int, str]:
    """Letters of private use without a font of their own are those of Wingdings."""
    return {code: sign("Wingdings", code) for code in range(0xF000, 0xF100)}
