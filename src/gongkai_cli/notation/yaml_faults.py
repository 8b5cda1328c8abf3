"""What is wrong with a text that is no YAML, in the words of whoever wrote it.

The loader says where it gave up and what it would have liked there, which is seldom where the slip
is: a bracket that is never closed is noticed a line later. So the row of a table that fits what it
said decides which of its two places to show, what is wrong and what would be right.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from ..model.place import Place, Problem

_LONGEST = 30


class Slip(Struct, frozen=True):
    """A character of the Chinese keyboard, or an unseen one, where YAML has another.

    ``pattern`` finds it in a line, in its last group; full-width marks inside a value are text.
    """

    pattern: str
    found: str
    accepted: str


class Fault(Struct, frozen=True):
    """What the loader says, and what it means.

    ``said`` is matched against context and problem, behind them ``|value`` where a value stands
    before the place and ``|closed`` where a bracket that began is closed in its line. ``at_start``
    shows where the thing began, else where it failed. In ``found`` {line} is the whole line, {text}
    what of it stands from there on, {letter} the first letter of that.
    """

    said: str
    at_start: bool
    found: str
    accepted: str


_KEY = r"""[^\s:：,，"'{}\[\]]+"""
_SLIPS = (
    Slip(r"^[ \t]*?(\t)", "行首是制表符（Tab）", "用空格缩进"),
    Slip(r"^ *(\u3000)", "行首是全角空格", "用半角空格缩进"),
    Slip(rf"^[ -]*(?!-){_KEY}(：)", "键后是全角冒号“：”", "“: ”（半角冒号加空格）"),
    Slip(r":(\u3000)", "冒号后是全角空格", "“: ”（半角冒号加空格）"),
    Slip(r"\{[^}]*?(，)\s*[^\s,:，：{}]+[:：]", "花括号里是全角逗号“，”", "“, ”（半角逗号加空格）"),
)  # fmt: skip

_FAULTS = (
    Fault(r"flow .*\|closed", True, "括号里读不懂：“{text}”", "各项用半角逗号分开，冒号后空一格"),
    Fault("flow sequence", True, "“[”没有配对的“]”", "列表写在一对方括号里，各项用半角逗号分开"),
    Fault("flow mapping", True, "“{{”没有配对的“}}”", "分组写在一对花括号里，各项用半角逗号分开"),
    Fault("quoted scalar.*end of stream", True, "引号没有成对", "前后各一个同样的半角引号"),
    Fault("quoted scalar", True, "双引号里有反斜杠：“{text}”", "路径用“/”，或不加双引号"),
    Fault("simple key", True, "不是“键: 值”：“{text}”", "键后是半角冒号加空格，如“名称: 值”"),
    Fault(
        r"mapping values.*\|value",
        False,
        "值里又有一个“: ”：“{line}”",
        "值里有冒号和空格的，整个值前后加半角引号",
    ),
    Fault(
        r"scanning an (?:alias|anchor)|undefined alias|scanning a (?:tag|block scalar|directive)"
        "|cannot start any token|node content",
        True,
        "值不能以“{letter}”开头：“{text}”",
        "整个值前后加半角引号",
    ),
    Fault(
        r"(?:expected key|block end|expected '-').*\|value",
        False,
        "值写完以后又有内容：“{text}”",
        "只写一个值；值里有引号、方括号的，整个值前后加另一种半角引号",
    ),
    Fault(
        "expected key|block end|expected '-'|mapping values|violates indentation",
        False,
        "缩进没有对齐：“{line}”",
        "同一级的键左对齐，下一级多空两格",
    ),
    Fault("another document|document start", False, "从这一行起又是一份文件", "一个文件只写一份"),
)
_ANY = Fault("", False, "YAML 写法有误", "检查缩进、冒号后的空格、成对的括号和引号")


def syntax_problem(error: Any, text: str, file: str) -> Problem:
    """What is wrong where the loader gave up; ``error`` is its ``MarkedYAMLError``."""
    lines = [*text.splitlines(), ""]
    here = _spot(error.problem_mark or error.context_mark, lines)
    start = _spot(error.context_mark, lines) if error.context_mark else here
    said = f"{error.context} {error.problem}"
    rows = {start[0], here[0], here[0] - 1 if "mapping values" in said else here[0]}
    if slip := slip_problem(text, sorted(rows), file):
        return slip
    said += "|value" if re.search(r":\s", lines[here[0]][: here[1]]) else ""
    said += "|closed" if re.search(r"[]}]", lines[start[0]][start[1] :]) else ""
    fault = next((each for each in _FAULTS if re.search(each.said, said)), _ANY)
    row, column = start if fault.at_start else here
    line = lines[row].strip()
    rest = lines[row][column:].strip() or line
    found = fault.found.format(text=_short(rest), line=_short(line), letter=rest[:1])
    return Problem(Place(file, row + 1, column + 1), found, fault.accepted)


def _spot(mark: Any, lines: Sequence[str]) -> tuple[int, int]:
    """Row and column, from 0; the end of the text where the loader went on to."""
    return (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)


def slip_problem(text: str, rows: Iterable[int], file: str) -> Problem | None:
    """The first slip of the keyboard in these rows (from 0) of a text."""
    lines = text.splitlines()
    for number in rows:
        for pattern, slip in _patterns():
            match = pattern.search(lines[number]) if number < len(lines) else None
            if match is not None:
                return Problem(
                    Place(file, number + 1, match.start(1) + 1), slip.found, slip.accepted
                )
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Slip], ...]:
    return tuple((re.compile(slip.pattern), slip) for slip in _SLIPS)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
