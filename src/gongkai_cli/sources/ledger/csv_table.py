"""Reading .csv files: which encoding, which delimiter, and rows with their lines.

Nothing in a .csv says how it is written. An encoding counts only if the whole file can be decoded
with it and the headings of a ledger then appear: most Chinese texts in GB18030 decode by chance as
something else, but never to a known heading.
"""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...model.place import Place, Problem
from ...notation.formula_guard import unguarded
from .heading_row import SEARCHED_ROWS, find_heading_row, without_headings
from .sheet_headings import SheetForm
from .table import Table

_LARGEST = 400 << 20
_HEAD = 1 << 16
_DELIMITERS = (",", "\t", ";", "；")
_WRITTEN = "UTF-8 或 GB18030（GBK）编码"
_ACCEPTED = f"{_WRITTEN}、用逗号分隔的表格，第一行是表头"
_ENCODING_LABELS = {"utf-8-sig": "UTF-8", "gb18030": "GB18030", "utf-16": "UTF-16"}
_DELIMITER_LABELS = {",": "逗号", "\t": "制表符", ";": "分号", "；": "全角分号"}


class Writing(Struct, frozen=True):
    """How a .csv is written."""

    encoding: str
    delimiter: str

    @property
    def label(self) -> str:
        """In words."""
        return f"{_ENCODING_LABELS[self.encoding]} 编码，{_DELIMITER_LABELS[self.delimiter]}分隔"


def read_csv(
    path: Path, file: str, form: SheetForm | None, problems: list[Problem]
) -> Table | None:
    """The table in a .csv file; what is wrong is added to ``problems``, while rows are read too.

    ``file`` is the name to show in places. Raises ``OSError`` where the file cannot be opened.
    """
    if path.stat().st_size > _LARGEST:
        problems.append(Problem(Place(file), "文件过大（超过 400 MB）", "把台账分成几个较小的文件"))
        return None
    return csv_table(path.read_bytes(), file, form, problems)


def csv_table(
    data: bytes, file: str, form: SheetForm | None, problems: list[Problem]
) -> Table | None:
    """The same of the bytes of a .csv."""
    writing = how_written(data, file, form)
    if isinstance(writing, Problem):
        problems.append(writing)
        return None
    rows = _rows(data, writing, file, problems)
    return Table(file=file, rows=rows, written=writing.label)


def how_written(data: bytes, file: str, form: SheetForm | None) -> Writing | Problem:
    """The encoding and delimiter with which the headings of ``form`` (or any form) appear."""
    if refusal := _no_text(data):
        return Problem(Place(file), *refusal)
    utf_16 = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    stops: dict[str, int] = {}
    for encoding in ("utf-16",) if utf_16 else ("utf-8-sig", "gb18030"):
        decoder = codecs.getincrementaldecoder(encoding)("ignore")
        delimiter = _delimiter(decoder.decode(data[:_HEAD]), form)
        wrong = _first_wrong_byte(data, encoding)
        if wrong is None and delimiter is not None:
            return Writing(encoding, delimiter)
        if wrong is not None and delimiter is not None:
            stops[encoding] = wrong
    for encoding, wrong in stops.items():
        line = data.count(b"\n", 0, wrong) + 1
        label = _ENCODING_LABELS[encoding]
        return Problem(Place(file, line), f"这一行有不属于 {label} 编码的字节", _ACCEPTED)
    found, accepted = without_headings(form)
    if not utf_16 and _first_wrong_byte(data, "utf-8-sig") is not None:
        found, accepted = f"{found}，也可能是编码无法识别", f"{accepted}；{_WRITTEN}"
    return Problem(Place(file), found, accepted)


def _no_text(data: bytes) -> tuple[str, str] | None:
    """Why the data are no text, and what to do, where that is plain from the beginning."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0"):
        return "文件是空的", _ACCEPTED
    if data[:4] == b"PK\x03\x04":
        return "内容是 .xlsx 工作簿，不是 .csv", "把扩展名改为 .xlsx"
    if data[:4] == b"\xd0\xcf\x11\xe0":
        return "内容是旧版 .xls 格式，不是 .csv", "用 Excel 或 WPS 打开后另存为 .xlsx"
    return None


def _first_wrong_byte(data: bytes, encoding: str) -> int | None:
    """Where the data stop being text in that encoding; they are decoded in pieces, to save room."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    for start in range(0, len(data), 1 << 20):
        try:
            decoder.decode(data[start : start + (1 << 20)], start + (1 << 20) >= len(data))
        except UnicodeDecodeError as error:
            return start + error.start
    return None


def _delimiter(head: str, form: SheetForm | None) -> str | None:
    """The delimiter that shows the most headings, ``None`` where none shows any."""
    best: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        try:
            first = [row for _, row in zip(range(SEARCHED_ROWS), rows, strict=False)]
        except csv.Error:
            continue
        found = find_heading_row(enumerate(first, 1), form)
        known = len(found.found) if found else 0
        if known and (best is None or known > best[0]):
            best = known, delimiter
    return best[1] if best else None


def _rows(
    data: bytes, writing: Writing, file: str, problems: list[Problem]
) -> Iterator[tuple[int, Sequence[str]]]:
    text = io.TextIOWrapper(io.BytesIO(data), writing.encoding, newline="")
    rows = csv.reader(text, delimiter=writing.delimiter, strict=True)
    guarded = b"'" in data
    line = 1
    try:
        for row in rows:
            yield line, [unguarded(cell) for cell in row] if guarded else row
            line = rows.line_num + 1
    except csv.Error:
        problems.append(
            Problem(
                Place(file, line),
                "从这一行起引号不成对，以下未读入",
                "含逗号或换行的内容前后各一个半角双引号，内容中的双引号写两个",
            )
        )
