"""The tables of a file, whatever its format."""

from pathlib import Path

from ...model.place import Place, Problem
from ...notation.files import unavailable
from ...notation.yaml_tree import decode
from .formats import Format, format_of
from .grid import Grid
from .layout import Unfit

_MEGABYTE = 1 << 20
_MOST_BYTES = 64 * _MEGABYTE
_MOST_OF_TEXT = 16 * _MEGABYTE
_MOST_LINES = 1_000_000
Reading = tuple[tuple[Grid, ...], tuple[Problem, ...]]


def read_tables(source: Path | bytes, name: str) -> Reading:
    """The tables of a paper in their order, and what is wrong with it; ``name`` is shown in places.

    A paper without a table is an error. Nothing is raised for what stands in a file, nor for one
    that cannot be opened.
    """
    place = Place(name)
    try:
        if isinstance(source, Path):
            if source.stat().st_size > _MOST_BYTES:
                raise _too_large(place)
            source = source.read_bytes()
        if len(source) > _MOST_BYTES:
            raise _too_large(place)
        grids, problems = _read(source, name)
    except OSError as error:
        return (), (unavailable(error, place),)
    except Unfit as unfit:
        return (), (unfit.problem,)
    if not grids and not problems:
        problems = (Problem(place, "没有找到表格", "含有表格的文件"),)
    return grids, problems


def _read(data: bytes, name: str) -> Reading:
    match format_of(data, name):
        case Format.DOCUMENT:
            from .docx import read_docx

            return read_docx(data, name)
        case Format.WORKBOOK:
            from .xlsx import read_xlsx

            return read_xlsx(data, name)
        case Format.TEXT:
            return _read_text(data, name)
        case Format.PAGE:
            from .html import read_html

            return read_html(data, name)
        case Format.ARCHIVED_PAGE:
            from .html import page_in_archive, read_html

            return read_html(page_in_archive(data, name), name)


def _read_text(data: bytes, name: str) -> Reading:
    """A text: with pipe tables, with cells divided by tabs, a .csv, or a page that begins late."""
    if len(data) > _MOST_OF_TEXT:
        raise _too_large(Place(name), _MOST_OF_TEXT)
    text = decode(data, name)
    if isinstance(text, Problem):
        return (), (text,)
    if text.count("\n") > _MOST_LINES:
        raise Unfit(Place(name), "文字过多（超过一百万行）", "只有目录的文件")
    from .csv import is_csv, read_csv
    from .markdown import is_markdown, read_markdown
    from .plain_text import read_plain_text

    if name.lower().endswith(".csv"):
        return read_csv(text, name)
    if is_markdown(text):
        return read_markdown(text, name)
    if "<table" in text.lower():
        from .html import read_html

        return read_html(data, name)
    if "\t" not in text and is_csv(text):
        return read_csv(text, name)
    return read_plain_text(text, name)


def _too_large(place: Place, most: int = _MOST_BYTES) -> Unfit:
    found = f"文件过大（超过 {most // _MEGABYTE} MB）"
    return Unfit(place, found, "只有目录的文件（可另存一份，删去图片）")
