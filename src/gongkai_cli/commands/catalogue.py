"""``gongkai catalogue``: the catalogue shown, linted, compared, and its JSON Schema."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..data_files import data_folder
from ..model.duty import Catalogue
from ..model.finding import Severity
from .catalogue_export import export
from .catalogue_import import import_
from .console import FINDINGS, OK, WRONG_INPUT, complain, say, say_data, stop, stop_at, width
from .request import (
    AsOfOption,
    CatalogueFileOption,
    ConfigOption,
    WorkspaceOption,
    format_option,
    open_workspace,
    spelled,
    today,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..checks.catalogue_rules import Papers

app = typer.Typer(add_completion=False, help="查看、检查、比较主动公开基本目录", **PLAIN)

SHIPPED = "catalogue.yaml"
_SEVERITIES = {severity.value: severity.ascii for severity in Severity}

TwoFormatsOption = Annotated[str, format_option("table", "json")]


@app.command()
def show(
    file: CatalogueFileOption = None,
    format: TwoFormatsOption = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """显示目录：单位、事项、时限、推定

    json 格式另有每条时限的读法和每一行印本的原样单元格。
    """
    catalogue = asked_catalogue(file, workspace, config)
    if format == "json":
        from ..reports import catalogue_json

        say_data(catalogue_json.render(catalogue))
    else:
        from ..reports import catalogue_table

        say(catalogue_table.render(catalogue, width()))


@app.command()
def lint(
    file: CatalogueFileOption = None,
    as_of: AsOfOption = None,
    fail_on: Annotated[
        str,
        spelled("--fail-on", spellings=_SEVERITIES, help="有这个程度及以上的问题时，退出码为 1"),
    ] = "高",
    format: TwoFormatsOption = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """检查目录本身：宽于法律、缺单位、缺时限、矛盾、错字

    只指出，不改正。退出码：0 没有 --fail-on 及以上的问题；1 有；2 目录不能读。
    """
    papers = _papers(asked_catalogue(file, workspace, config), as_of or today())
    from ..checks.catalogue_rules import RULES
    from ..checks.catalogue_rules import lint as find

    findings, rules = find(papers), {rule.CODE: rule for rule in RULES}
    if format == "json":
        from ..reports import catalogue_lint_json

        say_data(catalogue_lint_json.render(papers, findings, rules))
    else:
        from ..reports import catalogue_lint_table

        say(catalogue_lint_table.render(papers, findings, rules, width()))
    heaviest = Severity(fail_on).rank
    return FINDINGS if any(each.severity.rank <= heaviest for each in findings) else OK


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="原目录", help="目录文件", show_default=False)],
    new: Annotated[Path, typer.Argument(metavar="新目录", help="目录文件", show_default=False)],
    format: TwoFormatsOption = "table",
) -> None:
    """比较两份目录：新增、取消、改名、换单位、改时限的事项

    只换了编号的事项不算改动；时限只换了字样、读法相同的，会注明。
    """
    from ..editions.changes import changes

    before, after = read_file(old), read_file(new)
    found = changes(before, after)
    if format == "json":
        from ..reports import catalogue_diff_json

        say_data(catalogue_diff_json.render(before, after, found))
    else:
        from ..reports import catalogue_diff_table

        say(catalogue_diff_table.render(before, after, found, width()))


app.command("import")(import_)
app.command()(export)


@app.command()
def schema() -> None:
    """输出目录文件的 JSON Schema，供编辑器补全和检查

    与 catalogue.yaml 放在同一个文件夹，文件首行写
    # yaml-language-server: $schema=./catalogue.schema.json
    """
    say_data((data_folder() / "catalogue.schema.json").read_text(encoding="utf-8"))


def asked_catalogue(file: Path | None, workspace: Path | None, config: Path | None) -> Catalogue:
    """The catalogue asked for, else that of the workspace, else the one that ships.

    Where it cannot be used, everything wrong is said and the command ends with exit code 2.
    """
    from ..sources.folders import find_workspace

    if file is None and (workspace or config or find_workspace(Path.cwd())):
        facts = open_workspace(workspace, config, ledger=False).facts
        assert facts is not None, "open_workspace stops where there are none"
        return facts.catalogue
    return read_file(file) if file else _read(data_folder() / SHIPPED, SHIPPED)


def read_file(path: Path) -> Catalogue:
    """The catalogue in a file; what is wrong with it ends the command with exit code 2."""
    return _read(path, str(path))


def _read(path: Path, name: str) -> Catalogue:
    from ..sources.catalogue.catalogue_yaml import read_catalogue

    try:
        data = path.read_bytes()
    except OSError as error:
        stop_at(name, error)
    catalogue, problems = read_catalogue(data, name)
    complain(problems)
    if catalogue is None:
        raise typer.Exit(WRONG_INPUT)
    return catalogue


def _papers(catalogue: Catalogue, as_of: date) -> "Papers":
    """The catalogue beside the law that ships with the program."""
    from ..checks.catalogue_rules import Papers
    from ..sources.catalogue.statutes_yaml import (
        read_cycles,
        read_heads,
        read_statutes,
        read_tags,
    )

    data, name = (data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml"
    statutes, wrong_statutes = read_statutes(data, name)
    cycles, wrong_cycles = read_cycles(data, name)
    heads, wrong_heads = read_heads(data, name)
    tags, wrong_tags = read_tags(data, name)
    problems = (*wrong_tags, *wrong_statutes, *wrong_cycles, *wrong_heads)
    if problems:
        stop(*dict.fromkeys(problems))
    return Papers(
        catalogue=catalogue,
        statutes=tuple(each for each in statutes if each.binds(catalogue.body)),
        cycles=cycles,
        heads=heads,
        tags=tags,
        as_of=as_of,
    )
