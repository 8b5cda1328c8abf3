"""The file of the store: made, brought to its form, refused where it cannot be used."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.reminders import store_file
from gongkai_cli.reminders.memory import Memory
from gongkai_cli.reminders.run_lock import Busy, held, is_held
from gongkai_cli.reminders.store_file import FILE, FOLDER, StoreWrong, open_store, open_to_read

DAY = date(2026, 11, 23)
HOLD = (
    "import sys; from pathlib import Path; from gongkai_cli.reminders.run_lock import held\n"
    "with held(Path(sys.argv[1]), 0): print('held', flush=True); sys.stdin.read()"
)


def file_in(folder: Path) -> Path:
    return folder / FOLDER / FILE


def test_it_is_made_with_its_folder_and_kept_out_of_git(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        assert list(store.rows("SELECT * FROM message")) == []
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"
    assert file_in(tmp_path).exists()


def test_no_second_file_is_needed_beside_it_when_it_is_closed(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        Memory(store).start_run(DAY, "now")
    assert {path.name for path in (tmp_path / FOLDER).iterdir()} == {".gitignore", FILE}


def test_every_commit_is_on_the_disk_and_needs_no_shared_memory(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        assert list(store.rows("PRAGMA journal_mode")) == [("delete",)]
        assert list(store.rows("PRAGMA synchronous")) == [(2,)]
        assert list(store.rows("PRAGMA foreign_keys")) == [(1,)]


def test_a_transaction_is_all_or_nothing(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        with pytest.raises(StoreWrong), store.transaction() as write:
            write.executemany("INSERT INTO receipt VALUES (?, ?)", [("甲", "1"), ("乙", None)])
        assert list(store.rows("SELECT * FROM receipt")) == []


def test_an_older_form_is_brought_up_step_by_step_and_keeps_what_it_holds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(tmp_path)) as store:
        Memory(store).note_receipts({"甲科": DAY})
    steps = (*store_file._MIGRATIONS, ("ALTER TABLE receipt ADD COLUMN post TEXT",))
    monkeypatch.setattr(store_file, "_MIGRATIONS", steps)
    assert open_to_read(tmp_path) is None, "whoever only reads changes nothing"
    for _ in range(2):
        with closing(open_store(tmp_path)) as store:
            rows = list(store.rows("SELECT unit, day, post FROM receipt"))
        assert rows == [("甲科", "2026-11-23", None)]


def test_a_step_that_fails_is_not_taken_by_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_store(tmp_path)):
        pass
    steps = (*store_file._MIGRATIONS, ("CREATE TABLE new (a)", "CREATE TABLE message (a)"))
    monkeypatch.setattr(store_file, "_MIGRATIONS", steps)
    with pytest.raises(StoreWrong):
        open_store(tmp_path)
    with closing(sqlite3.connect(file_in(tmp_path))) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (1,)
        assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'new'").fetchone() == (
            0,
        )


@pytest.mark.parametrize("opening", [open_store, open_to_read])
class TestRefused:
    def test_a_form_of_a_later_version(self, tmp_path: Path, opening: object) -> None:
        with closing(open_store(tmp_path)):
            pass
        with closing(sqlite3.connect(file_in(tmp_path))) as raw:
            raw.execute("PRAGMA user_version = 99")
        before = file_in(tmp_path).read_bytes()
        assert "更新版本" in self.refusal(opening, tmp_path)
        assert file_in(tmp_path).read_bytes() == before

    def test_something_else(self, tmp_path: Path, opening: object) -> None:
        file_in(tmp_path).parent.mkdir()
        file_in(tmp_path).write_bytes(b"a text that is longer than the head of a store" * 20)
        assert self.refusal(opening, tmp_path) == "这个文件不是发送记录"

    def refusal(self, opening: object, folder: Path) -> str:
        assert callable(opening)
        with pytest.raises(StoreWrong) as wrong:
            opening(folder)
        assert str(wrong.value.problem.place) == f"{FOLDER}/{FILE}"
        assert wrong.value.problem.accepted
        return wrong.value.problem.found


def test_where_nothing_is_kept_there_is_nothing_to_read(tmp_path: Path) -> None:
    assert open_to_read(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_page_is_said(tmp_path: Path) -> None:
    with closing(open_store(tmp_path)) as store:
        Memory(store).note_receipts({f"单位{n}": DAY for n in range(500)})
    data = bytearray(file_in(tmp_path).read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file_in(tmp_path).write_bytes(data)
    with closing(open_store(tmp_path)) as store, pytest.raises(StoreWrong, match="已损坏"):
        list(store.rows("SELECT * FROM receipt"))


class TestLock:
    def test_it_is_held_by_one_process_and_given_back_by_a_dead_one(self, tmp_path: Path) -> None:
        lock = tmp_path / "x.lock"
        assert not is_held(lock)
        holder = subprocess.Popen(
            [sys.executable, "-c", HOLD, str(lock)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        assert is_held(lock)
        waits: list[str] = []
        with pytest.raises(Busy), held(lock, 1, lambda: waits.append("x"), lambda seconds: None):
            pass
        assert waits == ["x"], "said once"
        holder.kill()
        holder.wait()
        assert not is_held(lock)
        with held(lock, 0):
            assert is_held(lock)

    def test_whoever_waits_goes_on_when_it_is_free(self, tmp_path: Path) -> None:
        lock = tmp_path / "x.lock"
        first = held(lock, 0)
        first.__enter__()

        def let_go(seconds: float) -> None:
            first.__exit__(None, None, None)

        with held(lock, 5, sleep=let_go):
            assert is_held(lock)
