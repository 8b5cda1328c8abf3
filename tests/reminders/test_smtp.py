"""Mail to a real server: what becomes of each address, whatever the server does."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from gongkai_cli.model.place import Place
from gongkai_cli.model.reminding import MailServer as Server
from gongkai_cli.model.reminding import Security
from gongkai_cli.reminders.password import Password
from gongkai_cli.reminders.smtp import Smtp
from gongkai_cli.reminders.smtp_connection import Timeouts
from gongkai_cli.reminders.transport import Letter, Unreachable

from .mail_server import (
    ACCOUNT,
    CUT_INSIDE,
    PASSWORD,
    STORE_AND_BABBLE,
    STORE_AND_CUT,
    STORE_AND_SLEEP,
    MailServer,
    free_port,
    serving,
)

QUICK = Timeouts(connect=5, answer=5, end=5)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
def server() -> Iterator[MailServer]:
    with serving() as found:
        yield found


def client(
    port: int,
    security: Security = "无",
    *,
    folder: Path = Path(),
    password: str | None = None,
    authority: str | None = None,
    host: str = "localhost",
    timeouts: Timeouts = QUICK,
) -> Smtp:
    return Smtp(
        Server(
            host=host,
            port=port,
            security=security,
            account=ACCOUNT if password is not None else None,
            authority=authority,
            place=Place("gongkai.yaml"),
        ),
        Password(password) if password is not None else None,
        folder,
        timeouts,
    )


def letter(*to: str, name: str = "1", text: str = "正文") -> Letter:
    data = f"Message-ID: <{name}@a.cn>\r\nSubject: {name}\r\n\r\n{text}\r\n".encode()
    return Letter(name=name, sender="z@a.cn", recipients=to or ("b@a.cn",), data=data)


class Watch:
    """Notes with whom the last step was about to be taken."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, ...]] = []

    def __call__(self, named: tuple[str, ...]) -> None:
        self.seen.append(named)


def states(outcomes: object) -> dict[str, str]:
    assert isinstance(outcomes, dict)
    return {address: each.state for address, each in outcomes.items()}


def test_one_connection_carries_all_letters(server: MailServer) -> None:
    smtp, watch = client(server.port), Watch()
    for name in "123":
        assert states(smtp.send(letter("b@a.cn", "c@a.cn", name=name), watch)) == {
            "b@a.cn": "sent",
            "c@a.cn": "sent",
        }
    smtp.close()
    assert [each.message_id for each in server.arrived] == ["<1@a.cn>", "<2@a.cn>", "<3@a.cn>"]
    assert server.connections == 1
    assert server.greetings == ["[127.0.0.1]"], "no name that DNS would have to be asked for"
    assert watch.seen == [("b@a.cn", "c@a.cn")] * 3


def test_a_line_that_begins_with_a_dot_arrives_as_it_is(server: MailServer) -> None:
    text = ".\r\n..a\r\n.b\r\n\r\n."
    client(server.port).send(letter(text=text), Watch())
    assert server.arrived[0].data.endswith(b"\r\n\r\n" + text.encode() + b"\r\n")


def test_a_refused_recipient_does_not_stop_the_others(server: MailServer) -> None:
    server.on_rcpt = {"b@a.cn": ["550 5.1.1 无此用户"], "d@a.cn": ["451 4.7.1 come back later"]}
    watch = Watch()
    outcomes = client(server.port).send(letter("b@a.cn", "c@a.cn", "d@a.cn"), watch)
    assert states(outcomes) == {"b@a.cn": "refused", "c@a.cn": "sent", "d@a.cn": "waiting"}
    assert outcomes["b@a.cn"].reply == "550 5.1.1 无此用户"
    assert outcomes["d@a.cn"].reply == "451 4.7.1 come back later"
    assert watch.seen == [("c@a.cn",)]
    assert server.copies() == [("<1@a.cn>", "c@a.cn")]


def test_where_nobody_is_accepted_nothing_is_handed_over(server: MailServer) -> None:
    server.on_rcpt = {"b@a.cn": ["550 no"]}
    smtp, watch = client(server.port), Watch()
    assert states(smtp.send(letter(), watch)) == {"b@a.cn": "refused"}
    assert watch.seen == []
    assert states(smtp.send(letter("c@a.cn"), watch)) == {"c@a.cn": "sent"}
    assert server.connections == 1


@pytest.mark.parametrize(
    ("answer", "state"),
    [("250 ok", "sent"), ("451 later", "waiting"), ("552 too big", "refused")],
)
def test_the_answer_to_the_whole_message_counts_for_all(
    server: MailServer, answer: str, state: str
) -> None:
    server.on_data = [answer]
    smtp = client(server.port)
    outcomes = smtp.send(letter("b@a.cn", "c@a.cn"), Watch())
    assert states(outcomes) == {"b@a.cn": state, "c@a.cn": state}
    assert {each.reply for each in outcomes.values()} == {answer}
    assert states(smtp.send(letter(name="2"), Watch())) == {"b@a.cn": "sent"}


@pytest.mark.parametrize("way", [STORE_AND_CUT, STORE_AND_BABBLE])
def test_without_an_answer_behind_the_end_nobody_knows(server: MailServer, way: str) -> None:
    server.on_data = [way]
    server.on_rcpt = {"c@a.cn": ["550 no"]}
    smtp, watch = client(server.port), Watch()
    outcomes = smtp.send(letter("b@a.cn", "c@a.cn"), watch)
    assert states(outcomes) == {"b@a.cn": "unknown", "c@a.cn": "refused"}
    assert watch.seen == [("b@a.cn",)]
    assert states(smtp.send(letter(name="2"), watch)) == {"b@a.cn": "sent"}, "connected again"
    assert [each.message_id for each in server.arrived] == ["<1@a.cn>", "<2@a.cn>"]


def test_a_server_that_takes_too_long_behind_the_end_leaves_it_unknown(
    server: MailServer,
) -> None:
    server.on_data = [STORE_AND_SLEEP]
    smtp = client(server.port, timeouts=Timeouts(connect=5, answer=5, end=0.3))
    assert states(smtp.send(letter(), Watch())) == {"b@a.cn": "unknown"}
    assert len(server.arrived) == 1


def test_a_connection_cut_inside_the_text_has_sent_nothing(server: MailServer) -> None:
    server.on_data = [CUT_INSIDE]
    smtp, watch = client(server.port), Watch()
    outcomes = smtp.send(letter(text="长" * 2_000_000), watch)
    assert states(outcomes) == {"b@a.cn": "waiting"}
    assert watch.seen == []
    assert states(smtp.send(letter(), watch)) == {"b@a.cn": "sent"}
    assert len(server.arrived) == 1


def test_a_short_text_that_the_server_never_read_is_not_said_to_be_sent(
    server: MailServer,
) -> None:
    # All of it fits the buffers of the system, so that the end is written into a dead connection.
    server.on_data = [CUT_INSIDE]
    outcomes = client(server.port).send(letter(), lambda named: time.sleep(0.2))
    assert states(outcomes)["b@a.cn"] in ("waiting", "unknown")
    assert server.arrived == []


def test_whoever_stops_the_last_step_sends_nothing(server: MailServer) -> None:
    def stop(named: tuple[str, ...]) -> None:
        raise RuntimeError("the store gave out")

    smtp = client(server.port)
    with pytest.raises(RuntimeError):
        smtp.send(letter(), stop)
    smtp.close()
    assert states(smtp.send(letter(name="2"), Watch())) == {"b@a.cn": "sent"}
    assert server.copies() == [("<2@a.cn>", "b@a.cn")]


@pytest.mark.parametrize("answer", ["cut", "421 4.7.0 too many messages on one line"])
def test_a_tired_connection_is_replaced_once(server: MailServer, answer: str) -> None:
    smtp = client(server.port)
    smtp.send(letter(), Watch())
    server.on_mail = [answer]
    assert states(smtp.send(letter(name="2"), Watch())) == {"b@a.cn": "sent"}
    assert server.connections == 2
    server.on_mail = [answer, answer]
    with pytest.raises(Unreachable) as stopped:
        smtp.send(letter(name="3"), Watch())
    assert not stopped.value.lasting
    assert len(server.arrived) == 2


@pytest.mark.parametrize(("answer", "state"), [("550 not you", "refused"), ("450 wait", "waiting")])
def test_a_refused_sender_is_said_for_all(server: MailServer, answer: str, state: str) -> None:
    server.on_mail = [answer]
    smtp = client(server.port)
    assert states(smtp.send(letter("b@a.cn", "c@a.cn"), Watch())) == {
        "b@a.cn": state,
        "c@a.cn": state,
    }
    assert states(smtp.send(letter(), Watch())) == {"b@a.cn": "sent"}


def test_nobody_listens() -> None:
    port = free_port()
    with pytest.raises(Unreachable, match=f"localhost:{port} 不能连接") as stopped:
        client(port).open()
    assert not stopped.value.lasting


def test_a_server_that_does_not_greet_is_not_waited_for_without_end() -> None:
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        start = time.monotonic()
        with pytest.raises(Unreachable, match="超时") as stopped:
            client(silent.getsockname()[1], timeouts=Timeouts(connect=0.3)).open()
        assert time.monotonic() - start < 5
        assert not stopped.value.lasting


class TestEncryption:
    @pytest.fixture
    def folder(self, tmp_path: Path, authority: trustme.CA) -> Path:
        authority.cert_pem.write_to_path(str(tmp_path / "机构.pem"))
        trustme.CA().cert_pem.write_to_path(str(tmp_path / "别的.pem"))
        (tmp_path / "空.pem").write_text("not a certificate")
        return tmp_path

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    def test_with_a_certificate_of_an_own_authority_and_a_login(
        self, security: Security, authority: trustme.CA, folder: Path
    ) -> None:
        with serving(security=security, authority=authority, login=True) as server:
            smtp = client(
                server.port, security, folder=folder, password=PASSWORD, authority="机构.pem"
            )
            assert states(smtp.send(letter(), Watch())) == {"b@a.cn": "sent"}
            smtp.close()
            assert server.logins == ["PLAIN"]
            assert server.copies() == [("<1@a.cn>", "b@a.cn")]

    @pytest.mark.parametrize("security", ["tls", "starttls"])
    @pytest.mark.parametrize("trusted", [None, "别的.pem"])
    def test_a_certificate_that_nobody_vouches_for_is_refused(
        self, security: Security, trusted: str | None, authority: trustme.CA, folder: Path
    ) -> None:
        with serving(security=security, authority=authority, login=True) as server:
            smtp = client(
                server.port, security, folder=folder, password=PASSWORD, authority=trusted
            )
            with pytest.raises(Unreachable, match="证书不可信") as stopped:
                smtp.open()
            assert stopped.value.lasting
            assert server.logins == [], "the password was not given to a stranger"

    def test_a_certificate_for_another_name_is_refused(
        self, authority: trustme.CA, folder: Path
    ) -> None:
        with serving(security="tls", authority=authority, name="mail.example.gov.cn") as server:
            smtp = client(server.port, "tls", folder=folder, authority="机构.pem")
            with pytest.raises(Unreachable, match="证书不可信"):
                smtp.open()

    @pytest.mark.parametrize(("name", "why"), [("没有.pem", "不能读"), ("空.pem", "里面没有证书")])
    def test_a_file_of_authorities_that_is_none(self, folder: Path, name: str, why: str) -> None:
        with (
            serving() as server,
            pytest.raises(Unreachable, match=f"“{name}”{why}"),
        ):
            client(server.port, "tls", folder=folder, authority=name).open()

    def test_starttls_is_never_given_up_for_plain_text(self, server: MailServer) -> None:
        smtp = client(server.port, "starttls", password=PASSWORD)
        with pytest.raises(Unreachable, match="不支持 STARTTLS，没有改用明文") as stopped:
            smtp.send(letter(), Watch())
        assert stopped.value.lasting
        assert (server.arrived, server.logins) == ([], [])

    def test_tls_to_a_port_of_plain_text(self, server: MailServer) -> None:
        with pytest.raises(Unreachable, match="核对“端口”和“加密”") as stopped:
            client(server.port, "tls").open()
        assert stopped.value.lasting


class TestLogin:
    def test_a_wrong_password_is_said_once_and_never_shown(
        self, capfd: pytest.CaptureFixture[str]
    ) -> None:
        wrong = "falsches-k3nnwort"
        with serving(login=True) as server:
            smtp = client(server.port, password=wrong)
            with pytest.raises(Unreachable, match="登录被拒绝：535") as stopped:
                smtp.open()
        assert stopped.value.lasting
        shown = f"{stopped.value!r}{stopped.value.__cause__!r}{vars(smtp)!r}{capfd.readouterr()}"
        assert wrong not in shown

    def test_a_server_that_repeats_the_password_does_not_get_it_into_our_words(self) -> None:
        wrong = "falsches-k3nnwort"
        assert wrong not in Password(wrong).blot(f"535 wrong password {wrong}")

    def test_without_encryption_only_to_the_own_machine(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "gongkai_cli.reminders.smtp_connection._is_loopback", lambda address: False
        )
        with serving(login=True) as server:
            with pytest.raises(Unreachable, match="口令不能发出"):
                client(server.port, password=PASSWORD).open()
            assert server.logins == []

    def test_an_account_where_the_server_knows_no_login(self, server: MailServer) -> None:
        with pytest.raises(Unreachable, match="不需要登录") as stopped:
            client(server.port, password=PASSWORD).open()
        assert stopped.value.lasting

    def test_on_the_own_machine(self) -> None:
        with serving(login=True) as server:
            assert states(client(server.port, password=PASSWORD).send(letter(), Watch())) == {
                "b@a.cn": "sent"
            }


def test_no_answer_holds_a_control_character(server: MailServer) -> None:
    server.on_rcpt = {"b@a.cn": ["550 \x1b[31mred\x07 " + "long " * 100]}
    reply = client(server.port).send(letter(), Watch())["b@a.cn"].reply
    assert reply.isprintable()
    assert len(reply) <= 200


def test_mail_needs_no_terminal_or_home(
    server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(os.environ):
        monkeypatch.delenv(name)
    assert states(client(server.port).send(letter(), Watch())) == {"b@a.cn": "sent"}
