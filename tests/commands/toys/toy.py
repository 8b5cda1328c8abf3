from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.commands.request import AsOfOption, BasisOption, DayArgument, FormatOption
from gongkai_cli.commands.shell import PLAIN

app = typer.Typer(add_completion=False, **PLAIN)


class Colour(Enum):
    RED = "红"
    BLUE = "蓝"


@app.command()
def toy(
    day: DayArgument,
    count: Annotated[int, typer.Option("--count", min=1, max=9, metavar="个数", help="数")] = 1,
    share: Annotated[float, typer.Option("--share", metavar="比例", help="比例")] = 0.5,
    pair: Annotated[tuple[int, int], typer.Option("--pair", metavar="两数", help="两数")] = (1, 2),
    colour: Annotated[Colour, typer.Option("--colour", metavar="颜色", help="颜色")] = Colour.RED,
    file: Annotated[
        Path | None,
        typer.Option("--file", exists=True, dir_okay=False, metavar="文件", help="文件"),
    ] = None,
    needed: Annotated[str, typer.Option("--needed", metavar="值", help="必填的")] = ...,  # type: ignore[assignment]
    flag: Annotated[bool, typer.Option("--flag", help="开关")] = False,
    as_of: AsOfOption = None,
    basis: BasisOption = "从严",
    format: FormatOption = "table",
) -> int:
    """什么选项都有"""
    typer.echo(f"{day} {count} {basis} {format} {as_of}")
    return 3
