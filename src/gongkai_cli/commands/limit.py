"""``gongkai limit``: how the wording of a time limit is read."""

import sys
from typing import Annotated

import msgspec
import typer

from ..limits.wording import EXAMPLES, Refusal, understand
from ..model.limit import Reading
from ..model.place import Place
from .console import OK, WRONG_INPUT, say, warn, width
from .request import format_option
from .shell import PLAIN

app = typer.Typer(add_completion=False, **PLAIN)

_FROM_STDIN = "-"


@app.command()
def limit(
    wording: Annotated[str, typer.Argument(metavar="公开时限|-", show_default=False)],
    format: Annotated[str | None, format_option("table", "jsonl")] = None,
) -> int:
    """读出一条公开时限的含义

    照目录的原话写；全角半角、繁体简体、中间有空格换行都可以。

    写“-”时从标准输入读，每行一条，默认按 jsonl 答，每条一行。

    jsonl 中读不懂的 limits 为空，refused 写明原因。

    全部读懂时退出码是 0；有读不懂的是 2，其余照样答出。
    """
    if wording == _FROM_STDIN:
        return _answer_lines(format or "jsonl")
    return _answer(wording, Place("参数“公开时限”"), format or "table")


def _answer_lines(format: str) -> int:
    """One answer for one wording a line; an empty line is a wording that cannot be read."""
    code = OK
    for number, line in enumerate(sys.stdin.buffer, 1):
        wording = _text(line).strip()
        if format == "table":
            say(wording if number == 1 else f"\n{wording}")
        code = max(code, _answer(wording, Place("标准输入", number), format))
    return code


def _text(line: bytes) -> str:
    """A line in UTF-8, else in the encoding of a Chinese console."""
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return line.decode("gb18030", errors="replace")


def _answer(wording: str, place: Place, format: str) -> int:
    from ..reports import limit_reading

    answer = understand(wording)
    if format == "jsonl":
        reading = Reading(refused=str(answer)) if isinstance(answer, Refusal) else answer
        say(msgspec.json.encode(reading).decode())
    elif isinstance(answer, Refusal):
        refusal = limit_reading.render_refusal(answer, width())
        warn(f"{place}: {refusal}\n    应为：{EXAMPLES}")
    else:
        say(limit_reading.render(answer, width()))
    return WRONG_INPUT if isinstance(answer, Refusal) else OK
