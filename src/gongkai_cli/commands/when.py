"""``gongkai when``: every date that follows from one day, before it is in the ledger."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.place import Place, Problem
from .console import say, say_data, stop, width
from .request import (
    BasisOption,
    ConfigOption,
    DayArgument,
    KnownOnOption,
    WorkspaceOption,
    format_option,
    open_workspace,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..facts import Facts
    from ..model.duty import Duty

_REACH = (1949, 2149)

app = typer.Typer(add_completion=False, **PLAIN)

DutyArgument = Annotated[str, typer.Argument(metavar="事项", show_default=False)]
TitleOption = Annotated[
    str | None,
    typer.Option("--title", metavar="标题", help="信息的标题；只算适用于它的时限"),
]


@app.command()
def when(
    name: DutyArgument,
    day: DayArgument,
    title: TitleOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    format: Annotated[str, format_option("table", "json")] = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """列出一件事由某一天起产生的全部日期

    日期是信息形成或变更的那一天（解读类事项是文件公布的那一天），不必先记入台账。

    事项用编号、名称或“类别/名称”。
    """
    stop_beyond_reach(day)
    opened = open_workspace(workspace, config, known_on, ledger=False)
    assert opened.facts is not None, "open_workspace stops where there are none"
    from ..assess.prospects import prospects

    duty = duty_called(name, opened.facts, day)
    ahead = prospects(opened.facts, duty, day, title=title, basis=basis)
    if format == "json":
        from ..reports import when_json

        say_data(when_json.render(ahead, opened.facts.calendar))
    else:
        from ..reports import when_table

        say(when_table.render(ahead, opened.facts.calendar, width()))


def duty_called(name: str, facts: "Facts", day: date) -> "Duty":
    """The duty that is meant, of the catalogue of a day.

    A name of none, or of several, ends the command with exit code 2.
    """
    from ..editions import catalogue_on
    from ..sources.ledger.cells import Unreadable
    from ..sources.ledger.names import DutyNames

    catalogue = catalogue_on(facts.catalogue, facts.editions, day)
    try:
        found = catalogue.duty(DutyNames(catalogue).read(name))
    except Unreadable as wrong:
        stop(Problem(Place("事项"), wrong.found, wrong.accepted, wrong.nearest))
    assert found is not None, "the names are those of this catalogue"
    return found


def stop_beyond_reach(day: date) -> None:
    """End the command for a day in whose neighbourhood no law or notice could be looked for."""
    first, last = _REACH
    if not first <= day.year <= last:
        stop(Problem(Place("日期"), f"不能从 {day} 推算", f"{first}年至{last}年的日期"))
