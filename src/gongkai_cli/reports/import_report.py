"""What an import inferred, for whoever has to confirm it: on the terminal, as Markdown, as JSON.

What a person has to look at comes first; then what was filled in, cleaned, read with a note, how
the units were put together, and what of the paper was passed over.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..model.draft import Draft, Inference, InferenceKind
from .machine import text_of

_FREE: tuple[tuple[str, tuple[InferenceKind, ...]], ...] = (
    ("空白的格按合并填入", ("merged",)),
    ("空白的格接着上一行填入（看不出是否合并）", ("continued",)),
    ("“同上”换成上一行的内容", ("ditto",)),
    ("去掉转换留下的字样", ("cleaned",)),
    ("时限字样有取舍", ("slip",)),
    ("单位", ("unit",)),
    ("其他", ("row", "column", "paper", "refused")),
)
_TO_CHECK = "请核对：没有填入，或没有把握"
_PASSED = "没有读入的内容"


class Section(Struct, frozen=True):
    """A heading and what stands below it."""

    title: str
    found: tuple[Inference, ...]


def sections(draft: Draft) -> tuple[Section, ...]:
    """Everything that was inferred, in the order in which it matters to the reader."""
    doubtful = tuple(each for each in draft.inferences if not each.certain)
    found = [Section(_TO_CHECK, doubtful)]
    for title, kinds in _FREE:
        of_kind = (each for each in draft.inferences if each.certain and each.kind in kinds)
        found.append(Section(title, tuple(of_kind)))
    return tuple(each for each in found if each.found)


def summary(draft: Draft) -> str:
    """One line: rows, limits that were read, what was inferred and what is to be checked."""
    refused = sum(1 for row in draft.rows if row.reading and row.reading.refused)
    doubtful = sum(1 for each in draft.inferences if not each.certain)
    unread = f"，其中{refused}行的时限没有读懂" if refused else ""
    passed = f"；{len(draft.notes)}处没有读入" if draft.notes else ""
    certain = len(draft.inferences) - doubtful
    return f"读入{len(draft.rows)}行{unread}；推定{certain}处，另有{doubtful}处请核对{passed}"


def render(draft: Draft) -> str:
    """The report for the terminal: a line for each, with its place in the paper."""
    return "\n".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    for section in sections(draft):
        yield f"{section.title}（{len(section.found)}处）"
        for rows, each in _gathered(section.found):
            yield f"  {_where(rows)}{_said(each)}"
            yield f"      {_places(each, rows)}"
        yield ""
    if draft.notes:
        yield f"{_PASSED}（{len(draft.notes)}处）"
        yield from (f"  {note}" for note in draft.notes)
        yield ""
    yield summary(draft)


def markdown(draft: Draft, name: str) -> str:
    """The report as a file beside the catalogue; ``name`` is that of the paper."""
    return "\n".join(_markdown(draft, name)) + "\n"


def _markdown(draft: Draft, name: str) -> Iterator[str]:
    yield f"# {name} 的导入推定"
    yield ""
    yield f"{summary(draft)}。"
    for section in sections(draft):
        yield ""
        yield f"## {section.title}（{len(section.found)}处）"
        yield ""
        yield "| 行 | 栏 | 内容 | 理由 | 在文件的哪里 |"
        yield "|---|---|---|---|---|"
        for rows, each in _gathered(section.found):
            cells = ("、".join(rows), each.key, each.value, each.reason, _places(each, rows))
            yield f"| {' | '.join(map(_cell, cells))} |"
    if draft.notes:
        yield ""
        yield f"## {_PASSED}（{len(draft.notes)}处）"
        yield ""
        yield from (f"- {note}" for note in draft.notes)


def machine(draft: Draft) -> str:
    """The same as one JSON object."""
    return text_of(
        {
            "title": draft.title,
            "body": draft.body,
            "source": draft.source,
            "rows": len(draft.rows),
            "refused": [row.id for row in draft.rows if row.reading and row.reading.refused],
            "inferences": [
                {
                    "row": each.row,
                    "key": each.key,
                    "value": each.value or None,
                    "reason": each.reason,
                    "kind": each.kind,
                    "certain": each.certain,
                    "place": str(each.place),
                }
                for each in draft.inferences
            ],
            "notes": list(draft.notes),
        }
    )


def _gathered(found: Sequence[Inference]) -> Iterator[tuple[tuple[str, ...], Inference]]:
    """What was inferred in the same words for several rows, once, with their ids."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    first: dict[tuple[str, str, str], Inference] = {}
    for each in found:
        key = (each.key, each.value, each.reason)
        first.setdefault(key, each)
        rows.setdefault(key, []).extend((each.row,) if each.row else ())
    for key, each in first.items():
        yield tuple(rows[key]), each


def _where(rows: Sequence[str]) -> str:
    return f"{'、'.join(rows)} " if rows else ""


def _said(each: Inference) -> str:
    value = f"“{_short(each.value)}”" if each.value and each.value not in each.reason else ""
    between = f"{value}——" if value else "："
    return f"{each.key}{between}{each.reason}" if value else f"{each.key}：{each.reason}"


def _places(each: Inference, rows: Sequence[str]) -> str:
    return f"{each.place}{' 等' if len(rows) > 1 else ''}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 30 else f"{line[:30]}…"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\").replace("|", "\\|")
