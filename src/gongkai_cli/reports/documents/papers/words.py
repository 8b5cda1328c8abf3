"""The words that may stand in braces in a form, each with what it means and how it is known.

A word is looked up in what is being told (a finding), then in what holds that (its unit), up to the
run. A value that is put in place of a word is never read for words again.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

_SPACE = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
"""White space of a line; the full-width blank is a character that people set on purpose."""
_BRACES = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}")


class Word(Struct, frozen=True):
    """A word for a text: what it means, and how the thing that is told gives it."""

    about: str
    value: Callable[[Any], str]


class Listing(Struct, frozen=True):
    """A word for several things, each told by the words of its own."""

    about: str
    items: Callable[[Any], Sequence[Any]]
    of: "Vocabulary"


class Vocabulary(Struct, frozen=True, kw_only=True):
    """Everything that can be told of one kind of thing."""

    words: Mapping[str, Word] = {}
    lists: Mapping[str, Listing] = {}


class Told(Struct, frozen=True):
    """A thing with its words, inside what holds it."""

    thing: Any
    vocabulary: Vocabulary
    within: "Told | None" = None

    def text(self, word: str) -> str:
        """What stands for a word, in one line."""
        known = self.vocabulary.words.get(word)
        if known is not None:
            return _SPACE.sub(" ", known.value(self.thing)).strip(" ")
        return self._outer(word).text(word)

    def each(self, name: str) -> Iterable["Told"]:
        """The things of a list, one inside each other."""
        listing = self.vocabulary.lists.get(name)
        if listing is None:
            return self._outer(name).each(name)
        return (Told(item, listing.of, self) for item in listing.items(self.thing))

    def has(self, name: str) -> bool:
        """Whether a list has anything in it."""
        listing = self.vocabulary.lists.get(name)
        return self._outer(name).has(name) if listing is None else bool(listing.items(self.thing))

    def fill(self, text: str) -> str:
        """The text with what stands for its words, or for ``{word|instead}`` where it is empty."""
        return _BRACES.sub(lambda found: self.text(found[1].strip()) or found[2] or "", text)

    def _outer(self, word: str) -> "Told":
        if self.within is None:
            raise LookupError(word)
        return self.within


def lists_with(word: str, known: Iterable[Vocabulary]) -> Iterator[str]:
    """The lists of which each thing has a word of its own."""
    for vocabulary in known:
        for name, listing in vocabulary.lists.items():
            if word in listing.of.words:
                yield name
            yield from lists_with(word, (listing.of,))


def described(known: Iterable[Vocabulary]) -> Iterator[tuple[str, str]]:
    """Every word with what it means; below the name of a list the words of each thing in it.

    Lists that hold things of one kind are described together, under a word that means nothing.
    """
    lists: dict[int, list[str]] = {}
    of: dict[int, Vocabulary] = {}
    for vocabulary in known:
        yield from _told_by(vocabulary)
        for name, listing in _lists_below(vocabulary):
            of[id(listing.of)] = listing.of
            lists.setdefault(id(listing.of), []).append(f"{name}（{listing.about}）")
    for kind, names in lists.items():
        yield "每个: " + "、".join(names), ""
        yield from _told_by(of[kind])


def _told_by(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    return ((f"{{{name}}}", word.about) for name, word in vocabulary.words.items())


def _lists_below(vocabulary: Vocabulary) -> Iterator[tuple[str, Listing]]:
    for name, listing in vocabulary.lists.items():
        yield name, listing
        yield from _lists_below(listing.of)


def words_in(text: str) -> tuple[str, ...]:
    """The words in braces, in order.

    >>> words_in("{机关}督办单（{ 年 |　　}）")
    ('机关', '年')
    """
    return tuple(word.strip() for word, _ in _BRACES.findall(text))


def lone_brace(text: str) -> bool:
    """Whether a brace stands alone.

    >>> lone_brace("{机关}督办单"), lone_brace("{机关督办单")
    (False, True)
    """
    rest = _BRACES.sub("", text)
    return "{" in rest or "}" in rest
