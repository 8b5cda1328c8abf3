"""Calendar files as RFC 5545 writes them: all-day entries, folded and escaped.

By hand, because that is a page of code and no library of it is quick to load.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from ..notation.mail_addresses import Mailbox

Method = Literal["PUBLISH", "CANCEL"]

_OCTETS = 75
_NINE_THE_DAY_BEFORE = "-PT15H"
"""An all-day entry begins at midnight: fifteen hours before is nine o'clock of the day before."""

_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_UNSEEN = dict.fromkeys((*range(32), 0x7F, 0x85, 0x2028, 0x2029))
"""Characters that end a line somewhere, or move a cursor."""


class Entry(Struct, frozen=True, kw_only=True):
    """An all-day entry; ``alarm`` is the text of its reminder, none where it is empty."""

    uid: str
    sequence: int
    day: date
    summary: str
    description: str = ""
    alarm: str = ""


def calendar_file(
    method: Method,
    entries: Iterable[Entry],
    *,
    stamp: date,
    organizer: Mailbox,
    name: str = "",
) -> bytes:
    """A calendar file with one method, which RFC 5546 wants for all entries of a file alike.

    ``stamp`` is the day that entries bear as DTSTAMP; ``name`` that of a list to subscribe to,
    which clients then ask for once a day. CANCEL withdraws its entries.
    """
    data = bytearray()
    for line in _lines(method, entries, stamp, organizer, name):
        data += folded(line)
    return bytes(data)


def _lines(
    method: Method, entries: Iterable[Entry], stamp: date, organizer: Mailbox, name: str
) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//gongkai//gongkai//ZH"
    yield "CALSCALE:GREGORIAN"
    yield f"METHOD:{method}"
    if name:
        yield f"NAME:{escaped(name)}"
        yield f"X-WR-CALNAME:{escaped(name)}"
        yield "REFRESH-INTERVAL;VALUE=DURATION:P1D"
        yield "X-PUBLISHED-TTL:P1D"
    for each in entries:
        yield from _event(each, method, stamp, organizer)
    yield "END:VCALENDAR"


def escaped(text: str) -> str:
    """A text as a value: its marks escaped, nothing in it that could end a line or move a cursor.

    >>> escaped("甲,乙;丙")
    '甲\\\\,乙\\\\;丙'
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_ESCAPES)
    return plain if plain.isprintable() else plain.translate(_UNSEEN)


def folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, cut between characters, CRLF behind each.

    >>> folded("X" * 80)[73:79]
    b'XX\\r\\n X'
    """
    data = line.encode("utf-8", "replace")
    if len(data) <= _OCTETS:
        return data + b"\r\n"
    pieces = []
    start, room = 0, _OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _OCTETS - 1
    return b"\r\n ".join((*pieces, data[start:])) + b"\r\n"


def _event(entry: Entry, method: Method, stamp: date, organizer: Mailbox) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"SEQUENCE:{entry.sequence}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(entry.summary)}"
    yield _organizer(organizer)
    if method == "CANCEL":
        yield "STATUS:CANCELLED"
    if entry.description:
        yield f"DESCRIPTION:{escaped(entry.description)}"
    yield "CATEGORIES:政务公开"
    yield "TRANSP:TRANSPARENT"
    if entry.alarm and method == "PUBLISH":
        yield "BEGIN:VALARM"
        yield "ACTION:DISPLAY"
        yield f"DESCRIPTION:{escaped(entry.alarm)}"
        yield f"TRIGGER:{_NINE_THE_DAY_BEFORE}"
        yield "END:VALARM"
    yield "END:VEVENT"


def _organizer(box: Mailbox) -> str:
    name = "".join(letter for letter in box.name if letter != '"' and letter.isprintable())
    return (
        f'ORGANIZER;CN="{name}":mailto:{box.address}' if name else f"ORGANIZER:mailto:{box.address}"
    )
