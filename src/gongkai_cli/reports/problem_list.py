"""The one layout of everything that is wrong with what a user wrote."""

from collections import Counter
from collections.abc import Iterable

from ..model.place import Problem, Weight
from .columns import indented, one_line


def render(problems: Iterable[Problem]) -> str:
    """Errors, then notes: a line with place and finding, what would be right below it.

    Problems of one file stand together in the order in which the file is read; a blank line parts
    the files. Lines are not wrapped, so that an editor finds ``file:line:column`` in them. The
    counts come last; a single problem needs none.

    >>> from gongkai_cli.model.place import Place
    >>> print(render([Problem(Place("a.yaml", 3, 1), "缺少“名称”", "名称: 秘书科")]))
    a.yaml:3:1: 缺少“名称”
        应为：名称: 秘书科
    """
    every = list(problems)
    errors = [problem for problem in every if problem.weight is Weight.ERROR]
    notes = [problem for problem in every if problem.weight is Weight.NOTE]
    parts = []
    if errors:
        parts.append(_group(errors, "错误"))
    if notes:
        parts.append(_group(notes, "说明"))
    return "\n\n".join(parts)


def lines(problems: Iterable[Problem], width: int) -> list[str]:
    """The same inside a report: every line wrapped to ``width`` cells."""
    wrapped: list[str] = []
    for line in render(problems).splitlines():
        indent = len(line) - len(line.lstrip())
        wrapped += (
            indented(line.lstrip(), width, " " * indent, " " * (indent or 4)) if line else [""]
        )
    return wrapped


def _group(problems: list[Problem], word: str) -> str:
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.place.file, []).append(problem)
    blocks = ["\n".join(map(_entry, each)) for each in files.values()]
    if len(problems) > 1:
        blocks.append(_count(problems, word))
    return "\n\n".join(blocks)


def _entry(problem: Problem) -> str:
    lines = [f"{problem.place}: {one_line(problem.found)}"]
    for label, text in (
        ("所在信息", problem.subject),
        ("应为", problem.accepted),
        ("最接近", problem.nearest),
    ):
        if text:
            lines.append(f"    {label}：{one_line(text)}")
    return "\n".join(lines)


def _count(problems: list[Problem], word: str) -> str:
    counts = Counter(problem.place.file for problem in problems)
    total = f"{word} {len(problems)} 处"
    if len(counts) == 1:
        return total
    return total + "：" + "，".join(f"{file} {number} 处" for file, number in counts.items())
