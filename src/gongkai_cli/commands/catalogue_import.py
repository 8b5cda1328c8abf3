"""``gongkai catalogue import``: a printed table of duties into a catalogue file."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .console import OK, WRONG_INPUT, complain, say, say_data, stop, stop_at, warn
from .request import format_option, today

if TYPE_CHECKING:
    from ..model.draft import Draft
    from ..reports.catalogue_text import Given

REPORT_ENDING = ".推定.md"


def import_(
    file: Annotated[Path, typer.Argument(metavar="文件", show_default=False)],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="目录文件", help="写到这个文件；默认只显示"),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="-o 的文件已有时，只改文件变了的地方，保留注释、编号和手写的推定"
        ),
    ] = False,
    body: Annotated[
        str | None, typer.Option("--body", metavar="机关", help="文件没有写明机关时写在这里")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="目录名称", help="文件没有标题时写在这里")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="文号", help="文件没有文号时写在这里")
    ] = None,
    format: Annotated[str, format_option("table", "json")] = "table",
) -> int:
    """读主动公开目录的表格，写成目录文件，列出所有推定

    文件是 .docx、.xlsx、.csv、.md、保存的网页，或从 Word 复制出来的文字（.txt）。
    写目录文件时，旁边另有一份“推定”报告（.推定.md）：哪些格是按合并填的、哪些字样读不懂、
    哪些单位拆不开、哪些表没有读入。读不懂的时限照原样保留，标“读法: 未读”，按未能核查。
    """
    from ..reports.catalogue_text import Given
    from ..sources.annex import read_annex
    from ..sources.tables import read_tables

    if output is None and update:
        _stop_at_update()
    grids, problems = read_tables(file, file.name)
    complain(problems)
    if not grids:
        return WRONG_INPUT
    draft, wrong = read_annex(grids, file.name)
    if draft is None:
        complain(wrong)
        return WRONG_INPUT
    given = Given(title=title, body=body, source=source, file=file.name)
    if not (body or draft.body):
        _ask_for_body(file.name)
    if output is None:
        return _shown(draft, given, format)
    if update and output.exists():
        return _updated(draft, given, output, format)
    if output.exists():
        stop_existing(output)
    return _written(draft, given, output, format)


def stop_existing(path: Path) -> None:
    """End the command: a file that people work on is not written over."""
    from ..model.place import Place, Problem

    stop(
        Problem(
            Place(str(path)),
            "已有这个文件",
            "加上 --update，只改文件变了的地方；或换一个名称（-o）",
        )
    )


def _stop_at_update() -> None:
    from ..model.place import Place, Problem

    found, accepted = "写了“--update”，没有写更新哪个文件", "-o catalogue.yaml --update"
    stop(Problem(Place("命令行"), found, accepted))


def _ask_for_body(name: str) -> None:
    from ..model.place import Place, Problem

    accepted = "用 --body 写明，如 --body 某县公安局"
    stop(
        Problem(Place(name), "没有读到编制目录的机关：表格上面没有“某某机关…目录”的标题", accepted)
    )


def _shown(draft: "Draft", given: "Given", format: str) -> int:
    from ..reports import import_report
    from ..reports.catalogue_text import render

    if format == "json":
        say_data(import_report.machine(draft))
        return OK
    say_data(render(draft, given))
    warn(import_report.render(draft))
    return OK


def _written(draft: "Draft", given: "Given", output: Path, format: str) -> int:
    from ..reports.catalogue_text import render

    data = render(draft, given).encode()
    if not _is_sound(data, output):
        return WRONG_INPUT
    _put(output, data)
    return _reported(draft, given, output, format)


def _updated(draft: "Draft", given: "Given", output: Path, format: str) -> int:
    from ..reports.catalogue_update import Unfit, updated

    try:
        data = output.read_bytes()
    except OSError as error:
        stop_at(str(output), error)
    result = updated(data, str(output), draft, given)
    if isinstance(result, Unfit):
        complain(result.problems)
        return WRONG_INPUT
    if result.data != data:
        if not _is_sound(result.data, output):
            return WRONG_INPUT
        _put(output, result.data)
    if format != "json":
        for line in result.changes:
            say(line)
        if not result.changes:
            say("与文件相同，没有改动")
    return _reported(draft, given, output, format)


def _is_sound(data: bytes, output: Path) -> bool:
    """Whether what is about to be written reads as a catalogue; else what is wrong is said."""
    from ..sources.catalogue.catalogue_yaml import read_catalogue

    catalogue, problems = read_catalogue(data, str(output))
    complain(problems)
    if catalogue is None:
        warn("没有写文件：写出来的目录有上面的错误")
    return catalogue is not None


def _put(path: Path, data: bytes) -> None:
    from .filing import put

    try:
        backup = put(path, data, today())
    except OSError as error:
        stop_at(str(path), error)
    if backup is not None:
        warn(f"原文件存为 {backup.name}")


def _reported(draft: "Draft", given: "Given", output: Path, format: str) -> int:
    from ..reports import import_report
    from .filing import put

    report = output.with_name(output.stem + REPORT_ENDING)
    try:
        put(report, import_report.markdown(draft, given.file).encode(), today())
    except OSError as error:
        stop_at(str(report), error)
    if format == "json":
        say_data(import_report.machine(draft))
        return OK
    say(import_report.render(draft))
    say(f"\n目录：{output}\n推定报告：{report}")
    return OK
