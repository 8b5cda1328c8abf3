"""What a message says, taken apart again as its reader takes it apart."""

import re
from collections.abc import Iterator

from msgspec import Struct

_PROBLEM = re.compile(
    r"(?P<file>[^!:：]+?)"
    r"(?:!(?P<sheet>[^!]+?)(?:!(?P<cell>[A-Z]+\d+))?"
    r"|(?::(?P<line>\d+))?(?::(?P<column>\d+))?)"
    r": (?P<found>.+)"
)
_LABEL = re.compile(r" {4}(所在信息|应为|最接近)：(.+)")
_COUNT = re.compile(r"(?:错误|说明) \d+ 处(?:：.+)?")
_WORDING = re.compile(r" {4}.*")
"""A wording with a mark below the letter where reading stopped."""
_USAGE = re.compile(r"用法：.+|（说明：.+）")


class Told(Struct, frozen=True, kw_only=True):
    """One thing that a message says: where, what was found, and what would be right."""

    file: str
    line: int | None = None
    sheet: str | None = None
    cell: str | None = None
    found: str
    labels: dict[str, str] = {}


def told(message: str) -> tuple[Told, ...]:
    """The problems in a message, in its order; a line that is none of its kinds is an error.

    >>> [(each.file, each.line, each.labels) for each in told("a.yaml:3:1: 缺少“名称”")]
    [('a.yaml', 3, {})]
    """
    return tuple(_told(message))


def _told(message: str) -> Iterator[Told]:
    lines = [line for line in message.splitlines() if line]
    for number, line in enumerate(lines):
        if any(part.fullmatch(line) for part in (_COUNT, _USAGE, _LABEL, _WORDING)):
            continue
        match = _PROBLEM.fullmatch(line)
        if match is None:
            raise ValueError(f"neither a problem nor a part of one: {line}")
        labels: dict[str, str] = {}
        for below in lines[number + 1 :]:
            if not _WORDING.fullmatch(below):
                break
            if label := _LABEL.fullmatch(below):
                labels[label[1]] = label[2]
        yield Told(
            file=match["file"],
            line=int(match["line"]) if match["line"] else None,
            sheet=match["sheet"],
            cell=match["cell"],
            found=match["found"],
            labels=labels,
        )
