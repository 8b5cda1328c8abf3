"""Time limits: official wordings read, and clocks counted to their deadlines."""

from .deadline import CountedDay, NoDeadline, count_days, deadline
from .occasions import Occasion, occasion_deadline, occasions

__all__ = [
    "CountedDay",
    "NoDeadline",
    "Occasion",
    "count_days",
    "deadline",
    "occasion_deadline",
    "occasions",
]
