"""The password of a mail server: from the environment or a closed file, shown to nobody."""

import os
import stat
from pathlib import Path

from ..model.place import Place
from ..model.reminding import PasswordSource
from ..notation.files import unavailable
from .transport import Unreachable

_LONGEST = 1_024


class Password:
    """A password that shows itself to nobody who prints or logs it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return "Password(…)"

    def reveal(self) -> str:
        """The password itself, for the server alone."""
        return self._text

    def blot(self, text: str) -> str:
        """What a server said, without the password, should it repeat it."""
        return text.replace(self._text, "…")


def read_password(source: PasswordSource, workspace: Path) -> Password:
    """The password that ``source`` names; a file's path is relative to the workspace.

    A file must be an ordinary one. On POSIX it must belong to whoever runs the program and be open
    to nobody else (mode 0600 or stricter). On Windows its rights are not looked at: whoever keeps
    a password there closes the folder. Raises ``Unreachable`` (lasting), whose words never hold
    anything of the password.
    """
    if source.variable is not None:
        text, where = os.environ.get(source.variable, ""), f"环境变量 {source.variable} "
    else:
        assert source.file is not None, "one of the two is set"
        text, where = _in_file(workspace / source.file, source.file), f"文件“{source.file}”"
    if not text:
        raise _unusable(f"{where}中没有口令")
    if not (text.isascii() and text.isprintable()):
        raise _unusable(f"{where}中的口令含有 ASCII 以外的字符或控制字符，邮件服务器不能接受")
    return Password(text)


def _in_file(path: Path, shown: str) -> str:
    """The first line of a closed file."""
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            _demand_closed(os.fstat(file.fileno()), shown)
            data = file.read(_LONGEST)
    except OSError as error:
        why = unavailable(error, Place(shown)).found
        raise _unusable(f"口令文件“{shown}”：{why}") from None
    try:
        return data.decode("utf-8-sig").split("\n")[0].strip("\r")
    except UnicodeDecodeError:
        raise _unusable(f"口令文件“{shown}”不是文本文件") from None


def _without_waiting(path: str, flags: int) -> int:
    """Opens a pipe without waiting for a writer, so that it can be refused."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _demand_closed(status: os.stat_result, shown: str) -> None:
    """The open file is looked at, not its name, so that nobody can change it in between."""
    if not stat.S_ISREG(status.st_mode):
        raise _unusable(f"口令文件“{shown}”不是普通文件")
    if os.name == "nt":
        return
    if status.st_uid != os.geteuid():
        raise _unusable(f"口令文件“{shown}”不属于运行程序的用户；用 chown 改过来")
    if status.st_mode & 0o077:
        mode = stat.S_IMODE(status.st_mode)
        raise _unusable(f"口令文件“{shown}”别人也能读（权限 {mode:o}）；用 chmod 600 关上")


def _unusable(reason: str) -> Unreachable:
    return Unreachable(reason, lasting=True)
