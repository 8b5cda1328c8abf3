"""Which format a file has, by what stands in it, and the tables that it holds."""

from collections.abc import Callable
from pathlib import Path

from ...model.place import Place, Problem
from ...notation.files import unavailable
from ...notation.yaml_tree import decode
from .grid import Grid
from .layout import Unfit

_MEGABYTE = 1 << 20
_MOST_BYTES = 64 * _MEGABYTE
Reading = tuple[tuple[Grid, ...], tuple[Problem, ...]]


def read_tables(source: Path | bytes, name: str) -> Reading:
    """The tables of a paper in their order, and what is wrong with it; ``name`` is shown in places.

    Nothing is raised for what stands in the file, nor for one that cannot be opened.
    """
    place = Place(name)
    try:
        if isinstance(source, Path):
            if source.stat().st_size > _MOST_BYTES:
                raise _too_large(place)
            source = source.read_bytes()
        if len(source) > _MOST_BYTES:
            raise _too_large(place)
        return _reader(source, name)(source, name)
    except OSError as error:
        return (), (unavailable(error, place),)
    except Unfit as unfit:
        return (), (unfit.problem,)


def _reader(data: bytes, name: str) -> Callable[[bytes, str], Reading]:
    from .office_package import open_package

    if data.startswith(b"PK"):
        with open_package(data, name) as package:
            document = package.document() or ""
        if document.startswith("xl/"):
            from .xlsx import read_xlsx

            return read_xlsx
        from .docx import read_docx

        return read_docx
    return _read_text


def _read_text(data: bytes, name: str) -> Reading:
    from .plain_text import read_plain_text

    text = decode(data, name)
    if isinstance(text, Problem):
        return (), (text,)
    return read_plain_text(text, name)


def _too_large(place: Place) -> Unfit:
    return Unfit(place, "文件过大（超过 64 MB）", "只有目录的文件（可另存一份，删去图片）")
