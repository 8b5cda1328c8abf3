"""A check, a rule for catalogues or a setting explained; none needs a workspace."""

from typing import Protocol

from ..model.finding import Severity
from ..model.settings import Setting
from .columns import indented, labelled


class Page(Protocol):
    """What is shown of a check or of a rule for catalogues: the docstring is its manual page."""

    CODE: str
    SEVERITY: Severity
    __doc__: str | None


def page(rule: Page, silences: tuple[str, ...], width: int) -> str:
    """The manual page: the name, then a paragraph for each thing to know.

    ``silences`` are the codes that say nothing more about a thing once this one has spoken.
    """
    name, _, body = (rule.__doc__ or "").strip().partition("\n")
    lines = indented(f"{rule.CODE} {name}（最重：{rule.SEVERITY}）", width, "")
    texts = [_parted(line) for line in _paragraphs(body)]
    if silences:
        texts.append(("有它时", f"不再报 {'、'.join(silences)}"))
    return "\n".join([*lines, *labelled(texts, width)]) + "\n"


def setting(row: Setting, width: int) -> str:
    """A setting: what it decides, what it can be, and on what it rests."""
    kind = "计算口径" if row.options else "提醒和分级口径"
    unchosen = "各种读法都算：最早的用来安排，最晚的过了才认定超期" if row.opens else "按默认"
    texts = [
        ("问题", row.question),
        ("可选", "、".join(row.options) or "整数"),
        ("默认", row.default),
        ("不选", unchosen),
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
