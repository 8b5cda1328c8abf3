"""A notice divided into its numbered clauses, each under the holiday that it is about."""

import re
from collections.abc import Iterator

from msgspec import Struct

from ....model.place import Problem
from ....notation.nearest import nearest
from .festivals import NAMES, NUMERALS, name_pattern, read_names
from .letters import Letters, shortened

_NUMBER = rf"(?:(?:[{NUMERALS}]{{1,3}}|\d{{1,2}})[、.]|\((?:[{NUMERALS}]{{1,3}}|\d{{1,2}})\)[、.]?)"
_NUMERIC = frozenset(f"{NUMERALS}0123456789")
_REMEMBRANCE = "纪念日"
_HAS_DAY = re.compile(r"\d[日号]|[月日]")


class Part(Struct, frozen=True):
    """A clause: its letters from ``first`` (its heading from there to ``opens``) to ``last``.

    ``told`` is where the last of its sentences that names a day ends: the closing words of a notice
    follow the last clause without a mark. ``holiday`` is ``None`` where there is no heading.
    """

    holiday: str | None
    first: int
    opens: int
    told: int
    last: int


AS_PRINTED = "与通知原文一致的文字"
"""What would be right where a text contradicts itself, the law or the calendar."""


def wrong(
    letters: Letters, part: Part, span: tuple[int, int], found: str, accepted: str = AS_PRINTED
) -> Problem:
    """What is wrong with the letters of a span, with the clause in which they stand."""
    words = letters.quote(*span)
    last = part.told if span[1] <= part.told else _sentence_end(letters, span[1], part.last)
    clause = letters.quote(part.first, last)
    where = "" if words == clause else f"；原文“{shortened(clause)}”"
    return Problem(letters.place(span[0]), f"“{shortened(words)}”：{found}{where}", accepted)


def first_part(letters: Letters) -> int:
    """Where the clauses of a notice begin; the end of the text where nothing looks like one."""
    text = letters.text
    for pattern in (_heading(), rf"{_NUMBER}(?=[^,。]{{0,40}}(?:放假|假期))"):
        for found in re.finditer(pattern, text):
            if letters.opens_sentence(found.start()):
                return found.start()
    dated = re.search(r"[^。;:]{0,60}\d[日号][^。;]{0,20}放假|延长[^。;:]{0,30}\d[日号]", text)
    return dated.start() if dated else len(text)


def divide(letters: Letters, body: int, end: int) -> tuple[tuple[Part, ...], tuple[Problem, ...]]:
    """The clauses between two letters, and headings with a name that no holiday has.

    Without any numbered clause all of it is one, from the sentence that first names a day.
    """
    problems: list[Problem] = []
    heads = list(_heads(letters, body, end, problems))
    if not heads:
        dated = re.search(r"\d日", letters.text[body:end])
        first = _sentence_start(letters, body, body + dated.start()) if dated else body
        return (_part(letters, None, first, first, end),), tuple(problems)
    lasts = [first for _, first, _ in heads[1:]] + [end]
    return (
        tuple(
            _part(letters, holiday, first, opens, last)
            for (holiday, first, opens), last in zip(heads, lasts, strict=True)
        ),
        tuple(problems),
    )


def _part(letters: Letters, holiday: str | None, first: int, opens: int, last: int) -> Part:
    days = [found.end() for found in re.finditer(r"\d日", letters.text[opens:last])]
    named = opens + days[-1] if days else last
    return Part(holiday, first, opens, _sentence_end(letters, named, last), last)


def _sentence_start(letters: Letters, first: int, index: int) -> int:
    return max(letters.text.rfind(mark, first, index) + 1 for mark in "。;:") or first


def _sentence_end(letters: Letters, index: int, last: int) -> int:
    stop = letters.text.find("。", index, last)
    return stop + 1 if stop >= 0 else last


def another(letters: Letters, end: int) -> int | None:
    """Where behind the end of a notice the clauses of another begin."""
    pattern = rf"{_NUMBER}{name_pattern()}:\d"
    for found in re.finditer(pattern, letters.text[end:]):
        if letters.opens_sentence(end + found.start()):
            return end + found.start()
    return None


def _heads(
    letters: Letters, body: int, end: int, problems: list[Problem]
) -> Iterator[tuple[str | None, int, int]]:
    """For every clause its holiday and where its heading begins and ends."""
    pattern = (
        rf"(?P<known>{_heading()})|(?P<number>{_NUMBER})(?:(?P<other>[^\d,。:;、()]{{1,24}}):)?"
    )
    for found in re.finditer(pattern, letters.text[:end]):
        at = found.start()
        if at < body or letters.in_brackets(at):
            continue
        if not (letters.opens_sentence(at) or _numbered(letters, found)):
            continue
        if found["known"]:
            yield read_names(found["named"]), at, found.end()
        elif found["other"] is None:
            yield None, at, found.end("number")
        else:
            other = found["other"]
            holiday = other if other.endswith(_REMEMBRANCE) else None
            if holiday is None and _dated(letters.text[found.end() : end]):
                problems.append(
                    Problem(
                        letters.place(found.start("other")),
                        f"不认识的节日“{other}”：“{letters.quote(at, found.end() + 20)}”",
                        f"{'、'.join(NAMES)}，或某某纪念日",
                        nearest(other, NAMES),
                    )
                )
                holiday = other
            yield holiday, at, found.end()


def _numbered(letters: Letters, found: re.Match[str]) -> bool:
    """Whether a heading is plain from its number and its colon, wherever it stands."""
    before = letters.text[found.start() - 1 : found.start()]
    heading = found["known"] or ""
    return heading.endswith(":") and not heading.startswith(NAMES) and before not in _NUMERIC


def _dated(rest: str) -> bool:
    """Whether the sentence that follows a heading names days."""
    return _HAS_DAY.search(rest.split("。")[0]) is not None


def _heading() -> str:
    """A pattern of the heading with which the clause of a holiday begins."""
    name = f"(?P<named>{name_pattern()})"
    return rf"{_NUMBER}?{name}(?:假期|放假)?(?::|(?=[\d(]))"
