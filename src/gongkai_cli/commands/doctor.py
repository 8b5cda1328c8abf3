"""``gongkai doctor``: whether the program, the notices and the workspace are in good health."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model.unit import every_unit
from .console import FINDINGS, OK, WRONG_INPUT, complain, say, say_data, width
from .request import (
    AsOfOption,
    ConfigOption,
    KnownOnOption,
    WorkspaceOption,
    existing_folder,
    format_option,
    today,
)
from .shell import PLAIN

if TYPE_CHECKING:
    from ..assess.health import Files, Health, Program, Years
    from ..calendar import WorkCalendar
    from ..model.mailing import MailHealth
    from ..sources.workspace import Workspace

app = typer.Typer(add_completion=False, **PLAIN)


@app.command()
def doctor(
    as_of: AsOfOption = None,
    known_on: KnownOnOption = None,
    offline: Annotated[bool, typer.Option("--offline", help="不连接邮件服务器")] = False,
    format: Annotated[str, format_option("table", "json")] = "table",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """检查程序、放假通知和工作区是否正常

    列出已有哪些年的放假通知、下一份何时印发、哪些到期日是暂算的、哪些文件有错、什么要过期。
    没有工作区也可以用；什么都不改动。
    写了“提醒”的，还看上次运行、没有送达的邮件，连一下邮件服务器（至多 10 秒，不发邮件）。

    退出码：0 没有错误；1 应有的放假通知还没有，或提醒邮件发不出去；2 文件有错误。
    """
    from ..assess.health import Grade, mail_grade

    health = _look_at(workspace, config, as_of or today(), known_on, ask=not offline)
    if format == "json":
        from ..reports import doctor_json

        say_data(doctor_json.render(health))
    else:
        from ..reports import doctor_table

        say(doctor_table.render(health, width()))
    if health.files is not None and health.files.grade is Grade.WRONG:
        if health.files.assessment is None:
            complain(health.files.problems)
        return WRONG_INPUT
    grades = [health.next_notice.grade]
    if health.mail is not None:
        grades.append(mail_grade(health.mail, health.as_of))
    return FINDINGS if Grade.WRONG in grades else OK


def _look_at(
    workspace: Path | None, config: Path | None, day: date, known_on: date | None, *, ask: bool
) -> "Health":
    from ..assess.health import Health, next_notice
    from ..sources.folders import find_workspace

    folder = workspace or (config.parent if config else find_workspace(Path.cwd()))
    files = mail = None
    if folder is not None:
        files, opened = _read(existing_folder(folder), config, day, known_on)
        files, mail = _mail(files, opened, day, ask)
    calendar = _calendar(folder, known_on)
    return Health(
        as_of=day,
        known_on=known_on,
        program=_program(),
        years=_years(calendar, folder),
        next_notice=next_notice(calendar, day),
        files=files,
        mail=mail,
    )


def _read(
    folder: Path, config: Path | None, day: date, known_on: date | None
) -> "tuple[Files, Workspace]":
    """A workspace as it was read, judged where that can be done."""
    from ..assess import assess
    from ..assess.health import Files
    from ..sources.workspace import read_workspace
    from .progress import reading

    with reading(folder):
        opened = read_workspace(folder, config, known_on)
    facts = opened.facts
    if facts is None:
        return Files(folder=str(folder), problems=opened.problems), opened
    files = Files(
        folder=str(folder),
        problems=opened.problems,
        ledger_files=facts.ledger.files,
        records=len(facts.ledger.records),
        assessment=assess(facts, as_of=day, today=today()),
    )
    return files, opened


def _mail(
    files: "Files", opened: "Workspace", day: date, ask: bool
) -> "tuple[Files, MailHealth | None]":
    """How mail stands where the workspace sends any; what is wrong in its address book."""
    reminding = opened.config.reminding if opened.config else None
    if reminding is None or opened.facts is None:
        return files, None
    from msgspec import structs

    from ..reminders.mail_health import look
    from .address_book import address_book

    book, problems = address_book(opened, reminding)
    units = {name for duty in opened.facts.catalogue.duties for name in duty.unit_names}
    order = every_unit(opened.facts.catalogue.units)
    lacking = tuple(e.name for e in order if e.name in units and e.name not in book)
    files = structs.replace(files, problems=(*files.problems, *problems))
    return files, look(opened.folder, reminding, day, lacking, ask=ask)


def _calendar(folder: Path | None, known_on: date | None) -> "WorkCalendar":
    """The calendar with the notices of a workspace, or without them where a file is wrong."""
    from ..calendar import HolidayFileWrong, load_calendar
    from ..calendar.year_files import HOLIDAYS

    try:
        return load_calendar((folder / HOLIDAYS,) if folder else (), known_on)
    except HolidayFileWrong:
        return load_calendar((), known_on)


def _years(calendar: "WorkCalendar", folder: Path | None) -> "Years":
    from ..assess.health import Years
    from ..calendar.year_files import HOLIDAYS, shipped_years, years_in

    shipped = shipped_years()
    if calendar.known_on is not None:
        shipped = tuple(year for year in shipped if calendar.announced(year))
    own = years_in(folder / HOLIDAYS) if folder else ()
    return Years(shipped, tuple((year, f"{HOLIDAYS}/{year}.yaml") for year in own))


def _program() -> "Program":
    from platform import python_version

    from .. import __version__
    from ..assess.health import Program
    from ..data_files import data_folder

    encoding = sys.stdout.encoding or "ascii"
    return Program(
        version=__version__,
        python=python_version(),
        encoding=encoding,
        speaks_chinese=_can_write("放假调休", encoding),
        data=str(data_folder()),
    )


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
