"""``gongkai due``: what is late and what falls due next."""

from typing import Annotated

import typer

from ..model.place import errors
from .console import OK, WRONG_INPUT, complain, say, say_bytes, say_data, width
from .request import (
    AsOfOption,
    BasisOption,
    ConfigOption,
    FormatOption,
    KnownOnOption,
    UnitsOption,
    WorkspaceOption,
    open_facts,
    today,
)
from .selection import chosen_units, only
from .shell import PLAIN

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
    facts = open_facts(workspace, config, known_on)
    chosen = chosen_units(facts.catalogue, units)
    from ..assess import assess

    assessment = only(assess(facts, as_of=as_of or today(), basis=basis), chosen)
    if format == "json":
        from ..reports import due_json

        say_data(due_json.render(assessment, within))
    elif format == "csv":
        from ..reports import due_csv

        say_bytes(due_csv.render(assessment, within))
    else:
        from ..reports import due_table

        say(due_table.render(assessment, width(), within))
    complain(assessment.problems)
    return WRONG_INPUT if errors(assessment.problems) else OK
