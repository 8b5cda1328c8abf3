"""Files as users name them: why one cannot be had, and which one was most likely meant."""

from functools import cache
from pathlib import Path

from ..model.place import Place, Problem

_MOST = 1_000
"""How many names of a folder are looked at for the nearest."""


def unavailable(error: OSError, place: Place) -> Problem:
    """Why a file could not be read or written, as a problem at ``place``.

    Where there is none of its name, the nearest that there is comes along.

    >>> unavailable(IsADirectoryError(21, "Is a directory"), Place("台账")).found
    '这是文件夹，不是文件'
    """
    import errno

    number, path = error.errno or 0, str(error.filename or place.file)
    if number == errno.EACCES and Path(path).is_dir():
        number = errno.EISDIR
    unknown = f"不能读写（系统错误 {number}）", "能读写的文件"
    found, accepted = _reasons().get(number, unknown)
    near = nearest_path(path) if number == errno.ENOENT else None
    return Problem(place, found, accepted, near)


def nearest_path(name: str, folder: Path = Path()) -> str | None:
    """The path in ``folder`` that ``name``, which leads nowhere, most likely meant.

    The first part that is not there is compared with what lies beside it.
    """
    path = _nearest(folder / name)
    if path is None:
        return None
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _nearest(path: Path) -> Path | None:
    from .nearest import nearest

    parent = path.parent
    if parent.is_dir():
        stems = _stems(parent, path.suffix)
        near = nearest(path.stem, stems)
        return parent / stems[near] if near else None
    meant = _nearest(parent) if parent != path else None
    if meant is None:
        return None
    return meant / path.name if (meant / path.name).exists() else meant


def _stems(folder: Path, suffix: str) -> dict[str, str]:
    """What lies in a folder by its name without ending; of two such names the one with ``suffix``.

    The ending says nothing of what was meant: 目录.yaml is not near to gongkai.yaml.
    """
    found = [path for _, path in zip(range(_MOST), folder.iterdir(), strict=False)]
    shown = (path for path in found if not path.name.startswith((".", "~$")))
    return {each.stem: each.name for each in sorted(shown, key=lambda each: each.suffix == suffix)}


@cache
def _reasons() -> dict[int, tuple[str, str]]:
    import errno

    return {
        errno.ENOENT: ("没有这个文件或文件夹", "已有的文件或文件夹"),
        errno.EACCES: ("没有权限，或正被 Excel、WPS 等程序占用", "关闭打开它的程序，或换一个位置"),
        errno.EPERM: ("系统不允许这样操作", "有权限读写的位置"),
        errno.EISDIR: ("这是文件夹，不是文件", "写到文件名为止"),
        errno.ENOTDIR: ("路径中有一段是文件，不是文件夹", "已有的文件夹"),
        errno.EEXIST: ("已经存在", "另一个名称"),
        errno.ENOSPC: ("磁盘已满", "腾出空间，或写到别处"),
        errno.EROFS: ("磁盘只能读，不能写", "写到别处"),
        errno.ENAMETOOLONG: ("名称太长", "短一些的名称"),
    }
