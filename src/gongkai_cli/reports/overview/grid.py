"""Units by duties: the state of each unit in each duty, in bands that a sheet of A4 can hold."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ...assess.states import unit_states
from ...model.assessment import Assessment
from ...model.duty import Duty
from ...model.finding import State
from ...model.unit import every_unit
from ..standing import NO_UNIT
from .signs import Sign, legend, sign

_WIDEST = 25
"""Columns of a band: as many as stand side by side on A4 upright."""
_MOST_CELLS = 60_000
_GOOD = (State.COMPLIANT, State.NOT_APPLICABLE, State.WAIVED, State.EXPLAINED)

_States = Mapping[str, Mapping[str, State]]


class Cell(Struct, frozen=True):
    """One unit in one duty; ``finding`` is the number of the finding that says so, if listed."""

    sign: Sign
    finding: int | None


class Row(Struct, frozen=True):
    """A unit, with a cell for each duty of its band; ``None`` where the duty is not its own."""

    unit: str
    cells: tuple[Cell | None, ...]


class Band(Struct, frozen=True):
    """Some duties side by side, and the units that have one of them."""

    number: int
    duties: tuple[Duty, ...]
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """The first and the last duty."""
        first, last = self.duties[0].id, self.duties[-1].id
        return first if first == last else f"{first} 至 {last}"


class Grid(Struct, frozen=True, kw_only=True):
    """All bands. ``units`` is how many units there are, ``shown`` how many of them are in it."""

    bands: tuple[Band, ...]
    legend: tuple[Sign, ...]
    units: int
    shown: int


def grid(
    assessment: Assessment,
    within: frozenset[str] = frozenset(),
    findings: Mapping[tuple[str, str], int] | None = None,
) -> Grid:
    """The grid of an assessment; ``within`` are the units that it was asked for (none: all).

    ``findings`` gives for unit and duty the number of the finding that stands first. Units stand in
    the order of the catalogue. Where they have more cells than a browser bears, those in the worst
    state are shown.
    """
    states = _every_state(assessment, within)
    of_unit = _by_unit(states)
    units = _in_order(assessment, of_unit)
    shown = _worst(units, of_unit)
    duties = [each.duty for each in assessment.duties if each.duty.id in states]
    bands = _bands(duties, states, shown, findings or {})
    return Grid(
        bands=tuple(bands),
        legend=legend(state for unit in shown for state in of_unit[unit]),
        units=len(units),
        shown=len(shown),
    )


def _every_state(assessment: Assessment, within: frozenset[str]) -> dict[str, dict[str, State]]:
    """Duty, unit, state; a duty that is nobody's stands under a row of its own."""
    found = unit_states(assessment)
    for result in assessment.duties:
        states = found.setdefault(result.duty.id, {})
        if within:
            found[result.duty.id] = {u: state for u, state in states.items() if u in within}
        elif not states:
            states[NO_UNIT] = result.state
    return {duty: states for duty, states in found.items() if states}


def _by_unit(states: _States) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for of_duty in states.values():
        for unit, state in of_duty.items():
            found.setdefault(unit, []).append(state)
    return found


def _in_order(assessment: Assessment, units: Iterable[str]) -> list[str]:
    """The units in the order of the catalogue, others behind them, what is nobody's last."""
    order = {unit.name: n for n, unit in enumerate(every_unit(assessment.catalogue.units))}
    behind = len(order)
    return sorted(units, key=lambda unit: (unit == NO_UNIT, order.get(unit, behind)))


def _worst(units: Sequence[str], states: Mapping[str, Sequence[State]]) -> list[str]:
    """The units that are shown, in their order."""

    def standing(unit: str) -> tuple[int, int]:
        ranks = [state.rank for state in states[unit]]
        return min(ranks), -sum(state not in _GOOD for state in states[unit])

    left = _MOST_CELLS
    kept: set[str] = set()
    for unit in sorted(units, key=standing):
        left -= len(states[unit])
        if left < 0 and kept:
            break
        kept.add(unit)
    return [unit for unit in units if unit in kept]


def _bands(
    duties: Sequence[Duty],
    states: _States,
    units: Sequence[str],
    findings: Mapping[tuple[str, str], int],
) -> Iterator[Band]:
    number = 0
    for part in _parts(duties):
        rows = tuple(_rows(part, states, units, findings))
        if rows:
            number += 1
            yield Band(number, part, rows)


def _parts(duties: Sequence[Duty]) -> Iterator[tuple[Duty, ...]]:
    """Duties side by side: the rows of the table, then the clauses, in bands of like width."""
    for clause in (False, True):
        alike = [each for each in duties if each.is_clause is clause]
        if alike:
            bands = -(-len(alike) // _WIDEST)
            width = -(-len(alike) // bands)
            for start in range(0, len(alike), width):
                yield tuple(alike[start : start + width])


def _rows(
    duties: Sequence[Duty],
    states: _States,
    units: Sequence[str],
    findings: Mapping[tuple[str, str], int],
) -> Iterator[Row]:
    for unit in units:
        cells = tuple(_cell(duty, unit, states, findings) for duty in duties)
        if any(cells):
            yield Row(unit, cells)


def _cell(
    duty: Duty, unit: str, states: _States, findings: Mapping[tuple[str, str], int]
) -> Cell | None:
    state = states[duty.id].get(unit)
    if state is None:
        return None
    return Cell(sign(state), findings.get((unit, duty.id)))
