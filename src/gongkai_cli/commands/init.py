"""``gongkai init``: a workspace, without ever overwriting a file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

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
_LEDGER = Path("台账", "台账.xlsx")
_NEXT = """\
下一步：
  1. 对照印发的目录修改 catalogue.yaml，再用 gongkai catalogue lint 检查
  2. 在{ledger}登记信息和栏目，再用 gongkai ledger check 检查
  3. 用 gongkai check 核查，用 gongkai due 查看到期事项"""
_NEXT_EXAMPLE = """\
下一步（在这个文件夹中）：
  gongkai check --as-of 2024-07-25
  gongkai due --as-of 2024-07-25"""


_KEPT_BY_PROGRAM = ".gongkai"


@app.command()
def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="目录", help="工作区放在哪个文件夹；默认当前", show_default=False),
    ] = Path(),
    example: Annotated[
        bool, typer.Option("--example", help="复制一个可以直接运行的示例工作区")
    ] = False,
) -> None:
    """新建工作区：配置、目录和台账模板

    已有的文件一律保留，不会改动。
    """
    if folder.exists() and not folder.is_dir():
        stop(Problem(Place(str(folder)), "这是文件，不是文件夹", "新的或已有的文件夹"))
    folder.mkdir(parents=True, exist_ok=True)
    made = list(_example(folder) if example else _workspace(folder))
    say("\n".join([f"工作区：{folder.resolve()}", *made]))
    say(_NEXT_EXAMPLE if example else _NEXT.format(ledger=_LEDGER))


def _example(folder: Path) -> Iterator[str]:
    """The shipped example. It shares the shipped catalogue; a copy of it has its own."""
    source = min(path for path in (data_folder() / "examples").iterdir() if path.is_dir())
    for path in sorted(source.rglob("*")):
        if path.is_file() and _KEPT_BY_PROGRAM not in path.parts:
            name, data = path.relative_to(source), path.read_bytes()
            if name.name == "gongkai.yaml":
                data = data.replace(b"../../catalogue.yaml", b"catalogue.yaml")
            yield _add(folder, name, data)
    yield from _catalogue(folder)


def _catalogue(folder: Path) -> Iterator[str]:
    for name in ("catalogue.yaml", "catalogue.schema.json"):
        yield _add(folder, Path(name), (data_folder() / name).read_bytes())


def _workspace(folder: Path) -> Iterator[str]:
    yield _add(folder, Path("gongkai.yaml"), _CONFIG.format(today=today()).encode())
    yield from _catalogue(folder)
    if (folder / _LEDGER).exists():
        yield _kept(_LEDGER)
    else:
        yield _add(folder, _LEDGER, _template(folder / "catalogue.yaml"))


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
