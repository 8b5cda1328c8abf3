"""A real SMTP server for tests, which does on demand what servers do to mail."""

from __future__ import annotations

import asyncio
import socket
import ssl
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from msgspec import Struct

ACCOUNT, PASSWORD = "gongkai", "k3nnwort-geheim"
STORE_AND_CUT = "store and cut"
"""Take the message, and hang up before the answer."""
STORE_AND_BABBLE = "store and babble"
"""Take the message and answer what is no answer."""
CUT_INSIDE = "cut inside"
"""Hang up while the text of the message is coming in."""
STORE_AND_SLEEP = "store and sleep"
"""Take the message and say nothing for a long time."""


class Arrived(Struct, frozen=True):
    """A message that the server took, and for whom."""

    message_id: str
    recipients: tuple[str, ...]
    data: bytes


class MailServer:
    """What the server does, and what it has seen.

    ``on_data`` is taken from the front, one for each message offered; an answer that begins with a
    digit is given as it is. ``on_rcpt`` holds the answers for an address one after the other, the
    last for good.
    """

    def __init__(self) -> None:
        self.port = 0
        self.arrived: list[Arrived] = []
        self.on_data: list[str] = []
        self.on_mail: list[str] = []
        self.on_rcpt: dict[str, list[str]] = {}
        self.connections = 0
        self.logins: list[str] = []
        self.greetings: list[str] = []

    def copies(self) -> list[tuple[str, str]]:
        """Every Message-ID with every address that it arrived at, in order."""
        return [(each.message_id, to) for each in self.arrived for to in each.recipients]

    # Hooks of aiosmtpd

    async def handle_EHLO(
        self,
        server: SMTP,
        session: Session,
        envelope: Envelope,
        hostname: str,
        responses: list[str],
    ) -> list[str]:
        session.host_name = hostname
        self.greetings.append(hostname)
        return responses

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.on_mail:
            answer = self.on_mail.pop(0)
            if answer == "cut":
                _abort(server)
                return ""
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answers = self.on_rcpt.get(address, ["250 OK"])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.on_data.pop(0) if self.on_data else "250 taken"
        if answer[0].isdigit() and answer[0] != "2":
            return answer
        data = envelope.content
        assert isinstance(data, bytes)
        first = next(line for line in data.splitlines() if line.lower().startswith(b"message-id:"))
        self.arrived.append(
            Arrived(first.split(b":", 1)[1].strip().decode(), tuple(envelope.rcpt_tos), data)
        )
        if answer == STORE_AND_CUT:
            _abort(server)
        elif answer == STORE_AND_BABBLE:
            return "what?"
        elif answer == STORE_AND_SLEEP:
            await asyncio.sleep(30)
        return answer

    def authenticate(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.logins.append(mechanism)
        good = data == LoginPassword(ACCOUNT.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False)


def _abort(server: SMTP) -> None:
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


class _Smtp(SMTP):
    """The server's end of a connection."""

    async def smtp_DATA(self, arg: str | None) -> None:
        server: MailServer = self.event_handler
        if server.on_data[:1] == [CUT_INSIDE]:
            server.on_data.pop(0)
            await self.push("354 go on")
            await self._reader.readline()
            _abort(self)
        else:
            await super().smtp_DATA(arg)


class _Controller(Controller):
    def factory(self) -> SMTP:
        self.handler.connections += 1
        return _Smtp(self.handler, **self.SMTP_kwargs)


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(
    *,
    security: str = "无",
    authority: trustme.CA | None = None,
    name: str = "localhost",
    login: bool = False,
    **options: Any,
) -> Iterator[MailServer]:
    """A server on the loopback, with a certificate of ``authority`` for ``name``."""
    server = MailServer()
    if login:
        options |= {"authenticator": server.authenticate, "auth_required": True}
        options["auth_require_tls"] = False
        warnings.filterwarnings("ignore", "Requiring AUTH while not requiring TLS")
    context = None
    if authority is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
    controller = _Controller(
        server,
        hostname="127.0.0.1",
        port=free_port(),
        ssl_context=context if security == "tls" else None,
        **options,
    )
    controller.start()
    server.port = controller.port
    server.connections = 0
    try:
        yield server
    finally:
        controller.stop()
