from pathlib import Path
from typing import Annotated

import typer

from gongkai_cli.calendar import HolidayFileWrong
from gongkai_cli.commands.console import say, stop
from gongkai_cli.commands.shell import PLAIN
from gongkai_cli.model.place import Place, Problem

app = typer.Typer(add_completion=False, **PLAIN)


@app.command()
def fails(how: Annotated[str, typer.Argument(metavar="怎样", help="怎样出错")]) -> None:
    """在运行中出错"""
    match how:
        case "mistake":
            raise KeyError("键")
        case "interrupt":
            raise KeyboardInterrupt
        case "file":
            Path("没有的文件夹", "文件").read_text(encoding="utf-8")
        case "stop":
            stop("一句话", Problem(Place("a.yaml", 3), "两件事", "甲、乙", "甲"))
        case "holidays":
            place = Place("holidays/2027.yaml", 4)
            raise HolidayFileWrong((Problem(place, "没有这一天", "2月有28天"),))
        case "flood":
            for number in range(100_000):
                say(f"第{number}行")
        case "unusual":
            say("生僻字：𠮷、✓、\ud800")
