"""A connection to a mail server: encrypted as it is meant to be, its certificate checked."""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from pathlib import Path

from msgspec import Struct

from ..model.reminding import MailServer
from .password import Password
from .transport import Unreachable

_LONGEST_ANSWER = 200
_TEMPORARY = range(400, 500)


class Timeouts(Struct, frozen=True, kw_only=True):
    """Seconds to wait: for a connection, for an answer, and for the one to a whole message.

    The last is the ten minutes of RFC 5321, 4.5.3.2.6: who hangs up earlier may well send twice.
    """

    connect: float = 20
    answer: float = 60
    end: float = 600


class Connector(Struct, frozen=True, kw_only=True):
    """How a server is reached; ``authority`` is a file of certificates to trust besides."""

    server: MailServer
    password: Password | None = None
    authority: Path | None = None
    timeouts: Timeouts = Timeouts()

    def connect(self) -> smtplib.SMTP:
        """Connect, encrypt and log in. Raises ``Unreachable``."""
        try:
            return self._connected()
        except ssl.SSLCertVerificationError as error:
            why = f"证书不可信（{error.verify_message or error.reason}）"
            raise self.unreachable(f"{why}；自建的证书机构写进“证书”", lasting=True) from None
        except ssl.SSLError as error:
            why = f"不能建立加密连接（{error.reason or error}）；核对“端口”和“加密”"
            raise self.unreachable(why, lasting=True) from None
        except smtplib.SMTPResponseException as error:
            said = self.said(error.smtp_code, error.smtp_error)
            if isinstance(error, smtplib.SMTPAuthenticationError):
                said = f"登录被拒绝：{said}"
            lasting = error.smtp_code not in _TEMPORARY
            raise self.unreachable(said, lasting=lasting) from None
        except smtplib.SMTPServerDisconnected as error:
            slow = isinstance(error.__context__, TimeoutError)
            why = "没有回答（超时）" if slow else "连接中断"
            raise self.unreachable(why, lasting=False) from None
        except TimeoutError:
            raise self.unreachable("没有回答（超时）", lasting=False) from None
        except socket.gaierror:
            raise self.unreachable("找不到这个主机名", lasting=False) from None
        except OSError as error:
            why = error.strerror or str(error)
            raise self.unreachable(f"不能连接（{why}）", lasting=False) from None

    def unreachable(self, why: str, *, lasting: bool) -> Unreachable:
        """Why the server cannot be used."""
        server = self.server
        return Unreachable(f"邮件服务器 {server.host}:{server.port} {why}", lasting=lasting)

    def said(self, code: int, words: bytes | str) -> str:
        """An answer in one short line, without a control character or the password."""
        text = words.decode(errors="replace") if isinstance(words, bytes) else words
        line = re.sub(r"[\x00-\x20\x7f-\x9f]+", " ", f"{code} {text}").strip()
        return (self.password.blot(line) if self.password else line)[:_LONGEST_ANSWER]

    def _connected(self) -> smtplib.SMTP:
        server, timeout = self.server, self.timeouts.connect
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
        sock = socket_of(smtp)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(self.timeouts.answer)
        smtp.local_hostname = _literal(sock.getsockname()[0])
        smtp.ehlo_or_helo_if_needed()
        if self.server.security == "starttls":
            if not smtp.has_extn("starttls"):
                why = "不支持 STARTTLS，没有改用明文；核对“端口”和“加密”"
                raise self.unreachable(why, lasting=True)
            smtp.starttls(context=self._context())
            smtp.ehlo()
        if self.server.account is not None and self.password is not None:
            self._log_in(smtp, self.server.account, self.password)

    def _log_in(self, smtp: smtplib.SMTP, account: str, password: Password) -> None:
        if self.server.security == "无" and not _is_loopback(socket_of(smtp).getpeername()[0]):
            raise self.unreachable("没有加密，口令不能发出", lasting=True)
        try:
            smtp.login(account, password.reveal())
        except smtplib.SMTPNotSupportedError:
            raise self.unreachable("不需要登录，配置里却写了“账号”", lasting=True) from None
        except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
            raise
        except smtplib.SMTPException:
            why = "登录的办法都不认识（只用 CRAM-MD5、PLAIN、LOGIN）"
            raise self.unreachable(why, lasting=True) from None

    def _context(self) -> ssl.SSLContext:
        """Certificates are always checked: by the system's authorities, and by the one named."""
        context = ssl.create_default_context()
        if self.authority is not None:
            try:
                context.load_verify_locations(self.authority)
            except OSError as error:
                why = "里面没有证书" if isinstance(error, ssl.SSLError) else "不能读"
                found = f"证书文件“{self.server.authority}”{why}"
                raise self.unreachable(found, lasting=True) from None
        return context


def socket_of(smtp: smtplib.SMTP) -> socket.socket:
    """The socket of a connection; ``SMTPServerDisconnected`` where it is closed."""
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
