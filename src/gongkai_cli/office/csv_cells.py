"""Changing fields of an existing .csv and not one byte besides.

Lines that nothing is changed in are handed on as they came in: encoding, byte order mark, line
ends, quotes and blanks. A field is quoted only where it has to be.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence

from ..notation.formula_guard import harmless

_FIELD = r'"(?:[^"]|"")*"|[^"{0}\r\n][^{0}\r\n]*|'
_ENDS = ("\r\n", "\n", "\r")
_LOOKED_AT = 100


class CsvCells:
    """A .csv whose fields can be changed by line and column, from 1; ``data`` gives it anew.

    ``encoding`` is ``utf-8-sig`` (with or without its mark), ``gb18030`` or ``utf-16``. A row is
    called by the line on which it begins. Raises ``csv.Error`` where quotes do not match.
    """

    def __init__(self, data: bytes, encoding: str, delimiter: str) -> None:
        self._mark, self._encoding = _mark_of(data, encoding)
        self._delimiter = delimiter
        body = data[len(self._mark) :]
        self._lines = list(_lines(body, self._encoding))
        self._rows: dict[int, int] = {}
        reader = csv.reader(iter(self._decoded()), delimiter=delimiter, strict=True)
        line = 1
        for _ in reader:
            self._rows[line] = reader.line_num
            line = reader.line_num + 1
        self._added: list[str] = []

    def obstacle(self, line: int, column: int) -> str | None:
        """Why a field cannot be changed: there is no such row."""
        return None if line in self._rows and column > 0 else "文件中已没有这一行"

    def put(self, line: int, column: int, text: str) -> None:
        """Give a field another text; a row that is too short for it is made longer.

        A text that a spreadsheet would run gets an apostrophe before it, which the reader of the
        ledger takes off again.
        """
        last = self._rows[line]
        row = "".join(self._decode(each) for each in self._lines[line - 1 : last])
        spans, end = self._spans(row)
        written = harmless(text)
        if column <= len(spans):
            first, stop = spans[column - 1]
            field = self._field(written, quoted=row[first : first + 1] == '"')
            row = row[:first] + field + row[stop:]
        else:
            gap = self._delimiter * (column - max(len(spans), 1))
            row = row[:end] + gap + self._field(written) + row[end:]
        self._lines[line - 1 : last] = [self._encode(row), *[b""] * (last - line)]

    def append(self, fields: Sequence[str]) -> int:
        """Add a row behind the last one, with the line ends of the file, and answer its line."""
        texts = [self._field(harmless(each)) for each in fields]
        self._added.append(self._delimiter.join(texts))
        return len(self._lines) + sum(map(_lines_in, self._added[:-1])) + 1

    def data(self) -> bytes:
        """The file as it is now; it ends with a line end if it did before."""
        body = b"".join(self._lines)
        if not self._added:
            return self._mark + body
        end, added = self._line_end(), ""
        closed = not body or self._end_of(body)
        for row in self._added:
            added += row + end if closed else end + row
        return self._mark + body + self._encode(added)

    def _spans(self, row: str) -> tuple[list[tuple[int, int]], int]:
        """Where each field of a row begins and ends, and where the row does."""
        pattern = re.compile(_FIELD.format(re.escape(self._delimiter)))
        spans: list[tuple[int, int]] = []
        at = 0
        while True:
            match = pattern.match(row, at)
            assert match is not None, "the pattern takes the empty text"
            spans.append(match.span())
            at = match.end()
            if row[at : at + 1] != self._delimiter:
                return spans, at
            at += 1

    def _field(self, text: str, quoted: bool = False) -> str:
        special = (self._delimiter, '"', "\r", "\n")
        if text and (quoted or any(each in text for each in special)):
            return '"' + text.replace('"', '""') + '"'
        return text

    def _line_end(self) -> str:
        """The line end that most lines have; that of Windows where there is none."""
        ends = [self._end_of(each) for each in self._lines[:_LOOKED_AT]]
        best = max(_ENDS, key=ends.count)
        return best if best in ends else "\r\n"

    def _end_of(self, data: bytes) -> str:
        """The line end that the data end with, if they do; no other character ends in its bytes."""
        return next((end for end in _ENDS if data.endswith(self._encode(end))), "")

    def _decoded(self) -> Iterator[str]:
        return (self._decode(each) for each in self._lines)

    def _decode(self, data: bytes) -> str:
        return data.decode(self._encoding)

    def _encode(self, text: str) -> bytes:
        return text.encode(self._encoding)


def _mark_of(data: bytes, encoding: str) -> tuple[bytes, str]:
    """The byte order mark that a file begins with, and the encoding of what follows."""
    marks = {
        "utf-8-sig": ((codecs.BOM_UTF8, "utf-8"),),
        "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    }
    for mark, plain in marks.get(encoding, ()):
        if data.startswith(mark):
            return mark, plain
    return b"", "utf-8" if encoding == "utf-8-sig" else encoding


def _lines(body: bytes, encoding: str) -> Iterator[bytes]:
    """The lines with their ends, as the reader counts them; no character holds another's byte."""
    if encoding.startswith("utf-16"):
        text = body.decode(encoding)
        yield from (
            each.encode(encoding) for each in re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
        )
    else:
        yield from re.findall(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", body)


def _lines_in(row: str) -> int:
    """How many lines an added row takes."""
    return len(re.findall(r"\r\n|\r|\n", row)) + 1
