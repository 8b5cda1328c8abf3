"""Typer's own words in Chinese: help pages, and what is wrong with a command line.

Typer writes most of its texts as plain strings, out of reach of gettext, so they are replaced where
they come out: headings and fixed phrases by the formatter, messages by what they say.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import typer
from typer.core import TyperCommand

from ..model.place import Place, Problem
from .console import complain, say, warn

_HEADINGS = {"Options": "选项", "Arguments": "参数", "Commands": "命令"}
_PHRASES = (
    ("Show this message and exit.", "显示这份说明"),
    ("[default: ", "[默认："),
    ("[required]", "[必填]"),
    ("[OPTIONS]", "[选项]"),
    ("COMMAND [ARGS]...", "命令 …"),
)
_KINDS = {"int": "整数", "float": "数", "str": "文字", "path": "路径", "file": "文件"}

_formatter_class: Any = TyperCommand.context_class.formatter_class


class ChineseFormatter(_formatter_class):  # type: ignore[misc]
    """Help in Chinese, lined up by cells instead of characters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how the command is called."""
        from ..reports.columns import indented

        first = f"用法：{prog} "
        self.write("\n".join(indented(_chinese(args), self.width, first)) + "\n")

    def write_heading(self, heading: str) -> None:
        """The line above a list."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, each wrapped; a single line end is kept as it was written."""
        from ..reports.columns import indented

        indent = " " * self.current_indent
        for line in text.splitlines():
            self.write("\n".join(indented(line, self.width, indent)).rstrip() + "\n")

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Names at the left, what they mean at the right."""
        from ..reports.columns import indented, pad, width_of

        names = [_chinese(name) for name, _ in rows]
        widest = min(max(map(width_of, names)), col_max)
        for name, (_, meaning) in zip(names, rows, strict=True):
            first = " " * self.current_indent + pad(name, widest) + " " * col_spacing
            rest = " " * (self.current_indent + widest + col_spacing)
            if width_of(name) > widest:
                self.write(f"{'':>{self.current_indent}}{name}\n")
                first = rest
            self.write("\n".join(indented(_chinese(meaning), self.width, first, rest)) + "\n")


def say_usage_error(error: typer.TyperException) -> int:
    """Say in Chinese what is wrong with a command line, with the nearest right thing.

    Called without arguments a group shows its help, as ``--help`` does. The exit code is 2.
    """
    context = getattr(error, "ctx", None)
    if context is not None and error.message == context.get_help():
        say(error.message)
        return error.exit_code
    complain([_problem(error, context)])
    if context is not None:
        usage = context.command.get_usage(context)
        warn(f"{usage}\n（说明：{context.command_path} --help）")
    return error.exit_code


def _problem(error: typer.TyperException, context: Any) -> Problem:
    """What Typer found, as a problem of the command line."""
    parameter = getattr(error, "param", None)
    place = Place(_label(parameter) if parameter is not None else "命令行")
    accepted, near = getattr(error, "accepted", None), getattr(error, "nearest", None)
    message = error.message or error.format_message()
    found, names = _translated(message, context)
    if names:
        from ..notation.nearest import nearest

        wrong = re.search(r"“(.*?)”", found)
        accepted = "、".join(names)
        near = nearest(wrong.group(1), names) if wrong else None
    return Problem(place, found, accepted, near)


def _translated(message: str, context: Any) -> tuple[str, Sequence[str]]:
    for pattern, chinese, names in _MESSAGES:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            words = [_KINDS.get(word, word) for word in match.groups()]
            found = chinese.format(*words)
            if "names" in match.groupdict():
                return found, re.findall(r"'(.*?)'", match["names"])
            return found, names(context) if context is not None else ()
    return message, ()


def _label(parameter: Any) -> str:
    if parameter.param_type_name == "option":
        return " / ".join(parameter.opts)
    return f"参数“{parameter.human_readable_name}”"


def _chinese(text: str) -> str:
    for english, chinese in _PHRASES:
        text = text.replace(english, chinese)
    return text


def _options(context: Any) -> Sequence[str]:
    parameters = context.command.get_params(context)
    return [name for each in parameters if each.param_type_name == "option" for name in each.opts]


def _commands(context: Any) -> Sequence[str]:
    return tuple(context.command.list_commands(context))


def _no_names(context: Any) -> Sequence[str]:
    return ()


_MESSAGES: tuple[tuple[str, str, Callable[[Any], Sequence[str]]], ...] = (
    (r"No such option: (\S+)", "没有“{0}”这个选项", _options),
    (r"No such command ['\"](.*?)['\"]\..*", "没有“{0}”这个命令", _commands),
    (r"Missing command\.", "缺少命令", _commands),
    (r"Missing (?:argument|option|parameter).*", "没有填写", _no_names),
    (r"Got unexpected extra argument\(s\) \((.*)\)", "多出“{0}”", _no_names),
    (r"Option '(.*)' requires an argument\.", "选项 {0} 后面没有值", _no_names),
    (r"Option '(.*)' requires (\d+) arguments\.", "选项 {0} 后面应有 {1} 个值", _no_names),
    (r"Option '(.*)' does not take a value\.", "选项 {0} 后面不能有值", _no_names),
    (r"Argument '(.*)' takes (\d+) values\.", "参数 {0} 应有 {1} 个值", _no_names),
    (r"Takes (\d+) values but (\d+) given\.", "应有 {0} 个值，写了 {1} 个", _no_names),
    (r"'(.*?)' is not one of (?P<names>.*)\.", "没有“{0}”这个值", _no_names),
    (r"'(.*)' is not a valid (\w+)(?: range)?\.", "“{0}”不是{1}", _no_names),
    (r"(.*) is not in the range (.*)\.", "{0} 不在范围内（{1}）", _no_names),
    (r"'(.*)' is not a valid boolean\..*", "“{0}”不是“是”或“否”（yes、no）", _no_names),
    (r"(?:\w+) '(.*)' does not exist\.", "没有“{0}”这个文件或文件夹", _no_names),
    (r"(?:\w+) '(.*)' is a file\.", "“{0}”是文件，这里要文件夹", _no_names),
    (r"(?:\w+) '(.*)' is a directory\.", "“{0}”是文件夹，这里要文件", _no_names),
    (r"(?:\w+) '(.*)' is not readable\.", "“{0}”不能读", _no_names),
    (r"(?:\w+) '(.*)' is not writable\.", "“{0}”不能写", _no_names),
)
"""What Typer says, what it means, and the names that would have been right."""
