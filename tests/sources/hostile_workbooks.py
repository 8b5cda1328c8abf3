"""Workbooks that no office program writes: each is a good one with something done to its parts."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
LINKS = "xl/_rels/workbook.xml.rels"


def change_part(path: Path, part: str, change: Callable[[bytes], bytes]) -> Path:
    """Do something to one part of a workbook."""
    parts = parts_of(path)
    parts[part] = change(parts[part])
    return pack(path, parts.items())


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a workbook by their names."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(
    path: Path, parts: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> Path:
    """A workbook of these parts."""
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return path


def add_rows(path: Path, rows: bytes) -> Path:
    """Put rows, as XML, below those of the sheet."""
    return change_part(
        path, SHEET, lambda data: data.replace(b"</sheetData>", rows + b"</sheetData>")
    )


def forge_size(path: Path, part: str, size: int) -> Path:
    """Let the directory of the archive give another size for a part."""
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(part)
        directory = archive.start_dir
    name = part.encode()
    central = data.index(name, directory) - 46
    data[central + 24 : central + 28] = size.to_bytes(4, "little")
    data[info.header_offset + 22 : info.header_offset + 26] = size.to_bytes(4, "little")
    path.write_bytes(bytes(data))
    return path
