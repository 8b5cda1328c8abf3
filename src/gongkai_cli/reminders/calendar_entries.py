"""Due days as entries for calendars (.ics): what changed since the last mail, and whole lists."""

from collections.abc import Iterator, Mapping
from datetime import date

from ..model.assessment import Assessment
from ..model.reminding import Told
from ..reports.documents import Paper
from .digest import Digest


def changes(digest: Digest, sender: str, day: date) -> tuple[Paper, ...]:
    """The calendar files of one mail: what is new or moved, and what is withdrawn.

    No file where nothing of the kind happened. ``sender`` is the sender of the mail, ``day`` the
    day that the entries bear.
    """
    raise NotImplementedError


def whole_lists(
    assessment: Assessment,
    told_by_unit: Mapping[str, tuple[Told, ...]],
    sender: str,
    day: date,
) -> Iterator[Paper]:
    """The lists to subscribe to: one a unit with open due days (``政工室.ics``), and one of all."""
    raise NotImplementedError
