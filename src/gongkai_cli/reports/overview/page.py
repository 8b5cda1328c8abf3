"""The model of the overview: everything that its template may show."""

from collections import Counter
from datetime import date

from markupsafe import Markup
from msgspec import Struct

from ...assess.pace import pace
from ...model.assessment import Assessment
from ...model.finding import Severity
from ...model.place import Problem
from ..documents import Asked
from ..gathered import by_text
from ..preface import (
    assumed_of,
    assumed_of_catalogue,
    by_reason,
    percent,
    rule_rows,
)
from ..standing import stands_under
from . import finding_rows, pace_svg, time_line_svg
from .ahead import Ahead, ahead
from .grid import Grid, grid
from .pace_view import PaceView, pace_view
from .signs import Sign, sign

_NAMED = 20
_MOST_LINES = 200


class Gap(Struct, frozen=True):
    """Questions that have no answer for one reason; ``duties`` are the first of theirs."""

    why: str
    questions: int
    duties: tuple[str, ...]
    more: int


class Coverage(Struct, frozen=True, kw_only=True):
    """How many questions were answered, of how many, and why the others were not."""

    asked: int
    answered: int
    percent: int
    gaps: tuple[Gap, ...]


class Listed(Struct, frozen=True):
    """The first lines of something long, and how many are left out."""

    shown: tuple[str, ...]
    more: int


class Page(Struct, frozen=True, kw_only=True):
    """The page. ``totals`` are duties by state, ``severities`` findings by weight."""

    title: str
    body: str
    catalogue: str
    as_of: date
    made: date
    units: tuple[str, ...]
    coverage: Coverage
    duties: int
    totals: tuple[tuple[Sign, int], ...]
    severities: tuple[tuple[Severity, int], ...]
    grid: Grid
    ahead: Ahead
    time_line: Markup | None
    pace: PaceView | None
    pace_picture: Markup | None
    findings: tuple[finding_rows.Row, ...]
    findings_total: int
    rules: tuple[tuple[str, str], ...]
    assumed: Listed
    outside: Listed
    problems: tuple[Problem, ...]
    problems_more: int

    @property
    def filter_units(self) -> tuple[str, ...]:
        """The units of the findings that are listed, as they come."""
        units = (unit for row in self.findings for unit in (row.unit, *row.joint))
        return tuple(dict.fromkeys(units))

    @property
    def filter_states(self) -> tuple[Sign, ...]:
        """The signs of the findings that are listed, the worst first."""
        return tuple(sorted({row.sign for row in self.findings}, key=lambda each: each.rank))


def page_of(asked: Asked) -> Page:
    """Everything on the page; tells how many of its five parts are done."""
    found, calendar, within = asked.assessment, asked.calendar, asked.within
    rows = finding_rows.rows(found, calendar, within, finding_rows.MOST)
    asked.tell(1, 5)
    units = grid(found, within, finding_rows.first_of(rows, found.findings))
    asked.tell(2, 5)
    coming = ahead(found, calendar, within)
    asked.tell(3, 5)
    took = None
    if calendar is not None:
        counted = pace(found, calendar, lambda names: stands_under(names, within))
        took = pace_view(counted, found)
    asked.tell(4, 5)
    return Page(
        title=f"{found.catalogue.body}主动公开总览",
        body=found.catalogue.body,
        catalogue=found.catalogue.title,
        as_of=found.as_of,
        made=asked.today,
        units=tuple(sorted(within)),
        coverage=_coverage(found),
        duties=len(found.duties),
        totals=_totals(found),
        severities=_severities(found),
        grid=units,
        ahead=coming,
        time_line=time_line_svg.draw(coming),
        pace=took,
        pace_picture=pace_svg.draw(took) if took else None,
        findings=rows,
        findings_total=len(found.findings),
        rules=tuple(rule_rows(found)),
        assumed=_assumed(found, len(rows)),
        outside=_listed(found.outside),
        problems=found.problems[:_MOST_LINES],
        problems_more=max(0, len(found.problems) - _MOST_LINES),
    )


def _coverage(found: Assessment) -> Coverage:
    gaps = []
    for why, questions in by_reason(found.questions).items():
        duties = tuple(dict.fromkeys(each.duty for each in questions))
        more = max(0, len(duties) - _NAMED)
        gaps.append(Gap(why.rstrip("。"), len(questions), duties[:_NAMED], more))
    return Coverage(
        asked=len(found.questions),
        answered=found.answered,
        percent=percent(found.share),
        gaps=tuple(sorted(gaps, key=lambda each: -each.questions)),
    )


def _totals(found: Assessment) -> tuple[tuple[Sign, int], ...]:
    counts = Counter(each.state for each in found.duties)
    return tuple((sign(state), counts[state]) for state in sorted(counts, key=lambda s: s.rank))


def _severities(found: Assessment) -> tuple[tuple[Severity, int], ...]:
    counts = Counter(each.severity for each in found.findings)
    return tuple((each, counts[each]) for each in Severity if counts[each])


def _assumed(found: Assessment, shown: int) -> Listed:
    """What is assumed of the catalogue and of the findings that are listed."""
    rows = list(assumed_of_catalogue(found))
    clocks = ((each.duty, each.clock) for each in found.findings[:shown])
    for duty, clock in dict.fromkeys(clocks):
        rows += assumed_of(found, duty, clock)
    lines = [f"{'、'.join(subjects)}：{text}" for text, subjects in by_text(rows).items()]
    return _listed(lines)


def _listed(lines: tuple[str, ...] | list[str]) -> Listed:
    return Listed(tuple(lines[:_MOST_LINES]), max(0, len(lines) - _MOST_LINES))
