"""Signs that Word sets in a picture font, such as boxes with and without a tick."""

UNKNOWN = "\ufffd"
"""Stands for a sign of a picture font that is not in the table."""

_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA1: "○", 0xA7: "▪",
    0xA8: "☐", 0xD8: "➢", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA2: "■",
    0xA3: "☐", 0x30: "□",
}  # fmt: skip
_SYMBOL = {0xB4: "×", 0xB7: "·", 0xD6: "√", 0xB3: "≥", 0xA3: "≤"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_OTHERS = frozenset(("wingdings 3", "webdings", "marlett"))


def is_picture_font(font: str | None) -> bool:
    """Whether the letters of a font are pictures."""
    return font is not None and (font.lower() in _FONTS or font.lower() in _OTHERS)


def sign(font: str, code: int) -> str:
    """The sign that a font shows for a code, which may be in the range of private use.

    >>> sign("Wingdings", 0xF0FE), sign("Wingdings 2", 0x52), sign("Webdings", 0x41) == UNKNOWN
    ('☑', '☑', True)
    """
    if code > 0xFF and not 0xF000 <= code <= 0xF0FF:
        return chr(code)
    if code & 0xFF == 0x20:
        return " "
    return _FONTS.get(font.lower(), {}).get(code & 0xFF, UNKNOWN)
