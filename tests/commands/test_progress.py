"""A sign of life: only for something long, and only for somebody who watches."""

import sys
from pathlib import Path

import pytest

from gongkai_cli.commands.progress import reading


@pytest.mark.parametrize(
    ("size", "watched", "said"),
    [(1_200_000, True, True), (1_200_000, False, False), (1_000, True, False)],
)
def test_it_is_said_that_a_large_ledger_is_read(
    size: int,
    watched: bool,
    said: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "台账").mkdir()
    (tmp_path / "台账" / "信息台账.csv").write_bytes(b"x" * size)
    (tmp_path / "别的.pdf").write_bytes(b"x" * 2_000_000)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: watched)
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    with reading(tmp_path):
        pass
    out, err = capsys.readouterr()
    assert out == ""
    assert ("正在读取台账（1 MB）" in err) is said
