"""``gongkai due``: what is late and what falls due next."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .console import OK, WRONG_INPUT, complain, say, say_bytes, say_data, width
from .request import (
    AsOfOption,
    Basis,
    BasisOption,
    ConfigOption,
    FormatOption,
    KnownOnOption,
    UnitsOption,
    WorkspaceOption,
    open_workspace,
    today,
    workspace_folder,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..assess.moved import Moved
    from ..model.assessment import Assessment

app = typer.Typer(add_completion=False, **PLAIN)


@app.command()
def due(
    units: UnitsOption = None,
    within: Annotated[
        int, typer.Option("--within", metavar="天数", min=0, help="今后多少个工作日内到期的列出")
    ] = 10,
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    format: FormatOption = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """列出已超期和即将到期的事项

    已超期的总是列出。退出码：0 已列出；2 输入有错误。
    """
    folder = workspace_folder(workspace, config)
    day = as_of or today()
    if format == "table":
        return _table(folder, config, day, known_on, basis, units or [], within)
    from .selection import chosen_units, only

    assessment, moves, _ = _assessed(folder, config, day, known_on, basis)
    assessment = only(assessment, chosen_units(assessment.catalogue, units))
    if format == "json":
        from ..reports import due_json

        say_data(due_json.render(assessment, within, moves))
    else:
        from ..reports import due_csv

        say_bytes(due_csv.render(assessment, within))
    return _end(assessment)


def _table(
    folder: Path,
    config: Path | None,
    day: date,
    known_on: date | None,
    basis: Basis,
    units: list[str],
    within: int,
) -> int:
    """Lay out the sheet of the last run where nothing has changed since, else make it anew."""
    from ..reports import due_table
    from ..sources import due_snapshot

    asked = due_snapshot.Asked(folder, config, str(day), str(known_on or ""), basis)
    sheet = due_snapshot.load(asked)
    if sheet is not None and all(name.strip() in sheet.units for name in units):
        theirs = {name for unit in units for name in sheet.units[unit.strip()]}
        say(due_table.render(sheet, width(), within, theirs))
        return OK
    from ..reports.due_sheet import sheet_of
    from .selection import chosen_units

    assessment, moves, beyond = _assessed(folder, config, day, known_on, basis)
    theirs = set(chosen_units(assessment.catalogue, units))
    sheet = sheet_of(assessment, moves)
    if not assessment.problems and beyond is not None:
        due_snapshot.keep(asked, sheet, beyond)
    say(due_table.render(sheet, width(), within, theirs))
    return _end(assessment)


def _assessed(
    folder: Path, config: Path | None, day: date, known_on: date | None, basis: Basis
) -> "tuple[Assessment, list[Moved], tuple[Path, ...] | None]":
    """The assessment, what its own holiday notices moved, and the files that lie elsewhere."""
    from msgspec import structs

    from ..assess import assess
    from ..assess.moved import moved
    from ..calendar import load_calendar

    opened = open_workspace(folder, config, known_on)
    assert opened.facts is not None, "open_workspace stops where there are none"
    found = assess(opened.facts, as_of=day, basis=basis, today=today())
    moves: list[Moved] = []
    if found.calendar_local:
        shipped = structs.replace(opened.facts, calendar=load_calendar((), known_on))
        moves = list(moved(assess(shipped, as_of=day, basis=basis, today=today()), found))
    return found, moves, opened.beyond


def _end(assessment: "Assessment") -> int:
    from ..model.place import errors

    complain(assessment.problems)
    return WRONG_INPUT if errors(assessment.problems) else OK
