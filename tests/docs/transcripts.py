"""The transcripts of the documents: every one was printed by the program, and is printed again.

A block fenced as ``console`` holds commands (``$ gongkai …``) and what they print; a line ``…``
stands for any number of lines. ``python -m tests.docs.transcripts`` writes what is printed now into
blocks without such a line.
"""

import contextlib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from gongkai_cli.commands import main

ROOT = Path(__file__).parents[2]
PAGES = sorted((*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")))
CUT = "…"
TODAY = "2026-11-24"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Run(NamedTuple):
    """One command of a block and the lines that follow it."""

    page: str
    command: str
    printed: list[str]


def blocks(page: Path) -> Iterator[list[Run]]:
    """The commands of each block of a page."""
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        runs: list[Run] = []
        for line in block.group(1).splitlines():
            if line.startswith("$ "):
                runs.append(Run(page.name, line[2:], []))
            else:
                runs[-1].printed.append(line)
        yield runs


def every_run() -> list[Run]:
    """Every command of every page that runs this program."""
    return [
        run
        for page in PAGES
        for block in blocks(page)
        for run in block
        if run.command.startswith("gongkai ")
    ]


def printed_by(command: str) -> list[str]:
    """What a command prints, on a terminal of 80 columns, in the folder of the project."""
    out = io.StringIO()
    environment = {"COLUMNS": "80", "GONGKAI_TODAY": TODAY}
    with (
        contextlib.chdir(ROOT),
        mock.patch.dict(os.environ, environment),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(out),
    ):
        main(shlex.split(command)[1:])
    return out.getvalue().rstrip("\n").split("\n")


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether the lines of a page are those that are printed, cuts allowed."""
    lines = ("(?:.*\n)*" if line == CUT else re.escape(line) + "\n" for line in shown)
    return re.fullmatch("".join(lines), "".join(f"{line}\n" for line in printed)) is not None


def rewrite(page: Path) -> None:
    """Put what is printed now into the blocks of a page that are not cut."""

    def fresh(block: re.Match[str]) -> str:
        lines: list[str] = []
        if f"\n{CUT}\n" in block.group(0):
            return block.group(0)
        for command in re.findall(r"^\$ (.*)$", block.group(1), re.MULTILINE):
            lines.append(f"$ {command}")
            if command.startswith("gongkai "):
                lines += printed_by(command)
        return "\n".join(("```console", *lines, "```"))

    text = page.read_text(encoding="utf-8")
    page.write_text(_BLOCK.sub(fresh, text), encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or [str(page) for page in PAGES]:
        rewrite(Path(name))
