"""How many times faster one thing is than another, measured side by side."""

from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter_ns

from msgspec import Struct

_PAIRS = 9
_SHORTEST_NS = 20_000_000


class Ratio(Struct, frozen=True):
    """One line of the result.

    ``value`` is the median over pairs of how long ``slow`` takes for how long ``fast`` takes;
    ``goal`` what it is meant to reach at least (or at most, where ``at_most``); without a goal it
    is only told.
    """

    what: str
    value: float
    goal: float | None = None
    at_most: bool = False

    @property
    def reached(self) -> bool:
        """Whether the goal is met."""
        if self.goal is None:
            return True
        return self.value <= self.goal if self.at_most else self.value >= self.goal


def paired_ratio(slow: Callable[[], object], fast: Callable[[], object]) -> float:
    """The median of paired ratios: each pair is timed in one breath, so that noise meets both."""
    slow_calls, fast_calls = _enough(slow), _enough(fast)
    return median(_per_call(slow, slow_calls) / _per_call(fast, fast_calls) for _ in range(_PAIRS))


def render(ratios: Sequence[Ratio]) -> str:
    """The ratios as a table."""
    widest = max(len(each.what) for each in ratios)
    return "\n".join(
        f"{each.what:<{widest}}  {each.value:>12,.2f}  {_goal(each)}".rstrip() for each in ratios
    )


def _goal(each: Ratio) -> str:
    if each.goal is None:
        return ""
    words = f"{'at most' if each.at_most else 'at least'} {each.goal:,g}"
    return words if each.reached else f"{words}  NOT REACHED"


def _enough(call: Callable[[], object]) -> int:
    """How many calls take long enough to be timed."""
    calls = 1
    while _per_call(call, calls) * calls < _SHORTEST_NS:
        calls *= 2
    return calls


def _per_call(call: Callable[[], object], calls: int) -> float:
    start = perf_counter_ns()
    for _ in range(calls):
        call()
    return (perf_counter_ns() - start) / calls
