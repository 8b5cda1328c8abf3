"""Our working days held against chinese-calendar's, day by day.

Not a source: the notices are. It shows where a file of ours, or that library, has a slip.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from .answers import DayReason
from .day_table import ONE_DAY
from .workdays import WorkCalendar
from .year_files import HolidayFileWrong

_REASONS = Path(__file__).with_name("cross_check.yaml")


class Difference(Struct, frozen=True):
    """A day on which the two do not agree.

    ``why`` is the reason where it is known: it stands in ``cross_check.yaml`` beside this module,
    or the workspace set the day itself.
    """

    ours: DayReason
    theirs: bool
    why: str | None = None


def compared_years() -> range:
    """The years that chinese-calendar knows."""
    from chinese_calendar import holidays

    years = {day.year for day in holidays}
    return range(min(years), max(years) + 1)


def differences(calendar: WorkCalendar, year: int) -> Iterator[Difference]:
    """Every day of the year on which chinese-calendar's ``is_workday`` answers otherwise."""
    from chinese_calendar import is_workday

    reasons = known_reasons()
    day = date(year, 1, 1)
    while day.year == year:
        ours = calendar.reason(day)
        theirs = is_workday(day)
        if ours.works != theirs:
            own = f"工作区 {ours.local} 的安排" if ours.local else None
            yield Difference(ours, theirs, own or reasons.get(day))
        day += ONE_DAY


def known_reasons() -> dict[date, str]:
    """The differences that ``cross_check.yaml`` explains."""
    from ..notation.yaml_tree import Mapping, Scalar, read_yaml

    tree, problems = read_yaml(_REASONS.read_bytes(), _REASONS.name)
    if problems or not isinstance(tree, Mapping):
        raise HolidayFileWrong(problems)
    return {
        date.fromisoformat(day.text): reason.text
        for day, reason in tree.entries
        if isinstance(reason, Scalar)
    }
