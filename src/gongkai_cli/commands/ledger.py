"""``gongkai ledger``: an empty ledger to fill in, and a check of how a ledger is read."""

from pathlib import Path
from typing import Annotated

import typer

from ..model.place import Place, Problem, errors
from .console import OK, WRONG_INPUT, say, say_data, stop, stop_at, width
from .request import ConfigOption, WorkspaceOption, format_option, open_workspace
from .shell import PLAIN

app = typer.Typer(add_completion=False, help="生成台账模板，检查台账", **PLAIN)

_TEMPLATE = Path("台账模板.xlsx")


@app.command()
def template(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="文件", help="写到哪个文件；已有的文件不会改动"),
    ] = _TEMPLATE,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """生成台账模板（.xlsx）

    事项和责任单位可以从下拉列表中选，选项来自工作区的目录；“栏目”表已列出每个应有的栏目。
    """
    if output.suffix.lower() != ".xlsx":
        stop(Problem(Place(str(output)), "台账模板只能写成 .xlsx", "扩展名为 .xlsx 的文件名"))
    facts = open_workspace(workspace, config, ledger=False).facts
    assert facts is not None, "open_workspace stops where there are none"
    from ..reports import ledger_template

    data = ledger_template.render(facts.catalogue)
    try:
        with output.open("xb") as file:
            file.write(data)
    except FileExistsError:
        stop(Problem(Place(str(output)), "文件已经存在，没有改动", "用 -o 写另一个文件名"))
    except OSError as error:
        stop_at(str(output), error)
    say(f"已生成 {output}\n填好后用 gongkai ledger check {output} 检查")


@app.command()
def check(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[文件…]", help="文件或文件夹；默认工作区的台账", show_default=False
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
    format: Annotated[str, format_option("table", "json")] = "table",
) -> int:
    """读台账，列出认得的列、读入的行和每一处错误，不作核查

    有错误时退出码为 2。
    """
    from msgspec import structs

    from ..reports import ledger_reading
    from ..sources.ledger import survey_ledger
    from ..sources.workspace import ledger_paths, without_file

    opened = open_workspace(workspace, config, ledger=False)
    assert opened.facts is not None, "open_workspace stops where there are none"
    assert opened.config is not None, "without a configuration there are no facts"
    problems: list[Problem] = []
    paths, root = files, None
    if not paths:
        paths, root = list(ledger_paths(opened.config, opened.folder, problems)), opened.folder
    others = [each.catalogue for each in reversed(opened.facts.editions[:-1])]
    survey = survey_ledger(paths, opened.facts.catalogue, opened.config.covers_from, root, others)
    every = (*problems, *survey.ledger.problems)
    every += () if files else tuple(without_file(opened.config, survey.ledger, every))
    survey = structs.replace(survey, ledger=structs.replace(survey.ledger, problems=every))
    if format == "json":
        say_data(ledger_reading.render_json(survey))
    else:
        say(ledger_reading.render(survey, width()))
    return WRONG_INPUT if errors(every) else OK
