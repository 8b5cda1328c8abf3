"""A calendar as a program keeps it that follows RFC 5546, fed with files read by a library."""

from collections.abc import Iterable
from datetime import date

import icalendar

from gongkai_cli.reports.documents import Paper


class Client:
    """The entries of one calendar: each file that arrives is taken in once."""

    def __init__(self) -> None:
        self.days: dict[str, date] = {}
        self.sequences: dict[str, int] = {}
        self.changes = 0

    def take(self, papers: Iterable[Paper]) -> None:
        """Take in the files of one mail: PUBLISH adds or updates, CANCEL removes (2.1.4, 3.2)."""
        for paper in papers:
            calendar = icalendar.Calendar.from_ical(paper.data)
            method = str(calendar["METHOD"])
            for event in calendar.walk("VEVENT"):
                self._take(method, event)

    def _take(self, method: str, event: icalendar.Component) -> None:
        uid, sequence = str(event["UID"]), int(str(event["SEQUENCE"]))
        known = self.sequences.get(uid)
        assert known is None or sequence > known, "a change under an old number is passed over"
        self.sequences[uid] = sequence
        self.changes += 1
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        assert type(start) is date
        assert (end - start).days == 1
        if method == "CANCEL":
            assert str(event["STATUS"]) == "CANCELLED"
            assert uid in self.days, "only what is there can be withdrawn"
            del self.days[uid]
        else:
            assert method == "PUBLISH"
            self.days[uid] = start
