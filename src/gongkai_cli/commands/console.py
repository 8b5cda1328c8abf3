"""What a command says: results on stdout, everything else on stderr, and its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from shutil import get_terminal_size
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from ..model.place import Place, Problem

OK = 0
FINDINGS = 1
WRONG_INPUT = 2
LOW_COVERAGE = 3
INTERNAL = 4

_NARROWEST = 60


class NoReader(Exception):
    """Whoever read stdout went away (``| head``)."""


def say(text: str) -> None:
    """Write a result and a line end to stdout."""
    try:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
    except BrokenPipeError as error:
        raise NoReader from error


def say_bytes(data: bytes) -> None:
    """Write a result that is a file (CSV with its BOM and line ends) to stdout, unchanged."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError as error:
        raise NoReader from error


def say_data(text: str) -> None:
    """Write a result for a program: UTF-8 in a file or a pipe, whatever the console speaks."""
    if sys.stdout.isatty():
        say(text)
    else:
        say_bytes(text.encode(errors="replace"))


def warn(text: str) -> None:
    """Write a line about the run, never a result, to stderr; what was said before stands first."""
    try:
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise NoReader from error
    sys.stderr.write(text + "\n")


def complain(problems: Iterable[Problem]) -> None:
    """Write problems to stderr in the one layout that all of them have."""
    from ..reports import problem_list

    if text := problem_list.render(problems):
        warn(text)


def stop(*reasons: Problem | str) -> NoReturn:
    """Say what is wrong with the input and end the command with exit code 2.

    A text stands for a problem of the command line.
    """
    from ..model.place import Place, Problem

    complain(
        Problem(Place("命令行"), reason) if isinstance(reason, str) else reason
        for reason in reasons
    )
    raise typer.Exit(WRONG_INPUT)


def stop_at(place: Place | str, error: OSError) -> NoReturn:
    """Say in Chinese why a file could not be read or written and end with exit code 2."""
    from ..model.place import Place
    from ..notation.files import unavailable

    stop(unavailable(error, Place(place) if isinstance(place, str) else place))


def width() -> int:
    """The width of the terminal in cells, at least 60; 80 where it is not known."""
    return max(get_terminal_size((80, 24)).columns, _NARROWEST)


def in_colour() -> bool:
    """Whether stdout is a terminal that wants colour (NO_COLOR, TERM)."""
    wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    understood = os.name != "nt" or bool(os.environ.get("WT_SESSION"))
    return wanted and understood and sys.stdout.isatty()
