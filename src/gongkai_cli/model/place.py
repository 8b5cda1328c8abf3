"""Where a fact was written, and what is wrong with it there."""

from enum import StrEnum

from msgspec import Struct


class Place(Struct, frozen=True):
    """A spot in a file that somebody wrote: a line and column, or a sheet and cell.

    ``line`` and ``column`` count from 1.

    >>> str(Place("catalogue.yaml", line=112, column=9))
    'catalogue.yaml:112:9'
    >>> str(Place("台账.xlsx", sheet="信息台账", cell="F37"))
    '台账.xlsx!信息台账!F37'
    """

    file: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None
    cell: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        return ":".join(str(part) for part in (self.file, self.line, self.column) if part)


class Weight(StrEnum):
    """How much a problem matters to whoever reads the file."""

    ERROR = "error"
    """The input is wrong there: exit code 2."""
    NOTE = "note"
    """Something was passed over and is said so (a hidden row, a lock file)."""


class Problem(Struct, frozen=True):
    """One thing wrong in one place: a value that a reader hands on, never an exception.

    ``found`` says what stands there; ``accepted`` what would be right; ``nearest`` the closest
    valid value where there is one. ``subject`` names the record that the place belongs to.
    """

    place: Place
    found: str
    accepted: str | None = None
    nearest: str | None = None
    weight: Weight = Weight.ERROR
    subject: str | None = None


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems that make the input wrong, without the notes."""
    return tuple(problem for problem in problems if problem.weight is Weight.ERROR)
