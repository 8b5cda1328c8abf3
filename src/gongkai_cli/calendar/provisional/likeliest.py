"""The likeliest of the arrangements that are possible: the one that the habits of the notices give.

A guess to stand for a year in a single date; what is guaranteed are the ends of the interval.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from .blocks import Block
from .candidates import Candidate, is_weekend
from .law import HolidayLaw

_AROUND = 21
"""Days on each side of a rest in which a run of work that borders on it ends."""


def likeliest(
    law: HolidayLaw, year: int, possible: Mapping[Block, Sequence[Candidate]]
) -> dict[Block, Candidate]:
    """For each block that a notice for ``year`` arranges, the likeliest of its candidates.

    The one whose rest is most like the habit, and of those with such a rest the one that: works
    least beyond the days in a row that the law wants (since 2025), works most days that border on
    the rest, is evenest before and after it, works nearest to it.
    """
    habits = {block: _usual_rest(law, year, block) for block in possible}
    chosen: dict[Block, Candidate] = {}
    for block in sorted(possible, key=lambda each: each.days[0]):
        around = _Around(
            resting={day for each in habits if each is not block for day in habits[each]},
            working={day for each in chosen.values() for day in each.worked},
            longest=law.longest_run_of_work(year),
        )
        alike = _closest(possible[block], habits[block], around)
        chosen[block] = min(alike, key=around.strain)
    return chosen


def _usual_rest(law: HolidayLaw, year: int, block: Block) -> set[int]:
    habit = law.habit(block.name, year)
    return {day.toordinal() for day in (habit.rest(block.days[0]) if habit else block.days)}


def _closest(possible: Iterable[Candidate], usual: set[int], around: "_Around") -> list[Candidate]:
    """Those that take no day of another holiday, if there are any, and least leave the habit."""
    distance = {
        each: (
            len(around.taken.intersection(each.worked)),
            len(usual.symmetric_difference(range(each.first, each.last + 1))),
        )
        for each in possible
    }
    least = min(distance.values())
    return [each for each, found in distance.items() if found == least]


class _Around(Struct):
    """What is on the days around a holiday because of others: rests, and weekend days worked."""

    resting: set[int]
    working: set[int]
    longest: int | None

    @property
    def taken(self) -> set[int]:
        return self.resting | self.working

    def strain(self, each: Candidate) -> tuple[int, ...]:
        """How unlikely a candidate is beside others with the same rest."""
        before = sum(day < each.first for day in each.worked)
        return (
            self._days_too_many(each),
            -_bordering(each),
            abs(2 * before - len(each.worked)),
            sum(min(abs(day - each.first), abs(day - each.last)) for day in each.worked),
        )

    def _days_too_many(self, each: Candidate) -> int:
        if self.longest is None:
            return 0
        return sum(max(run - self.longest, 0) for run in self._runs_of_work(each))

    def _runs_of_work(self, each: Candidate) -> Iterator[int]:
        length = 0
        for day in range(each.first - _AROUND, each.last + _AROUND + 1):
            if self._works(day, each):
                length += 1
            elif length:
                yield length
                length = 0

    def _works(self, day: int, each: Candidate) -> bool:
        if day in each.worked or day in self.working:
            return True
        return not (is_weekend(day) or each.first <= day <= each.last or day in self.resting)


def _bordering(each: Candidate) -> int:
    """How many weekend days worked follow the rest or lead up to it without a gap."""
    count, before, after = 0, each.first - 1, each.last + 1
    while before in each.worked:
        count, before = count + 1, before - 1
    while after in each.worked:
        count, after = count + 1, after + 1
    return count
