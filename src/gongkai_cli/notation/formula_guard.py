"""Texts that a spreadsheet would run as a formula, and the apostrophe that keeps it from doing so.

Excel and WPS run a cell of a .csv that begins with one of these signs, in half or full width.
"""

FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")


def harmless(text: str) -> str:
    """The text with a ``'`` before it where a spreadsheet would run it as a formula.

    >>> harmless("=HYPERLINK(1)"), harmless("-1"), harmless("＠甲")
    ("'=HYPERLINK(1)", '-1', "'＠甲")
    """
    if text.startswith(FORMULA_SIGNS) and not _is_number(text):
        return "'" + text
    return text


def unguarded(text: str) -> str:
    """The text without the apostrophe that exports put before what would run as a formula.

    >>> unguarded("'=1"), unguarded("'甲")
    ('=1', "'甲")
    """
    return text[1:] if text[:1] == "'" and text[1:2] and text[1] in FORMULA_SIGNS else text


def _is_number(text: str) -> bool:
    digits = text[1:].replace(".", "", 1)
    return text[0] in "+-" and digits.isascii() and digits.isdigit()
