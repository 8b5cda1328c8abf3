"""A plain text as a row of marks, words between them, and separators."""

import re
from collections.abc import Iterator

from msgspec import Struct

from .grammar import matcher
from .marks import Mark


class Words(Struct, frozen=True):
    """Words without a mark or separator, from letter ``at`` on."""

    text: str
    at: int


class Break(Struct, frozen=True):
    """A separator. ``hard`` ends a sentence."""

    sign: str
    at: int

    @property
    def hard(self) -> bool:
        """Whether nothing that stands before it reaches over it."""
        return self.sign in ";。"


def flow(text: str, marks: list[Mark]) -> Iterator[Mark | Words | Break]:
    """Everything that the text holds, in order."""
    at = 0
    for mark in marks:
        yield from _between(text, at, mark.start)
        yield mark
        at = mark.end
    yield from _between(text, at, len(text))


def _between(text: str, at: int, end: int) -> Iterator[Words | Break]:
    for found in _pieces().finditer(text, at, end):
        if found["sign"]:
            yield Break(found["sign"], found.start())
        else:
            yield Words(found[0], found.start())


def _pieces() -> re.Pattern[str]:
    return matcher(
        "sign:'；。，：（）'|{（(者|[或[者]|及|和|、]<动词>{[或[者]|、|和|/]<动词>})）|<字>}+"
    )
