"""What the commands are asked for: the options and arguments that several of them share.

Each is an ``Annotated`` type for a parameter of a command::

    def due(workspace: WorkspaceOption = None, as_of: AsOfOption = None) -> None: ...
"""

import os
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from ..notation.days import ACCEPTED, Unread, read_day
from .console import complain, stop

if TYPE_CHECKING:
    from ..facts import Facts
    from ..sources.workspace import Workspace

Basis = Literal["从严", "目录", "法律"]
BASES = {"从严": "strict", "目录": "catalogue", "法律": "law"}
"""Which clocks count: all of them, those of the catalogue, those of the law."""

_BEIJING = timezone(timedelta(hours=8))


class BadValue(typer.BadParameter):
    """A value on the command line that cannot be used, with what can."""

    def __init__(self, found: str, accepted: str | None = None, nearest: str | None = None) -> None:
        super().__init__(found)
        self.accepted = accepted
        self.nearest = nearest


def read_day_argument(text: str) -> date:
    """The day that ``text`` names; anything else ends the command with exit code 2."""
    day = read_day(text)
    if isinstance(day, Unread):
        raise BadValue(day.found, day.accepted)
    return day


def one_of(spellings: Mapping[str, str]) -> Callable[[str], str]:
    """A reader of values that have a Chinese and an ASCII spelling; it answers the Chinese one.

    >>> one_of(BASES)("strict")
    '从严'
    """

    def read(text: str) -> str:
        for chinese, ascii in spellings.items():
            if text.strip().lower() in (chinese, ascii):
                return chinese
        from ..notation.nearest import nearest

        accepted = "、".join(f"{chinese}（{ascii}）" for chinese, ascii in spellings.items())
        known = [*spellings, *spellings.values()]
        raise BadValue(f"没有“{text}”这个值", accepted, nearest(text.lower(), known))

    return read


def spelled(*names: str, spellings: Mapping[str, str], help: str) -> Any:
    """An option whose values have a Chinese and an ASCII spelling."""
    help += f"（也可写 {'|'.join(spellings.values())}）"
    return typer.Option(*names, metavar="|".join(spellings), parser=one_of(spellings), help=help)


def format_option(*formats: str, name: str = "--format", help: str = "输出格式") -> Any:
    """The option of a command that writes these formats, the first by default."""

    def read(text: str) -> str:
        if text.lower() in formats:
            return text.lower()
        from ..notation.nearest import nearest

        raise BadValue(f"没有“{text}”这种格式", "、".join(formats), nearest(text, formats))

    return typer.Option(name, metavar="|".join(formats), parser=read, help=help)


WorkspaceOption = Annotated[
    Path | None,
    typer.Option("--workspace", "-w", metavar="目录", help="工作区；默认从当前目录向上查找"),
]
ConfigOption = Annotated[
    Path | None,
    typer.Option("--config", metavar="文件", help="配置文件；默认用工作区中的 gongkai.yaml"),
]
CatalogueFileOption = Annotated[
    Path | None,
    typer.Option(
        "--file", metavar="文件", help="目录文件；默认用工作区的目录，没有工作区时用随程序的目录"
    ),
]
UnitsOption = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="单位", help="只看这个单位（含下设科室）；可多次使用"),
]
AsOfOption = Annotated[
    date | None,
    typer.Option("--as-of", metavar="日期", parser=read_day_argument, help="核查日；默认今天"),
]
KnownOnOption = Annotated[
    date | None,
    typer.Option(
        "--known-on", metavar="日期", parser=read_day_argument, help="只用这一天前已印发的放假通知"
    ),
]
BasisOption = Annotated[
    Basis, spelled("--basis", spellings=BASES, help="按哪些时限判断：全部、目录或法律")
]
FormatOption = Annotated[str, format_option("table", "json", "csv")]
DayArgument = Annotated[
    date, typer.Argument(metavar="日期", parser=read_day_argument, show_default=False)
]


def today() -> date:
    """The day in Beijing, or what ``GONGKAI_TODAY`` sets for a demonstration or a test."""
    text = os.environ.get("GONGKAI_TODAY", "").strip()
    if not text:
        return datetime.now(_BEIJING).date()
    day = read_day(text)
    if isinstance(day, Unread):
        from ..model.place import Place, Problem

        stop(Problem(Place("环境变量 GONGKAI_TODAY"), day.found, ACCEPTED))
    return day


def beijing_time() -> str:
    """The time in Beijing, as it is noted down."""
    return datetime.now(_BEIJING).isoformat(timespec="seconds")


def existing_folder(path: Path) -> Path:
    """The folder; where there is none the command ends with exit code 2."""
    if path.is_dir():
        return path
    from ..model.place import Place, Problem
    from ..notation.files import nearest_path

    place = Place(str(path))
    if path.exists():
        stop(Problem(place, "这是文件，不是文件夹", "工作区的文件夹"))
    stop(Problem(place, "没有这个文件夹", "已有的工作区文件夹", nearest_path(str(path))))


def workspace_folder(workspace: Path | None, config: Path | None) -> Path:
    """The folder asked for, or the one that the current folder lies in.

    Where there is none the command ends with exit code 2 and says how to make one.
    """
    from ..sources.folders import find_workspace

    folder = workspace or (config.parent if config else find_workspace(Path.cwd()))
    if folder is not None:
        return existing_folder(folder)
    from ..model.place import Place, Problem

    stop(
        Problem(
            Place(str(Path.cwd())),
            "这里和上级文件夹中都没有工作区（gongkai.yaml）",
            "用 gongkai init 新建工作区，或用 -w 指定工作区文件夹",
        )
    )


def open_workspace(
    workspace: Path | None,
    config: Path | None,
    known_on: date | None = None,
    *,
    ledger: bool = True,
) -> "Workspace":
    """The workspace asked for, or the one that the current folder lies in, read.

    With ``known_on`` only the holiday notices issued on or before that day are counted with;
    without ``ledger`` the ledger is left unread.
    Where there is none, or its configuration or catalogue cannot be used, everything wrong is said
    and the command ends with exit code 2. Problems of the ledger are left to the command.
    """
    from ..sources.workspace import read_workspace
    from .progress import reading

    folder = workspace_folder(workspace, config)
    with reading(folder):
        opened = read_workspace(folder, config, known_on, ledger=ledger)
    if opened.facts is None:
        complain(opened.problems)
        raise typer.Exit(2)
    return opened


def open_facts(
    workspace: Path | None, config: Path | None, known_on: date | None = None
) -> "Facts":
    """What ``open_workspace`` read, ready to be judged."""
    facts = open_workspace(workspace, config, known_on).facts
    assert facts is not None, "open_workspace stops where there are none"
    return facts
