"""The working calendar: which day works, by which notice."""

from .announcing import YearNotAnnounced
from .notices import Notice, YearNotices
from .workdays import DayReason, Span, WorkCalendar
from .year_files import HolidayFileWrong, load_calendar

__all__ = [
    "DayReason",
    "HolidayFileWrong",
    "Notice",
    "Span",
    "WorkCalendar",
    "YearNotAnnounced",
    "YearNotices",
    "load_calendar",
]
