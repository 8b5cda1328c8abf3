"""``gongkai schema``: the JSON Schema of each machine format."""

from pathlib import Path
from typing import Annotated

import typer

from .console import say_data
from .request import BadValue
from .shell import PLAIN

app = typer.Typer(add_completion=False, **PLAIN)

_FOLDER = Path(__file__).parents[1] / "reports"
_SUFFIX = ".schema.json"


def formats() -> tuple[str, ...]:
    """The names of the formats that have a schema: the commands that write them."""
    return tuple(sorted(path.name.removesuffix(_SUFFIX) for path in _FOLDER.glob(f"*{_SUFFIX}")))


def read_format(text: str) -> str:
    """A name of ``formats``."""
    if text not in formats():
        from ..notation.nearest import nearest

        raise BadValue(f"没有“{text}”的格式说明", "、".join(formats()), nearest(text, formats()))
    return text


@app.command()
def schema(
    name: Annotated[
        str, typer.Argument(metavar="命令", parser=read_format, help="输出 JSON 的命令，如 check")
    ],
) -> None:
    """输出机器格式的 JSON Schema

    目录文件的 JSON Schema 用 gongkai catalogue schema 输出。
    """
    say_data((_FOLDER / f"{name}{_SUFFIX}").read_text(encoding="utf-8"))
