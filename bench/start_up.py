"""A unit's list of what is due against a Typer program that does nothing, as whole processes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from .ratio import Ratio, paired_ratio

_ROOT = Path(__file__).parents[1]
_NOTHING = """\
import typer
app = typer.Typer()
@app.command()
def main() -> None: pass
app()
"""
_DUE = ("due", "--unit", "政工室", "-w", "examples/yanzhou", "--as-of", "2024-07-25")


def run() -> Iterator[Ratio]:
    """The list of 政工室 on the example: asked for again, and for the first time."""
    with TemporaryDirectory() as folder:
        nothing = Path(folder) / "nothing.py"
        nothing.write_text(_NOTHING, encoding="utf-8")
        idle = _process(str(nothing))
        again = _process("-c", _main(*_DUE))
        again()
        yield Ratio(
            "due, asked again / an idle Typer program", paired_ratio(again, idle), 1.3, at_most=True
        )
        kept = _ROOT / "examples" / "yanzhou" / ".gongkai"

        def anew() -> None:
            shutil.rmtree(kept, ignore_errors=True)
            again()

        yield Ratio("due, everything read / an idle Typer program", paired_ratio(anew, idle))
    add = _process("-c", _main("days", "add", "2024-06-27", "20"))
    yield Ratio("days add / due, asked again", paired_ratio(add, again))


def _main(*arguments: str) -> str:
    return f"import sys; from gongkai_cli.commands import main; sys.exit(main({list(arguments)!r}))"


def _process(*arguments: str) -> Callable[[], None]:
    """A run of Python in the folder of the project, its output read and thrown away."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def call() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=_ROOT,
            env=environment,
            stdout=subprocess.DEVNULL,
            check=True,
        )

    return call
