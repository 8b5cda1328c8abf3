"""``check`` for the eye: coverage first, a table for each unit, the most urgent first, totals last.

Before the totals stand what had to be assumed and what is wrong in the files. A finding is a line
of short columns with its texts below it across the whole width: a sentence in a narrow column is
hard to read, and the texts are what one acts on.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from ..model.assessment import Assessment
from ..model.finding import Finding, Severity, State
from .columns import Column, fitted, heading, indented, labelled, one_line, row
from .deadline_words import clock_words, is_breach, late_words, span_words
from .preface import assumptions, coverage, outside, rules
from .problem_list import lines as problem_lines
from .standing import by_unit, stands_under, totals

_COLUMNS = (Column("状态", 8), Column("到期日", 10), Column("已超", 15), Column("事项"))
_RED, _YELLOW, _BOLD, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[0m"
_COLOURS = {
    **dict.fromkeys((State.VERY_LATE, State.LATE, State.MISSING, State.BLANK), _RED),
    **dict.fromkeys((State.STALE, State.UNDECIDED, State.DUE_TODAY, State.DUE_SOON), _YELLOW),
}


def render(
    assessment: Assessment,
    width: int,
    colour: bool = False,
    within: frozenset[str] = frozenset(),
) -> str:
    """The whole report in lines of at most ``width`` cells (60 or more).

    ``within`` are the units that the report was asked for (none: all of them).
    """
    return "\n".join(_Page(assessment, width, colour, within).lines()) + "\n"


class _Page:
    """One report being written: what every part of it needs to know."""

    def __init__(
        self, assessment: Assessment, width: int, colour: bool, within: frozenset[str]
    ) -> None:
        self._assessment = assessment
        self._width = width
        self._colour = colour
        self._within = within
        self._titles = {
            case.record.identity: case.record.title for case in assessment.cases if case.record
        }
        self._joint: dict[str, list[str]] = {}
        for finding in assessment.findings:
            lead = stands_under(finding.units, within)
            for unit in finding.units:
                if unit != lead and (not within or unit in within):
                    self._joint.setdefault(unit, []).append(
                        f"{finding.duty or finding.code}（见{lead}）"
                    )

    def lines(self) -> Iterator[str]:
        assessment, width = self._assessment, self._width
        title = f"{assessment.catalogue.body} 主动公开核查，核查日 {assessment.as_of}"
        yield from (self._bold(line) for line in indented(title, width, ""))
        yield ""
        yield from coverage(assessment, width)
        yield from rules(assessment, width)
        groups = by_unit(assessment.findings, self._within)
        for unit, findings in groups.items():
            yield ""
            yield from self._unit(unit, findings)
        led_by_others = [unit for unit in self._joint if unit not in groups]
        if led_by_others:
            yield ""
        for unit in led_by_others:
            yield from self._heading(unit, [])
        if not groups:
            yield ""
            yield "没有发现问题。"
        clocks = [(finding.duty, finding.clock) for finding in assessment.findings]
        for part in (assumptions(assessment, clocks, width), outside(assessment, width)):
            if part:
                yield from ("", *part)
        yield from self._problems()
        yield ""
        yield from self._totals()

    def _unit(self, unit: str, findings: list[Finding]) -> Iterator[str]:
        yield from self._heading(unit, findings)
        yield from heading(_COLUMNS, self._width)
        for alike in _alike(findings):
            yield from self._findings(alike)

    def _heading(self, unit: str, findings: list[Finding]) -> Iterator[str]:
        """The unit, its findings by state, and the findings where another unit leads."""
        states = Counter(map(_state, findings))
        counts = [f"{state} {number}" for state, number in states.items()]
        if unit in self._joint:
            counts.append("会同 " + "、".join(dict.fromkeys(self._joint[unit])))
        for line in indented(f"{unit}：{'，'.join(counts)}", self._width, ""):
            yield self._bold(line)

    def _findings(self, alike: list[Finding]) -> Iterator[str]:
        """The lines of one finding, or of several that say the same of several duties."""
        finding = alike[0]
        state = _state(finding)
        due = str(finding.deadline.due) if finding.deadline else ""
        late = ""
        if is_breach(finding):
            late = late_words(finding.days_late, finding.calendar_days_late)
        duties = [self._duty(each.duty) for each in alike]
        shown = duties[0] if len(duties) == 1 else f"{len(duties)} 个事项"
        first, *rest = row(_COLUMNS, (state, due, late, shown), self._width)
        yield self._coloured(finding.state, state) + first[len(state) :]
        yield from rest
        texts = self._texts(finding) if len(alike) == 1 else [("事项", "；".join(duties))]
        joint = self._others(finding)
        yield from labelled((*texts, *joint, *_verdict(finding)), self._width)

    def _texts(self, finding: Finding) -> Iterator[tuple[str, str]]:
        place = finding.place
        where = f"（{place}）" if place and place.file != self._assessment.catalogue.file else ""
        if finding.record:
            yield "信息", self._record(finding.record) + where
        if finding.column:
            yield "栏目", finding.column + where
        if finding.clock:
            yield "时限", clock_words(finding.clock, broken=is_breach(finding))
        if finding.deadline and (span := span_words(finding.deadline)):
            yield "区间", span

    def _others(self, finding: Finding) -> Iterator[tuple[str, str]]:
        if len(finding.units) > 1:
            lead = stands_under(finding.units, self._within)
            yield "会同", "、".join(unit for unit in finding.units if unit != lead)

    def _problems(self) -> Iterator[str]:
        if self._assessment.problems:
            yield ""
            yield self._bold("数据问题（所涉信息未能核查）")
            yield from problem_lines(self._assessment.problems, self._width)

    def _totals(self) -> Iterator[str]:
        counts = totals(self._assessment, self._within)
        every: dict[State, int] = {}
        for unit in counts.values():
            for state, number in unit.items():
                every[state] = every.get(state, 0) + number
        states = sorted(every, key=lambda state: state.rank)
        rows = [
            (one_line(name), str(sum(unit.values())), *(str(unit.get(s, "")) for s in states))
            for name, unit in (*counts.items(), ("合计", every))
        ]
        columns = fitted(("单位", "事项", *states), rows)
        if sum(column.width or 0 for column in columns) + 2 * len(columns) - 2 > self._width:
            columns = [*columns[:2], Column("各状态的事项")]
            rows = [
                (
                    *cells[:2],
                    "，".join(f"{s} {n}" for s, n in zip(states, cells[2:], strict=True) if n),
                )
                for cells in rows
            ]
        yield _weights(self._assessment.findings)
        yield self._bold("按单位和状态合计（每个事项只计一次，计在牵头单位）")
        yield from heading(columns, self._width)
        for cells in rows:
            yield from row(columns, cells, self._width)

    def _duty(self, id: str | None) -> str:
        duty = self._assessment.catalogue.duty(id) if id else None
        return f"{duty.id} {duty.title}" if duty else id or "不属于任何事项"

    def _record(self, identity: str) -> str:
        title = self._titles.get(identity)
        return f"{identity} {title}" if title and title not in identity else identity

    def _bold(self, line: str) -> str:
        return f"{_BOLD}{line}{_PLAIN}" if self._colour else line

    def _coloured(self, state: State | None, word: str) -> str:
        colour = _COLOURS.get(state) if state and self._colour else None
        return f"{colour}{word}{_PLAIN}" if colour else word


def _verdict(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "问题", f"{finding.name}（{finding.severity}，{finding.code}），{finding.message}"
    yield "下一步", finding.next_step


def _alike(findings: Iterable[Finding]) -> list[list[Finding]]:
    """The findings, those together that differ by nothing but their duty and column."""
    groups: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        alone = (finding.id,) if finding.record or finding.clock else ()
        key = (finding.code, finding.message, finding.next_step, *finding.units, *alone)
        groups.setdefault(key, []).append(finding)
    return list(groups.values())


def _state(finding: Finding) -> str:
    """What stands in the first column."""
    return finding.state or "其他"


def _weights(findings: tuple[Finding, ...]) -> str:
    counts = [
        f"{severity} {number}"
        for severity in Severity
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    return f"问题 {len(findings)} 个" + (f"：{'，'.join(counts)}" if counts else "")
