"""The letters of a text without its lay-out, each with the place where it was printed.

Copies of a notice differ in the width of punctuation, in blanks inside numbers and in line breaks
inside sentences; none of that means anything. So a notice is read from its letters alone.
"""

import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from ....model.place import Place

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LONGEST_QUOTE = 140
_LONGEST_NOTE = 40
MASKS = "*×□■◆?\ufffd"
"""Letters that stand in copies for one that was masked or lost."""

_LISTING = "—-–●•·▲"
"""Signs that press wordings put before a festival instead of a number."""


class Letters(Struct, frozen=True):
    """A text in half width and simplified script, without white space.

    ``offsets`` gives for each letter of ``text`` where it stands in ``printed``.
    """

    text: str
    offsets: tuple[int, ...]
    printed: str
    file: str

    def place(self, index: int) -> Place:
        """Line and column of a letter; behind the last letter: those of the last."""
        if not self.offsets:
            return Place(self.file)
        offset = self.offsets[min(index, len(self.offsets) - 1)]
        start = self.printed.rfind("\n", 0, offset) + 1
        return Place(self.file, self.printed.count("\n", 0, offset) + 1, offset - start + 1)

    def opens_line(self, index: int) -> bool:
        """Whether a letter is the first of its line."""
        if index == 0:
            return True
        return "\n" in self.printed[self.offsets[index - 1] : self.offsets[index]]

    def opens_sentence(self, index: int) -> bool:
        """Whether a letter is the first of its line or follows the end of a sentence, but for the
        signs of a list before it (——元旦：)."""
        while index and self.text[index - 1] in _LISTING:
            index -= 1
        return self.opens_line(index) or self.text[index - 1] in "。;:!"

    def in_brackets(self, index: int) -> bool:
        """Whether a letter stands in brackets that opened shortly before it."""
        before = self.text[max(index - _LONGEST_NOTE, 0) : index]
        return before.rfind("(") > before.rfind(")")

    def quote(self, first: int, last: int) -> str:
        """The letters from ``first`` up to and without ``last`` as printed, in one line."""
        if first >= last:
            return ""
        printed = self.printed[self.offsets[first] : self.offsets[last - 1] + 1]
        return "".join(letter for letter in printed if _visible(letter))


def shortened(words: str) -> str:
    """Words for a message: no longer than a clause usually is."""
    return words if len(words) <= _LONGEST_QUOTE else f"{words[:_LONGEST_QUOTE]}…"


def letters_of(printed: str, file: str) -> Letters:
    """The letters of a text; ``file`` is the name to show in places.

    >>> letters_of("一、元旦：\\n１ 月 1日至3日", "通知.txt").text
    '一、元旦:1月1日至3日'
    """
    from ....notation.script import simplified

    printed = printed.replace("\r\n", "\n").replace("\r", "\n")
    pairs = list(_plain(printed))
    text = simplified("".join(letter for letter, _ in pairs))
    return Letters(text, tuple(offset for _, offset in pairs), printed, file)


def _plain(printed: str) -> Iterator[tuple[str, int]]:
    for offset, letter in enumerate(printed):
        if letter.isascii():
            if _visible(letter):
                yield letter, offset
        elif _visible(letter):
            for each in unicodedata.normalize("NFKC", letter):
                if _visible(each):
                    yield each, offset


def _visible(letter: str) -> bool:
    return not letter.isspace() and letter not in _INVISIBLE
