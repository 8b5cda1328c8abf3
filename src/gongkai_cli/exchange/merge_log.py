"""What was merged, row by row, as it is added to a log that Excel opens."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from ..notation.formula_guard import harmless
from .result import FileChange

HEADINGS = ("日期", "单位", "表", "信息", "表头", "原值", "新值", "文件", "位置")
_MARK = "\ufeff"


def log_rows(change: FileChange, file: str, today: date) -> Iterator[tuple[str, ...]]:
    """A row for every cell of a file that changed, and for every cell of a row that was added.

    ``file`` is what was written.
    """
    day = today.isoformat()
    for each in change.changed:
        where = (each.unit, each.sheet, each.record, each.heading)
        yield (day, *where, each.old, each.new, file, str(each.place))
    for row in change.added:
        for heading, text in row.cells.items():
            where = (row.unit, row.sheet, row.record, heading)
            yield (day, *where, "（新增）", text, file, str(row.place))


def log_bytes(rows: Iterator[tuple[str, ...]], *, new: bool) -> bytes:
    """These rows as .csv in UTF-8, with byte order mark and headings where the log is ``new``."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if new:
        text.write(_MARK)
        writer.writerow(HEADINGS)
    writer.writerows(map(harmless, row) for row in rows)
    return text.getvalue().encode()
