"""A table as a CSV file that Excel and WPS open by a double click, and that runs nothing."""

from collections.abc import Iterable, Sequence
from datetime import date

from ..model.deadline import Clock, Deadline
from ..notation.formula_guard import harmless
from .columns import one_line

__all__ = ["CLOCK", "DEADLINE", "Cell", "clock_cells", "deadline_cells", "harmless", "render"]

Cell = str | int | date | None
CLOCK = ("时限", "依据", "性质")
DEADLINE = ("起算日", "到期日", "建议完成日", "最早到期", "最晚到期")


def render(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with BOM and CRLF, one line a row; an absent value is an empty cell."""
    import csv
    import io

    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def clock_cells(clock: Clock | None, *, broken: bool) -> tuple[Cell, ...]:
    """The cells under ``CLOCK``: wording, what sets it, its rank or the word for breaking it."""
    if clock is None:
        return (None,) * len(CLOCK)
    rank = clock.authority.breach if broken else clock.authority.label
    return clock.wording, clock.basis, rank


def deadline_cells(deadline: Deadline | None) -> tuple[Cell, ...]:
    """The cells under ``DEADLINE``."""
    if deadline is None:
        return (None,) * len(DEADLINE)
    return deadline.trigger, deadline.due, deadline.aim, deadline.earliest, deadline.latest


def _written(cell: Cell) -> str:
    return "" if cell is None else harmless(one_line(str(cell)))
