"""Wordings made from the grammar: any sentence that a production allows, with what was chosen.

Only the notation is shared with the reader. What a sentence says is told by the tests, from the
words that were drawn.
"""

from typing import Any

from hypothesis import strategies as st

from gongkai_cli.limits.wording.grammar import (
    Beside,
    Choice,
    Edge,
    Letters,
    Named,
    Node,
    Reference,
    Repeated,
    Sequence,
    matcher,
    parse,
    production,
)
from gongkai_cli.limits.wording.marks import Form
from gongkai_cli.limits.wording.productions import TERMINALS

ONES = ["", *"一二三四五六七八九"]
WRITTEN = {
    f"{ONES[tens] if tens > 1 else ''}{'十' if tens else ''}{ONES[ones]}": tens * 10 + ones
    for tens in range(10)
    for ones in range(10)
    if tens or ones
}
"""How a number below a hundred is written, made here and nowhere else."""
NUMBERS = st.one_of(
    st.integers(1, 31).map(str), st.integers(32, 400).map(str), st.sampled_from(sorted(WRITTEN))
)


def number(text: str) -> int:
    """What a drawn number is."""
    return int(text) if text.isdigit() and text.isascii() else WRITTEN[text]


Drawn = tuple[str, dict[str, str]]


@st.composite
def sentences(draw: st.DrawFn, form: Form) -> Drawn:
    """A text that a form allows, and the words that it remembers by name."""
    named: dict[str, str] = {}
    text = _draw(draw, parse(form.notation), named)
    found = matcher(form.notation).fullmatch(text)
    if found is None:
        return "", {}
    return text, {name: words for name, words in found.groupdict().items() if words is not None}


def _draw(draw: st.DrawFn, node: Node, named: dict[str, str]) -> str:
    match node:
        case Letters(letters):
            return draw(st.sampled_from(letters))
        case Reference("数" | "数字"):
            return draw(NUMBERS)
        case Reference(name):
            if name in TERMINALS:
                return TERMINALS[name].example
            return _draw(draw, production(name), named)
        case Sequence(parts):
            return "".join(_draw(draw, part, named) for part in parts)
        case Choice(options):
            return _draw(draw, draw(st.sampled_from(options)), named)
        case Repeated(inner, times):
            least, most = {"?": (0, 1), "*": (0, 1), "+": (1, 2)}[times]
            often = draw(st.integers(least, most))
            return "".join(_draw(draw, inner, named) for _ in range(often))
        case Named(name, inner):
            named[name] = _draw(draw, inner, named)
            return named[name]
        case Beside() | Edge():
            return ""


def half(text: str) -> str:
    """The text as the notation means it: its punctuation in half width."""
    return text.translate(str.maketrans("，；：（）", ",;:()"))


Fields = dict[str, Any]
