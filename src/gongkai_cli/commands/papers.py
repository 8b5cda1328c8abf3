"""Finished papers put into files: one into a file, several into a folder, nothing lost."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..model.place import Place, Problem
from .console import stop, stop_at
from .filing import Put, put_or_beside

if TYPE_CHECKING:
    from ..reports.documents import Document, Rendered

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f\ud800-\udfff]')
_LONGEST = 80
"""Characters of a name without its ending: 240 bytes of Chinese, and most systems allow 255."""


def target_of(document: "Document", output: Path | None, count: int, as_of: date) -> Path:
    """Where papers go: a file, or a folder (one that there is, or where there are several papers).

    ``output`` is what was asked for; what cannot be meant ends the command with exit code 2.
    """
    if count > 1:
        folder = output or Path(f"{document.NAME}-{as_of}")
        if folder.suffix.lower() == document.SUFFIX or folder.is_file():
            found = f"“{document.NAME}”有 {count} 份，一个文件写不下"
            stop(Problem(Place("-o"), found, "文件夹的名称，不带扩展名"))
        return folder
    if output is None or output.is_dir():
        return output or Path()
    if output.suffix.lower() != document.SUFFIX:
        accepted = f"扩展名为 {document.SUFFIX} 的文件名，或已有的文件夹"
        stop(Problem(Place("-o"), f"“{document.NAME}”不能写成“{output.name}”", accepted))
    return output


def write(
    rendered: "Rendered", target: Path, today: date, tell: Callable[[int, int], None]
) -> Iterator[str]:
    """Write the papers as they are made; a line on each that says where it is.

    A file that is there is kept aside first; one that another program holds open is left alone.
    """
    names: dict[str, int] = {}
    for number, paper in enumerate(rendered.papers, 1):
        in_folder = rendered.count > 1 or target.is_dir()
        path = target / _own(file_name(paper.name), names) if in_folder else target
        try:
            yield written(path, paper.data, today)
        except OSError as error:
            stop_at(str(path), error)
        if rendered.count > 1:
            tell(number, rendered.count)


def file_name(text: str) -> str:
    """A name that every system takes for a file, as near to the text as can be.

    >>> file_name("督办单-甲科/乙科.docx")
    '督办单-甲科_乙科.docx'
    """
    stem, dot, ending = _NOT_IN_NAMES.sub("_", text).rpartition(".")
    return f"{(stem or '_').strip(' .')[:_LONGEST] or '_'}{dot}{ending}"


def _own(name: str, names: dict[str, int]) -> str:
    """The name, numbered where another paper of this run has it."""
    names[name] = number = names.get(name, 0) + 1
    stem, dot, ending = name.rpartition(".")
    return name if number == 1 else f"{stem}-{number}{dot}{ending}"


def written(path: Path, data: bytes, today: date) -> str:
    """Write one file, and a line that says where it is; raises ``OSError``."""
    if path.is_file() and path.read_bytes() == data:
        return f"没有变化 {path}"
    return _said(put_or_beside(path, data, today))


def _said(put: Put) -> str:
    if put.instead_of is not None:
        return f"已生成 {put.path}（{put.instead_of.name} 正被其他程序打开，没有改动）"
    kept = f"（原来的文件存为 {put.backup.name}）" if put.backup is not None else ""
    return f"已生成 {put.path}{kept}"
