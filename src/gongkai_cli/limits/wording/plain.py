"""A wording in the one form that the grammar reads, with the way back to what was written."""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from ...notation.characters import half_width
from ...notation.script import simplified
from .items import without_items

_SAME = {
    **dict.fromkeys("—–―‒－~∼〜～", "-"),
    **dict.fromkeys("【〖〔[{", "("),
    **dict.fromkeys("】〗〕]}", ")"),
    **dict.fromkeys("!", "。"),
    **dict.fromkeys("●■□▲△◆◇★※•▪", ";"),
    **dict.fromkeys("“”‘’\"'「」『』", ""),
}
"""Punctuation that means the same, or nothing, to a limit."""


class Slip(Struct, frozen=True):
    """A misprint that is read through: what is printed, what is meant (of the same length)."""

    printed: str
    meant: str


SLIPS = (
    Slip("动态跟新", "动态更新"),
    Slip("动态更薪", "动态更新"),
    Slip("实时跟新", "实时更新"),
    Slip("及时跟新", "及时更新"),
    Slip("随时跟新", "随时更新"),
    Slip("信息形式之日", "信息形成之日"),
    Slip("信息形式或", "信息形成或"),
    Slip("信息形式后", "信息形成后"),
    Slip("信息行成", "信息形成"),
    Slip("工作曰", "工作日"),
)


class Plain(Struct, frozen=True):
    """The text without white space and list numbers, in half width and simplified script, slips
    read through.

    ``places[i]`` is where letter ``i`` of ``text`` stands in ``written``; ``notes`` name the slips.
    """

    written: str
    text: str
    places: tuple[int, ...]
    notes: tuple[str, ...] = ()

    def place(self, at: int) -> int:
        """Where in the written text letter ``at`` of the plain text stands (its end, past it)."""
        return self.places[at] if at < len(self.places) else len(self.written.rstrip())


def plain(written: str) -> Plain:
    """The plain form of a wording.

    >>> plain("自信息形\\n成之日起 ２０個工作日內").text
    '自信息形成之日起20个工作日内'
    """
    places, letters = [], []
    for place, letter in enumerate(written):
        if same := _same(letter):
            places.append(place)
            letters.append(same)
    text = without_items(_stops(simplified("".join(letters))))
    text = re.sub("(?<![0-9十百千万亿])元月(?!度)", "一月", text)
    notes = []
    for slip in SLIPS:
        if slip.printed in text:
            text = text.replace(slip.printed, slip.meant)
            notes.append(f"“{slip.printed}”按“{slip.meant}”读")
    return Plain(written, text, tuple(places), tuple(notes))


@cache
def _same(letter: str) -> str:
    """One letter or none. A circled or raised figure stays, so that it never joins a number."""
    if letter.isspace() or unicodedata.category(letter) in ("Cf", "Cc", "Mn"):
        return ""
    folded = half_width(letter)
    if len(folded) != 1 or unicodedata.category(letter) == "No":
        return letter
    return _SAME.get(folded, folded)


def _stops(text: str) -> str:
    """A half-width full stop behind a word ends a sentence; behind a figure it stays."""
    return re.sub(r"(?<![0-9])\.", "。", text)
