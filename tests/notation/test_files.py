"""Files that cannot be had: why, in Chinese, and which one was meant."""

import errno
from pathlib import Path

import pytest

from gongkai_cli.model.place import Place
from gongkai_cli.notation.files import nearest_path, unavailable


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, 9999])
def test_why_is_said_in_chinese_with_what_to_do(number: int) -> None:
    problem = unavailable(OSError(number, "in English"), Place("a.xlsx"))
    assert "English" not in problem.found
    assert any("一" <= letter <= "鿿" for letter in problem.found)
    assert problem.accepted


def test_a_folder_that_windows_calls_forbidden(tmp_path: Path) -> None:
    problem = unavailable(PermissionError(errno.EACCES, "", str(tmp_path)), Place("台账"))
    assert problem.found == "这是文件夹，不是文件"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with two files of the ledger, one of them open in Excel."""
    for name in ("台账/信息台账.csv", "台账/~$栏目.csv", "台账/栏目.csv", "gongkai.yaml", ".台账"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("台账/信息台帐.csv", "台账/信息台账.csv"),
        ("台账/栏木.csv", "台账/栏目.csv"),
        ("台帐/栏目.csv", "台账/栏目.csv"),
        ("台帐/另一张.csv", "台账"),
        ("台帐", "台账"),
        ("台账/栏目.xlsx", "台账/栏目.csv"),
        ("没有/一点/影子.xlsx", None),
        ("目录.yaml", None),
    ],
)
def test_the_file_that_was_meant(workspace: Path, name: str, meant: str | None) -> None:
    assert nearest_path(name, workspace) == meant


def test_it_is_written_as_the_wrong_one_is(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = workspace.as_posix()
    assert nearest_path(f"{whole}/台帐", Path("别处")) == f"{whole}/台账"
    monkeypatch.chdir(workspace)
    assert nearest_path("台帐/栏目.csv") == "台账/栏目.csv"
    missing = FileNotFoundError(errno.ENOENT, "", "台账/信息台帐.csv")
    assert unavailable(missing, Place("a")).nearest == "台账/信息台账.csv"
