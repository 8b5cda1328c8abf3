"""The frame around the commands: each is loaded when it is called, and everything is in Chinese.

``run`` turns whatever happens into a message and an exit code: wrong usage and wrong input 2, our
own mistakes 4, an interrupt 130, a reader that went away (``| head``) 141.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from .console import INTERNAL, OK, WRONG_INPUT, NoReader, say, stop_at, warn

PLAIN: dict[str, Any] = {"pretty_exceptions_enable": False, "rich_markup_mode": None}
"""For every ``typer.Typer``: without this, help and errors would load rich."""

_INTERRUPTED = 130
_NO_READER = 141


_context_class: Any = TyperCommand.context_class


class ChineseContext(_context_class):  # type: ignore[misc]
    """The context of every command: its help comes out in Chinese."""

    def make_formatter(self) -> Any:
        """What writes the help; loaded when help is asked for."""
        from .chinese import ChineseFormatter

        return ChineseFormatter(width=self.terminal_width, max_width=self.max_content_width)


class LazyCommand(TyperCommand):
    """Stands for a command or a group until it is called; help reads only its line."""

    def __init__(self, module: str, name: str, line: str) -> None:
        super().__init__(name, help=line, short_help=line, rich_markup_mode=None)
        self._module = module

    def make_context(self, info_name: Any, args: Any, parent: Any = None, **extra: Any) -> Any:
        """The context of the command itself: both running and completion ask for it first."""
        real = get_command(import_module(self._module).app)
        for command in (real, *getattr(real, "commands", {}).values()):
            command.context_class = ChineseContext
        return real.make_context(info_name, args, parent, **extra)


def lazy_app(package: str, lines: Mapping[str, str]) -> typer.Typer:
    """The program: a group of the commands in ``lines`` (name to help), one module each."""

    class Group(TyperGroup):
        context_class = ChineseContext

        def __init__(self, **attributes: Any) -> None:
            super().__init__(**attributes)
            for name, line in lines.items():
                self.add_command(LazyCommand(f"{package}.{name}", name, line))

    app = typer.Typer(cls=Group, no_args_is_help=True, add_completion=False, **PLAIN)
    app.callback()(_program)
    return app


def _set_up_completion() -> None:
    """Let a shell that asks for completions (``_GONGKAI_COMPLETE=source_bash``) have them.

    Typer does this along with two options of English text; here the variable alone is enough.
    """
    if "_GONGKAI_COMPLETE" in os.environ:
        from typer._completion_classes import completion_init

        completion_init()


def run(app: typer.Typer, arguments: Sequence[str] | None = None) -> int:
    """Run the program and answer its exit code; never a traceback, unless GONGKAI_DEBUG is set."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    _set_up_completion()
    try:
        code = _run(app, _behind(list(sys.argv[1:] if arguments is None else arguments)))
        sys.stdout.flush()
        return code
    except (NoReader, BrokenPipeError):
        # The interpreter flushes stdout once more as it ends: let that go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _NO_READER


def _behind(arguments: list[str]) -> list[str]:
    """The options that every command has, moved behind the command where they stand before it.

    >>> _behind(["-w", "甲", "catalogue", "show"])
    ['catalogue', 'show', '-w', '甲']
    """
    moved: list[str] = []
    while len(arguments) > 2 and arguments[0] in ("-w", "--workspace", "--config"):
        moved += arguments[:2]
        arguments = arguments[2:]
    return arguments + moved


def _run(app: typer.Typer, arguments: list[str]) -> int:
    try:
        code = app(arguments, prog_name="gongkai", standalone_mode=False)
    except typer.TyperException as error:
        from .chinese import say_usage_error

        return say_usage_error(error)
    except (KeyboardInterrupt, typer.Abort):
        code = _INTERRUPTED
    except NoReader:
        raise
    except OSError as error:
        if error.filename is None or os.environ.get("GONGKAI_DEBUG"):
            return _own_mistake(error)
        return _file_trouble(error)
    except Exception as error:
        return _wrong_holidays(error) or _own_mistake(error)
    if code == _INTERRUPTED:
        warn("已中断。")
    return code if isinstance(code, int) else OK


def _wrong_holidays(error: Exception) -> int | None:
    """A holiday file that was only read while counting is wrong: input, not our mistake."""
    from ..calendar import HolidayFileWrong
    from .console import complain

    if not isinstance(error, HolidayFileWrong):
        return None
    complain(error.problems)
    return WRONG_INPUT


def _file_trouble(error: OSError) -> int:
    try:
        stop_at(str(error.filename), error)
    except typer.Exit:
        return WRONG_INPUT


def _own_mistake(error: Exception) -> int:
    if os.environ.get("GONGKAI_DEBUG"):
        raise error
    from .. import __version__

    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    place = frame and f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}"
    warn(
        "gongkai 内部出错：这是程序的错误，不是您填写的数据的错误。\n"
        f"请把下面这一行和所用的命令报告给维护者（设 GONGKAI_DEBUG=1 再运行可看到详情）：\n"
        f"    gongkai {__version__} {type(error).__name__} {place} {error}"
    )
    return INTERNAL


def _say_version(asked: bool) -> None:
    if asked:
        from .. import __version__

        say(f"gongkai {__version__}")
        raise typer.Exit(OK)


def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="显示版本")
    ] = False,
) -> None:
    """政务公开主动公开目录的合规检查与到期提醒。"""
