"""Files as parts of a mail, with Chinese names that every program reads."""

import base64
from email.message import EmailMessage, MIMEPart
from email.policy import Policy
from typing import cast

from ..reports.documents import Paper

_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "application/ics",
}
"""What each kind of file is called.

Calendar files are not ``text/calendar``: a server that finds that makes an invitation of the whole
mail, or renames what it cannot turn into one.
"""

_ANY = "application/octet-stream"
_LETTERS_OF_A_WORD = 13
"""Letters that fit an encoded word of 75 characters (RFC 2047), four octets each at most."""


def attach(mail: EmailMessage, paper: Paper) -> None:
    """Attach a file in base64.

    Its name stands as RFC 2231 wants it, and beside that in encoded words, which RFC 2047 forbids
    there and which many programs, old ones above all, read alone.
    """
    mail.add_attachment(
        paper.data, maintype="application", subtype="octet-stream", filename=paper.name
    )
    part = cast(MIMEPart, list(mail.iter_attachments())[-1])
    kind = next((each for suffix, each in _TYPES.items() if paper.name.endswith(suffix)), _ANY)
    del part["Content-Type"]
    part["Content-Type"] = _ContentType(f'{kind};\r\n name="{_encoded(paper.name)}"')


class _ContentType(str):
    """A header that is written as it stands.

    The library breaks a type longer than a line into encoded words, which no program reads.
    """

    __slots__ = ()
    name = "Content-Type"

    def fold(self, *, policy: Policy) -> str:
        """The line, with its end."""
        return f"{self.name}: {self}{policy.linesep}"


def _encoded(name: str) -> str:
    if name.isascii():
        return name.replace('"', "_").replace("\\", "_")
    words = [name[at : at + _LETTERS_OF_A_WORD] for at in range(0, len(name), _LETTERS_OF_A_WORD)]
    coded = (base64.b64encode(word.encode("utf-8", "replace")).decode() for word in words)
    return "\r\n ".join(f"=?utf-8?B?{word}?=" for word in coded)
