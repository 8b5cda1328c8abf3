"""``gongkai days``: add and count working days, show a year, verify and make holiday files."""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from ..calendar import HolidayFileWrong, WorkCalendar, YearNotAnnounced, load_calendar
from ..calendar.year_files import HOLIDAYS
from ..model.place import Place, Problem
from ..notation.characters import half_width, without_space
from .console import FINDINGS, OK, WRONG_INPUT, complain, say, stop, width
from .days_import import import_
from .request import (
    BadValue,
    ConfigOption,
    KnownOnOption,
    WorkspaceOption,
    existing_folder,
    format_option,
    read_day_argument,
)
from .shell import PLAIN

app = typer.Typer(add_completion=False, help="计算工作日，查看放假和调休安排", **PLAIN)

_FROM_STDIN = "-"
_MOST_DIGITS = 6
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})月?|年)?")

LinesOption = Annotated[str, format_option("table", "jsonl")]


class Added(msgspec.Struct, frozen=True, rename={"start": "from"}, omit_defaults=True):
    """The answer to ``add``: the ``n``-th working day after a day.

    ``open`` says why it is not certain.
    """

    start: date
    n: int
    due: date
    certain: bool
    earliest: date
    latest: date
    open: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The answer alone."""
        from ..reports.day_words import day_words

        if self.certain:
            return day_words(self.due)
        ends = f"最早 {day_words(self.earliest)}，最晚 {day_words(self.latest)}"
        return f"{day_words(self.due)}  暂算：{ends}"


class Counted(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to ``count``: how many working days in ``after`` < day ≤ ``until``.

    ``open`` says why it is not certain.
    """

    after: date
    until: date
    workdays: int
    certain: bool
    fewest: int
    most: int
    open: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The answer alone."""
        bounds = "" if self.certain else f"  暂算：最少 {self.fewest} 个，最多 {self.most} 个"
        return f"{self.workdays} 个工作日{bounds}"


Answer = Added | Counted
Question = Callable[[WorkCalendar, str, str], Answer]


@app.command()
def add(
    day: Annotated[str, typer.Argument(metavar="日期|-", show_default=False)],
    n: Annotated[str, typer.Argument(metavar="工作日数", show_default=False)] = "",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
    known_on: KnownOnOption = None,
    format: LinesOption = "table",
) -> int:
    """一个日期之后的第几个工作日（当日不计入）

    日期写“-”时从标准输入读，每行一问，如“2024-06-27 20”。
    """
    with _calendar(workspace, config, known_on) as calendar:
        return _answer(_add, calendar, (day, n), format)


@app.command()
def count(
    after: Annotated[str, typer.Argument(metavar="起日|-", show_default=False)],
    until: Annotated[str, typer.Argument(metavar="止日", show_default=False)] = "",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
    known_on: KnownOnOption = None,
    format: LinesOption = "table",
) -> int:
    """两个日期之间的工作日数（起日不计入，止日计入）

    起日写“-”时从标准输入读，每行一问，如“2024-06-27 2024-07-25”。
    """
    with _calendar(workspace, config, known_on) as calendar:
        return _answer(_count, calendar, (after, until), format)


@app.command()
def show(
    period: Annotated[str, typer.Argument(metavar="年份[-月份]", show_default=False)],
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
    known_on: KnownOnOption = None,
    format: LinesOption = "table",
) -> int:
    """画出一年或一个月的放假和调休上班，写明通知"""
    from ..reports import calendar_view

    first, last = _read_period(period)
    with _calendar(workspace, config, known_on) as calendar:
        if format == "jsonl":
            for row in calendar_view.day_rows(calendar, first, last):
                say(_json(row))
        else:
            say(calendar_view.draw(calendar, first, last, width()))
    return OK


@app.command()
def verify(
    year: Annotated[str, typer.Argument(metavar="[年份]", show_default=False)] = "",
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """逐日核对放假文件与 chinese-calendar

    通知的放假、上班天数也与法定节假日天数核对。不写年份时核对全部年份和工作区自己的文件。
    有说不出原因的差异，或天数不符时，退出码是 1。
    """
    from ..reports import cross_check_view

    chosen = _read_period(year)[0].year if year else None
    with _calendar(workspace, config, None) as calendar:
        years = [chosen] if chosen else _years_with_files(_extra_dirs(workspace, config))
        checked = cross_check_view.check(calendar, years)
        say(cross_check_view.render(checked, width()))
    return OK if checked.passed else FINDINGS


app.command("import")(import_)


def _extra_dirs(workspace: Path | None, config: Path | None) -> tuple[Path, ...]:
    from ..sources.folders import find_workspace

    folder = workspace or (config.parent if config else find_workspace(Path.cwd()))
    return () if folder is None else (existing_folder(folder) / HOLIDAYS,)


def _years_with_files(extra_dirs: tuple[Path, ...]) -> list[int]:
    from ..calendar.year_files import shipped_years, years_in

    own = {year for folder in extra_dirs for year in years_in(folder)}
    return sorted(own.union(shipped_years()))


@contextmanager
def _calendar(
    workspace: Path | None, config: Path | None, known_on: date | None
) -> Iterator[WorkCalendar]:
    """The calendar to count with; what stops the counting ends the command with exit code 2."""
    try:
        yield load_calendar(_extra_dirs(workspace, config), known_on)
    except HolidayFileWrong as wrong:
        complain(wrong.problems)
        raise typer.Exit(WRONG_INPUT) from None
    except YearNotAnnounced as error:
        stop(_problem(error, Place("命令行")))


def _answer(question: Question, calendar: WorkCalendar, words: tuple[str, str], format: str) -> int:
    if words[0] == _FROM_STDIN:
        return _answer_lines(question, calendar, words[1], format)
    if format == "jsonl":
        try:
            say(_json(question(calendar, *words)))
        except (YearNotAnnounced, BadValue) as error:
            say(_json({"error": _said(error)}))
            return WRONG_INPUT
        return OK
    answer = question(calendar, *words)
    from ..reports import count_proof
    from ..reports.columns import indented

    after = answer.start if isinstance(answer, Added) else answer.after
    until = answer.due if isinstance(answer, Added) else answer.until
    head = [answer.words, *(line for why in answer.open for line in indented(why, width(), ""))]
    say("\n".join([*head, "", count_proof.render(calendar, after, until, width())]))
    return OK


def _answer_lines(question: Question, calendar: WorkCalendar, rest: str, format: str) -> int:
    """One answer a line for one question a line; a wrong one is said in its line."""
    if rest:
        raise BadValue(f"从标准输入读时又写了“{rest}”", "只写“-”，问题从标准输入读")
    code = OK
    for number, line in enumerate(sys.stdin.buffer, 1):
        text = line.decode("utf-8-sig", errors="replace").strip()
        try:
            answer = question(calendar, *_two_words(text))
        except (YearNotAnnounced, BadValue) as error:
            code = WRONG_INPUT
            if format == "jsonl":
                say(_json({"error": _said(error)}))
            else:
                say(f"{text}  （不能计算）")
                complain([_problem(error, Place("标准输入", number))])
            continue
        say(_json(answer) if format == "jsonl" else f"{text}  {answer.words}")
    return code


def _problem(error: YearNotAnnounced | BadValue, place: Place) -> Problem:
    if isinstance(error, BadValue):
        return Problem(place, error.message, error.accepted)
    return Problem(place, error.lacking, error.to_do)


def _said(error: YearNotAnnounced | BadValue) -> str:
    problem = _problem(error, Place(""))
    return f"{problem.found}；应为：{problem.accepted}"


def _two_words(text: str) -> tuple[str, str]:
    words = text.split()
    if len(words) != 2:
        raise BadValue(f"一行应有两项，这一行是“{text}”", "以空格分开，如 2024-06-27 20")
    return words[0], words[1]


def _add(calendar: WorkCalendar, day: str, n: str) -> Added:
    start, number = read_day_argument(day), _read_number(n)
    span = calendar.deadline(start, number)
    return Added(start, number, span.due, span.certain, span.earliest, span.latest, span.open)


def _count(calendar: WorkCalendar, after: str, until: str) -> Counted:
    if not until:
        raise BadValue("没有写止日", "起日和止日，如 2024-06-27 2024-07-25")
    first, last = read_day_argument(after), read_day_argument(until)
    if last < first:
        raise BadValue(f"止日 {last} 早于起日 {first}", "起日在前、不计入，止日在后、计入")
    span = calendar.count_span(first, last)
    return Counted(first, last, span.workdays, span.certain, span.fewest, span.most, span.open)


def _read_number(text: str) -> int:
    plain = without_space(half_width(text))
    if not (plain.isascii() and plain.isdigit() and len(plain) <= _MOST_DIGITS):
        found = f"不是工作日数：“{text}”" if plain else "没有写工作日数"
        raise BadValue(found, "写在日期后面的整数，如 2024-06-27 20")
    if int(plain) == 0:
        raise BadValue("工作日数是 0", "不小于 1 的整数")
    return int(plain)


def _read_period(text: str) -> tuple[date, date]:
    """The first and the last day of a year or of a month."""
    from calendar import monthrange

    match = _YEAR_OR_MONTH.fullmatch(without_space(half_width(text)))
    year, month = (match.group(1), match.group(2)) if match else ("0", None)
    if int(year) == 0 or (month is not None and not 1 <= int(month) <= 12):
        raise BadValue(f"不是年份或月份：“{text}”", "2026 或 2026-02")
    if month is None:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    days = monthrange(int(year), int(month))[1]
    return date(int(year), int(month), 1), date(int(year), int(month), days)


def _json(answer: Answer | object) -> str:
    return msgspec.json.encode(answer).decode()
