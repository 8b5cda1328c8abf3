"""``--unit``: which units are meant, and an assessment that is about these alone."""

from collections.abc import Iterable

from msgspec import structs

from ..model.assessment import Assessment
from ..model.duty import Catalogue
from ..model.place import Place, Problem
from ..model.unit import Unit, every_unit, find_unit, names_within
from ..notation.characters import half_width
from .console import stop


def chosen_units(catalogue: Catalogue, names: Iterable[str] | None) -> frozenset[str]:
    """The names of these units and of their sections; none where none is asked for.

    A unit is called by its name, an alias, or its parent's name before its own; a name that the
    catalogue does not know ends the command with exit code 2.
    """
    chosen: set[str] = set()
    unknown = []
    for name in names or ():
        unit = _called(catalogue, name.strip())
        if unit is None:
            unknown.append(_unknown(catalogue, name))
        else:
            chosen |= names_within(unit)
    if unknown:
        stop(*unknown)
    return frozenset(chosen)


def only(assessment: Assessment, units: frozenset[str]) -> Assessment:
    """The assessment with the findings, duties, questions and cases of these units alone.

    Problems of the files stay, whoever they belong to. No units: the whole assessment.
    """
    if not units:
        return assessment
    duties = tuple(each for each in assessment.duties if units & {*each.duty.unit_names})
    ids = {each.duty.id for each in duties}
    return structs.replace(
        assessment,
        duties=duties,
        questions=tuple(each for each in assessment.questions if each.duty in ids),
        findings=tuple(each for each in assessment.findings if units & {*each.units}),
        cases=tuple(each for each in assessment.cases if units & {*each.units}),
        columns=tuple(each for each in assessment.columns if each.duty.id in ids),
        outside=tuple(each for each in assessment.outside if each.split(" ")[0] in ids),
    )


def _called(catalogue: Catalogue, name: str) -> Unit | None:
    """The unit of that name; brackets and letters may be of either width."""
    found = find_unit(catalogue.units, name)
    if found is not None:
        return found
    plain = half_width(name)
    return next(
        (
            unit
            for unit in every_unit(catalogue.units)
            if plain in map(half_width, (unit.name, *unit.aliases))
        ),
        None,
    )


def _unknown(catalogue: Catalogue, name: str) -> Problem:
    from ..notation.nearest import nearest

    units = list(every_unit(catalogue.units))
    known = [word for unit in units for word in (unit.name, *unit.aliases)]
    accepted = "、".join(unit.name for unit in units)
    return Problem(Place("--unit"), f"目录中没有“{name}”这个单位", accepted, nearest(name, known))
