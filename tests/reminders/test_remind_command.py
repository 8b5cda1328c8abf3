"""``gongkai remind`` as it is called: to a real server, to a folder, and to nobody."""

import json
import signal
import time
from collections import Counter
from email import message_from_bytes, policy
from pathlib import Path

import icalendar
import jsonschema
import openpyxl
import pytest
import trustme

from gongkai_cli.commands import COMMANDS
from gongkai_cli.commands.remind import app

from ..reports.measuring import assert_fits
from ..reports.test_machine_formats import schema_of
from .mail_server import ACCOUNT, PASSWORD, STORE_AND_CUT, serving
from .offices import CONTACTS, DAY, addresses, office, remind, reminded, smtp, start

EVERYBODY = [f"{name}@example.gov.cn" for name in ("bgs", "wsk", "xxk2", "xxk")]


def test_the_group_has_its_line() -> None:
    assert (app.registered_callback.callback.__doc__ or "").splitlines()[0] == COMMANDS["remind"]  # type: ignore[union-attr]


class TestToAServer:
    def test_sends_once_and_answers_by_its_schema(self, tmp_path: Path) -> None:
        with serving() as server:
            folder = office(tmp_path / "w", smtp(server.port))
            first = reminded(folder)
            again = reminded(folder)
        jsonschema.validate(first, schema_of("remind"))
        assert (first["as_of"], first["week"]) == (DAY, "2024-W30")
        assert addresses(first) == {"sent": EVERYBODY}
        assert addresses(again) == {"unchanged": EVERYBODY}
        assert Counter(to for _, to in server.copies()) == Counter(EVERYBODY)
        assert {(e["message_id"], e["address"]) for e in first["sent"]} == set(server.copies())
        assert server.connections == 1, "a run in which nothing is to be sent connects to nobody"

    def test_what_arrives_has_text_html_workbook_and_calendar(self, tmp_path: Path) -> None:
        with serving() as server:
            reminded(office(tmp_path / "w", smtp(server.port)), "--unit", "信息科")
        (arrived,) = server.arrived
        message = message_from_bytes(arrived.data, policy=policy.default)
        assert message["From"].addresses[0].display_name == "政务公开"
        assert [each.addr_spec for each in message["To"].addresses] == [
            "xxk@example.gov.cn",
            "xxk2@example.gov.cn",
        ]
        assert "信息科" in message["Subject"]
        parts = {part.get_content_type(): part for part in message.walk()}
        assert "2024年工作方案" in parts["text/plain"].get_content()
        files = {str(e.get_filename()): e.get_content() for e in message.iter_attachments()}
        (tmp_path / "信息科.xlsx").write_bytes(files["信息科.xlsx"])
        assert "信息台账" in openpyxl.load_workbook(tmp_path / "信息科.xlsx").sheetnames
        (name,) = (name for name in files if name.endswith(".ics"))
        data = files[name]
        calendar = icalendar.Calendar.from_ical(data)
        assert [str(e.decoded("dtstart")) for e in calendar.walk("VEVENT")] == [DAY]

    def test_a_refused_address_is_named_and_the_next_run_tries_it_alone(
        self, tmp_path: Path
    ) -> None:
        with serving() as server:
            folder = office(tmp_path / "w", smtp(server.port))
            server.on_rcpt = {"xxk2@example.gov.cn": ["550 5.1.1 no such user"]}
            code, out, _ = remind(folder)
            assert code == 1
            assert "发出 3，未变 0，未发出 1，未知 0" in out
            assert "xxk2@example.gov.cn         550 5.1.1 no such user" in out
            server.on_rcpt.clear()
            assert addresses(reminded(folder))["sent"] == ["xxk2@example.gov.cn"]
        assert max(Counter(server.copies()).values()) == 1

    def test_without_an_answer_it_is_unknown_and_goes_again_under_the_same_id(
        self, tmp_path: Path
    ) -> None:
        with serving() as server:
            folder = office(tmp_path / "w", smtp(server.port))
            server.on_data = ["250 ok", STORE_AND_CUT]
            first = reminded(folder, code=1)
            assert addresses(first)["unknown"]
            second = reminded(folder)
            assert addresses(second)["sent"] == addresses(first)["unknown"]
        twice = {pair for pair, count in Counter(server.copies()).items() if count == 2}
        assert twice == {(e["message_id"], e["address"]) for e in first["unknown"]}
        assert len({each.data for each in server.arrived}) == len(server.arrived) - 1

    @pytest.mark.slow
    def test_what_a_server_puts_off_is_taken_a_little_later(self, tmp_path: Path) -> None:
        with serving() as server:
            server.on_rcpt = {"wsk@example.gov.cn": ["451 4.7.1 later", "250 OK"]}
            code, out, err = remind(office(tmp_path / "w", smtp(server.port)))
        assert (code, addresses_in(server.copies())) == (0, EVERYBODY)
        assert "服务器要求稍后再试的有 1 封，5 秒后再试" in err
        assert "发出 4" in out

    def test_over_tls_with_a_login_whose_password_lies_in_a_closed_file(
        self, tmp_path: Path
    ) -> None:
        authority = trustme.CA()
        with serving(security="tls", authority=authority, login=True, name="127.0.0.1") as server:
            how = f"加密: tls, 账号: {ACCOUNT}, 口令: {{文件: 口令}}, 证书: 机构.pem"
            folder = office(tmp_path / "w", smtp(server.port, how))
            authority.cert_pem.write_to_path(str(folder / "机构.pem"))
            (folder / "口令").write_text(PASSWORD)
            (folder / "口令").chmod(0o644)
            code, out, err = remind(folder)
            assert code == 2
            assert "gongkai.yaml:6:" in err
            assert "权限 644" in err
            (folder / "口令").chmod(0o600)
            code, out, err = remind(folder)
        assert (code, err) == (0, "")
        assert PASSWORD not in out
        store = (folder / ".gongkai" / "outbox.sqlite").read_bytes()
        assert PASSWORD.encode() not in store

    def test_a_wrong_password_is_not_tried_for_every_mail(self, tmp_path: Path) -> None:
        with serving(login=True) as server:
            how = f"加密: 无, 账号: {ACCOUNT}, 口令: {{环境变量: GONGKAI_TEST_WORD}}"
            folder = office(tmp_path / "w", smtp(server.port, how))
            code, out, err = remind(folder, GONGKAI_TEST_WORD="f4lsch-wort", COLUMNS="120")
            assert code == 1
            assert out.count("登录被拒绝") == 4
            assert "f4lsch-wort" not in out + err
            assert server.connections == 1
            code, _, err = remind(folder, GONGKAI_TEST_WORD="")
            assert (code, "环境变量 GONGKAI_TEST_WORD 中没有口令" in err) == (2, True)

    def test_two_at_once_send_each_mail_once(self, tmp_path: Path) -> None:
        with serving() as server:
            folder = office(tmp_path / "w", smtp(server.port))
            both = [start(folder) for _ in range(2)]
            said = [each.communicate(timeout=120) for each in both]
        assert [each.returncode for each in both] == [0, 0], said
        assert Counter(server.copies()).most_common(1)[0][1] == 1
        assert addresses_in(server.copies()) == EVERYBODY
        assert sorted("发出 4" in out for out, _ in said) == [False, True]

    @pytest.mark.slow
    def test_killed_at_any_moment_the_next_run_sends_the_rest(self, tmp_path: Path) -> None:
        for number, seconds in enumerate((0.3, 0.4, 0.5, 0.6, 0.7, 0.9)):
            with serving() as server:
                folder = office(tmp_path / str(number), smtp(server.port))
                going = start(folder)
                time.sleep(seconds)
                going.send_signal(signal.SIGKILL)
                going.communicate()
                reminded(folder)
            assert set(addresses_in(server.copies())) == set(EVERYBODY)
            assert len(server.copies()) <= len(EVERYBODY) + 2


def addresses_in(copies: list[tuple[str, str]]) -> list[str]:
    return sorted(to for _, to in copies)


class TestToAFolder:
    def test_files_of_the_configured_folder(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        assert addresses(reminded(folder)) == {"sent": EVERYBODY}
        files = sorted((folder / "待发邮件").iterdir())
        assert [path.name[:-13] for path in files] == [
            "2024-W30 信息科",
            "2024-W30 办公室 汇总",
            "2024-W30 文书科",
        ]
        message = message_from_bytes(files[0].read_bytes(), policy=policy.default)
        assert "2024年工作方案" in message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
        assert addresses(reminded(folder)) == {"unchanged": EVERYBODY}

    def test_another_folder_on_request_has_nothing_to_do_with_the_mail(
        self, tmp_path: Path
    ) -> None:
        folder, elsewhere = office(tmp_path / "w"), tmp_path / "别处"
        assert addresses(reminded(folder, "--outbox", str(elsewhere))) == {"sent": EVERYBODY}
        assert addresses(reminded(folder, "--outbox", str(elsewhere))) == {"unchanged": EVERYBODY}
        assert len(list(elsewhere.iterdir())) == 3
        assert not (folder / "日历").exists()
        assert addresses(reminded(folder)) == {"sent": EVERYBODY}

    def test_lists_to_subscribe_to_are_written_and_what_lay_there_is_kept(
        self, tmp_path: Path
    ) -> None:
        folder = office(tmp_path / "w")
        (folder / "日历").mkdir()
        (folder / "日历/信息科.ics").write_text("my own calendar")
        reminded(folder)
        names = {path.name for path in (folder / "日历").iterdir()}
        assert names >= {"信息科.ics", "文书科.ics", f"信息科.ics.bak-{DAY}"}
        data = (folder / "日历/信息科.ics").read_bytes()
        assert icalendar.Calendar.from_ical(data).walk("VEVENT")
        reminded(folder)
        assert {path.name for path in (folder / "日历").iterdir()} == names, "ours is no loss"


class TestToNobody:
    def test_a_dry_run_shows_all_and_changes_nothing(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w", smtp(1))
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        code, out, err = remind(folder, "--dry-run", COLUMNS="80")
        assert (code, err) == (0, "")
        assert "收件人：信息科（xxk@example.gov.cn、xxk2@example.gov.cn）" in out
        assert "2024年工作方案" in out
        assert out.rstrip().endswith("共 3 封，没有发送（--dry-run）")
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before

    def test_as_data_with_what_was_sent_already(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        planned = reminded(folder, "--dry-run")["planned"]
        assert [(each["unit"], each["kind"], each["unchanged"]) for each in planned] == [
            ("文书科", "digest", False),
            ("信息科", "digest", False),
            ("办公室", "summary", False),
        ]
        reminded(folder)
        answer = reminded(folder, "--dry-run")
        jsonschema.validate(answer, schema_of("remind"))
        assert all(each["unchanged"] for each in answer["planned"])
        assert addresses(answer) == {}

    def test_works_before_anything_is_configured(self, tmp_path: Path) -> None:
        from ..commands.workspaces import workspace

        folder = workspace(tmp_path / "w")
        code, out, err = remind(folder, "--dry-run")
        assert code == 0
        assert "收件人：信息科（没有邮箱，发不出）" in out
        assert "没有“提醒”" in err
        code, out, err = remind(folder)
        assert (code, out) == (2, "")
        assert "没有写“提醒”" in err

    @pytest.mark.parametrize("width", [60, 80, 140])
    def test_it_fits_every_width(self, tmp_path: Path, width: int) -> None:
        _, out, _ = remind(office(tmp_path / "w"), "--dry-run", COLUMNS=str(width))
        assert_fits("\n".join(line for line in out.splitlines() if "：" in line[:4]), width)

    def test_on_a_rest_day_it_waits(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        code, out, err = remind(folder, "--as-of", "2024-07-27")
        assert (code, err) == (0, "")
        assert out == (
            "2024-07-27 周末，邮件等到下一个工作日 2024-07-29 再发；现在就要发，加 --anyway\n"
        )
        answer = reminded(folder, "--as-of", "2024-10-01")
        jsonschema.validate(answer, schema_of("remind"))
        assert (answer["waits_until"], addresses(answer)) == ("2024-10-08", {})
        assert not (folder / "待发邮件").exists()
        assert addresses(reminded(folder, "--as-of", "2024-07-27", "--anyway")).keys() == {"sent"}

    def test_a_weekend_worked_in_exchange_is_no_rest_day(self, tmp_path: Path) -> None:
        answer = reminded(office(tmp_path / "w"), "--as-of", "2024-09-29")
        assert (answer["waits_until"], list(addresses(answer))) == (None, ["sent"])


class TestWrongInput:
    def test_a_wrong_row_of_the_ledger_costs_nobody_his_mail(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        ledger = folder / "台账/信息台账.csv"
        wrong = "2024-020,A01,错的,,文书科,2024-02-30,\n"
        ledger.write_text(ledger.read_text(encoding="utf-8") + wrong, encoding="utf-8")
        code, out, err = remind(folder)
        assert code == 2
        assert "发出 4，" in out
        assert "台账/信息台账.csv:4:6" in err

    def test_a_wrong_row_of_the_address_book_costs_only_that_unit(self, tmp_path: Path) -> None:
        contacts = CONTACTS.replace("wsk@example.gov.cn", "文书科@example.gov.cn")
        folder = office(tmp_path / "w", contacts=contacts)
        answer = reminded(folder, code=2)
        assert addresses(answer)["sent"] == ["bgs@example.gov.cn", *EVERYBODY[2:]]
        (unsent,) = answer["unsent"]
        assert (unsent["unit"], unsent["address"], unsent["message_id"]) == ("文书科", None, None)

    def test_a_store_that_cannot_be_read_is_left_alone(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        (folder / ".gongkai").mkdir()
        (folder / ".gongkai/outbox.sqlite").write_bytes(b"not a store at all" * 100)
        code, out, err = remind(folder)
        assert (code, out) == (2, "")
        assert err.startswith(".gongkai/outbox.sqlite\uff1a这个文件不是发送记录") or (
            ".gongkai/outbox.sqlite: 这个文件不是发送记录" in err
        )
        assert not (folder / "待发邮件").exists()


class TestReceipt:
    def test_is_noted_under_the_name_of_the_catalogue(self, tmp_path: Path) -> None:
        folder = office(tmp_path / "w")
        reminded(folder)
        code, out, _ = remind(folder, "receipt", "--unit", "信息公开科", "--as-of", "2024-07-26")
        assert (code, out) == (0, "已记下 信息科 于 2024-07-26 签收\n")
        later = ("--as-of", "2024-07-29", "--dry-run")
        planned = {each["unit"]: each["text"] for each in reminded(folder, *later)["planned"]}
        assert "未签收" in planned["文书科"]
        assert "未签收" not in planned["信息科"]

    def test_of_an_unknown_unit_is_refused(self, tmp_path: Path) -> None:
        code, _, err = remind(office(tmp_path / "w"), "receipt", "--unit", "信息处")
        assert code == 2
        assert "最接近：信息科" in err


def test_another_run_is_waited_for_and_named(tmp_path: Path) -> None:
    from gongkai_cli.reminders.run_lock import held
    from gongkai_cli.reminders.store_file import LOCK, prepare

    folder = office(tmp_path / "w")
    with held(prepare(folder) / LOCK, 0):
        going = start(folder, "--format", "json")
        assert going.stderr is not None
        assert going.stderr.readline() == "另一次 remind 正在进行，等它结束…\n"
    out, _ = going.communicate(timeout=60)
    assert going.returncode == 0
    assert addresses(json.loads(out)) == {"sent": EVERYBODY}
