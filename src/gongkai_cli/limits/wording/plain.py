"""A wording in the one form that the grammar reads, with the way back to what was written."""

import re
import unicodedata
from functools import cache

from msgspec import Struct

from ...notation.characters import half_width, unseen
from ...notation.script import simplified
from .boxes import EMPTY, unticked
from .items import without_items

_SAME = {
    **dict.fromkeys("—–―‒－~∼〜～", "-"),
    **dict.fromkeys("【〖〔[{", "("),
    **dict.fromkeys("】〗〕]}", ")"),
    **dict.fromkeys("!", "。"),
    **dict.fromkeys("●■□☑☐▢√✓✔▲△◆◇★※•▪", ";"),
    **dict.fromkeys("“”‘’\"'「」『』", ""),
}
"""Punctuation that means the same, or nothing, to a limit."""

_LEFT_OUT = (
    (r"\([a-zà-üāēīōūǎěǐǒǔǖǘǚǜ]{1,6}\)", ""),
    (r"[①-⑳¹²³⁴⁵*]+(?=[。;,]*\Z)", "注号“{}”不读"),
    (r"\(注[0-9一二三四五①-⑨]?\)(?=[。;,]*\Z)", "注号“{}”不读"),
)
"""What stands in a copy and belongs to no wording: how a letter is pronounced, the number of a
note. The pattern, and what is told about it."""


class Slip(Struct, frozen=True):
    """A misprint that is read through: what is printed (a pattern), and what is meant."""

    printed: str
    meant: str


SLIPS = (
    *(
        Slip(f"{how}跟新", f"{how}更新")
        for how in ("动态", "实时", "及时", "随时", "定期", "适时", "即时", "长期", "持续")
    ),
    Slip("更薪", "更新"),
    Slip("信息形式之日", "信息形成之日"),
    Slip("信息形式或", "信息形成或"),
    Slip("信息形式后", "信息形成后"),
    Slip("信息行成", "信息形成"),
    Slip("信息型成", "信息形成"),
    Slip("形成或更变", "形成或变更"),
    Slip("形成或者更变", "形成或者变更"),
    Slip("形成货变更", "形成或变更"),
    Slip("批淮", "批准"),
    Slip("作岀", "作出"),
    Slip("做岀", "做出"),
    Slip("发岀", "发出"),
    Slip("之曰起", "之日起"),
    Slip("之目起", "之日起"),
    Slip("只日起", "之日起"),
    *(Slip(f"个{word}", "个工作日") for word in ("工作曰", "工作目", "工做日", "公作日", "工作口")),
    Slip("工作曰", "工作日"),
    # printed twice
    Slip("(?<=[0-9十])个个(?=工作日)", "个"),
    Slip("工作日日", "工作日"),
    Slip("之日之日起", "之日起"),
    Slip("或或", "或"),
    Slip("自自(?![然治主行身])", "自"),
    Slip("日起起", "日起"),
    Slip("以内内(?![部容网设])", "以内"),
    Slip("日内内(?![部容网设])", "日内"),
    Slip("公开公开", "公开"),
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
    """The plain form of a wording; raises ``Stop`` where boxes to tick leave it open.

    >>> plain("自信息形\\n成之日起 ２０個工作日內").text
    '自信息形成之日起20个工作日内'
    """
    places, letters = [], []
    dropped = frozenset(unticked(written))
    for place, letter in enumerate(written):
        same = _same(letter) if place not in dropped else ";" if letter in EMPTY else ""
        if same:
            places.append(place)
            letters.append(same)
    text = without_items(_stops(simplified("".join(letters))))
    text = re.sub("(?<![0-9十百千万亿])元月(?!度)", "一月", text)
    copy = _Copy(text, places)
    if dropped:
        copy.notes.append("只读勾选的各项")
    for pattern, note in _LEFT_OUT:
        copy.replace(pattern, "", note)
    for slip in SLIPS:
        copy.replace(slip.printed, slip.meant, f"“{{}}”按“{slip.meant}”读")
    return Plain(written, copy.text, tuple(copy.places), tuple(copy.notes))


class _Copy:
    """A text that is put right, and where its letters stand."""

    def __init__(self, text: str, places: list[int]) -> None:
        self.text = text
        self.places = places
        self.notes: list[str] = []

    def replace(self, pattern: str, meant: str, note: str) -> None:
        """Put something else, no longer than it, wherever the pattern is found."""
        while found := re.search(pattern, self.text):
            start, end = found.span()
            self.text = self.text[:start] + meant + self.text[end:]
            del self.places[start + len(meant) : end]
            if note:
                self.notes.append(note.format(found[0]))


@cache
def _same(letter: str) -> str:
    """One letter or none. A circled or raised figure stays, so that it never joins a number."""
    if unseen(letter):
        return ""
    folded = half_width(letter)
    if len(folded) != 1 or unicodedata.category(letter) == "No":
        return letter
    return _SAME.get(folded, folded)


def _stops(text: str) -> str:
    """A half-width full stop behind a word ends a sentence; behind a figure it stays."""
    return re.sub(r"(?<![0-9])\.", "。", text)
