"""Where passwords may be kept, and that nobody gets to see them."""

import os
from pathlib import Path

import pytest

from gongkai_cli.model.reminding import PasswordSource
from gongkai_cli.reminders.password import Password, read_password
from gongkai_cli.reminders.transport import Unreachable

SECRET = "s3cret-Wort"
IN_FILE = PasswordSource(file="口令")


def put(folder: Path, text: bytes = SECRET.encode(), mode: int = 0o600) -> Path:
    path = folder / "口令"
    path.write_bytes(text)
    path.chmod(mode)
    return path


def test_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GONGKAI_SMTP_PASSWORD", SECRET)
    source = PasswordSource(variable="GONGKAI_SMTP_PASSWORD")
    assert read_password(source, tmp_path).reveal() == SECRET


@pytest.mark.parametrize("text", [SECRET, SECRET + "\n", SECRET + "\r\nmore", "\ufeff" + SECRET])
@pytest.mark.parametrize("mode", [0o600, 0o400])
def test_from_a_file_that_only_we_can_read(tmp_path: Path, text: str, mode: int) -> None:
    put(tmp_path, text.encode(), mode)
    assert read_password(IN_FILE, tmp_path).reveal() == SECRET


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell who may read a file")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o610, 0o777])
def test_a_file_that_others_can_open_is_refused(tmp_path: Path, mode: int) -> None:
    put(tmp_path, mode=mode)
    assert f"权限 {mode:o}" in refusal(tmp_path)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_somebody_else_is_refused(tmp_path: Path) -> None:
    os.chown(put(tmp_path), 12345, -1)
    assert "不属于运行程序的用户" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "口令", 0o600)
    assert "不是普通文件" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "没有口令"),
        (b"\nsecond line", "没有口令"),
        ("密码".encode(), "ASCII 以外"),
        (b"a\x07b", "控制字符"),
        (b"\xff\xfe\x00", "不是文本文件"),
    ],
)
def test_a_file_without_a_usable_password(tmp_path: Path, text: bytes, why: str) -> None:
    put(tmp_path, text)
    assert why in refusal(tmp_path)


def test_no_file_and_no_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有这个文件" in refusal(tmp_path)
    monkeypatch.delenv("GONGKAI_NOT_SET", raising=False)
    assert "环境变量 GONGKAI_NOT_SET 中没有口令" in refusal(
        tmp_path, PasswordSource(variable="GONGKAI_NOT_SET")
    )


def refusal(folder: Path, source: PasswordSource = IN_FILE) -> str:
    with pytest.raises(Unreachable) as stopped:
        read_password(source, folder)
    assert stopped.value.lasting
    assert stopped.value.__cause__ is None
    return stopped.value.reason


def test_it_shows_itself_to_nobody() -> None:
    password = Password(SECRET)
    assert SECRET not in f"{password} {password!r} {[password]}"
    assert password.blot(f"535 no such user, password {SECRET}") == "535 no such user, password …"
