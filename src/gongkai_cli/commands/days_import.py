"""``gongkai days import``: the text of a holiday notice into the year's file of a workspace."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .console import OK, WRONG_INPUT, complain, say, say_data, stop, stop_at, width
from .request import (
    BadValue,
    ConfigOption,
    WorkspaceOption,
    format_option,
    read_day_argument,
    today,
    workspace_folder,
)

if TYPE_CHECKING:
    from ..model.place import Problem
    from ..sources.notice.files import Words
    from .notice_import import Filed

_FROM_STDIN = "-"


def read_number_argument(text: str) -> str:
    """The number of a notice in its one spelling; anything else ends the command."""
    from ..notation.characters import half_width, without_space
    from ..sources.notice.text.printed_dates import numbers_in

    plain = without_space(half_width(text))
    found = numbers_in(plain)
    if len(found) != 1 or found[0][1:] != (0, len(plain)):
        raise BadValue(f"不是文号：“{text}”", "如 国办发明电〔2025〕7号")
    return found[0][0]


def import_(
    file: Annotated[str, typer.Argument(metavar="文件|-", show_default=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只读出来看，不写文件")] = False,
    number: Annotated[
        str | None,
        typer.Option(
            "--number", metavar="文号", parser=read_number_argument, help="文本里没有文号时写明"
        ),
    ] = None,
    issued: Annotated[
        date | None,
        typer.Option(
            "--issued",
            metavar="日期",
            parser=read_day_argument,
            help="文本里没有印发日期时写明",
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
    format: Annotated[str, format_option("table", "json")] = "table",
) -> int:
    """读放假通知的原文，写成工作区的放假文件

    文件是粘贴的文字（.txt）、.docx 或保存的网页；写“-”时从标准输入读。
    逐条列出读到的放假和上班；与法定节假日、已有的通知或自身对不上的，指出是哪一条，不写文件。
    """
    from ..reports import notice_reading
    from ..sources.notice.text import Given
    from .notice_import import Filed, import_notice, read_words

    folder = _folder(workspace, config, needed=not dry_run)
    read = read_words(_words(file), Given(number, issued), folder)
    complain(read.problems)
    if read.notice is None:
        return WRONG_INPUT
    if format == "json":
        say_data(notice_reading.machine(read.notice))
    else:
        say(notice_reading.render(read.notice, width()))
    if dry_run or folder is None:
        _say_unwritten(read.lacking, format)
        return OK
    filed = import_notice(read, folder, "" if file == _FROM_STDIN else Path(file).name, today())
    if not isinstance(filed, Filed):
        complain(filed)
        return WRONG_INPUT
    if format != "json":
        say(f"\n{_said(filed)}")
    return OK


def _folder(workspace: Path | None, config: Path | None, *, needed: bool) -> Path | None:
    """The holiday files of the workspace; without one only if none is needed."""
    from ..calendar.year_files import HOLIDAYS
    from ..sources.folders import find_workspace

    if not needed and workspace is None and config is None and find_workspace(Path.cwd()) is None:
        return None
    return workspace_folder(workspace, config) / HOLIDAYS


def _words(file: str) -> "Words":
    """The text of the file or of stdin; where there is none the command ends."""
    from ..model.place import Problem
    from ..sources.notice.files import notice_words

    if file == _FROM_STDIN:
        words = notice_words(sys.stdin.buffer.read(), "标准输入")
    else:
        try:
            data = Path(file).read_bytes()
        except OSError as error:
            stop_at(file, error)
        words = notice_words(data, Path(file).name)
    if isinstance(words, Problem):
        stop(words)
    return words


def _said(filed: "Filed") -> str:
    name = f"{filed.path.parent.name}/{filed.path.name}"
    if not filed.written:
        return f"{name} 里已有这个通知，没有改动"
    if filed.backup is None:
        return f"已写入 {name}"
    return f"已写入 {name}，原文件存为 {filed.backup.name}"


def _say_unwritten(lacking: "Sequence[Problem]", format: str) -> None:
    from msgspec.structs import replace

    from ..model.place import Weight

    complain(replace(each, weight=Weight.NOTE) for each in lacking)
    if format != "json":
        say("\n没有写文件（--dry-run）")
