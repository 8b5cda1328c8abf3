"""``gongkai plan``: the last day of each inner step, backwards from the first date to keep."""

from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from ..calendar import YearNotAnnounced
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
from .when import DutyArgument, TitleOption, duty_called, stop_beyond_reach

if TYPE_CHECKING:
    from ..assess.prospects import Prospects

app = typer.Typer(add_completion=False, **PLAIN)


@app.command()
def plan(
    name: DutyArgument,
    day: DayArgument,
    title: TitleOption = None,
    known_on: KnownOnOption = None,
    basis: BasisOption = "从严",
    format: Annotated[str, format_option("table", "json")] = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """从到期日倒排内部各步的最后一日

    日期是信息形成或变更的那一天；各步从最早的建议完成日往前排，只排一定上班的日子。

    各步和所需的工作日写在 gongkai.yaml 的“流程”里，没有写的用推定的流程。
    """
    stop_beyond_reach(day)
    opened = open_workspace(workspace, config, known_on, ledger=False)
    assert opened.facts is not None, "open_workspace stops where there are none"
    assert opened.config is not None, "without a configuration there are no facts"
    from ..assess import plan as planning
    from ..assess.prospects import prospects

    duty, calendar = duty_called(name, opened.facts, day), opened.facts.calendar
    ahead = prospects(opened.facts, duty, day, title=title, basis=basis)
    try:
        made = planning.plan(ahead, opened.config.steps, calendar)
    except YearNotAnnounced as unknown:
        stop(Problem(Place("日期"), f"倒排到了不能计算的年份：{unknown.lacking}", unknown.to_do))
    if made is None:
        _nothing(ahead)
    if format == "json":
        from ..reports import plan_json

        say_data(plan_json.render(made, calendar))
    else:
        from ..reports import plan_table

        say(plan_table.render(made, calendar, width()))


def _nothing(ahead: "Prospects") -> NoReturn:
    """Say why the duty has no date from which steps could be counted backwards."""
    whys = "；".join(f"{each.wording}：{each.why}" for each in ahead.undated) or "没有适用的时限"
    found = f"“{ahead.duty.title}”没有可以倒排的到期日（{whys}）"
    stop(Problem(Place("事项"), found, "有到期日的事项；先用 gongkai when 查看"))
