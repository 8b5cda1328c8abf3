"""The working calendar: which day works, by which notice."""

from .announcing import YearNotAnnounced
from .answers import CountSpan, DayReason, Prospect, Span
from .notices import Notice, YearNotices
from .workdays import WorkCalendar
from .year_files import HolidayFileWrong, load_calendar

__all__ = [
    "CountSpan",
    "DayReason",
    "HolidayFileWrong",
    "Notice",
    "Prospect",
    "Span",
    "WorkCalendar",
    "YearNotAnnounced",
    "YearNotices",
    "load_calendar",
]
