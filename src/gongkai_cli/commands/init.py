"""``gongkai init``: a workspace, without ever overwriting a file."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from ..data_files import data_folder
from ..model.place import Place, Problem
from .console import complain, say, stop
from .request import today
from .shell import PLAIN

app = typer.Typer(add_completion=False, **PLAIN)

_CONFIG = """\
# 工作区的配置。gongkai 的各项命令在本文件夹及下级文件夹中运行时使用它。

目录: catalogue.yaml      # 主动公开基本目录
台账: [台账]              # 台账文件、文件夹或通配符（如 台账/*.xlsx），可以写几个
台账起始: {today}    # 台账从哪一天开始登记；在此之前应有而没有的信息不算缺

# 口径：只写与默认不同的。可选的口径和默认值用 gongkai explain 口径 查看。
# 例如 口径: {{临期天数: 3}}
口径: {{}}

# 流程：公开前各步要几个工作日，gongkai plan 按它倒排；不写就用推定的流程。
# 例如 流程: [{{步骤: 拟稿, 工作日: 5}}, {{步骤: 审核, 工作日: 3}}, {{步骤: 上网, 工作日: 1}}]
"""
_CATALOGUE, _SCHEMA = "catalogue.yaml", "catalogue.schema.json"
_LEDGER = Path("台账", "台账.xlsx")
_NEXT = """\
下一步：
  1. 对照印发的目录修改 catalogue.yaml，再用 gongkai catalogue lint 检查
  2. 在{ledger}登记信息和栏目，再用 gongkai ledger check 检查
  3. 用 gongkai check 核查，用 gongkai due 查看到期事项"""
_NEXT_EXAMPLE = """\
下一步（在这个文件夹中）：
  gongkai check --as-of {day}
  gongkai due --as-of {day}"""
_KEPT_BY_PROGRAM = ".gongkai"
_FIRST_LINE = r"# 示例工作区（(.+?)，核查日 (\d{4}-\d{2}-\d{2})）"
_OF_CHECKOUT = b"../../catalogue."


class Example(Struct, frozen=True):
    """A workspace that ships with the program.

    ``name`` is that of its folder and ``kind`` the same in Chinese; ``day`` is one on which there
    is much to see. ``usual`` is the one that goes with the shipped catalogue.
    """

    folder: Path
    kind: str
    day: date
    usual: bool

    @property
    def name(self) -> str:
        """What ``--example-of`` calls it."""
        return self.folder.name

    @property
    def label(self) -> str:
        """Both names."""
        return f"{self.name}（{self.kind}）"


def examples() -> tuple[Example, ...]:
    """The examples by name; the first line of each configuration says what it is."""
    found = []
    for path in sorted((data_folder() / "examples").glob("*/gongkai.yaml")):
        text = path.read_text(encoding="utf-8")
        said = re.match(_FIRST_LINE, text)
        if said is not None:
            usual = "../../catalogue.yaml" in text
            found.append(Example(path.parent, said[1], date.fromisoformat(said[2]), usual))
    return tuple(found)


def _example_named(name: str) -> Example:
    known = {word: each for each in examples() for word in (each.name, each.kind)}
    if name not in known:
        from ..notation.nearest import nearest

        labels = "、".join(each.label for each in examples())
        problem = Problem(
            Place("--example-of"), f"没有“{name}”这个示例", labels, nearest(name, known)
        )
        stop(problem)
    return known[name]


@app.command()
def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="目录", help="工作区放在哪个文件夹；默认当前", show_default=False),
    ] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help="复制一个可以直接运行的示例工作区")
    ] = False,
    example_of: Annotated[
        str | None,
        typer.Option(
            metavar="名称",
            help="复制另一种单位的示例：" + "、".join(each.label for each in examples()),
            show_default=False,
        ),
    ] = None,
) -> None:
    """新建工作区：配置、目录和台账模板

    已有的文件一律保留，不会改动。
    """
    if folder.exists() and not folder.is_dir():
        stop(Problem(Place(str(folder)), "这是文件，不是文件夹", "新的或已有的文件夹"))
    chosen = _chosen(example, example_of)
    folder.mkdir(parents=True, exist_ok=True)
    made = list(_workspace(folder) if chosen is None else _example(chosen, folder))
    say("\n".join([f"工作区：{folder.resolve()}", *made]))
    say(_NEXT.format(ledger=_LEDGER) if chosen is None else _NEXT_EXAMPLE.format(day=chosen.day))


def _chosen(example: bool, example_of: str | None) -> Example | None:
    if example_of is not None:
        return _example_named(example_of)
    return next(each for each in examples() if each.usual) if example else None


def _example(example: Example, folder: Path) -> Iterator[str]:
    """A copy of a shipped example, with what it shares with the program beside it."""
    source = example.folder
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and _KEPT_BY_PROGRAM not in name.parts:
            data = path.read_bytes()
            if name.suffix == ".yaml":
                data = data.replace(_OF_CHECKOUT, b"catalogue.")
            yield _add(folder, name, data)
    yield from _shared(folder, *([_CATALOGUE] if example.usual else []), _SCHEMA)


def _shared(folder: Path, *names: str) -> Iterator[str]:
    for name in names:
        yield _add(folder, Path(name), (data_folder() / name).read_bytes())


def _workspace(folder: Path) -> Iterator[str]:
    yield _add(folder, Path("gongkai.yaml"), _CONFIG.format(today=today()).encode())
    yield from _shared(folder, _CATALOGUE, _SCHEMA)
    if (folder / _LEDGER).exists():
        yield _kept(_LEDGER)
    else:
        yield _add(folder, _LEDGER, _template(folder / _CATALOGUE))


def _template(path: Path) -> bytes:
    """The ledger workbook for the catalogue of the workspace."""
    from ..reports import ledger_template
    from ..sources.catalogue.catalogue_yaml import read_catalogue

    catalogue, problems = read_catalogue(path.read_bytes(), path.name)
    if catalogue is None:
        complain(problems)
        stop("catalogue.yaml 有错误，没有生成台账模板；改正后再运行 gongkai init")
    return ledger_template.render(catalogue)


def _add(folder: Path, name: Path, data: bytes) -> str:
    """Write a file that is not there yet; what was done with it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return _kept(name)
    return f"  新建  {name.as_posix()}"


def _kept(name: Path) -> str:
    return f"  保留  {name.as_posix()}（已经存在，没有改动）"
