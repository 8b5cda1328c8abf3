"""``gongkai remind install``: let the system send the reminders every day."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import time
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..model.place import Place, Problem
from .console import FINDINGS, OK, say, stop, warn
from .request import (
    BadValue,
    ConfigOption,
    WorkspaceOption,
    open_workspace,
    today,
)

if TYPE_CHECKING:
    from ..reminders.schedule import Job
    from ..sources.workspace import Workspace

_SYSTEMS = ("cron", "systemd", "schtasks")
_HALF_PAST_EIGHT = time(8, 30)
_PLAIN_SECONDS = 28_800


def read_time(text: str) -> time:
    """A time of day.

    >>> read_time("7:05"), read_time("１８：３０")
    (datetime.time(7, 5), datetime.time(18, 30))
    """
    from ..notation.characters import half_width

    hours, colon, minutes = half_width(text.strip()).partition(":")
    if colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2:
        try:
            return time(int(hours), int(minutes))
        except ValueError:
            pass
    raise BadValue(f"不是时间：“{text}”", "时:分，如 08:30")


def read_system(text: str) -> str:
    """A name of ``_SYSTEMS``."""
    if text.strip().lower() in _SYSTEMS:
        return text.strip().lower()
    from ..notation.nearest import nearest

    raise BadValue(f"没有“{text}”", "、".join(_SYSTEMS), nearest(text.lower(), _SYSTEMS))


def install(
    context: typer.Context,
    write: Annotated[bool, typer.Option("--write", help="装上；默认只显示")] = False,
    system: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="cron|systemd|schtasks",
            parser=read_system,
            help="装到哪里；默认按本机的系统",
        ),
    ] = None,
    at: Annotated[
        time | None,
        typer.Option(
            "--at", metavar="时:分", parser=read_time, help="每天什么时间运行；默认 08:30"
        ),
    ] = None,
    workspace: WorkspaceOption = None,
    config: ConfigOption = None,
) -> int:
    """显示或装上每天自动发送的定时任务

    每天运行一次，周末也运行：调休上班的周末要发，放假的日子程序自己不发。
    每周第一个工作日各单位都收到一封；以后几天只发有变化的和没有发出的。
    """
    above = context.obj or (None, None)
    workspace, config = workspace or above[0], config or above[1]
    opened = open_workspace(workspace, config, ledger=False)
    moment = at or _HALF_PAST_EIGHT
    job = _job(opened, config, moment)
    chosen = system or _usual()
    _warn_of_password(opened)
    _warn_of_time_zone(moment)
    try:
        return _INSTALLERS[chosen](job, opened.folder, write)
    except ValueError as error:
        stop(Problem(Place(str(opened.folder)), str(error), "别的位置"))


def _job(opened: "Workspace", config: Path | None, at: time) -> "Job":
    """The job of a workspace. The folder of its log is made, since no system makes it."""
    from ..reminders.schedule import Job
    from ..reminders.store_file import prepare

    folder = opened.folder.absolute()
    log = prepare(folder) / "remind.log"
    also = ("--config", str(config.absolute())) if config else ()
    return Job(
        command=(*_program(), "remind", "-w", str(folder), *also),
        workspace=str(folder),
        log=str(log),
        at=at,
    )


def _program() -> tuple[str, ...]:
    """How this program is called from anywhere."""
    python = Path(sys.executable).absolute()
    script = python.with_name("gongkai.exe" if sys.platform == "win32" else "gongkai")
    return (str(script),) if script.exists() else (str(python), "-m", "gongkai_cli")


def _usual() -> str:
    if sys.platform == "win32":
        return "schtasks"
    return "cron" if which("crontab") or not which("systemctl") else "systemd"


def _warn_of_password(opened: "Workspace") -> None:
    reminding = opened.config.reminding if opened.config else None
    if reminding is None:
        warn("gongkai.yaml 里没有“提醒”：先写上，否则到时候什么都发不出去。")
        return
    source = reminding.server.password if reminding.server else None
    if source is not None and source.variable is not None:
        warn(
            f"口令取自环境变量 {source.variable}：定时任务里没有您登录后的环境变量。"
            "请改成 口令: {文件: …}，文件的权限设为 600。"
        )


def _warn_of_time_zone(at: time) -> None:
    from datetime import datetime

    offset = datetime.now().astimezone().utcoffset()
    if offset is not None and offset.total_seconds() != _PLAIN_SECONDS:
        warn(f"本机的时区不是北京时间：{at:%H:%M} 是本机的时间，用 --at 改。")


def _cron(job: "Job", folder: Path, write: bool) -> int:
    from ..reminders.schedule import crontab_lines, with_job

    block = crontab_lines(job)
    if not write:
        say("\n".join(block))
        warn("用 crontab -e 把以上各行加进去，或加 --write 由程序装上。")
        return OK
    before = _crontab()
    after = with_job(before, job)
    if after == before:
        say("crontab 里已经有了，没有改动")
        return OK
    if before:
        say(f"原来的 crontab 备份在 {_back_up(folder, before)}")
    done = _run(("crontab", "-"), after)
    if done.returncode or _crontab() != after:
        warn(f"crontab 没有接受：{done.stderr.strip()}")
        return FINDINGS
    say("\n".join(("已写入 crontab：", *block)))
    return OK


def _crontab() -> str:
    """The crontab of whoever runs this; empty where there is none."""
    if not which("crontab"):
        stop(Problem(Place("--for cron"), "本机没有 crontab", "安装 cron，或用 --for systemd"))
    done = _run(("crontab", "-l"))
    if done.returncode and "no crontab" not in done.stderr:
        stop(
            Problem(Place("crontab -l"), done.stderr.strip() or "不能读", "有权限用 crontab 的用户")
        )
    return "" if done.returncode else done.stdout


def _back_up(folder: Path, text: str) -> Path:
    from ..reminders.store_file import FOLDER
    from .filing import put

    path = folder / FOLDER / "crontab.bak"
    put(path, text.encode("utf-8", "surrogateescape"), today())
    return path


def _systemd(job: "Job", folder: Path, write: bool) -> int:
    from ..reminders.schedule import systemd_units
    from .filing import put

    units = systemd_units(job)
    is_root = sys.platform != "win32" and os.geteuid() == 0
    place = Path("/etc/systemd/system") if is_root else _user_units()
    systemctl = ("systemctl",) if is_root else ("systemctl", "--user")
    timer = next(name for name in units if name.endswith(".timer"))
    commands = [(*systemctl, "daemon-reload"), (*systemctl, "enable", "--now", timer)]
    if not write:
        for name, text in units.items():
            say(f"# {place / name}\n{text}")
        lines = "\n".join(f"    {' '.join(each)}" for each in commands)
        warn(f"写好以上文件以后运行（或加 --write 由程序装上）：\n{lines}")
        return OK
    for name, text in units.items():
        put(place / name, text.encode("utf-8", "surrogateescape"), today())
        say(f"已写入 {place / name}")
    code = _run_all(commands)
    if not is_root:
        say("不登录时也要运行的话，请管理员运行一次：loginctl enable-linger 用户名")
    return code


def _user_units() -> Path:
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "systemd" / "user"


def _schtasks(job: "Job", folder: Path, write: bool) -> int:
    from ..reminders.schedule import windows_command, windows_script, windows_task
    from ..reminders.store_file import FOLDER
    from .filing import put

    script = folder.absolute() / FOLDER / "remind.cmd"
    text = windows_script(job)
    task = windows_task(job, str(script))
    if not write:
        say(f"rem {script}\n{text.replace(chr(13), '')}")
        say(windows_command(task))
        warn("把以上几行存为这个 .cmd 文件（UTF-8），再运行最后一行；或加 --write 由程序装上。")
        return OK
    if sys.platform != "win32":
        stop(Problem(Place("--for schtasks"), "这里不是 Windows，不能装", "在 Windows 上运行"))
    put(script, text.encode(), today())
    say(f"已写入 {script}")
    return _run_all([task])


def _run_all(commands: Sequence[Sequence[str]]) -> int:
    """Run commands of the system one after the other, up to the first that fails."""
    for each in commands:
        try:
            done = _run(each)
        except OSError as error:
            warn(f"不能运行 {each[0]}：{error.strerror}")
            return FINDINGS
        if done.returncode:
            warn(f"{' '.join(each)} 没有成功：{(done.stderr or done.stdout).strip()}")
            return FINDINGS
        say(f"已运行 {' '.join(each)}")
    return OK


def _run(command: Sequence[str], given: str | None = None) -> "subprocess.CompletedProcess[str]":
    """A command of the system, which speaks English so that its words can be told apart."""
    encoding: Any = {} if sys.platform == "win32" else {"encoding": "utf-8"}
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        errors="surrogateescape",
        check=False,
        env={**os.environ, "LC_ALL": "C"},
        **encoding,
    )


_INSTALLERS: dict[str, Callable[["Job", Path, bool], int]] = {
    "cron": _cron,
    "systemd": _systemd,
    "schtasks": _schtasks,
}
