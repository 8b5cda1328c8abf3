"""``remind`` every day by itself: lines for cron, units for systemd, a script for Windows.

Every day, weekends too: some are worked in exchange (调休), and the program itself keeps quiet on
rest days. On the first working day of a week all that there is to say goes out; on the others only
what is new, and what could not be sent before.

Each knows how its system reads a line. Paths are absolute and may hold blanks, Chinese and ``%``;
what a system cannot be told at all is refused (``ValueError``, in words for users).
"""

import hashlib
import shlex
from collections.abc import Sequence
from datetime import time

from msgspec import Struct

_LONGEST_CRON = 990
"""Bytes of a command; cron itself stops at 1,000."""
_LONGEST_TASK = 261
"""Characters of what a task of Windows runs."""
_PATH = "/usr/local/bin:/usr/bin:/bin"


class Job(Struct, frozen=True, kw_only=True):
    """What is to be run, with its arguments, where it logs to, and when (local time).

    ``workspace`` is what the job is known by: there is one for each.
    """

    command: tuple[str, ...]
    workspace: str
    log: str
    at: time

    @property
    def key(self) -> str:
        """A short name of the workspace, for names that hold no Chinese."""
        return hashlib.sha256(self.workspace.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def crontab_lines(job: Job) -> list[str]:
    """The lines of a crontab, from the marker before to the one behind.

    cron gives its jobs next to no environment, hands the line to ``sh``, and makes a line end of
    every ``%`` that has no backslash before it.

    >>> job = Job(command=("/opt/g k/gongkai", "remind", "-w", "/a/局100%"), workspace="/a/局100%",
    ...     log="/a/局100%/x.log", at=time(8, 30))
    >>> print("\\n".join(crontab_lines(job)))
    # >>> gongkai remind /a/局100% >>>
    30 8 * * * PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 PYTHONUTF8=1 '/opt/g k/gongkai' \
remind -w '/a/局100\\%' >> '/a/局100\\%/x.log' 2>&1
    # <<< gongkai remind /a/局100% <<<
    """
    _refuse(job, "\n\r\\\0", "crontab")
    words = " ".join(map(shlex.quote, job.command))
    command = f"PATH={_PATH} LANG=C.UTF-8 PYTHONUTF8=1 {words} >> {shlex.quote(job.log)} 2>&1"
    command = command.replace("%", "\\%")
    if len(command.encode()) > _LONGEST_CRON:
        raise ValueError(f"命令长过 {_LONGEST_CRON} 个字节，cron 会截断；把工作区移到短一些的路径")
    first, last = _markers(job)
    return [first, f"{job.at.minute} {job.at.hour} * * * {command}", last]


def with_job(crontab: str, job: Job) -> str:
    """A crontab with the lines of a job in place of those that it had; all else as it was."""
    first, last = _markers(job)
    lines = crontab.removesuffix("\n").split("\n") if crontab else []
    start = lines.index(first) if first in lines else len(lines)
    end = lines.index(last, start) + 1 if last in lines[start:] else start
    lines[start:end] = crontab_lines(job)
    return "\n".join(lines) + "\n"


def systemd_units(job: Job) -> dict[str, str]:
    """The files of a service and of its timer, by name.

    systemd reads quotes and backslashes as C does, ``%`` as the beginning of a specifier and ``$``
    as that of a variable. ``Persistent`` makes up for a day on which the machine was off.

    >>> units = systemd_units(Job(command=("/opt/gongkai", "remind", "-w", "/a/局 100%"),
    ...     workspace="/a/局 100%", log="/a/x.log", at=time(8, 30)))
    >>> service, timer = units.values()
    >>> service.splitlines()[6:8]
    ['ExecStart="/opt/gongkai" "remind" "-w" "/a/局 100%%"', 'StandardOutput=append:/a/x.log']
    """
    _refuse(job, "\n\r\0", "systemd")
    name = f"gongkai-remind-{job.key}"
    log = job.log.replace("%", "%%")
    workspace = job.workspace.replace("%", "%%")
    service = [
        "[Unit]",
        f"Description=gongkai remind {workspace}",
        "",
        "[Service]",
        "Type=oneshot",
        "Environment=LANG=C.UTF-8 PYTHONUTF8=1",
        f"ExecStart={' '.join(map(_systemd_word, job.command))}",
        f"StandardOutput=append:{log}",
        f"StandardError=append:{log}",
    ]
    timer = [
        "[Unit]",
        f"Description=gongkai remind {workspace}",
        "",
        "[Timer]",
        f"OnCalendar=*-*-* {job.at:%H:%M}:00",
        "Persistent=true",
        "",
        "[Install]",
        "WantedBy=timers.target",
    ]
    return {
        f"{name}.service": "\n".join(service) + "\n",
        f"{name}.timer": "\n".join(timer) + "\n",
    }


def windows_script(job: Job) -> str:
    """The script that a task of Windows runs: a task alone knows no log and no environment.

    ``cmd`` reads it in the code page that it was told before, and ``%`` as that of a variable.
    """
    _refuse(job, '\n\r\0"', "Windows")
    words = " ".join(f'"{word}"' for word in job.command)
    lines = (
        "@echo off",
        "chcp 65001 >nul",
        "set PYTHONUTF8=1",
        f'{words} >> "{job.log}" 2>&1'.replace("%", "%%"),
    )
    return "".join(f"{line}\r\n" for line in lines)


def windows_task(job: Job, script: str) -> Sequence[str]:
    """The command that makes Windows run a script every day.

    >>> windows_command(windows_task(Job(command=("g",), workspace="C:\\\\局", log="x",
    ...     at=time(8, 30)), "C:\\\\我的 局\\\\remind.cmd"))
    'schtasks /Create /F /SC DAILY /ST 08:30 /TN gongkai-remind-1eadae02 /TR \
"\\\\"C:\\\\我的 局\\\\remind.cmd\\\\""'
    """
    run = f'"{script}"'
    if len(run) > _LONGEST_TASK:
        raise ValueError(
            f"路径长过 {_LONGEST_TASK} 个字，schtasks 不接受；把工作区移到短一些的路径"
        )
    when = ("/SC", "DAILY", "/ST", f"{job.at:%H:%M}")
    return ("schtasks", "/Create", "/F", *when, "/TN", f"gongkai-remind-{job.key}", "/TR", run)


def windows_command(words: Sequence[str]) -> str:
    """A command as it is typed into a console of Windows."""
    from subprocess import list2cmdline

    return list2cmdline(words)


def _markers(job: Job) -> tuple[str, str]:
    return f"# >>> gongkai remind {job.workspace} >>>", f"# <<< gongkai remind {job.workspace} <<<"


def _systemd_word(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"'


def _refuse(job: Job, letters: str, system: str) -> None:
    for text in (*job.command, job.log):
        if any(letter in text for letter in letters):
            raise ValueError(f"路径里有 {system} 不能写的字符：{text!r}")
