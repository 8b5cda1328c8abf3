import typer

from gongkai_cli.commands.shell import PLAIN

app = typer.Typer(add_completion=False, help="有两个命令的组", **PLAIN)


@app.command()
def first() -> None:
    """第一个"""


@app.command()
def second() -> None:
    """第二个"""
