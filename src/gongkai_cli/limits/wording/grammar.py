"""The notation in which the grammar of wordings is written, and the patterns that it stands for.

======== =====================================================================
``次月``  these letters
``'底末'`` one of these letters
``<数量>`` what the production of that name allows
``[x]``  x or nothing
``{x}``  x any number of times, also none; ``{x}+`` at least once
``(x|y)`` x or y; of two that fit, the first
``n:x``  x, remembered as n
``!x``   here x must not follow; ``&x`` here x must follow, and is not read
``~x``   here x must not stand before; ``=x`` here x must stand before
``^ $``  the beginning, the end of the text
======== =====================================================================

White space is for the eye. Punctuation is written in full width and stands for the half width of a
plain text, so that brackets of the notation and of a wording cannot be mistaken. The productions
are rows of ``productions``; none may use itself.
"""

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from ...notation.characters import half_width
from .productions import PRODUCTIONS, TERMINALS


class Letters(Struct, frozen=True):
    """One of these letters."""

    letters: str


class Reference(Struct, frozen=True):
    """What the production of that name allows."""

    name: str


class Sequence(Struct, frozen=True):
    """One after the other."""

    parts: tuple["Node", ...]


class Choice(Struct, frozen=True):
    """One of several."""

    options: tuple["Node", ...]


class Repeated(Struct, frozen=True):
    """``?`` at most once, ``*`` any number of times, ``+`` at least once."""

    node: "Node"
    times: Literal["?", "*", "+"]


class Named(Struct, frozen=True):
    """Remembered under a name."""

    name: str
    node: "Node"


class Beside(Struct, frozen=True):
    """What must (not) stand before or behind; ``sign`` is the one of the notation."""

    sign: str
    node: "Node"


class Edge(Struct, frozen=True):
    """The beginning or the end of the text."""

    sign: str


Node = Letters | Reference | Sequence | Choice | Repeated | Named | Beside | Edge

_BESIDE = {"!": "(?!", "&": "(?=", "~": "(?<!", "=": "(?<="}
_TOKEN = re.compile(r"\s*(?:(?P<name>[a-z]\w*):|<(?P<ref>[^>]+)>|'(?P<any>[^']+)'|(?P<sign>\S))")


@cache
def matcher(notation: str) -> re.Pattern[str]:
    """The pattern that a notation stands for, ready to match."""
    return re.compile(regex(parse(notation)))


@cache
def parse(notation: str) -> Node:
    """What a notation says; raises ``ValueError`` where it is none.

    >>> parse("每[n:<数>个]月").parts[0]
    Letters(letters='每')
    """
    tokens = list(_TOKEN.finditer(notation.strip()))
    node, rest = _choice(tokens)
    if rest:
        raise ValueError(f"{notation!r}: {rest[0][0]!r} closes nothing")
    return node


@cache
def production(name: str) -> Node:
    """The right side of a production that is no terminal."""
    return parse(PRODUCTIONS[name])


def regex(node: Node) -> str:
    """The regular expression that a node stands for."""
    match node:
        case Letters(letters):
            plain = "".join(map(half_width, letters))
            return re.escape(plain) if len(plain) == 1 else f"[{re.escape(plain)}]"
        case Reference(name):
            return f"(?:{_expanded(name)})"
        case Sequence(parts):
            return "".join(map(regex, parts))
        case Choice(options):
            return f"(?:{'|'.join(map(regex, options))})"
        case Repeated(inner, times):
            return f"(?:{regex(inner)}){times}"
        case Named(name, inner):
            return f"(?P<{name}>{regex(inner)})"
        case Beside(sign, inner):
            return f"{_BESIDE[sign]}{regex(inner)})"
        case Edge(sign):
            return r"\A" if sign == "^" else r"\Z"


@cache
def _expanded(name: str) -> str:
    return TERMINALS[name].pattern if name in TERMINALS else regex(production(name))


_Tokens = list[re.Match[str]]


def _choice(tokens: _Tokens) -> tuple[Node, _Tokens]:
    options: list[Node] = []
    while True:
        parts, tokens = _sequence(tokens)
        options.append(parts)
        if not tokens or tokens[0]["sign"] != "|":
            return (options[0] if len(options) == 1 else Choice(tuple(options))), tokens
        tokens = tokens[1:]


def _sequence(tokens: _Tokens) -> tuple[Node, _Tokens]:
    parts: list[Node] = []
    while tokens and (tokens[0]["sign"] or "x") not in "|)]}":
        part, tokens = _item(tokens)
        parts.append(part)
    return (parts[0] if len(parts) == 1 else Sequence(tuple(parts))), tokens


def _item(tokens: _Tokens) -> tuple[Node, _Tokens]:
    token, rest = tokens[0], tokens[1:]
    if name := token["name"]:
        node, rest = _item(rest)
        return Named(name, node), rest
    if name := token["ref"]:
        return Reference(name), rest
    if letters := token["any"]:
        return Letters(letters), rest
    sign = token["sign"]
    if sign in _BESIDE:
        node, rest = _item(rest)
        return Beside(sign, node), rest
    if sign in "([{":
        return _bracket(sign, rest)
    return (Edge(sign) if sign in "^$" else Letters(sign)), rest


def _bracket(sign: str, tokens: _Tokens) -> tuple[Node, _Tokens]:
    node, rest = _choice(tokens)
    closing = {"(": ")", "[": "]", "{": "}"}[sign]
    if not rest or rest[0]["sign"] != closing:
        raise ValueError(f"{sign!r} is not closed")
    rest = rest[1:]
    if sign == "(":
        return node, rest
    if sign == "[":
        return Repeated(node, "?"), rest
    if rest and rest[0]["sign"] == "+":
        return Repeated(node, "+"), rest[1:]
    return Repeated(node, "*"), rest
