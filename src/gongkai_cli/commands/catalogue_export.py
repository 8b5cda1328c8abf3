"""``gongkai catalogue export``: the official form of a catalogue, to be published as it is."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.place import Place, Problem
from .console import say, say_bytes, stop, stop_at, warn
from .request import CatalogueFileOption, ConfigOption, WorkspaceOption, format_option, today

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..reports.annex_form import AnnexForm

FORMATS = ("docx", "xlsx", "md")


def export(
    to: Annotated[
        str | None,
        format_option(
            *FORMATS, name="--to", help="文件格式；默认按 -o 的扩展名，没有 -o 时为 docx"
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件",
            help="写到这个文件；默认以目录名称为文件名，md 默认只显示",
        ),
    ] = None,
    file: CatalogueFileOption = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> None:
    """把目录排成正式的表格（.docx、.xlsx、.md），可直接公布

    栏名、顺序、各格都照印本，错字、空白不改；因合并而空白的格恢复合并（md 没有合并，写成空白）。
    正文条文设的事项不在表中，不排入，并列出编号。已有的同名文件先存一份。
    """
    from ..reports.annex_form import annex_form
    from .catalogue import asked_catalogue

    format = _format(to, output)
    catalogue = asked_catalogue(file, workspace, config)
    form = annex_form(catalogue)
    if form is None:
        found = "目录中没有表中的行，都是条文设的事项"
        stop(Problem(Place(catalogue.file), found, "至少一个不写“条文”的事项"))
    render, holds = _writer(format)
    _note(form, holds, format)
    data = render(form)
    if format == "md" and output is None:
        say_bytes(data)
        return
    from .papers import file_name, written

    name = file_name(f"{form.title}.{format}")
    path = Path(name) if output is None else output / name if output.is_dir() else output
    try:
        say(written(path, data, today()))
    except OSError as error:
        stop_at(str(path), error)


def _format(to: str | None, output: Path | None) -> str:
    """The format asked for by name or by the ending of the file; the two must agree."""
    ending = output.suffix.lower().lstrip(".") if output and not output.is_dir() else None
    format = to or (ending if ending in FORMATS else "docx" if ending is None else None)
    if format is None or (ending is not None and ending != format):
        accepted = "、".join(f".{each}" for each in ((to,) if to else FORMATS))
        found = f"“{output.name if output else ''}”的扩展名与格式不符"
        stop(Problem(Place("-o"), found, f"扩展名为 {accepted} 的文件名，或已有的文件夹"))
    return format


def _writer(format: str) -> "tuple[Callable[[AnnexForm], bytes], Callable[[str], bool]]":
    if format == "docx":
        from ..reports import catalogue_export_docx as writer
    elif format == "xlsx":
        from ..reports import catalogue_export_xlsx as writer  # type: ignore[no-redef]
    else:
        from ..reports import catalogue_export_md as writer  # type: ignore[no-redef]
    return writer.render, writer.holds


def _note(form: "AnnexForm", holds: "Callable[[str], bool]", format: str) -> None:
    """Say what does not stand in the file as it does in the catalogue."""
    if form.left_out:
        ids = "、".join(duty.id for duty in form.left_out)
        warn(f"条文设的{len(form.left_out)}个事项不在表中，没有排入：{ids}")
    for line in _doubtful(form, holds, format):
        warn(line)


def _doubtful(form: "AnnexForm", holds: "Callable[[str], bool]", format: str) -> "Iterator[str]":
    from ..sources.annex.cleaning import debris

    for number, row in enumerate(form.rows, 1):
        for heading, cell in zip(form.headings, row, strict=True):
            if left := debris(cell):
                yield f"第{number}行“{heading}”照印本写有转换残迹“{left}”，公布前请核对"
            if not holds(cell):
                yield f"第{number}行“{heading}”有 .{format} 写不下的字符或长度，有改动，请核对"
