"""The cases on disk: found, laid out as a workspace, and run as a whole command."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from msgspec import Struct

from gongkai_cli.commands import main

from .workbooks import DESCRIPTION, build

HERE = Path(__file__).parent
BASE = HERE / "base"
GROUPS = (
    "catalogue",
    "config",
    "ledger",
    "workbook",
    "returned",
    "holidays",
    "notice",
    "paper",
    "form",
    "command-line",
)
"""The kinds of file that can be wrong, in the order of the page."""

TODAY = "2024-07-25"
_OWN = ("command", "about.md", "message.txt", "without", "stdin")
"""The files of a case that are not of its workspace."""
_ENVIRONMENT = {"COLUMNS": "80", "GONGKAI_TODAY": TODAY, "PYTHONIOENCODING": "utf-8"}
_WORKSPACE = "‹当前文件夹›"


class Case(Struct, frozen=True):
    """One mistake: the folder ``GROUP/NAME`` that holds it."""

    folder: Path

    @property
    def name(self) -> str:
        """Group and name."""
        return self.folder.relative_to(HERE).as_posix()

    @property
    def group(self) -> str:
        """The kind of file."""
        return self.folder.parent.name

    @property
    def command(self) -> str:
        """The line that is run, as it is typed."""
        return self._text("command").strip()

    @property
    def about(self) -> tuple[str, str]:
        """The mistake in a user's words; how it comes about and how it is mended."""
        heading, _, text = self._text("about.md").partition("\n")
        return heading.removeprefix("# ").strip(), text.strip()

    @property
    def message(self) -> str:
        """What stderr must say."""
        return self._text("message.txt")

    @property
    def stdin(self) -> bytes:
        """What the command is given to read."""
        path = self.folder / "stdin"
        return path.read_bytes() if path.exists() else b""

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are laid over the right ones, relative to the workspace."""
        every = (path.relative_to(self.folder) for path in self.folder.rglob("*") if path.is_file())
        return tuple(sorted(path for path in every if path.as_posix() not in _OWN))

    @property
    def removed(self) -> tuple[str, ...]:
        """The files of the base that this case does without."""
        path = self.folder / "without"
        return tuple(path.read_text(encoding="utf-8").split()) if path.exists() else ()

    def _text(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")


class Outcome(Struct, frozen=True):
    """How a command ended. The workspace stands as ‹当前文件夹› in what it said."""

    code: int
    stdout: str
    stderr: str


def every_case() -> tuple[Case, ...]:
    """All cases, in the order of the page."""
    return tuple(
        Case(about.parent)
        for group in GROUPS
        for about in sorted((HERE / group).glob("*/about.md"))
    )


def lay_out(case: Case, workspace: Path) -> Path:
    """The workspace of a case: the right files, those that are wrong in their place."""
    shutil.copytree(BASE, workspace)
    for removed in case.removed:
        (workspace / removed).unlink()
    for name in case.files:
        target = workspace / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if name.name.endswith(DESCRIPTION):
            build(case.folder / name, target.with_suffix(""))
        else:
            shutil.copyfile(case.folder / name, target)
    return workspace


def run(case: Case, workspace: Path) -> Outcome:
    """The command of a case in its workspace, within this process."""
    environment, arguments = _typed(case)
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(case.stdin), "utf-8")
    with (
        chdir(workspace),
        patch.dict(os.environ, environment),
        patch.object(sys, "stdin", stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main(arguments)
    return Outcome(code, *(_said(stream, workspace) for stream in (out, err)))


def run_apart(case: Case, workspace: Path) -> Outcome:
    """The command of a case as a process of its own."""
    environment, arguments = _typed(case)
    done = subprocess.run(
        [sys.executable, "-m", "gongkai_cli", *arguments],
        cwd=workspace,
        env={**os.environ, **environment},
        input=case.stdin,
        capture_output=True,
        check=False,
    )
    said = (each.decode().replace(os.linesep, "\n") for each in (done.stdout, done.stderr))
    return Outcome(done.returncode, *(_without_folder(text, workspace) for text in said))


def _typed(case: Case) -> tuple[dict[str, str], list[str]]:
    """The environment and the arguments of a line as a shell takes it."""
    words = shlex.split(case.command)
    start = words.index("gongkai")
    settings = dict(word.split("=", 1) for word in words[:start])
    arguments = words[start + 1 :]
    if "<" in arguments:
        arguments = arguments[: arguments.index("<")]
    return {**_ENVIRONMENT, **settings}, arguments


def _said(stream: io.TextIOWrapper, workspace: Path) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return _without_folder(raw.getvalue().decode(), workspace)


def _without_folder(text: str, workspace: Path) -> str:
    return text.replace(str(workspace), _WORKSPACE)
