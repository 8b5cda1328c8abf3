"""How a state is shown: its word, two characters of it, and a shape; never by colour alone."""

from collections.abc import Iterable

from msgspec import Struct

from ...model.finding import State

_SHORT = {
    State.VERY_LATE: "重超",
    State.UNDECIDED: "未定",
    State.DUE_TODAY: "今日",
    State.BY_HAND: "人工",
    State.UNCHECKED: "未核",
    State.EXPLAINED: "说明",
    State.NOT_APPLICABLE: "不适",
}


class Sign(Struct, frozen=True):
    """A state as it is shown: ``kind`` is the class of its colour and shape in the style sheet."""

    word: str
    short: str
    kind: str
    rank: int


OTHER = Sign("其他", "其他", "other", len(State))
"""What leaves the state of its duty alone."""


def sign(state: State | None) -> Sign:
    """The sign of a state.

    >>> sign(State.VERY_LATE)
    Sign(word='严重超期', short='重超', kind='very-late', rank=0)
    """
    if state is None:
        return OTHER
    kind = state.name.lower().replace("_", "-")
    return Sign(state.value, _SHORT.get(state, state.value), kind, state.rank)


def legend(states: Iterable[State]) -> tuple[Sign, ...]:
    """The signs of the states that occur, the worst first."""
    return tuple(sign(each) for each in sorted(set(states), key=lambda each: each.rank))
