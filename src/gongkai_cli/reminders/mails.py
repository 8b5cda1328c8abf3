"""The mails of a day: what digests say, whom it goes to, what is attached."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from ..calendar import WorkCalendar
from ..model.assessment import Assessment
from ..model.mailing import MailKind
from ..model.reminding import LastMail, Reminding, Told
from ..reports.documents import Paper
from .calendar_entries import changes
from .delivery import Mail
from .digest import Digest, digests
from .digest_page import digest_page
from .file_names import file_name
from .letter import Header, letter, subject_of
from .letter_text import letter_text
from .summary import Summary, summary
from .summary_page import summary_page

Book = Callable[[str], bytes]
"""Makes the workbook of a unit."""


class Addressed(Struct, frozen=True, kw_only=True):
    """Something to say, and to whom.

    ``addresses`` are those of the unit itself, ``copies`` of those who get a copy; ``unreached``
    are the units that should get it and have no address.
    """

    message: Digest | Summary
    unit: str
    kind: MailKind
    addresses: tuple[str, ...]
    copies: tuple[str, ...] = ()
    unreached: tuple[str, ...] = ()

    def subject(self, day: date) -> str:
        """Its subject, sent on a day."""
        return subject_of(self.message, day)

    def text(self, day: date) -> str:
        """Its text, sent on a day, without what is said of attachments."""
        if isinstance(self.message, Digest):
            return letter_text(digest_page(self.message, day))
        return letter_text(summary_page(self.message, day))


class Round(Struct, frozen=True, kw_only=True):
    """All that the mails of a day are made from.

    ``book`` has the addresses of each unit; ``told`` and ``last_mails`` are what the store
    remembers. With ``units`` only these get a mail, and nobody a summary.
    """

    assessment: Assessment
    calendar: WorkCalendar
    reminding: Reminding
    book: Mapping[str, tuple[str, ...]]
    told: Mapping[str, tuple[Told, ...]]
    last_mails: Mapping[str, LastMail]
    units: frozenset[str] = frozenset()

    def busy(self) -> tuple[str, ...]:
        """The units that have something to do."""
        return tuple(each.unit for each in self._digests())

    def addressed(self, busy: tuple[str, ...]) -> Iterator[Addressed]:
        """The digests of the day, one after the other, behind them the summary.

        The summary is about the state in which the digests were made, so it is made first.
        """
        office = self._summary(busy)
        for digest in self._digests():
            yield self._to_unit(digest)
        if office is not None:
            yield Addressed(
                message=office,
                unit=office.office,
                kind="summary",
                addresses=self.book.get(office.office, ()),
                unreached=() if office.office in self.book else (office.office,),
            )

    def mails(self, busy: tuple[str, ...], day: date, workbook: Book) -> Iterator[Mail]:
        """The same, ready to be delivered on a day; each is written when it is to be sent."""
        return (self._mail(each, day, workbook) for each in self.addressed(busy))

    def _digests(self) -> Iterator[Digest]:
        return digests(
            self.assessment,
            self.told,
            self.last_mails,
            self.reminding,
            self.calendar,
            self.units,
        )

    def _summary(self, busy: tuple[str, ...]) -> Summary | None:
        if self.units or not self.reminding.office:
            return None
        unreachable = tuple(unit for unit in busy if unit not in self.book)
        return summary(
            self.assessment,
            self.told,
            self.last_mails,
            self.reminding,
            self.calendar,
            unreachable,
        )

    def _to_unit(self, digest: Digest) -> Addressed:
        own = self.book.get(digest.unit, ())
        copies = (each for unit in digest.copies for each in self.book.get(unit, ()))
        named = (digest.unit, *digest.copies)
        return Addressed(
            message=digest,
            unit=digest.unit,
            kind="digest",
            addresses=own,
            copies=tuple(each for each in dict.fromkeys(copies) if each not in own),
            unreached=tuple(unit for unit in named if unit not in self.book),
        )

    def _mail(self, each: Addressed, day: date, workbook: Book) -> Mail:
        sender = self.reminding.sender

        def write(message_id: str) -> bytes:
            header = Header(
                sender=sender,
                to=each.addresses,
                cc=each.copies,
                message_id=message_id,
                day=day,
            )
            return letter(each.message, header, _attachments(each.message, sender, day, workbook))

        return Mail(
            unit=each.unit,
            kind=each.kind,
            content=each.message.content,
            told=each.message.told if isinstance(each.message, Digest) else (),
            addresses=each.addresses,
            copies=each.copies,
            unreached=each.unreached,
            write=write,
        )


def _attachments(
    message: Digest | Summary, sender: str, day: date, workbook: Book
) -> Iterator[Paper]:
    if isinstance(message, Digest):
        yield Paper(name=file_name(message.unit, ".xlsx"), data=workbook(message.unit))
        yield from changes(message, sender, day)
