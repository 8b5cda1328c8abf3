"""A notice read, held against what is known, and added to the holiday file of a workspace."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from msgspec import Struct

from ..calendar.notice_yaml import read_notices
from ..calendar.notices import Notice, YearNotices
from ..calendar.year_files import read_year
from ..model.place import Problem, errors
from ..reports.holiday_file import with_notice
from ..sources.notice.files import Words
from ..sources.notice.text import Given, NoticeText, read_notice
from ..sources.notice.text.known import differences, missing
from .filing import put


class Read(Struct, frozen=True):
    """What came of reading a text: the notice unless there is an error, all that is wrong.

    ``lacking`` is what the text does not print and its file must have.
    """

    notice: NoticeText | None
    problems: tuple[Problem, ...]
    lacking: tuple[Problem, ...] = ()


class Filed(Struct, frozen=True, kw_only=True):
    """What was done with a notice: the file that it is in, whether that was written, its backup."""

    path: Path
    written: bool
    backup: Path | None = None


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


def import_notice(read: Read, folder: Path, source: str, today: date) -> Filed | Sequence[Problem]:
    """Add a notice to the holiday file of its year in ``folder``, or say why that cannot be.

    ``source`` is the name of the file that it was read from, empty where there was none. A file
    that is there is backed up first; nothing is written where it has the notice already. Raises
    ``OSError`` where it cannot be read or written.
    """
    text = read.notice
    if text is None:
        return read.problems
    notice = text.notice(source)
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
    there, _ = read_notices(data, name, year, read_year(year)[0])
    return any(each.number == notice.number for each in (there.notices if there else ()))
