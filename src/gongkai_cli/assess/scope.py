"""Whether a record lies in the part of a duty that a limit covers."""

import re
from collections.abc import Iterable

from ..model.deadline import Clock
from ..model.ledger import Record

_BETWEEN = re.compile(r"[、，,；;和及与或]")
_TAIL = re.compile(r"(等|类|事项|信息|决定)+$")
_ANOTHER_RULE = ("另有规定", "特殊情况")


def clocks_in_scope(clocks: Iterable[Clock], record: Record | None) -> tuple[Clock, ...]:
    """The clocks that run on ``record``: by the words of their scope, looked for in its title.

    A limit without a scope covers everything; 其他… covers what no other scope does; 除…外 what
    does not name it. A period that calls for something (no record yet) is covered by any clock.
    What depends on another rule (另有规定, 特殊情况) is no clock of its own and never covers.
    """
    every = tuple(clocks)
    scoped = [clock for clock in every if clock.limit.applies_to is not None]
    if record is None or not scoped:
        return every
    kept = [clock for clock in every if clock.limit.applies_to is None]
    named = [clock for clock in scoped if _covers(clock.limit.applies_to or "", record.title)]
    rest = [clock for clock in scoped if (clock.limit.applies_to or "").startswith("其他")]
    return (*kept, *(named or rest))


def _covers(scope: str, title: str) -> bool:
    if scope.startswith("其他") or any(word in scope for word in _ANOTHER_RULE):
        return False
    if scope.startswith("除"):
        return not _names(scope.removeprefix("除").removesuffix("外").removesuffix("以"), title)
    return _names(scope, title)


def _names(scope: str, title: str) -> bool:
    words = (_TAIL.sub("", word) or word for word in _BETWEEN.split(scope))
    return any(word and word in title for word in words)
