"""Every mistake is answered in its exact words, with exit code 2, and nothing is touched."""

import re
from pathlib import Path

import pytest

from .cases import BASE, GROUPS, HERE, Case, every_case, lay_out, run, run_apart
from .messages import Told, told
from .page import PAGE, page

CASES = every_case()
_FIRST = [next(case for case in CASES if case.name.startswith(group)) for group in GROUPS]
_ASKED = re.compile(
    r"命令行|标准输入|对象|事项|文档|参数“.+”|--?[a-z-]+|环境变量 [A-Z_]+|‹当前文件夹›"
)
_NOTE = re.compile("未读入|按合并区|请对照原文")
_NAMES = {"Excel", "WPS", "Word", "Tab", "UTF", "MB", "yaml", "xlsx", "xls", "csv", "gongkai"} | {
    "chmod",
    "chown",
}


def named(case: Case) -> str:
    return case.name


every = pytest.mark.parametrize("case", CASES, ids=named)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds the workspace, and all that a program may think is its own place."""
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        folder = tmp_path / name
        folder.mkdir()
        monkeypatch.setenv(name, str(folder))
    return tmp_path


@every
def test_a_mistake_is_answered_in_its_words(case: Case, at_home: Path) -> None:
    workspace = lay_out(case, at_home / "workspace")
    before = contents(at_home)
    outcome = run(case, workspace)
    assert outcome.stderr == case.message
    assert outcome.code == 2
    assert "Traceback" not in outcome.stdout + outcome.stderr
    assert contents(at_home) == before


@pytest.mark.parametrize("case", _FIRST, ids=named)
def test_a_process_of_its_own_answers_the_same(case: Case, at_home: Path) -> None:
    workspace = lay_out(case, at_home / "workspace")
    before = contents(at_home)
    outcome = run_apart(case, workspace)
    assert (outcome.code, outcome.stderr) == (2, case.message)
    assert contents(at_home) == before


@every
def test_a_message_names_the_file_or_the_word_of_the_command(case: Case, tmp_path: Path) -> None:
    workspace = lay_out(case, tmp_path / "workspace")
    for each in told(case.message):
        assert (workspace / each.file).exists() or each.file in case.command or asked(each)


@every
def test_an_error_says_what_would_be_right_and_a_note_passes_something_over(case: Case) -> None:
    assert told(case.message)
    for each in told(case.message):
        assert "应为" in each.labels or _NOTE.search(each.found)


@every
def test_a_message_is_in_chinese(case: Case) -> None:
    written = f"{case.command} {' '.join(map(str, case.files))} " + "".join(
        (case.folder / name).read_text(encoding="utf-8", errors="ignore") for name in case.files
    )
    for each in told(case.message):
        words = re.findall("[A-Za-z]{2,}", each.found)
        assert not [word for word in words if word not in written and word not in _NAMES]


def asked(each: Told) -> bool:
    return _ASKED.fullmatch(each.file) is not None


def test_the_right_files_are_right(tmp_path: Path) -> None:
    """Else a case would show two mistakes."""
    case = next(case for case in CASES if case.command == "gongkai check")
    workspace = lay_out(case, tmp_path / "workspace")
    for name in case.files:
        (workspace / name).unlink()
    for path in BASE.rglob("*"):
        if path.is_file():
            (workspace / path.relative_to(BASE)).write_bytes(path.read_bytes())
    outcome = run(case, workspace)
    assert (outcome.code, outcome.stderr) == (0, "")


def test_every_folder_is_a_case_of_a_known_kind() -> None:
    folders = {path for path in HERE.glob("*/*") if path.is_dir() and path.parent != BASE}
    folders = {path for path in folders if path.parent.name != "__pycache__"}
    assert folders == {case.folder for case in CASES}


def test_the_page_is_up_to_date() -> None:
    """After a change: ``python -m tests.errors.page``."""
    assert PAGE.read_text(encoding="utf-8") == page()
