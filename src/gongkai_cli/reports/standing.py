"""Under which unit a duty or a finding stands, and how many duties of each state a unit has."""

from collections.abc import Iterable

from ..model.assessment import Assessment
from ..model.finding import Finding, State

NO_UNIT = "未明确责任单位"


def stands_under(units: tuple[str, ...], within: frozenset[str] = frozenset()) -> str:
    """The unit under which something of several units stands: the first, which leads.

    Where a report is about some units only (``within``), it is the first of these.

    >>> stands_under(("秘书科", "宣传科"))
    '秘书科'
    >>> stands_under(("秘书科", "宣传科"), frozenset({"宣传科"}))
    '宣传科'
    """
    return next((unit for unit in units if unit in within), units[0] if units else NO_UNIT)


def by_unit(
    findings: Iterable[Finding], within: frozenset[str] = frozenset()
) -> dict[str, list[Finding]]:
    """Each finding once, under the unit where it stands; the order of the findings is kept."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(stands_under(finding.units, within), []).append(finding)
    return groups


def totals(
    assessment: Assessment, within: frozenset[str] = frozenset()
) -> dict[str, dict[State, int]]:
    """How many duties of each unit are in which state, worst state first; each duty counts once."""
    counts: dict[str, dict[State, int]] = {}
    for result in sorted(assessment.duties, key=lambda each: each.state.rank):
        unit = counts.setdefault(stands_under(result.duty.unit_names, within), {})
        unit[result.state] = unit.get(result.state, 0) + 1
    return counts
