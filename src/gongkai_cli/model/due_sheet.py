"""The list of what is open on a day, in plain values: counted, worded, ready to be laid out.

Plain tuples of texts and numbers, because a sheet is kept as JSON between two runs and is laid out
without loading anything else of the program.
"""

from typing import NamedTuple


class DueRow(NamedTuple):
    """One open thing, or one for which no date can be given.

    ``part`` is ``late``, ``coming`` or ``undated``; ``near`` says that it is shown whatever window
    is asked for, else ``left`` is its number of working days. ``texts`` and ``assumed`` are pairs:
    a label, or what is assumed of what, and a text.
    """

    part: str
    near: bool
    left: int | None
    units: list[str]
    due: str
    left_words: str
    duty: str
    texts: list[tuple[str, str]]
    assumed: list[tuple[str, str]]


class DueSheet(NamedTuple):
    """Everything open, the earliest date first.

    ``units`` maps every name that a unit is called by to the names of it and of its sections.
    ``outside`` holds, for each thing that the ledger's time does not cover, the units it is of;
    ``moved`` what has another date because of the holiday notices of the workspace, in words, each
    with its units.
    """

    body: str
    as_of: str
    units: dict[str, list[str]]
    rows: list[DueRow]
    rules: list[tuple[str, str]]
    outside: list[list[str]]
    moved: list[tuple[list[str], str]]
    assumed: list[tuple[str, str]]
