"""Typer's own words in Chinese: help pages, and what is wrong with a command line.

Typer writes most of its texts as plain strings, out of reach of gettext, so they are replaced where
they come out: headings and fixed phrases by the formatter, messages by what they say.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

import typer
from msgspec import Struct
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
    said, words = _meant(message)
    if said is None:
        return Problem(place, message, accepted, near)
    found = said.found.format(*words)
    accepted = said.accepted.format(*words) or getattr(parameter, "help", None) or "见下面的用法"
    names = said.names(context) if said.names and context is not None else ()
    if said.listed:
        names = re.findall(r"'(.*?)'", words[-1])
    if names:
        from ..notation.nearest import nearest

        wrong = re.search(r"“(.*?)”", found)
        accepted = "、".join(names)
        near = nearest(wrong.group(1), names) if wrong else None
    return Problem(place, found, accepted, near)


def _meant(message: str) -> tuple["_Said | None", list[str]]:
    """The row of the table that a message of Typer follows, and the words that it has in it."""
    for said in _MESSAGES:
        if match := re.fullmatch(said.pattern, message, re.DOTALL):
            return said, [_worded(word) for word in match.groups()]
    return None, []


def _worded(word: str) -> str:
    """A word of Typer's own in Chinese: a kind of value, a range.

    >>> _worded("int"), _worded("x>=0"), _worded("1<=x<=9"), _worded("--as-of")
    ('整数', '不小于 0 的数', '1 至 9', '--as-of')
    """
    if match := re.fullmatch(r"(-?\d+)<=x<=(-?\d+)", word):
        return f"{match[1]} 至 {match[2]}"
    if match := re.fullmatch(r"x>=(-?\d+)", word):
        return f"不小于 {match[1]} 的数"
    return _KINDS.get(word, word)


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


class _Said(Struct, frozen=True):
    """What Typer says, what it means and what would have been right.

    ``found`` and ``accepted`` take the groups of ``pattern``. Where ``accepted`` is empty the help
    of the parameter says it; ``names`` lists the valid ones, ``listed`` says that Typer did.
    """

    pattern: str
    found: str
    accepted: str = ""
    names: Callable[[Any], Sequence[str]] | None = None
    listed: bool = False


_MESSAGES = (
    _Said(r"No such option: (-\d)\S*", "有以“{0}”开头的内容，被当成了选项", "不带减号的数"),
    _Said(r"No such option: (\S+)", "没有“{0}”这个选项", names=_options),
    _Said(r"No such command ['\"](.*?)['\"]\..*", "没有“{0}”这个命令", names=_commands),
    _Said(r"Missing command\.", "缺少命令", names=_commands),
    _Said(r"Missing (?:argument|option|parameter).*", "没有填写"),
    _Said(
        r"Got unexpected extra argument\(s\) \((.*)\)",
        "多出“{0}”",
        "只写用法中的各项；含空格的一项前后加引号",
    ),
    _Said(
        r"Option '(.*)' requires an argument\.",
        "选项 {0} 后面没有值",
        "{0} 后面空一格，写上它的值",
    ),
    _Said(r"Option '(.*)' requires (\d+) arguments\.", "选项 {0} 后面的值不够", "{1} 个值"),
    _Said(r"Option '(.*)' does not take a value\.", "选项 {0} 后面不能有值", "只写 {0}"),
    _Said(r"Argument '(.*)' takes (\d+) values\.", "参数 {0} 的值不够", "{1} 个值"),
    _Said(r"Takes (\d+) values but (\d+) given\.", "写了 {1} 个值", "{0} 个值"),
    _Said(r"'(.*?)' is not one of (.*)\.", "没有“{0}”这个值", listed=True),
    _Said(r"'(.*)' is not a valid (\w+)(?: range)?\.", "“{0}”不是{1}", "{1}"),
    _Said(r"(.*) is not in the range (.*)\.", "{0} 不在范围内", "{1}"),
    _Said(r"'(.*)' is not a valid boolean\..*", "“{0}”不是“是”或“否”", "yes、no"),
    _Said(r"(?:\w+) '(.*)' does not exist\.", "没有“{0}”这个文件或文件夹", "已有的文件或文件夹"),
    _Said(r"(?:\w+) '(.*)' is a file\.", "“{0}”是文件", "文件夹"),
    _Said(r"(?:\w+) '(.*)' is a directory\.", "“{0}”是文件夹", "文件"),
    _Said(r"(?:\w+) '(.*)' is not readable\.", "“{0}”不能读", "有权限读的文件"),
    _Said(r"(?:\w+) '(.*)' is not writable\.", "“{0}”不能写", "有权限写的文件"),
)
