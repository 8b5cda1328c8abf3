"""What the leading office is told this week: coverage, each unit, what is late, who is silent."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct, structs

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.finding import State
from ..model.reminding import LastMail, Reminding, Told
from ..reports.preface import calendar_words, coverage
from .digest import Digest, digests, is_near
from .ladder import silence_of
from .matters import Matter, board

_WIDE = 10_000
_WAIT = 2
"""Working days after which a mail counts as unanswered where the ladder names no number."""


class UnitRow(Struct, frozen=True, kw_only=True):
    """One unit in the summary; ``worst`` and ``rung`` are the worst of all that it has to do."""

    unit: str
    late: int
    coming: int
    undated: int
    other: int
    worst: State | None = None
    rung: str = ""


class Late(Struct, frozen=True, kw_only=True):
    """Something overdue, once whoever answers for it, with the highest rung that it has reached."""

    matter: Matter
    rung: str = ""


class Silent(Struct, frozen=True, kw_only=True):
    """A unit that has noted no receipt of a mail since a day, so many working days ago."""

    unit: str
    since: date
    workdays: int


class Summary(Struct, frozen=True, kw_only=True):
    """The mail of the leading office, before it is written.

    ``coverage`` is in words, how much was looked at first. ``nobody`` are the matters that no unit
    answers for; ``unreachable`` the units that have something to do and no address. ``content`` is
    SHA-256, in hex, over what the office has to hear before the next week: office, what is late
    with its rung, who is silent since when, whom no mail reaches. Coverage and counts, which change
    with every entry in a ledger, are not in it.
    """

    office: str
    body: str
    as_of: date
    within: int
    coverage: tuple[str, ...]
    units: tuple[UnitRow, ...] = ()
    late: tuple[Late, ...] = ()
    silent: tuple[Silent, ...] = ()
    nobody: tuple[Matter, ...] = ()
    unreachable: tuple[str, ...] = ()
    content: str = ""
    calendar: str = ""


def summary(
    assessment: Assessment,
    told_by_unit: Mapping[str, tuple[Told, ...]],
    last_mails: Mapping[str, LastMail],
    reminding: Reminding,
    calendar: WorkCalendar,
    unreachable: tuple[str, ...] = (),
) -> Summary:
    """The summary of a day, from the same state as the digests of that day.

    ``office`` is empty where the configuration names none (汇总).
    """
    heights = {rung.name: height for height, rung in enumerate(reminding.ladder)}
    things = board(assessment)
    rows = []
    late: dict[str, Late] = {}
    for digest in digests(assessment, told_by_unit, last_mails, reminding, calendar, things=things):
        if digest.all_items:
            rows.append(_row(digest, heights))
        for item in digest.all_items:
            if item.part == "late":
                late[item.matter.key] = Late(matter=item.matter, rung=item.rung)
    wait = min((each.unreceipted for each in reminding.ladder if each.unreceipted), default=_WAIT)
    silent = tuple(_silent(last_mails, assessment.as_of, calendar, wait))
    nobody = tuple(
        each for each in things.matters("") if is_near(each, assessment.as_of, reminding.within)
    )
    return _with_content(
        Summary(
            office=reminding.office or "",
            body=assessment.catalogue.body,
            as_of=assessment.as_of,
            within=reminding.within,
            coverage=tuple(line.strip() for line in coverage(assessment, _WIDE)),
            units=tuple(rows),
            late=tuple(sorted(late.values(), key=lambda each: str(each.matter.due))),
            silent=silent,
            nobody=nobody,
            unreachable=unreachable,
            calendar=calendar_words(assessment),
        )
    )


def _with_content(found: Summary) -> Summary:
    lines = [found.office]
    lines += [f"{each.matter.key}\t{each.rung}" for each in found.late]
    lines += [f"{each.unit}\t{each.since}" for each in found.silent]
    lines += found.unreachable
    text = "\n".join(lines).encode("utf-8", "surrogatepass")
    return structs.replace(found, content=hashlib.sha256(text).hexdigest())


def _row(digest: Digest, heights: Mapping[str, int]) -> UnitRow:
    states = [each.matter.state for each in digest.all_items if each.matter.state]
    rungs = [each.rung for each in digest.all_items if each.rung]
    rungs += [digest.silent_rung] if digest.silent_rung else []
    return UnitRow(
        unit=digest.unit,
        late=digest.count("late"),
        coming=digest.count("coming"),
        undated=digest.count("undated"),
        other=digest.count("other"),
        worst=min(states, key=lambda each: each.rank, default=None),
        rung=max(rungs, key=lambda each: heights[each], default=""),
    )


def _silent(
    last_mails: Mapping[str, LastMail], as_of: date, calendar: WorkCalendar, wait: int
) -> Iterator[Silent]:
    for unit, last in sorted(last_mails.items()):
        silence = silence_of(last, as_of, calendar)
        if silence is not None and silence.workdays >= wait:
            yield Silent(unit=unit, since=silence.since, workdays=silence.workdays)
