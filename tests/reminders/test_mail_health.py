"""What ``gongkai doctor`` says of mail: the last run, what did not arrive, the server."""

import io
import json
import time
from contextlib import closing, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import trustme

from gongkai_cli.commands import main
from gongkai_cli.model.place import Place
from gongkai_cli.model.reminding import MailServer, PasswordSource
from gongkai_cli.reminders.mail_health import ask_server
from gongkai_cli.reminders.memory import Memory
from gongkai_cli.reminders.run_lock import held
from gongkai_cli.reminders.smtp_connection import Timeouts
from gongkai_cli.reminders.store_file import LOCK, open_store, prepare

from ..reports.test_machine_formats import schema_of
from .mail_server import ACCOUNT, PASSWORD, STORE_AND_CUT, free_port, serving
from .mailing import Scripted, mail, run
from .offices import CONTACTS, DAY, office, reminded, smtp

THE_DAY = date.fromisoformat(DAY)


def said(*arguments: str) -> tuple[int, str]:
    """A run of doctor: its exit code, and what it wrote to stdout."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with redirect_stdout(out):
        code = main(["doctor", *arguments])
    out.flush()
    assert isinstance(out.buffer, io.BytesIO)
    return code, out.buffer.getvalue().decode()


def doctor(folder: Path, *arguments: str, day: str = DAY) -> tuple[int, Any]:
    """Its exit code, and what it says of mail."""
    code, out = said("-w", str(folder), "--as-of", day, "--format", "json", *arguments)
    answer = json.loads(out)
    jsonschema.validate(answer, schema_of("doctor"))
    return code, answer["mail"]


def page(folder: Path, day: str = DAY) -> str:
    return said("-w", str(folder), "--as-of", day)[1]


def test_without_reminders_there_is_nothing_to_say(tmp_path: Path) -> None:
    from ..commands.workspaces import workspace

    assert doctor(workspace(tmp_path / "w"))[1] is None


def test_before_the_first_run(tmp_path: Path) -> None:
    folder = office(tmp_path / "w")
    code, mail = doctor(folder)
    assert (code, mail["grade"], mail["last_run"]) == (0, "注意", None)
    assert not (folder / ".gongkai").exists()


def test_all_well(tmp_path: Path) -> None:
    folder = office(tmp_path / "w")
    reminded(folder)
    code, mail = doctor(folder)
    assert (code, mail["grade"], mail["unsent"], mail["unknown"]) == (0, "正常", [], [])
    assert mail["last_run"]["result"] == "发出 4，未变 0，未发出 0，未知 0"


@pytest.mark.parametrize(("days", "code", "grade"), [(8, 0, "正常"), (9, 1, "错误")])
def test_a_last_run_that_is_too_old(tmp_path: Path, days: int, code: int, grade: str) -> None:
    folder = office(tmp_path / "w")
    reminded(folder)
    later = str(THE_DAY + timedelta(days=days))
    got, mail = doctor(folder, day=later)
    assert (got, mail["grade"]) == (code, grade)
    assert ("已超过 8 天没有运行" in page(folder, later)) == (code == 1)


def test_a_run_on_a_rest_day_is_one_as_well(tmp_path: Path) -> None:
    folder = office(tmp_path / "w")
    reminded(folder)
    reminded(folder, "--as-of", "2024-08-03")
    assert doctor(folder, day="2024-08-10")[0] == 0


def test_what_is_unknown_and_unsent_is_named_until_it_has_arrived(tmp_path: Path) -> None:
    with serving() as server:
        folder = office(tmp_path / "w", smtp(server.port))
        server.on_data = [STORE_AND_CUT]
        server.on_rcpt = {"xxk@example.gov.cn": ["550 no such user"]}
        reminded(folder, code=1)
        _, mail = doctor(folder)
        assert [each["address"] for each in mail["unknown"]] == ["wsk@example.gov.cn"]
        assert [each["reason"] for each in mail["unsent"]] == ["550 no such user"]
        words = page(folder)
        assert "未知    文书科 wsk@example.gov.cn：已全部交出，服务器没有回答" in words
        assert "未发出  信息科 xxk@example.gov.cn：550 no such user" in words
        server.on_rcpt.clear()
        reminded(folder)
        _, mail = doctor(folder)
        assert (mail["unknown"], mail["unsent"], mail["grade"]) == ([], [], "正常")


def test_a_later_mail_makes_up_for_one_that_did_not_arrive(tmp_path: Path) -> None:
    from .mailing import MONDAY, REFUSED

    run(tmp_path, Scripted(lambda name, address: REFUSED), [mail("甲科", "1", "a@a.cn", "b@a.cn")])
    next_week = MONDAY + timedelta(days=7)
    run(tmp_path, Scripted(), [mail("甲科", "1", "a@a.cn")], day=next_week)
    with closing(open_store(tmp_path)) as store:
        assert Memory(store).troubles(MONDAY) == ()


def test_what_is_just_being_sent_is_not_unknown_while_its_run_lives(tmp_path: Path) -> None:
    class Dies(BaseException):
        pass

    folder = office(tmp_path / "w")
    with pytest.raises(Dies):
        run(
            folder,
            Scripted(lambda name, address: Dies()),
            [mail("甲科", "1", "a@a.cn")],
            day=THE_DAY,
        )
    with held(prepare(folder) / LOCK, 0):
        assert doctor(folder)[1]["unknown"] == []
    assert [each["address"] for each in doctor(folder)[1]["unknown"]] == ["a@a.cn"]


def test_units_without_an_address_and_a_store_that_is_none(tmp_path: Path) -> None:
    contacts = "".join(line for line in CONTACTS.splitlines(True) if "文书科" not in line)
    folder = office(tmp_path / "w", contacts=contacts)
    prepare(folder)
    (folder / ".gongkai/outbox.sqlite").write_bytes(b"something else" * 100)
    code, mail = doctor(folder)
    assert (code, mail["without_address"]) == (1, ["文书科"])
    assert mail["problem"] == "这个文件不是发送记录"


def test_a_wrong_address_book_is_a_wrong_file(tmp_path: Path) -> None:
    folder = office(tmp_path / "w", contacts="信息处: {邮箱: [a@a.cn]}\n")
    assert doctor(folder)[0] == 2


class TestServer:
    def server(self, port: int, **more: Any) -> MailServer:
        return MailServer(host="127.0.0.1", port=port, place=Place(""), **more)

    def test_one_that_answers_gets_no_mail(self, tmp_path: Path) -> None:
        with serving() as server:
            folder = office(tmp_path / "w", smtp(server.port))
            code, mail = doctor(folder)
            assert server.arrived == []
        assert mail["server"] == {
            "usable": True,
            "words": f"127.0.0.1:{server.port} 有回答，没有加密",
        }
        assert code == 0

    def test_one_that_does_not_is_an_error_unless_it_is_not_asked(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w", smtp(free_port()))
        code, mail = doctor(folder)
        assert (code, mail["grade"], mail["server"]["usable"]) == (1, "错误", False)
        code, mail = doctor(folder, "--offline")
        assert (code, mail["server"]) == (0, None)

    def test_with_tls_and_login(self, tmp_path: Path) -> None:
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        (tmp_path / "word").write_text(PASSWORD)
        (tmp_path / "word").chmod(0o600)
        with serving(security="tls", authority=authority, login=True, name="127.0.0.1") as server:
            how = {"account": ACCOUNT, "password": PasswordSource(file="word")}
            known = self.server(server.port, authority="ca.pem", **how)
            found = ask_server(known, tmp_path)
            assert found.is_usable
            assert found.words.endswith(" 有回答，加密（TLS），登录成功")
            stranger = ask_server(self.server(server.port, **how), tmp_path)
            assert (stranger.is_usable, "证书不可信" in stranger.words) == (False, True)
            (tmp_path / "word").write_text("wrong")
            assert "登录被拒绝" in ask_server(known, tmp_path).words
            (tmp_path / "word").chmod(0o644)
            found = ask_server(known, tmp_path)
            assert (found.is_usable, "没有试登录：口令文件“word”别人也能读" in found.words) == (
                False,
                True,
            )

    def test_it_never_takes_long(self, tmp_path: Path) -> None:
        import socket

        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()
            start = time.monotonic()
            found = ask_server(
                self.server(silent.getsockname()[1], security="无"),
                tmp_path,
                longest=0.5,
                timeouts=Timeouts(connect=30, answer=30),
            )
            assert time.monotonic() - start < 5
        assert not found.is_usable
        assert found.words.endswith(" 0 秒内没有回答")
