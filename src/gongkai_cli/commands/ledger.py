"""``gongkai ledger``: an empty ledger, how one is read, and the ledger that travels to units."""

from pathlib import Path
from typing import Annotated

import typer

from ..model.place import Place, Problem, errors
from .console import OK, WRONG_INPUT, say, say_data, stop, stop_at, width
from .request import AsOfOption, ConfigOption, WorkspaceOption, format_option, open_workspace
from .shell import PLAIN

app = typer.Typer(add_completion=False, help="台账：模板、检查、下发和并入", **PLAIN)

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


@app.command()
def split(
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="目录",
            help="写到哪个文件夹；默认工作区的 下发",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """给每个单位生成一个工作簿，下发填报

    内有本单位的信息、栏目、说明和到期日。单位填好交回后，用 gongkai ledger merge 并入台账。
    """
    from .ledger_exchange import split_ledger

    return split_ledger(output, as_of, workspace, config)


@app.command()
def merge(
    folder: Annotated[
        Path, typer.Argument(metavar="目录", help="放单位交回的工作簿的文件夹", show_default=False)
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只列出会怎样并入，不写入")] = False,
    format: Annotated[str, format_option("table", "json")] = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """把单位交回的工作簿并入台账

    改动逐格写回原来的文件，先备份；两边都改了的列为冲突，台账保持原值。
    退出码：0 已并入；1 有冲突；2 输入有错误。
    """
    from .ledger_exchange import merge_ledger

    return merge_ledger(folder, dry_run, format, workspace, config)
