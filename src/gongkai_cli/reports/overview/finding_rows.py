"""The findings as rows of a table, each with its explanation; the most urgent come first."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ...calendar import WorkCalendar
from ...model.assessment import Assessment
from ...model.duty import Duty
from ...model.finding import Finding, Severity
from ..deadline_words import clock_words, is_breach, late_words
from ..explain_clock import dates
from ..standing import stands_under
from .counting import Stretch, stretches
from .signs import Sign, sign

MOST = 1_000
"""Findings that are listed: more are read by nobody and open slowly; where they are is said."""
_OF_SHELLS = frozenset("\"'`$%!\\^&|<>")


class Row(Struct, frozen=True, kw_only=True):
    """A finding.

    ``number`` is its place in the list, from 1. ``texts`` and ``stretches`` tell how its date comes
    about, ``sources`` where it stands; ``command`` shows its count day by day; ``address`` is where
    it is published, ``None`` where that is no web address.
    """

    number: int
    sign: Sign
    severity: Severity
    code: str
    name: str
    due: date | None
    late: str
    days_late: int
    unit: str
    joint: tuple[str, ...]
    duty: str
    title: str
    about: str
    message: str
    next_step: str
    texts: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    sources: tuple[tuple[str, str], ...]
    address: str | None
    command: str | None


def rows(
    assessment: Assessment,
    calendar: WorkCalendar | None,
    within: frozenset[str],
    most: int,
) -> tuple[Row, ...]:
    """The ``most`` most urgent findings, for the units of a report (``within``; none: all)."""
    listed = assessment.findings[:most]
    wanted = {each.record for each in listed}
    records = {
        case.record.identity: (case.record.title, case.record.url)
        for case in assessment.cases
        if case.record and case.record.identity in wanted
    }
    columns = {
        (view.duty.id, view.column.name): view.column.url
        for view in assessment.columns
        if view.column
    }
    duties = {each.id: each for each in assessment.catalogue.duties}
    return tuple(
        _row(number, finding, duties, records, columns, assessment, calendar, within)
        for number, finding in enumerate(listed, 1)
    )


def first_of(rows: Iterable[Row], findings: Iterable[Finding]) -> dict[tuple[str, str], int]:
    """For a unit and a duty, the number of the finding that stands first and sets a state."""
    found: dict[tuple[str, str], int] = {}
    for row, finding in zip(rows, findings, strict=False):
        if finding.duty and finding.state:
            for unit in finding.units or (row.unit,):
                found.setdefault((unit, finding.duty), row.number)
    return found


def _row(
    number: int,
    finding: Finding,
    duties: Mapping[str, Duty],
    records: Mapping[str, tuple[str, str | None]],
    columns: Mapping[tuple[str, str], str | None],
    assessment: Assessment,
    calendar: WorkCalendar | None,
    within: frozenset[str],
) -> Row:
    duty = duties.get(finding.duty or "")
    title, record_url = records.get(finding.record or "", ("", None))
    column_url = columns.get((finding.duty or "", finding.column or ""))
    unit = stands_under(finding.units, within)
    deadline = finding.deadline
    broken = is_breach(finding)
    return Row(
        number=number,
        sign=sign(finding.state),
        severity=finding.severity,
        code=finding.code,
        name=finding.name,
        due=deadline.due if deadline else None,
        late=late_words(finding.days_late, finding.calendar_days_late) if broken else "",
        days_late=(finding.calendar_days_late or 0) if broken else 0,
        unit=unit,
        joint=tuple(each for each in finding.units if each != unit),
        duty=finding.duty or "",
        title=duty.title if duty else "不属于任何事项",
        about=_about(finding, title),
        message=finding.message,
        next_step=finding.next_step,
        texts=tuple(_texts(finding, broken)),
        stretches=tuple(stretches(deadline, calendar)) if deadline else (),
        sources=tuple(_sources(finding)),
        address=web_address(record_url if finding.record else column_url),
        command=_command(finding, assessment),
    )


def web_address(text: str | None) -> str | None:
    """The address where it is one that a browser may open: http or https with a host.

    >>> web_address("https://www.example.gov.cn/a.html")
    'https://www.example.gov.cn/a.html'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    from urllib.parse import urlsplit

    if text is None or not text.isprintable():
        return None
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return None
    return text.strip() if parts.scheme in ("http", "https") and parts.netloc else None


def _about(finding: Finding, title: str) -> str:
    if finding.record:
        return finding.record if title in finding.record else f"{finding.record} {title}"
    return f"栏目“{finding.column}”" if finding.column else ""


def _texts(finding: Finding, broken: bool) -> Iterator[tuple[str, str]]:
    if finding.clock:
        yield "时限", clock_words(finding.clock, broken=broken)
        if finding.clock.assumed:
            yield "推定", finding.clock.assumed
        for basis in finding.clock.bases:
            if basis.assumed and basis.assumed != finding.clock.assumed:
                yield "推定", f"{basis.text}：{basis.assumed}"
    if finding.deadline:
        yield from dates(finding.deadline)
        if not finding.deadline.segments:
            yield "计算", "到期日由时限写明，不逐日计算"


def _sources(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.published:
        yield "更新" if finding.column else "公开", str(finding.published)
    if finding.place:
        yield "位置", str(finding.place)


def _command(finding: Finding, assessment: Assessment) -> str | None:
    """What to type for the count day by day; nothing where a shell would not take the name."""
    name = finding.id
    counted = finding.deadline is not None and finding.deadline.segments
    if not counted or not name.isprintable() or set(name) & _OF_SHELLS:
        return None
    words = f'gongkai explain "{name}" --as-of {assessment.as_of}'
    if assessment.known_on:
        words += f" --known-on {assessment.known_on}"
    return words if assessment.basis == "从严" else f"{words} --basis {assessment.basis}"
