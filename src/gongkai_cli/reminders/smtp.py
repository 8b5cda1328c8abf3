"""Mail over SMTP: one connection for many letters, and for each address what became of it.

smtplib sends the text of a message and its last line in one breath. Here they go apart, because all
turns on that line (RFC 5321, 4.1.1.4): before it nothing has arrived, behind it only the answer
tells.
"""

from __future__ import annotations

import re
import smtplib
from collections.abc import Mapping
from pathlib import Path

from ..model.reminding import MailServer
from .password import Password
from .smtp_connection import Connector, Timeouts, socket_of
from .transport import BeforeEnd, Letter, Outcome

_GOODBYE = 5
_SERVICE_CLOSES = 421


class Smtp:
    """A mail server, connected when it is first needed and again when the connection has died.

    The path of its certificates is relative to the workspace.
    """

    def __init__(
        self,
        server: MailServer,
        password: Password | None,
        workspace: Path,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._timeouts = timeouts or Timeouts()
        self._connector = Connector(
            server=server,
            password=password,
            authority=workspace / server.authority if server.authority else None,
            timeouts=self._timeouts,
        )
        self._smtp: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connect, encrypt and log in, unless that is done."""
        if self._smtp is None:
            self._smtp = self._connector.connect()

    def send(self, letter: Letter, before_end: BeforeEnd) -> Mapping[str, Outcome]:
        """Hand a letter over in one transaction for all its recipients."""
        fresh = self._smtp is None
        try:
            self.open()
            outcomes = self._offer(letter, before_end)
            if outcomes is None and not fresh:
                # The server grew tired of an idle connection: that says nothing of this letter.
                self.open()
                outcomes = self._offer(letter, before_end)
        except BaseException:
            self._drop()
            raise
        if outcomes is None:
            raise self._connector.unreachable("连接中断", lasting=False)
        return outcomes

    def close(self) -> None:
        """Say goodbye, if the server still listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            try:
                socket_of(smtp).settimeout(_GOODBYE)
                smtp.quit()
            except (OSError, smtplib.SMTPException):
                smtp.close()

    def _offer(self, letter: Letter, before_end: BeforeEnd) -> dict[str, Outcome] | None:
        """What became of it; ``None`` where the connection died before any recipient was named."""
        smtp = self._smtp
        assert smtp is not None, "it was opened just now"
        try:
            code, said = smtp.mail(letter.sender, _options(smtp, letter.data))
        except (OSError, smtplib.SMTPException):
            self._drop()
            return None
        if code == _SERVICE_CLOSES:
            self._drop()
            return None
        if code != 250:
            self._reset()
            return self._all(letter.recipients, code, said, "发件人被拒绝：")
        outcomes: dict[str, Outcome] = {}
        try:
            self._name_recipients(smtp, letter, outcomes)
            named = tuple(each for each in letter.recipients if each not in outcomes)
            if named:
                outcomes |= self._hand_over(smtp, letter.data, named, before_end)
            else:
                self._reset()
        except (OSError, smtplib.SMTPException):
            # Nothing has gone: ``_hand_over`` itself answers for all that happens behind the end.
            self._drop()
            left = (each for each in letter.recipients if each not in outcomes)
            outcomes |= {each: Outcome("waiting", "连接在交出之前中断") for each in left}
        return outcomes

    def _name_recipients(
        self, smtp: smtplib.SMTP, letter: Letter, outcomes: dict[str, Outcome]
    ) -> None:
        for each in letter.recipients:
            code, said = smtp.rcpt(each)
            if code not in (250, 251):
                outcomes[each] = self._outcome(code, said)
            if code == _SERVICE_CLOSES:
                raise smtplib.SMTPServerDisconnected

    def _hand_over(
        self, smtp: smtplib.SMTP, data: bytes, named: tuple[str, ...], before_end: BeforeEnd
    ) -> dict[str, Outcome]:
        code, said = smtp.docmd("DATA")
        if code != 354:
            self._reset()
            return self._all(named, code, said)
        smtp.send(_stuffed(data))
        before_end(named)
        try:
            socket_of(smtp).settimeout(self._timeouts.end)
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
        except (OSError, smtplib.SMTPException):
            self._drop()
            return {each: Outcome("unknown", "已全部交出，服务器没有回答") for each in named}
        if code // 100 not in (2, 4, 5):
            self._drop()
            why = f"回答看不懂：{self._connector.said(code, said)}"
            return {each: Outcome("unknown", why) for each in named}
        socket_of(smtp).settimeout(self._timeouts.answer)
        if code == _SERVICE_CLOSES:
            self._drop()
        return self._all(named, code, said)

    def _all(
        self, addresses: tuple[str, ...], code: int, said: bytes, why: str = ""
    ) -> dict[str, Outcome]:
        return {each: self._outcome(code, said, why) for each in addresses}

    def _outcome(self, code: int, said: bytes, why: str = "") -> Outcome:
        reply = why + self._connector.said(code, said)
        if 200 <= code < 300:
            return Outcome("sent", reply)
        return Outcome("refused" if 500 <= code < 600 else "waiting", reply)

    def _reset(self) -> None:
        assert self._smtp is not None, "a letter is just being offered"
        try:
            self._smtp.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        """Hang up without another word, so that a half message is never taken for a whole one."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            smtp.close()


def _options(smtp: smtplib.SMTP, data: bytes) -> list[str]:
    """What MAIL says of the message: its size, and whether it is more than ASCII."""
    options = [f"size={len(data)}"] if smtp.has_extn("size") else []
    if smtp.has_extn("8bitmime") and not data.isascii():
        options.append("body=8bitmime")
    return options


def _stuffed(data: bytes) -> bytes:
    """The text of a message as it goes over the line (RFC 5321, 4.5.2), ended by a line end.

    >>> _stuffed(b"a\\n.b\\r\\n..")
    b'a\\r\\n..b\\r\\n...\\r\\n'
    """
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
    if not lines.endswith(b"\r\n"):
        lines += b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", lines)
