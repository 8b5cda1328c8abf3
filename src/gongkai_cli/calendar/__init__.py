"""The working calendar: which day works, by which notice."""

from .workdays import WorkCalendar, YearNotAnnounced, load_calendar

__all__ = ["WorkCalendar", "YearNotAnnounced", "load_calendar"]
