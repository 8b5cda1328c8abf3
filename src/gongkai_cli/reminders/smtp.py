"""Mail over SMTP: one connection for many letters, and for each address what became of it.

smtplib sends the text of a message and its last line in one breath. Here they go apart, because all
turns on that line (RFC 5321, 4.1.1.4): before it nothing has arrived, behind it only the answer
tells.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ..model.reminding import MailServer
from .password import Password
from .transport import BeforeEnd, Letter, Outcome, Unreachable

_LONGEST_REPLY = 200
_GOODBYE = 5
_TEMPORARY = range(400, 500)
_SERVICE_CLOSES = 421


class Timeouts(Struct, frozen=True, kw_only=True):
    """Seconds to wait: for a connection, for an answer, and for the one to a whole message.

    The last is the ten minutes of RFC 5321, 4.5.3.2.6: who hangs up earlier may well send twice.
    """

    connect: float = 20
    answer: float = 60
    end: float = 600


class Smtp:
    """A mail server, connected when it is first needed and again when the connection has died."""

    def __init__(
        self,
        server: MailServer,
        password: Password | None,
        workspace: Path,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._server = server
        self._password = password
        self._authority = workspace / server.authority if server.authority else None
        self._timeouts = timeouts or Timeouts()
        self._smtp: smtplib.SMTP | None = None

    def open(self) -> None:
        """Connect, encrypt and log in, unless that is done and the server is still there."""
        if self._smtp is not None:
            return
        try:
            self._smtp = self._connect()
        except ssl.SSLCertVerificationError as error:
            why = f"证书不可信（{error.verify_message or error.reason}）"
            raise self._unreachable(f"{why}；自建的证书机构写进“证书”", lasting=True) from None
        except ssl.SSLError as error:
            why = f"不能建立加密连接（{error.reason or error}）；核对“端口”和“加密”"
            raise self._unreachable(why, lasting=True) from None
        except smtplib.SMTPResponseException as error:
            said = self._said(error.smtp_code, error.smtp_error)
            lasting = error.smtp_code not in _TEMPORARY
            if isinstance(error, smtplib.SMTPAuthenticationError):
                said = f"登录被拒绝：{said}"
            raise self._unreachable(said, lasting=lasting) from None
        except smtplib.SMTPServerDisconnected as error:
            slow = isinstance(error.__context__, TimeoutError)
            why = "没有回答（超时）" if slow else "连接中断"
            raise self._unreachable(why, lasting=False) from None
        except TimeoutError:
            raise self._unreachable("没有回答（超时）", lasting=False) from None
        except socket.gaierror:
            raise self._unreachable("找不到这个主机名", lasting=False) from None
        except OSError as error:
            why = error.strerror or str(error)
            raise self._unreachable(f"不能连接（{why}）", lasting=False) from None

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
            raise self._unreachable("连接中断", lasting=False)
        return outcomes

    def close(self) -> None:
        """Say goodbye, if the server still listens."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            try:
                _socket(smtp).settimeout(_GOODBYE)
                smtp.quit()
            except (OSError, smtplib.SMTPException):
                smtp.close()

    # Connecting

    def _connect(self) -> smtplib.SMTP:
        server, timeout = self._server, self._timeouts.connect
        # The name is set below: smtplib would ask DNS for it, which hangs where there is none.
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, "localhost", timeout=timeout, context=self._context()
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, "localhost", timeout=timeout)
        try:
            self._greet(smtp)
        except BaseException:
            smtp.close()
            raise
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        sock = _socket(smtp)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(self._timeouts.answer)
        smtp.local_hostname = _literal(sock.getsockname()[0])
        smtp.ehlo_or_helo_if_needed()
        if self._server.security == "starttls":
            if not smtp.has_extn("starttls"):
                why = "不支持 STARTTLS，没有改用明文；核对“端口”和“加密”"
                raise self._unreachable(why, lasting=True)
            smtp.starttls(context=self._context())
            smtp.ehlo()
        if self._server.account is not None and self._password is not None:
            self._log_in(smtp, self._server.account, self._password)

    def _log_in(self, smtp: smtplib.SMTP, account: str, password: Password) -> None:
        if self._server.security == "无" and not _is_loopback(_socket(smtp).getpeername()[0]):
            raise self._unreachable("没有加密，口令不能发出", lasting=True)
        try:
            smtp.login(account, password.reveal())
        except smtplib.SMTPNotSupportedError:
            raise self._unreachable("不需要登录，配置里却写了“账号”", lasting=True) from None
        except smtplib.SMTPAuthenticationError:
            raise
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
            raise
        except smtplib.SMTPException:
            why = "登录的办法都不认识（只用 CRAM-MD5、PLAIN、LOGIN）"
            raise self._unreachable(why, lasting=True) from None

    def _context(self) -> ssl.SSLContext:
        """Certificates are always checked: by the system's authorities, and by the one named."""
        context = ssl.create_default_context()
        if self._authority is not None:
            try:
                context.load_verify_locations(self._authority)
            except OSError as error:
                name = self._server.authority
                why = "里面没有证书" if isinstance(error, ssl.SSLError) else "不能读"
                raise self._unreachable(f"证书文件“{name}”{why}", lasting=True) from None
        return context

    # One letter

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
            _socket(smtp).settimeout(self._timeouts.end)
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
        except (OSError, smtplib.SMTPException):
            self._drop()
            return {each: Outcome("unknown", "已全部交出，服务器没有回答") for each in named}
        if not 200 <= code < 600:
            self._drop()
            return {
                each: Outcome("unknown", f"回答看不懂：{self._said(code, said)}") for each in named
            }
        _socket(smtp).settimeout(self._timeouts.answer)
        if code == _SERVICE_CLOSES:
            self._drop()
        return self._all(named, code, said)

    def _all(
        self, addresses: tuple[str, ...], code: int, said: bytes, why: str = ""
    ) -> dict[str, Outcome]:
        return {each: self._outcome(code, said, why) for each in addresses}

    def _outcome(self, code: int, said: bytes, why: str = "") -> Outcome:
        reply = why + self._said(code, said)
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

    def _said(self, code: int, said: bytes | str) -> str:
        """An answer in one short line, without a control character or the password."""
        text = said.decode(errors="replace") if isinstance(said, bytes) else said
        line = re.sub(r"[\x00-\x20\x7f-\x9f]+", " ", f"{code} {text}").strip()
        return (self._password.blot(line) if self._password else line)[:_LONGEST_REPLY]

    def _unreachable(self, why: str, *, lasting: bool) -> Unreachable:
        server = self._server
        return Unreachable(f"邮件服务器 {server.host}:{server.port} {why}", lasting=lasting)


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


def _socket(smtp: smtplib.SMTP) -> socket.socket:
    if smtp.sock is None:
        raise smtplib.SMTPServerDisconnected
    return smtp.sock


def _literal(address: str) -> str:
    """An address as a name for EHLO (RFC 5321, 4.1.3).

    >>> _literal("10.0.0.7"), _literal("::1")
    ('[10.0.0.7]', '[IPv6:::1]')
    """
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _is_loopback(address: str) -> bool:
    from ipaddress import ip_address

    return ip_address(address.partition("%")[0]).is_loopback
