"""What has to be known of a workbook before calamine may read it.

Calamine ends the process where a sheet reaches too far, and does not tell of hidden rows, error
values and formulas that were never calculated: it gives them as empty cells. So every part of the
file is read once, in pieces, by patterns that look at nothing but the openings of rows and cells. A
sheet whose cells open in another way than Excel, WPS and LibreOffice write them is refused, because
these patterns would not see where its cells are. Every part is read to its end, so
that one that is longer or other than the directory of the archive says does not pass.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import IO

from msgspec import Struct

_MEGABYTE = 1 << 20
_MOST_BYTES = 400 * _MEGABYTE
_MOST_PARTS = 20_000
_LONGEST_ROW = 16 * _MEGABYTE
_MOST_CELLS = 12_000_000
"""As calamine counts: rows times columns, from A1 to the farthest cell with a value."""

_SAVE_AGAIN = "用 Excel 或 WPS 打开后另存为 .xlsx"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOW = rb' r="[A-Z]{1,3}([0-9]{6,7})"[^<>]*(?<!/)>'
_WIDE = rb' r="([A-Z]{2,3})[0-9]+"[^<>]*(?<!/)>'
_VALUE = rb' r="([A-Z]{1,3})([0-9]{1,7})"[^<>]*(?<!/)>'
"""Cells with a value: below row 99,999, right of column Z, anywhere."""

_TAB = ord("\t")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


class Unfit(Struct, frozen=True):
    """Why a workbook is not read, and what to do."""

    found: str
    accepted: str


class SheetMarks(Struct, frozen=True):
    """What calamine does not tell of a sheet.

    ``hidden`` are row numbers; ``faults`` says of a cell (row, column) why its value is lost.
    """

    hidden: frozenset[int] = frozenset()
    faults: dict[tuple[int, int], str] = {}


class _Refused(Exception):
    def __init__(self, found: str, accepted: str = _SAVE_AGAIN) -> None:
        super().__init__(found)
        self.reason = Unfit(found, accepted)


def inspect(path: Path) -> dict[str, SheetMarks] | Unfit:
    """The marks of every sheet by the name of its part in the archive, or why it is not read.

    Raises ``OSError`` where the file itself cannot be read.
    """
    try:
        _look_at_head(path)
    except _Refused as refused:
        return refused.reason
    return inspect_archive(path)


def inspect_archive(file: Path | IO[bytes]) -> dict[str, SheetMarks] | Unfit:
    """The same of a file that is known to be an archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
                raise _Refused("工作簿解压后过大（超过 400 MB）", "把台账分成几个较小的文件")
            if any(part.compress_type not in _METHODS for part in parts):
                raise _Refused("工作簿的压缩方式不常见")
            marks = {part.filename: _scan(archive, part) for part in parts}
        return {name: found for name, found in marks.items() if found is not None}
    except _Refused as refused:
        return refused.reason
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError) as error:
        if "encrypted" in str(error):
            return Unfit("工作簿有密码", "去掉打开密码后保存")
        return Unfit("工作簿已损坏，不能解压", _SAVE_AGAIN)


def _look_at_head(path: Path) -> None:
    size = path.stat().st_size
    if size == 0:
        raise _Refused("文件是空的", "有内容的 .xlsx 工作簿")
    if size > _MOST_BYTES:
        raise _Refused("文件过大（超过 400 MB）", "把台账分成几个较小的文件")
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLE:
            if "EncryptedPackage".encode("utf-16-le") in file.read(4 * _MEGABYTE):
                raise _Refused("工作簿有打开密码", "去掉密码后保存")
            raise _Refused("内容是旧版 .xls 格式")
    if head[:2] == b"PK":
        return
    if min(head) >= _TAB:
        raise _Refused(
            "内容是文本或网页，不是 .xlsx 工作簿", f"是 .csv 的改扩展名；否则{_SAVE_AGAIN}"
        )
    raise _Refused("内容不是 .xlsx 工作簿")


def _scan(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> SheetMarks | None:
    """Read one part to its end; its marks if it is a sheet."""
    hidden: set[int] = set()
    faults: dict[tuple[int, int], str] = {}
    is_sheet, low, wide = False, 99_999, 26
    with archive.open(part) as file:
        for piece in _pieces(file):
            is_sheet = True
            patterns = _patterns(b":c" in piece or b":row" in piece)
            if re.search(patterns.notable, piece):
                if re.search(patterns.odd, piece):
                    raise _Refused(f"{part.filename} 的写法不常见，不能安全读取")
                low = max(low, *map(int, re.findall(_LOW, piece)), 0)
                wide = max(wide, *map(_column, set(re.findall(_WIDE, piece))), 0)
            if b"hidden=" in piece:
                hidden.update(map(_row_number, re.findall(patterns.hidden, piece)))
            if b't="e"' in piece:
                faults.update(_errors(piece, patterns))
            if b"<f" in piece or b":f" in piece:
                faults.update(_uncalculated(piece, patterns))
    if low * wide > _MOST_CELLS:
        _measure(archive, part)
    return SheetMarks(frozenset(hidden), faults) if is_sheet else None


def _measure(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Refuse a sheet whose farthest row and column, each with a value, span too many cells.

    Apart from the scan, whose figures are never below 99,999 rows and 26 columns: few need it.
    """
    last_row = last_column = 1
    with archive.open(part) as file:
        for piece in _pieces(file):
            for letters, row in re.findall(_VALUE, piece):
                last_row = max(last_row, int(row))
                last_column = max(last_column, _column(letters))
    if last_row * last_column > _MOST_CELLS:
        raise _Refused(
            f"表格范围过大：有内容的单元格远在第{last_row}行、第{last_column}列",
            "删去表格之外的多余内容（选中多余的行和列，右键删除）后保存",
        )


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    """The data of a sheet in pieces of whole rows; nothing for a part that is no sheet."""
    held, is_sheet = b"", False
    while chunk := file.read(_MEGABYTE):
        held += chunk
        is_sheet = is_sheet or b"sheetData" in held
        if not is_sheet:
            held = held[-16:]
            continue
        cut = held.rfind(b"<", 0, max(held.rfind(b"row r="), 0))
        if cut > 0:
            yield held[:cut]
            held = held[cut:]
        if len(held) > _LONGEST_ROW:
            raise _Refused("工作表中有一行超过 16 MB", "删去多余内容后保存")
    if is_sheet:
        yield held


class _Patterns(Struct, frozen=True):
    """Regular expressions, compiled by ``re`` when they are first needed: most sheets need one."""

    notable: bytes
    odd: bytes
    hidden: bytes
    error: bytes
    uncalculated: bytes


@cache
def _patterns(prefixed: bool) -> _Patterns:
    """The patterns for a sheet whose element names have a namespace prefix, or have none.

    ``notable`` finds the opening of a cell beyond column Z or row 99,999, or not quite plain;
    ``odd`` of one that is not written as ``<c r="A1" name="value" …>``. A formula without a value
    was never calculated, unless the type of its cell says that the value is an empty text.
    """
    p = rb"(?:[^\s<>/:]+:)?" if prefixed else rb""
    formula = rb"\s*<%bf(?:\s[^<>]*)?(?:/>|>[^<]*</%bf>)\s*" % (p, p)
    value = rb"\s*<%bv(?:\s[^<>]*)?>([^<]*)</%bv>" % (p, p)
    blank = rb"<%bv(?:\s[^<>]*)?(?:/>|></%bv>)\s*" % (p, p)
    cell = rb'<%bc r="([A-Z]+)([0-9]+)"' % p
    return _Patterns(
        notable=rb'<%bc(?! r="[A-Z][1-9][0-9]{0,4}"(?: [st]="[a-zA-Z0-9]*")*/?>)[\s/>]' % p,
        odd=rb'<%bc(?! r="[A-Z]{1,3}[1-9][0-9]{0,6}"(?: (?!r=)[\w:.-]+="[^"<>]*")*\s*/?>)[\s/>]'
        % p,
        hidden=rb'<%brow(\s[^<>]*\bhidden="(?:1|true)"[^<>]*)>' % p,
        error=rb'%b(?=[^<>]* t="e")[^<>]*>(?:%b)?%b' % (cell, formula, value),
        uncalculated=rb'%b(?:(?![^<>]* t="str")[^<>]*>%b%b|[^<>]*>%b)</%bc>'
        % (cell, formula, blank, formula, p),
    )


def _row_number(attributes: bytes) -> int:
    match = re.search(rb'\sr="([0-9]{1,7})"', attributes)
    if match is None:
        raise _Refused("隐藏的行没有行号")
    return int(match.group(1))


def _errors(piece: bytes, patterns: _Patterns) -> Iterator[tuple[tuple[int, int], str]]:
    for letters, row, value in re.findall(patterns.error, piece):
        yield (int(row), _column(letters)), f"公式结果是错误值 {value.decode(errors='replace')}"


def _uncalculated(piece: bytes, patterns: _Patterns) -> Iterator[tuple[tuple[int, int], str]]:
    for letters, row in re.findall(patterns.uncalculated, piece):
        yield (int(row), _column(letters)), "公式没有算出的结果"


def _column(letters: bytes) -> int:
    """The number of a column, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
