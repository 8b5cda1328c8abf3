"""The holiday file of a workspace with one more notice, all else as it was written."""

from collections.abc import Sequence

from msgspec.structs import replace

from ..calendar.notice_yaml import read_notices
from ..calendar.notices import Notice, YearNotices
from ..model.place import Place, Problem
from ..notation.yaml_tree import Items, Mapping, Node, decode, read_yaml
from .notice_yaml import entry, render

_MARK = len("- ")


def with_notice(
    data: bytes | None, file: str, year: int, notice: Notice, shipped: YearNotices | None
) -> str | tuple[Problem, ...]:
    """The text of the file after the notice was added to it, or why it cannot be.

    ``data`` are the bytes of the file, ``None`` where there is none yet; ``file`` the name to show;
    ``shipped`` the notices that the file extends. Comments and lay-out stay; the notice stands
    where its day of issue puts it. The result is read again: it has the notices of before and this
    one, or it is not given.
    """
    if data is None:
        return render(YearNotices(year, (notice,)))
    before, problems = read_notices(data, file, year, shipped)
    text = decode(data, file)
    if before is None or isinstance(text, Problem):
        return problems
    earlier = [each for each in before.notices if each.issued <= notice.issued]
    tree, _ = read_yaml(data, file)
    added = _inserted(text, _entries(tree), len(earlier), notice, year)
    after, _ = read_notices(added.encode(), file, year, shipped)
    expected = [*earlier, notice, *before.notices[len(earlier) :]]
    if after is None or _meaning(after.notices) != _meaning(expected):
        return (
            Problem(
                Place(file),
                "这个文件的写法不能自动添加通知",
                "“通知”写在最后，每个通知以“- 文号: ”开头，一项一行",
            ),
        )
    return added


def _inserted(text: str, entries: Sequence[Place], number: int, notice: Notice, year: int) -> str:
    """The text with the notice as the entry of a number, counted from 0."""
    lines = text.splitlines(keepends=True)
    line_end = "\r\n" if text.count("\r\n") else "\n"
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += line_end
    column = entries[0].column if entries else None
    words = entry(notice, year, (column or 1 + _MARK + _MARK) - 1 - _MARK).replace("\n", line_end)
    if number < len(entries):
        at = (entries[number].line or 1) - 1
        return "".join([*lines[:at], words, line_end, *lines[at:]])
    while lines and not lines[-1].strip():
        lines.pop()
    return "".join([*lines, line_end, words])


def _entries(tree: Node | None) -> list[Place]:
    """Where the notices of a file begin."""
    top = tree.entries if isinstance(tree, Mapping) else ()
    notices = {key.text: node for key, node in top}.get("通知")
    return [each.place for each in notices.items] if isinstance(notices, Items) else []


def _meaning(notices: Sequence[Notice]) -> list[Notice]:
    return [replace(each, place=None) for each in notices]
