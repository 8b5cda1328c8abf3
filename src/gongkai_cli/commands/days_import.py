"""``gongkai days import``: the text of a holiday notice into the year's file of a workspace."""

import sys
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from msgspec.structs import replace

from ..calendar.notices import Notice, YearNotices
from ..calendar.year_files import HOLIDAYS, read_year
from ..model.place import Problem, Weight, errors
from ..sources.notice_files import Words, notice_words
from ..sources.notice_text import Given, NoticeText, read_notice
from ..sources.notice_text.known import differences, missing
from .console import OK, WRONG_INPUT, complain, say, say_data, stop, stop_at, width
from .filing import put
from .request import (
    BadValue,
    ConfigOption,
    WorkspaceOption,
    format_option,
    read_day_argument,
    today,
    workspace_folder,
)

_FROM_STDIN = "-"


class Read(msgspec.Struct, frozen=True):
    """What came of reading a text: the notice unless there is an error, all that is wrong.

    ``lacking`` is what the text does not print and its file must have.
    """

    notice: NoticeText | None
    problems: tuple[Problem, ...]
    lacking: tuple[Problem, ...] = ()


class Filed(msgspec.Struct, frozen=True, kw_only=True):
    """What was done with a notice: the file that it is in, whether that was written, its backup."""

    path: Path
    written: bool
    backup: Path | None = None


def read_number_argument(text: str) -> str:
    """The number of a notice in its one spelling; anything else ends the command."""
    from ..notation.characters import half_width, without_space
    from ..sources.notice_text.printed_dates import numbers_in

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
    folder = _folder(workspace, config, needed=not dry_run)
    read = read_words(_words(file), Given(number, issued), folder)
    complain(read.problems)
    if read.notice is None:
        return WRONG_INPUT
    from ..reports import notice_reading

    if format == "json":
        say_data(msgspec.json.encode(notice_reading.reading(read.notice)).decode())
    else:
        say(notice_reading.render(read.notice, width()))
    if dry_run or folder is None:
        _say_unwritten(read.lacking, format)
        return OK
    filed = file_notice(read, folder, file, today())
    if not isinstance(filed, Filed):
        complain(filed)
        return WRONG_INPUT
    if format != "json":
        say(f"\n{_said(filed)}")
    return OK


def read_words(words: Words, given: Given, folder: Path | None) -> Read:
    """The notice that a text is, and everything wrong with it, held against the known notices.

    ``folder`` has the holiday files of a workspace.
    """
    wrong: list[Problem] = []

    @cache
    def known(year: int) -> YearNotices | None:
        notices, problems = read_year(year, (folder,) if folder else ())
        wrong.extend(problems)
        return notices

    notice, problems = read_notice(words.text, words.name, given, known)
    if notice is None:
        return Read(None, (*problems, *wrong))
    there = known(notice.year)
    problems = (*problems, *wrong, *differences(notice, there))
    return Read(None if errors(problems) else notice, problems, missing(notice, there))


def file_notice(read: Read, folder: Path, source: str, today: date) -> Filed | Sequence[Problem]:
    """Add a notice to the holiday file of its year in ``folder``, or say why that cannot be.

    ``source`` is the file that it was read from. A file that is there is backed up first; nothing
    is written where it has the notice already. Raises ``OSError`` where it cannot be read or
    written.
    """
    from ..reports.holiday_file import with_notice

    text = read.notice
    if text is None:
        return read.problems
    notice = text.notice("" if source == _FROM_STDIN else Path(source).name)
    if notice is None:
        return read.lacking
    path = folder / f"{text.year}.yaml"
    name = f"{folder.name}/{path.name}"
    data = path.read_bytes() if path.exists() else None
    if data is not None and _stands_in(data, name, text.year, notice):
        return Filed(path=path, written=False)
    added = with_notice(data, name, text.year, notice, read_year(text.year)[0])
    if not isinstance(added, str):
        return added
    return Filed(path=path, written=True, backup=put(path, added.encode(), today))


def _stands_in(data: bytes, name: str, year: int, notice: Notice) -> bool:
    from ..calendar.notice_yaml import read_notices

    there, _ = read_notices(data, name, year, read_year(year)[0])
    return any(each.number == notice.number for each in (there.notices if there else ()))


def _folder(workspace: Path | None, config: Path | None, *, needed: bool) -> Path | None:
    """The holiday files of the workspace; without one only if none is needed."""
    from ..sources.folders import find_workspace

    if not needed and workspace is None and config is None and find_workspace(Path.cwd()) is None:
        return None
    return workspace_folder(workspace, config) / HOLIDAYS


def _words(file: str) -> Words:
    """The text of the file or of stdin; where there is none the command ends."""
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


def _said(filed: Filed) -> str:
    name = f"{filed.path.parent.name}/{filed.path.name}"
    if not filed.written:
        return f"{name} 里已有这个通知，没有改动"
    if filed.backup is None:
        return f"已写入 {name}"
    return f"已写入 {name}，原文件存为 {filed.backup.name}"


def _say_unwritten(lacking: Sequence[Problem], format: str) -> None:
    complain(replace(each, weight=Weight.NOTE) for each in lacking)
    if format != "json":
        say("\n没有写文件（--dry-run）")
