"""What a run sends, what the next one does, and what units count as told."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from gongkai_cli.model.reminding import LastMail, Told
from gongkai_cli.reminders.delivery import NO_ADDRESS, Mail
from gongkai_cli.reminders.folder import Folder
from gongkai_cli.reminders.memory import Memory
from gongkai_cli.reminders.outbox import GIVEN_UP, INTERRUPTED, Outbox
from gongkai_cli.reminders.receipts import note_receipts
from gongkai_cli.reminders.store_file import open_store
from gongkai_cli.reminders.transport import Outcome, Unreachable

from .mailing import (
    DEFERRED,
    LOST,
    MONDAY,
    REFUSED,
    TAKEN,
    Scripted,
    fates,
    mail,
    patience,
    run,
    told_in,
    told_of,
)

ONE = mail("甲科", "1", "a@a.cn")
TUESDAY, NEXT_MONDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=7)


class Killed(BaseException):
    """The process dies."""


def test_said_once_a_week_and_again_in_the_next(tmp_path: Path) -> None:
    to = Scripted()
    assert fates(run(tmp_path, to, [ONE])) == {"sent": [("甲科", "a@a.cn")]}
    assert fates(run(tmp_path, to, [ONE], day=TUESDAY)) == {"unchanged": [("甲科", "a@a.cn")]}
    assert len(to.arrived) == 1
    assert fates(run(tmp_path, to, [ONE], day=NEXT_MONDAY)) == {"sent": [("甲科", "a@a.cn")]}
    first, second = (data for data, _ in to.arrived)
    assert first != second, "two mails, each with an id of its own"


def test_what_is_told_anew_in_one_week_is_sent_and_so_is_the_return_to_it(tmp_path: Path) -> None:
    to = Scripted()
    results = [run(tmp_path, to, [mail("甲科", content, "a@a.cn")]) for content in "1211"]
    assert [list(fates(each)) for each in results] == [["sent"], ["sent"], ["sent"], ["unchanged"]]
    ids = {data.split(b"\r\n")[0] for data, _ in to.arrived}
    assert len(ids) == 3, "a mail program shows one of two with the same Message-ID"
    assert told_in(tmp_path) == {"甲科": told_of("1")}


def test_the_message_id_is_the_same_for_the_same_mail_wherever_it_is_made(tmp_path: Path) -> None:
    here = run(tmp_path / "a", Scripted(), [ONE]).sent[0].message_id
    there = run(tmp_path / "b", Scripted(), [ONE], day=TUESDAY).sent[0].message_id
    assert here == there
    assert here is not None
    assert here.startswith("<2026-w48.")
    assert here.endswith("@a.cn>")


def test_a_unit_is_told_when_its_own_address_accepted_not_when_a_copy_did(tmp_path: Path) -> None:
    refuse = {"a@a.cn": REFUSED}
    to = Scripted(lambda name, address: refuse.get(address, TAKEN))
    with_copy = mail("甲科", "1", "a@a.cn", copies=["l@a.cn"])
    assert fates(run(tmp_path, to, [with_copy])) == {
        "sent": [("甲科", "l@a.cn")],
        "unsent": [("甲科", "a@a.cn")],
    }
    assert told_in(tmp_path) == {}
    refuse.clear()
    assert fates(run(tmp_path, to, [with_copy], day=TUESDAY)) == {
        "sent": [("甲科", "a@a.cn")],
        "unchanged": [("甲科", "l@a.cn")],
    }
    assert told_in(tmp_path) == {"甲科": told_of("1")}
    assert len({data for data, _ in to.arrived}) == 1, "the very same bytes"


def test_a_newer_mail_takes_the_place_of_one_that_told_nothing(tmp_path: Path) -> None:
    refuse = {"a@a.cn": REFUSED}
    to = Scripted(lambda name, address: refuse.get(address, TAKEN))
    run(tmp_path, to, [mail("甲科", "1", "a@a.cn", copies=["l@a.cn"])])
    refuse.clear()
    newer = mail("甲科", "2", "a@a.cn", copies=["l@a.cn"])
    run(tmp_path, Scripted(lambda name, address: REFUSED), [newer], day=TUESDAY)
    run(tmp_path, to, [newer], day=TUESDAY)
    assert [(b"X-Content: 2" in data, address) for data, address in to.arrived] == [
        (False, "l@a.cn"),
        (True, "a@a.cn"),
        (True, "l@a.cn"),
    ]
    assert told_in(tmp_path) == {"甲科": told_of("2")}


def test_a_second_own_address_gets_what_the_first_had_even_after_news(tmp_path: Path) -> None:
    put_off = {"b@a.cn": DEFERRED}
    to = Scripted(lambda name, address: put_off.get(address, TAKEN))
    both = ("a@a.cn", "b@a.cn")
    run(tmp_path, to, [mail("甲科", "1", *both)])
    put_off.clear()
    run(tmp_path, to, [mail("甲科", "2", *both)], day=TUESDAY)
    assert [(b"X-Content: 1" in data, address) for data, address in to.arrived] == [
        (True, "a@a.cn"),
        (True, "b@a.cn"),
        (False, "a@a.cn"),
        (False, "b@a.cn"),
    ]


class TestUnknown:
    def test_the_next_run_sends_the_very_same_bytes(self, tmp_path: Path) -> None:
        to = Scripted(lambda name, address: LOST)
        assert fates(run(tmp_path, to, [ONE])) == {"unknown": [("甲科", "a@a.cn")]}
        assert told_in(tmp_path) == {}
        to.script = lambda name, address: TAKEN
        other = mail("甲科", "2", "a@a.cn")
        result = run(tmp_path, to, [other], day=TUESDAY)
        assert fates(result) == {"sent": [("甲科", "a@a.cn"), ("甲科", "a@a.cn")]}
        first, again, news = (data for data, _ in to.arrived)
        assert first == again
        assert b"X-Content: 2" in news
        assert told_in(tmp_path) == {"甲科": told_of("2")}

    def test_is_not_tried_again_in_the_same_run(self, tmp_path: Path) -> None:
        to = Scripted(lambda name, address: LOST)
        run(tmp_path, to, [ONE], wait=patience(1, 1, 1))
        assert len(to.arrived) == 1

    @pytest.mark.parametrize("outcome", [DEFERRED, REFUSED, LOST])
    def test_stays_unknown_until_a_copy_surely_arrived(
        self, tmp_path: Path, outcome: Outcome
    ) -> None:
        run(tmp_path, Scripted(lambda name, address: LOST), [ONE])
        to = Scripted(lambda name, address: outcome)
        result = run(tmp_path, to, [ONE], day=TUESDAY)
        assert fates(result) == {"unknown": [("甲科", "a@a.cn")]}

    def test_what_a_unit_may_have_been_told_holds_back_what_comes_next(
        self, tmp_path: Path
    ) -> None:
        run(tmp_path, Scripted(lambda name, address: LOST), [ONE])
        to = Scripted(lambda name, address: DEFERRED)
        result = run(tmp_path, to, [mail("甲科", "2", "a@a.cn")], day=TUESDAY)
        assert fates(result) == {"unknown": [("甲科", "a@a.cn")]}

    def test_a_message_that_was_being_sent_when_the_process_died(self, tmp_path: Path) -> None:
        with pytest.raises(Killed):
            run(tmp_path, Scripted(lambda name, address: Killed()), [ONE])
        put_off = Scripted(lambda name, address: DEFERRED)
        result = run(tmp_path, put_off, [ONE])
        assert fates(result) == {"unknown": [("甲科", "a@a.cn")]}
        with closing(open_store(tmp_path)) as store:
            (trouble,) = Memory(store).troubles(MONDAY)
        assert (trouble.state, trouble.delivery.reason) == ("unknown", "451 later")
        result = run(tmp_path, Scripted(), [ONE])
        assert fates(result) == {"sent": [("甲科", "a@a.cn")]}

    def test_the_reason_of_an_interrupted_copy(self, tmp_path: Path) -> None:
        with pytest.raises(Killed):
            run(tmp_path, Scripted(lambda name, address: Killed()), [ONE])
        with closing(open_store(tmp_path)) as store:
            Outbox(store).recover("now")
            (trouble,) = Memory(store).troubles(MONDAY)
        assert trouble.delivery.reason == INTERRUPTED


class TestGivingUp:
    def test_after_days_a_copy_is_no_longer_tried(self, tmp_path: Path) -> None:
        put_off = Scripted(lambda name, address: DEFERRED if address == "b@a.cn" else TAKEN)
        both = mail("甲科", "1", "a@a.cn", "b@a.cn")
        run(tmp_path, put_off, [both])
        to = Scripted()
        later = MONDAY + timedelta(days=6)
        assert fates(run(tmp_path, to, [], day=later, book=frozenset({"b@a.cn"}))) == {}
        assert to.arrived == []
        with closing(open_store(tmp_path)) as store:
            (trouble,) = Memory(store).troubles(MONDAY)
        assert (trouble.delivery.address, trouble.delivery.reason) == ("b@a.cn", GIVEN_UP)

    def test_up_to_then_it_is(self, tmp_path: Path) -> None:
        put_off = Scripted(lambda name, address: DEFERRED if address == "b@a.cn" else TAKEN)
        run(tmp_path, put_off, [mail("甲科", "1", "a@a.cn", "b@a.cn")])
        to = Scripted()
        run(tmp_path, to, [], day=MONDAY + timedelta(days=5), book=frozenset({"b@a.cn"}))
        assert [address for _, address in to.arrived] == ["b@a.cn"]

    def test_what_a_unit_may_have_been_told_is_in_doubt_then(self, tmp_path: Path) -> None:
        before = (Told(key="a", mark="1"), Told(key="b", mark="1"), Told(key="c", mark="1"))
        after = (
            Told(key="a", mark="1"),
            Told(key="b", mark="2", due=MONDAY, sequence=1),
            Told(key="c", mark="1", sequence=1, withdrawn=True),
        )
        run(tmp_path, Scripted(), [mail("甲科", "1", "a@a.cn", told=before)])
        lost = Scripted(lambda name, address: LOST)
        run(tmp_path, lost, [mail("甲科", "2", "a@a.cn", told=after)])
        assert told_in(tmp_path) == {"甲科": before}
        run(tmp_path, lost, [], day=MONDAY + timedelta(days=6))
        assert told_in(tmp_path) == {
            "甲科": (
                Told(key="a", mark="1"),
                Told(key="b", mark="", due=MONDAY, sequence=1),
                Told(key="c", mark="", sequence=1),
            )
        }
        to = Scripted()
        news = mail("甲科", "3", "a@a.cn")
        assert fates(run(tmp_path, to, [news], day=NEXT_MONDAY)) == {"sent": [("甲科", "a@a.cn")]}


class TestTemporaryTrouble:
    def test_is_tried_again_within_the_run_behind_the_others(self, tmp_path: Path) -> None:
        answers = {"a@a.cn": [DEFERRED, DEFERRED, TAKEN]}
        order: list[str] = []

        def script(name: str, address: str) -> Outcome:
            order.append(address)
            return answers[address].pop(0) if address in answers else TAKEN

        said: list[str] = []
        mails = [ONE, mail("乙科", "1", "b@a.cn")]
        result = run(tmp_path, Scripted(script), mails, wait=patience(5, 10, 20), tell=said.append)
        assert fates(result) == {"sent": [("甲科", "a@a.cn"), ("乙科", "b@a.cn")]}
        assert order == ["a@a.cn", "b@a.cn", "a@a.cn", "a@a.cn"]
        assert said == [
            "服务器要求稍后再试的有 1 封，5 秒后再试",
            "服务器要求稍后再试的有 1 封，10 秒后再试",
        ]

    def test_ends_with_the_patience_of_the_run(self, tmp_path: Path) -> None:
        slept: list[float] = []
        from gongkai_cli.reminders.patience import Patience

        put_off = Scripted(lambda name, address: DEFERRED)
        result = run(tmp_path, put_off, [ONE], wait=Patience(sleep=slept.append))
        assert fates(result) == {"unsent": [("甲科", "a@a.cn")]}
        assert result.unsent[0].reason == "451 later"
        assert slept == sorted(slept)
        assert sum(slept) < 11 * 60

    def test_a_server_that_comes_back_is_waited_for(self, tmp_path: Path) -> None:
        gone = [Unreachable("服务器没有回答", lasting=False)] * 2
        to = Scripted(lambda name, address: gone.pop() if gone else TAKEN)
        said: list[str] = []
        result = run(tmp_path, to, [ONE], wait=patience(3, 6, 9), tell=said.append)
        assert fates(result) == {"sent": [("甲科", "a@a.cn")]}
        assert said == ["服务器没有回答，3 秒后再试", "服务器没有回答，6 秒后再试"]

    @pytest.mark.parametrize("lasting", [True, False])
    def test_a_server_that_does_not_is_named_for_every_mail_and_none_is_written(
        self, tmp_path: Path, lasting: bool
    ) -> None:
        class Gone(Scripted):
            def open(self) -> None:
                self.opened += 1
                raise Unreachable("登录被拒绝", lasting=lasting)

        def write(message_id: str) -> bytes:
            raise AssertionError("nothing is written that cannot be sent")

        mails = [
            Mail(unit=unit, content="1", addresses=(f"{n}@a.cn",), write=write)
            for n, unit in enumerate(("甲科", "乙科"))
        ]
        gone = Gone()
        result = run(tmp_path, gone, mails, wait=patience(1, 2))
        assert [(each.address, each.reason) for each in result.unsent] == [
            ("0@a.cn", "登录被拒绝"),
            ("1@a.cn", "登录被拒绝"),
        ]
        assert gone.opened == (1 if lasting else 3)
        to = Scripted()
        both = [mail("甲科", "1", "0@a.cn"), mail("乙科", "1", "1@a.cn")]
        assert len(fates(run(tmp_path, to, both))["sent"]) == 2


class TestAddresses:
    def test_a_unit_without_one_is_named_and_the_others_go_on(self, tmp_path: Path) -> None:
        nobody = Mail(unit="乙科", content="1", copies=("l@a.cn",), write=lambda id: b"")
        to = Scripted()
        result = run(tmp_path, to, [nobody, ONE])
        assert fates(result) == {"sent": [("甲科", "a@a.cn")], "unsent": [("乙科", None)]}
        assert result.unsent[0].reason == NO_ADDRESS
        assert [address for _, address in to.arrived] == ["a@a.cn"]

    def test_a_copy_for_a_unit_without_one_is_named(self, tmp_path: Path) -> None:
        copied = Mail(
            unit="甲科",
            content="1",
            addresses=("a@a.cn",),
            unreached=("领导",),
            write=lambda id: b"x",
        )
        assert fates(run(tmp_path, Scripted(), [copied])) == {
            "sent": [("甲科", "a@a.cn")],
            "unsent": [("领导", None)],
        }

    def test_one_that_is_put_right_gets_the_mail_of_the_week(self, tmp_path: Path) -> None:
        refuse = Scripted(lambda name, address: REFUSED if address == "x@a.cn" else TAKEN)
        run(tmp_path, refuse, [mail("甲科", "1", "a@a.cn", "x@a.cn")])
        to = Scripted()
        result = run(tmp_path, to, [mail("甲科", "1", "a@a.cn", "b@a.cn")], day=TUESDAY)
        assert fates(result) == {
            "sent": [("甲科", "b@a.cn")],
            "unchanged": [("甲科", "a@a.cn")],
        }
        assert [address for _, address in to.arrived] == ["b@a.cn"]

    def test_the_only_one_that_is_put_right_gets_it_as_well(self, tmp_path: Path) -> None:
        run(tmp_path, Scripted(lambda name, address: REFUSED), [mail("甲科", "1", "x@a.cn")])
        to = Scripted()
        result = run(tmp_path, to, [mail("甲科", "1", "b@a.cn")])
        assert fates(result) == {"sent": [("甲科", "b@a.cn")]}

    def test_one_address_gets_one_copy(self, tmp_path: Path) -> None:
        to = Scripted()
        run(tmp_path, to, [mail("甲科", "1", "a@a.cn", "a@a.cn", copies=["a@a.cn", "l@a.cn"])])
        assert [address for _, address in to.arrived] == ["a@a.cn", "l@a.cn"]


def test_units_and_the_summary_are_apart(tmp_path: Path) -> None:
    to = Scripted()
    summary = mail("甲科", "1", "a@a.cn", kind="summary")
    result = run(tmp_path, to, [ONE, summary])
    assert [each.kind for each in result.sent] == ["digest", "summary"]
    assert len({each.message_id for each in result.sent}) == 2


def test_a_run_about_some_units_leaves_the_others_alone(tmp_path: Path) -> None:
    other = mail("乙科", "1", "b@a.cn")
    run(tmp_path, Scripted(lambda name, address: DEFERRED), [ONE, other])
    to = Scripted()
    only = frozenset({"甲科"})
    run(tmp_path, to, [ONE], units=only, whole=False)
    with closing(open_store(tmp_path)) as store:
        assert [each.delivery.unit for each in Memory(store).troubles(MONDAY)] == ["乙科"]


def test_what_nobody_has_to_be_told_any_more_is_forgotten(tmp_path: Path) -> None:
    run(tmp_path, Scripted(lambda name, address: DEFERRED), [ONE])
    run(tmp_path, Scripted(), [])
    with closing(open_store(tmp_path)) as store:
        assert Memory(store).troubles(MONDAY) == ()


def test_a_channel_of_its_own_knows_nothing_of_the_mail(tmp_path: Path) -> None:
    run(tmp_path, Scripted(), [ONE])
    elsewhere = Scripted()
    assert list(fates(run(tmp_path, elsewhere, [ONE], channel="/x"))) == ["sent"]
    assert list(fates(run(tmp_path, elsewhere, [ONE], channel="/x"))) == ["unchanged"]
    assert list(fates(run(tmp_path, Scripted(), [ONE]))) == ["unchanged"]


class TestFolder:
    def test_files_named_by_week_and_unit_that_windows_accepts(self, tmp_path: Path) -> None:
        folder = tmp_path / "待发"
        mails = [
            mail('甲科/一组: "办"', "1", "a@a.cn"),
            mail("办公室", "1", "b@a.cn", kind="summary"),
        ]
        run(tmp_path / "w", Folder(folder), mails)
        names = sorted(path.name for path in folder.iterdir())
        assert [name.rsplit(" ", 1)[0] for name in names] == [
            "2026-W48 办公室 汇总",
            "2026-W48 甲科_一组_ _办_",
        ]
        assert all(name.endswith(".eml") for name in names)

    def test_a_folder_that_cannot_be_made_is_said(self, tmp_path: Path) -> None:
        (tmp_path / "待发").write_text("a file")
        result = run(tmp_path / "w", Folder(tmp_path / "待发"), [ONE])
        assert fates(result) == {"unsent": [("甲科", "a@a.cn")]}
        assert "已经存在" in (result.unsent[0].reason or "")

    def test_written_twice_it_is_there_once(self, tmp_path: Path) -> None:
        folder = tmp_path / "待发"

        class Dies(Folder):
            def send(self, *arguments: object) -> dict[str, Outcome]:
                super().send(*arguments)  # type: ignore[arg-type]
                raise Killed

        with pytest.raises(Killed):
            run(tmp_path / "w", Dies(folder), [ONE])
        assert fates(run(tmp_path / "w", Folder(folder), [ONE])) == {"sent": [("甲科", "a@a.cn")]}
        assert len(list(folder.iterdir())) == 1


class TestReceipts:
    def note(self, folder: Path, day: date) -> None:
        note_receipts(folder, {"甲科": day})

    def last(self, folder: Path) -> LastMail:
        with closing(open_store(folder)) as store:
            return Memory(store).last_mails()["甲科"]

    def test_a_mail_waits_for_its_receipt(self, tmp_path: Path) -> None:
        run(tmp_path, Scripted(), [ONE])
        waiting = LastMail(unit="甲科", sent=MONDAY, unanswered=MONDAY)
        assert self.last(tmp_path) == waiting
        self.note(tmp_path, MONDAY - timedelta(days=3))
        assert self.last(tmp_path) == waiting, "that was for an earlier mail"
        run(tmp_path, Scripted(), [mail("甲科", "2", "a@a.cn")], day=TUESDAY)
        assert self.last(tmp_path) == LastMail(unit="甲科", sent=TUESDAY, unanswered=MONDAY)
        self.note(tmp_path, MONDAY)
        assert self.last(tmp_path) == LastMail(unit="甲科", sent=TUESDAY, unanswered=TUESDAY)
        self.note(tmp_path, TUESDAY)
        self.note(tmp_path, MONDAY)
        assert self.last(tmp_path) == LastMail(unit="甲科", sent=TUESDAY, receipt=TUESDAY)
        run(tmp_path, Scripted(), [ONE], day=NEXT_MONDAY)
        assert self.last(tmp_path) == LastMail(
            unit="甲科", sent=NEXT_MONDAY, unanswered=NEXT_MONDAY
        )

    def test_they_come_in_before_there_is_any_mail(self, tmp_path: Path) -> None:
        note_receipts(tmp_path, {"甲科": MONDAY, "乙科": TUESDAY})
        run(tmp_path, Scripted(), [ONE])
        assert self.last(tmp_path).receipt == MONDAY
