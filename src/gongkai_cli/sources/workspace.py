"""A workspace: the folder that a user works in, found and read as a whole."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct, structs

from ..calendar import HolidayFileWrong, WorkCalendar, load_calendar
from ..data_files import data_folder
from ..editions import aligned, editions_of
from ..facts import Facts
from ..model.duty import Catalogue, Statute
from ..model.ledger import Ledger
from ..model.place import Place, Problem, Weight, errors
from ..notation.files import nearest_path, unavailable
from .config_yaml import Config, read_config
from .folders import CONFIG
from .issued_json import read_issued


class Workspace(Struct, frozen=True, kw_only=True):
    """What was read from a folder.

    ``facts`` is ``None`` where the configuration, the catalogue or a holiday file is wrong:
    nothing can then be judged, and ``problems`` say all that is wrong. Otherwise they are those of
    the ledger and stand in the facts as well. ``beyond`` are the files of it that lie elsewhere,
    ``None`` where a whole folder does.
    """

    folder: Path
    config: Config | None = None
    facts: Facts | None = None
    problems: tuple[Problem, ...] = ()
    beyond: tuple[Path, ...] | None = ()


def read_workspace(
    folder: Path, config: Path | None = None, known_on: date | None = None, *, ledger: bool = True
) -> Workspace:
    """Everything in a workspace; ``config`` takes the place of its ``gongkai.yaml``.

    With ``known_on`` only the holiday notices issued on or before that day are counted with.
    Without ``ledger`` the ledger is left unread: the facts have an empty one.
    """
    path = config or folder / CONFIG
    data, problems = _read_file(path.parent, path.name, Place(shown(path, folder)))
    if data is None:
        return Workspace(folder=folder, problems=problems)
    settings, problems = read_config(data, shown(path, folder))
    if settings is None:
        return Workspace(folder=folder, problems=problems)
    catalogues, catalogue_problems = _catalogues(settings, folder)
    statutes, statute_problems = shipped_statutes()
    calendar, calendar_problems = _calendar(folder, known_on)
    settings, unit_problems = _with_units(settings, catalogues)
    problems = (*catalogue_problems, *unit_problems, *statute_problems, *calendar_problems)
    if not catalogues or calendar is None or problems:
        return Workspace(folder=folder, config=settings, problems=problems)
    facts = Facts(
        catalogue=catalogues[-1],
        editions=editions_of(catalogues) if len(catalogues) > 1 else (),
        statutes=tuple(each for each in statutes if each.binds(catalogues[-1].body)),
        calendar=calendar,
        settings=settings.settings,
    )
    if ledger:
        facts = _with_ledger(facts, settings, folder)
    return Workspace(
        folder=folder,
        config=settings,
        facts=facts,
        problems=facts.problems,
        beyond=_beyond(settings, folder),
    )


def shipped_statutes() -> tuple[tuple[Statute, ...], tuple[Problem, ...]]:
    """The national limits that ship with the program."""
    from .catalogue.statutes_yaml import read_statutes

    return read_statutes((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")


def shown(path: Path, folder: Path) -> str:
    """The name of a file in messages: relative to the workspace where it lies inside."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return path.name


def _read_file(folder: Path, name: str, asked: Place) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file, or why they cannot be had, said at the place that asks for it."""
    try:
        return (folder / name).read_bytes(), ()
    except FileNotFoundError:
        found, accepted = f"没有文件“{name}”", "已有的文件；新建工作区用 gongkai init"
        return None, (Problem(asked, found, accepted, nearest_path(name, folder)),)
    except OSError as error:
        why = unavailable(error, asked)
        return None, (Problem(asked, f"不能读取“{name}”：{why.found}", why.accepted),)


def _catalogues(config: Config, folder: Path) -> tuple[tuple[Catalogue, ...], tuple[Problem, ...]]:
    """The catalogues of a workspace, the newest last, rows of one meaning with one id."""
    from .catalogue.catalogue_yaml import read_catalogue

    found: list[Catalogue] = []
    problems: list[Problem] = []
    for name, place in config.catalogues:
        data, wrong = _read_file(folder, name, place)
        if data is not None:
            catalogue, wrong = read_catalogue(data, shown(folder / name, folder))
            found += [catalogue] if catalogue is not None else []
        problems += wrong
    if len(config.catalogues) > 1 and not problems:
        problems += _not_in_a_row(found, config)
    return (() if problems else aligned(found)), tuple(problems)


def _with_units(
    config: Config, catalogues: Sequence[Catalogue]
) -> tuple[Config, tuple[Problem, ...]]:
    """The configuration with the units of 提醒 by their names in the newest catalogue."""
    if config.reminding is None or not catalogues:
        return config, ()
    from .reminding_yaml import with_units

    reminding, problems = with_units(config.reminding, catalogues[-1].units)
    return structs.replace(config, reminding=reminding), problems


def _not_in_a_row(catalogues: Sequence[Catalogue], config: Config) -> Iterator[Problem]:
    """What keeps several catalogues from following each other: of one body, each from a day."""
    begun: dict[date, str] = {}
    for catalogue, (name, place) in zip(catalogues, config.catalogues, strict=True):
        first, body = catalogue.period.first, catalogues[0].body
        if catalogue.body != body:
            found = f"“{name}”是“{catalogue.body}”的目录，前面的是“{body}”的"
            yield Problem(place, found, "同一机关各年的目录")
        elif first is None:
            accepted = "每份目录在“有效期”中写明自哪一天起，如 {自: 2024-06-27}"
            yield Problem(place, f"“{name}”没有写明自哪一天起有效", accepted)
        elif first in begun:
            found = f"“{name}”和“{begun[first]}”都自 {first} 起有效"
            yield Problem(place, found, "各年的目录自不同的日期起有效")
        else:
            begun[first] = name


def _calendar(
    folder: Path, known_on: date | None
) -> tuple[WorkCalendar | None, tuple[Problem, ...]]:
    extra = folder / "holidays"
    try:
        return load_calendar((extra,) if extra.is_dir() else (), known_on), ()
    except HolidayFileWrong as wrong:
        return None, wrong.problems


def _with_ledger(facts: Facts, config: Config, folder: Path) -> Facts:
    from .ledger import read_ledger

    problems: list[Problem] = []
    paths = list(ledger_paths(config, folder, problems))
    others = [each.catalogue for each in reversed(facts.editions[:-1])]
    ledger = read_ledger(paths, facts.catalogue, config.covers_from, folder, others)
    every = (*problems, *ledger.problems)
    every += tuple(without_file(config, ledger, every))
    issued = read_issued(folder)
    if isinstance(issued, Problem):
        every, issued = (*every, issued), None
    return structs.replace(facts, ledger=ledger, issued=issued, problems=every)


def without_file(
    config: Config, ledger: Ledger, problems: tuple[Problem, ...]
) -> Iterator[Problem]:
    """A ledger of which no file was read, unless another error says why.

    Nothing would be found wrong in it, and nobody would notice.
    """
    if config.ledger and not ledger.files and not errors(problems):
        place = config.ledger[0][1]
        accepted = "至少一个 .xlsx 或 .csv 文件；空的用 gongkai ledger template 生成"
        yield Problem(place, "“台账”中没有一个可以读的文件", accepted)


def _beyond(config: Config, folder: Path) -> tuple[Path, ...] | None:
    catalogues = (folder / name for name, _ in config.catalogues)
    named = [*catalogues, *ledger_paths(config, folder, [])]
    home = folder.resolve()
    elsewhere = tuple(each for each in named if not each.resolve().is_relative_to(home))
    return None if any(each.is_dir() for each in elsewhere) else elsewhere


def ledger_paths(config: Config, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files and folders that 台账 names; an entry that leads nowhere is a problem."""
    for entry, place in config.ledger:
        if any(letter in entry for letter in "*?["):
            found = sorted(folder.glob(entry))
            if not found:
                note = f"没有文件符合“{entry}”"
                problems.append(Problem(place, note, "与通配符相符的文件", weight=Weight.NOTE))
            yield from found
        elif (folder / entry).exists():
            yield folder / entry
        else:
            near = nearest_path(entry, folder)
            accepted = "已有的文件、文件夹或通配符"
            problems.append(Problem(place, f"没有台账文件“{entry}”", accepted, near))
