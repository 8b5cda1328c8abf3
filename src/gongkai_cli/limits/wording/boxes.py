"""Options with boxes to tick: ■20个工作日内 □长期公开. Only what is ticked is said."""

import re

from ...notation.characters import unseen
from .marks import Stop

_TICKED = "■☑✓✔√"
EMPTY = "□☐▢口"
"""Boxes without a tick; 口 is what a copy makes of one."""
_CROSSED = "☒×✗✘"
_LIKE_A_BOX = re.compile("口(?=[一-鿿0-9])")
_BEFORE_A_BOX = ";；,，。■□☑☐√"


def unticked(written: str) -> tuple[int, ...]:
    """Which letters of a wording belong to options that are not ticked.

    Where no box is empty, nothing is an option: ■ is then the sign of a list. Raises ``Stop`` where
    nothing is ticked, or where it cannot be told which option a box belongs to.

    >>> unticked("■实时 □及时")
    (4, 5, 6)
    """
    boxes = _boxes(written)
    signs = {written[at] for at in boxes}
    if crossed := re.search(f"[{_CROSSED}]", written):
        raise Stop(crossed.start(), f"“{crossed[0]}”是选中还是划去，无法确定")
    if not any(_is_empty(written, at) for at in boxes):
        inner = written.strip().strip("√✓✔").find("√") if "√" in signs else -1
        if inner >= 0:
            raise Stop(written.index("√"), "分不清勾的是哪一项")
        return ()
    leading = [letter for letter in written[: boxes[0]] if not unseen(letter)]
    if leading and leading[-1] not in ":：":
        raise Stop(boxes[0], "分不清方框属于前一项还是后一项")
    if all(_is_empty(written, at) for at in boxes):
        raise Stop(boxes[0], "列出的各项都没有勾选")
    letters: list[int] = []
    for at, end in zip(boxes, (*boxes[1:], len(written)), strict=True):
        if _is_empty(written, at):
            letters += range(at, end)
    return tuple(letters)


def _boxes(written: str) -> list[int]:
    boxes = [at for at, letter in enumerate(written) if letter in _TICKED + EMPTY[:-1]]
    if boxes:
        alike = (found.start() for found in _LIKE_A_BOX.finditer(written))
        boxes += [at for at in alike if _stands_apart(written[:at])]
    return sorted(boxes)


def _stands_apart(before: str) -> bool:
    return not before or unseen(before[-1]) or before[-1] in _BEFORE_A_BOX


def _is_empty(written: str, at: int) -> bool:
    return written[at] in EMPTY
