"""Whole numbers, in digits or in Chinese."""

import re

_ONES = {letter: value for value, letter in enumerate("零一二三四五六七八九")}
_ONES |= {"〇": 0, "○": 0, "两": 2}
_TENS = str.maketrans({"廿": "二十", "卅": "三十"})
_FORM = re.compile(
    r"(?:(?P<hundreds>[一二两三四五六七八九])百)?"
    r"(?:(?P<gap>[零〇○])|(?P<tens>[一二三四五六七八九])?(?P<ten>十))?"
    r"(?P<ones>[一二三四五六七八九])?"
)

LETTERS = "〇○零一二两三四五六七八九十百廿卅"
"""The letters of a Chinese numeral."""


def read_numeral(text: str) -> int | None:
    """The number from 0 to 999 (in digits: any) that ``text`` is; ``None`` for anything else.

    Two plain figures side by side are a number only with a zero (二〇): 三五 is "three to five".

    >>> [read_numeral(text) for text in ("20", "二十", "廿五", "两", "一百零五", "百二", "二〇")]
    [20, 20, 25, 2, 105, 120, 20]
    >>> read_numeral("三五") is None, read_numeral("二0") is None
    (True, True)
    """
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 9 else None
    if len(text) > 1 and text[0] not in "零〇○" and re.search("[零〇○]", text):
        figures = [_ONES.get(letter) for letter in text]
        if None not in figures and len(text) <= 3:
            return int("".join(str(figure) for figure in figures))
    if text in _ONES:
        return _ONES[text]
    return _composed(text.translate(_TENS))


def _composed(text: str) -> int | None:
    if text.startswith("百"):
        text = f"一{text}"
    found = _FORM.fullmatch(text)
    if not found or not text:
        return None
    hundreds, tens, ones = (
        _ONES.get(found[name] or "零", 0) for name in ("hundreds", "tens", "ones")
    )
    if found["gap"]:
        return hundreds * 100 + ones if hundreds and ones else None
    if found["ten"]:
        return hundreds * 100 + (tens or 1) * 10 + ones
    if hundreds:
        return hundreds * 100 + ones * 10
    return ones if len(text) == 1 else None
