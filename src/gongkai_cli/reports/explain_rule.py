"""A check or a setting explained; neither needs a workspace."""

from typing import Protocol

from ..model.finding import Severity
from ..model.settings import Setting
from .columns import indented, labelled


class Check(Protocol):
    """What is shown of a check: its docstring is its manual page."""

    CODE: str
    SEVERITY: Severity
    SILENCES: tuple[str, ...]
    __doc__: str | None


def check(check: Check, width: int) -> str:
    """The manual page of a check: its name, then a paragraph for each thing to know."""
    name, _, body = (check.__doc__ or "").strip().partition("\n")
    lines = indented(f"{check.CODE} {name}（最重：{check.SEVERITY}）", width, "")
    texts = [_parted(line) for line in _paragraphs(body)]
    if check.SILENCES:
        texts.append(("有它时", f"不再报 {'、'.join(check.SILENCES)}"))
    return "\n".join([*lines, *labelled(texts, width)]) + "\n"


def setting(row: Setting, width: int) -> str:
    """A setting: what it decides, what it can be, and on what it rests."""
    kind = "计算口径" if row.counts else "提醒和分级口径"
    texts = [
        ("问题", row.question),
        ("可选", "、".join(row.options) or "整数"),
        ("默认", row.default),
        ("依据", row.source),
        ("写法", f"gongkai.yaml 中写“口径: {{{row.name}: {row.default}}}”"),
    ]
    return "\n".join([f"口径“{row.name}”（{kind}）", *labelled(texts, width)]) + "\n"


def _paragraphs(body: str) -> list[str]:
    """The paragraphs of a page: a line that has no label of its own goes on from the one before."""
    paragraphs: list[str] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        if _label(line) or not paragraphs:
            paragraphs.append(line)
        else:
            paragraphs[-1] += line
    return paragraphs


def _parted(line: str) -> tuple[str, str]:
    label = _label(line)
    return (label, line[len(label) + 1 :]) if label else ("", line)


def _label(line: str) -> str:
    label, colon, _ = line.partition("：")
    return label if colon and len(label) <= 3 else ""
