"""A way for mail to go out: what it is given, what it answers, how it says that it cannot."""

from collections.abc import Callable, Mapping
from typing import Literal, Protocol

from msgspec import Struct

State = Literal["waiting", "sending", "sent", "refused", "unknown"]
"""How far a mail to one address has come.

``waiting`` has not gone, or was put off (4xx) and may go later; ``sending`` is handed over at this
moment; ``sent`` was accepted; ``refused`` was turned down for good (5xx); of ``unknown`` no answer
came after all was handed over.
"""

BeforeEnd = Callable[[tuple[str, ...]], None]
"""Called with the accepted addresses when all but the last step is done: from then on, until an
answer is there, nobody can tell whether the mail has arrived."""


class Letter(Struct, frozen=True, kw_only=True):
    """A finished message and its envelope: ``sender`` and ``recipients`` are bare addresses.

    ``name`` is what a file of it is called, unique to the message.
    """

    name: str
    sender: str
    recipients: tuple[str, ...]
    data: bytes


class Outcome(Struct, frozen=True):
    """What became of a letter for one address, and what the other side said."""

    state: State
    reply: str


class Unreachable(Exception):
    """Nothing can be sent this way now.

    ``lasting`` where trying again does not help: a wrong password, a certificate nobody vouches
    for. The text is Chinese, for users.
    """

    def __init__(self, reason: str, *, lasting: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


class Transport(Protocol):
    """A way for mail to go out."""

    def open(self) -> None:
        """Make sure that letters can be handed over; nothing where that is so already.

        Raises ``Unreachable``.
        """

    def send(self, letter: Letter, before_end: BeforeEnd) -> Mapping[str, Outcome]:
        """Hand one letter over; an outcome for every recipient, never ``sending``.

        Raises ``Unreachable`` where it could not even be offered; then nothing has gone. What
        ``before_end`` raises passes through, and the letter is not handed over.
        """

    def close(self) -> None:
        """Be done; never raises."""
