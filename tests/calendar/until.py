"""Calendars that know nothing after a year, so that a notice that comes later breaks no test."""

from gongkai_cli.calendar import WorkCalendar, YearNotices
from gongkai_cli.calendar.year_files import read_year


def shipped_until(last: int) -> WorkCalendar:
    """The calendar of the shipped years up to ``last``."""

    def read(year: int) -> YearNotices | None:
        return read_year(year)[0] if year <= last else None

    return WorkCalendar(read)
