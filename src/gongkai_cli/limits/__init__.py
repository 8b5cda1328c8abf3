"""Time limits: official wordings read, and clocks counted to their deadlines."""

from .deadline import CountedDay, NoDeadline, count_days, deadline
from .occasions import Occasion, occasion_deadline, occasions
from .unclocked import why_no_clock
from .wording import limit_words, read_wording

__all__ = [
    "CountedDay",
    "NoDeadline",
    "Occasion",
    "count_days",
    "deadline",
    "limit_words",
    "occasion_deadline",
    "occasions",
    "read_wording",
    "why_no_clock",
]
