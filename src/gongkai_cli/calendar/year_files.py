"""The files with the notices: those that ship, and a workspace's own that extend or override them.

This is the only module of the room that touches files.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from ..data_files import data_folder
from ..model.place import Place, Problem
from ..notation.files import unavailable
from .notices import YearNotices
from .workdays import WorkCalendar

HOLIDAYS = "holidays"
"""Name of the folder, among the shipped files as in a workspace."""


class HolidayFileWrong(Exception):
    """Files with holiday notices are wrong; ``problems`` are all that was found."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("；".join(f"{each.place}：{each.found}" for each in problems))


def load_calendar(
    extra_dirs: Iterable[str | PathLike[str]] = (), known_on: date | None = None
) -> WorkCalendar:
    """The calendar of the shipped notices and of those in ``extra_dirs``, the later dirs last.

    A notice in an extra dir takes the place of the one of the same number, others come after those
    of their year. With ``known_on`` only notices issued on or before that day count. The files of
    extra dirs are read at once, so that ``HolidayFileWrong`` names everything wrong in them; a
    shipped file is read when a day of its year is asked for.

    >>> load_calendar().add(date(2024, 6, 27), 20)
    datetime.date(2024, 7, 25)
    """
    folders = tuple(Path(each) for each in extra_dirs)
    own: dict[int, YearNotices] = {}
    problems = list(_misnamed(folders))
    for year in sorted({year for folder in folders for year in years_in(folder)}):
        notices, wrong = read_year(year, folders)
        problems += wrong
        if notices is not None:
            own[year] = notices
    if problems:
        raise HolidayFileWrong(problems)
    return WorkCalendar(partial(_own_or_shipped, own), known_on)


def read_year(
    year: int, extra_dirs: Sequence[Path] = ()
) -> tuple[YearNotices | None, tuple[Problem, ...]]:
    """The notices of a year from its shipped file and those of ``extra_dirs``, and all problems.

    ``None`` where no file says anything of the year, or where one is wrong.
    """
    notices, problems = _read(data_folder() / HOLIDAYS, year, None)
    found = list(problems)
    for folder in extra_dirs:
        own, problems = _read(folder, year, notices)
        found += problems
        if own is not None:
            notices = (notices or YearNotices(year, ())).extended(own, _shown(folder, year))
    return (None if found else notices), tuple(found)


def shipped_years() -> tuple[int, ...]:
    """The years whose notices ship with the program, in order."""
    return years_in(data_folder() / HOLIDAYS)


def years_in(folder: Path) -> tuple[int, ...]:
    """The years that have a file in a folder, in order; none where there is no such folder."""
    return tuple(sorted(int(file.stem) for file in folder.glob("[0-9][0-9][0-9][0-9].yaml")))


def _own_or_shipped(own: Mapping[int, YearNotices], year: int) -> YearNotices | None:
    if year in own:
        return own[year]
    notices, problems = read_year(year)
    if problems:
        raise HolidayFileWrong(problems)
    return notices


def _read(
    folder: Path, year: int, earlier: YearNotices | None
) -> tuple[YearNotices | None, tuple[Problem, ...]]:
    try:
        data = (folder / f"{year}.yaml").read_bytes()
    except FileNotFoundError:
        return None, ()
    except OSError as error:
        return None, (unavailable(error, Place(_shown(folder, year))),)
    from .notice_yaml import read_notices

    return read_notices(data, _shown(folder, year), year, earlier)


def _misnamed(folders: Iterable[Path]) -> Iterator[Problem]:
    for folder in folders:
        years = years_in(folder)
        for file in sorted(folder.glob("*.y*ml")):
            if file.name not in {f"{y}.yaml" for y in years}:
                yield Problem(
                    Place(f"{folder.name}/{file.name}"),
                    "看文件名不知道是哪一年的通知",
                    "年份加 .yaml，如 2027.yaml",
                )


def _shown(folder: Path, year: int) -> str:
    return f"{folder.name}/{year}.yaml"
