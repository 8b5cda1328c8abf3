"""Text as it may stand in a paper, without what XML forbids or nobody can see."""

import re
import unicodedata

_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with ``?`` for what is not text: controls, bidirectional marks, half a pair.

    Every kind of line break becomes ``\\n``; tabs stay, and so do rare characters that are newer
    than this Python.

    >>> printable("甲\\x00乙\\u202e丙\\r\\n丁")
    '甲?乙?丙\\n丁'
    """
    plain = _BREAK.sub("\n", text)
    return plain if plain.isprintable() else "".join(map(_harmless, plain))


def _harmless(character: str) -> str:
    if character in "\n\t":
        return character
    number = ord(character)
    unfit = unicodedata.category(character) in ("Cc", "Cf", "Cs")
    return "?" if unfit or number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF else character
