"""The places of a wording that hold a limit, found one after the other."""

import re
from collections.abc import Callable, Iterable
from typing import Literal

from msgspec import Struct

from ...model.limit import Limit, Unit
from .grammar import matcher

Sort = Literal[
    "amount", "posted", "date", "every", "word", "rule", "cited", "vague", "label", "nothing"
]


class Amount(Struct, frozen=True, kw_only=True):
    """A number and its unit, still without what starts it.

    ``low`` is the lower figure of a range. ``ahead`` is true for so much before an event,
    ``inside`` where 内 is printed behind it, ``unit_missing`` where its unit is not printed.
    """

    count: int
    unit: Unit
    low: int | None = None
    ahead: bool = False
    inside: bool = False
    unit_missing: bool = False


class Mark(Struct, frozen=True, kw_only=True):
    """Letters ``start`` to ``end`` of the plain text, and what they say.

    ``sort`` decides how the words around it are read: an ``amount`` or a ``posted`` time, a
    ``date``, ``every`` so often, a ``word`` such as 及时, a ``rule`` that goes before, ``cited``
    rules and ``vague`` words that give way to a limit, a ``label`` that sets a part of the duty
    apart, or ``nothing`` that is a limit. ``wrong`` says why it has no reading, ``wrong_at`` where.
    """

    start: int
    end: int
    sort: Sort
    amount: Amount | None = None
    limits: tuple[Limit, ...] = ()
    notes: tuple[str, ...] = ()
    wrong: str | None = None
    wrong_at: int = 0


class Stop(Exception):
    """The wording cannot be read at letter ``at`` of the plain text, and why."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at = at
        self.why = why


class Form:
    """One way to write a limit: an example, how it is written in the notation of ``grammar``, and
    what a text that fits it says.

    ``make`` gives a mark, or ``None`` where the form does not apply after all. ``needs`` are
    letters of which the text must hold one, so that most forms are never compiled.
    """

    def __init__(
        self,
        example: str,
        notation: str,
        make: Callable[[re.Match[str]], Mark | None],
        needs: str = "",
    ) -> None:
        self.example = example
        self.notation = notation
        self._make = make
        self._needs = frozenset(needs)

    def may_be_in(self, letters: frozenset[str]) -> bool:
        """Whether a text of these letters can hold the form."""
        return not self._needs or not self._needs.isdisjoint(letters)

    def next(self, text: str, at: int = 0) -> Mark | None:
        """The first mark of this form from ``at`` on."""
        pattern = matcher(self.notation)
        while found := pattern.search(text, at):
            if mark := self._make(found):
                return mark
            at = found.start() + 1
        return None


def find_marks(text: str, forms: Iterable[Form]) -> list[Mark]:
    """Every mark, from left to right, none inside another; of two at one place the form that is
    listed first wins."""
    marks: list[Mark] = []
    at = 0
    letters = frozenset(text)
    coming = [(form, form.next(text)) for form in forms if form.may_be_in(letters)]
    while True:
        coming = [
            (form, mark if mark.start >= at else form.next(text, at))
            for form, mark in coming
            if mark is not None
        ]
        ahead = [mark for _, mark in coming if mark is not None]
        if not ahead:
            return marks
        first = min(ahead, key=lambda mark: mark.start)
        marks.append(first)
        at = first.end
