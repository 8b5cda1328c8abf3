"""``python -m tests.errors.page``: the page of all errors, ``docs/errors.md``, from the cases."""

import re
from collections.abc import Iterator
from pathlib import Path

from .cases import BASE, GROUPS, HERE, Case, every_case
from .messages import Told, told
from .workbooks import DESCRIPTION, read

PAGE = HERE.parents[1] / "docs" / "errors.md"
_LONGEST = 100


def page() -> str:
    """The page: a list of the kinds of file, then each mistake with its lines and its message."""
    cases = every_case()
    parts = [_text("about.md").strip(), "\n".join(_contents(cases)), *_sections(cases)]
    return "\n\n".join(parts) + "\n"


def _contents(cases: tuple[Case, ...]) -> Iterator[str]:
    for group in GROUPS:
        heading, number = _heading(group), sum(case.group == group for case in cases)
        anchor = re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")
        yield f"- [{heading}](#{anchor})：{number} 个例子"


def _sections(cases: tuple[Case, ...]) -> Iterator[str]:
    for group in GROUPS:
        yield f"## {_heading(group)}"
        for case in cases:
            if case.group == group:
                yield from _entry(case)


def _entry(case: Case) -> Iterator[str]:
    title, about = case.about
    yield f"### {title}"
    yield about
    if shown := _shown(case):
        yield _fenced(shown)
    yield _fenced([f"$ {case.command}", *case.message.rstrip().splitlines()])


def _fenced(lines: list[str]) -> str:
    return "\n".join(["```text", *lines, "```"])


def _shown(case: Case) -> list[str]:
    """The lines and cells that the message points at, under the name of their file."""
    shown: dict[str, dict[str, str]] = {}
    for each in told(case.message):
        for spot, text in _spot(case, each):
            shown.setdefault(each.file, {})[spot] = text
    lines: list[str] = []
    for file, spots in shown.items():
        wide = max(map(len, spots))
        lines += [file, *(f"  {spot:>{wide}} | {text}".rstrip() for spot, text in spots.items())]
    return lines


def _spot(case: Case, each: Told) -> Iterator[tuple[str, str]]:
    if each.cell is not None and each.sheet is not None:
        yield from _cell(case, each, each.sheet, each.cell)
    elif each.line is not None:
        lines = _lines(case, each.file)
        if each.file.endswith(".csv"):
            yield "1", lines[0]
        yield str(each.line), lines[each.line - 1] if each.line <= len(lines) else ""


def _cell(case: Case, each: Told, sheet: str, cell: str) -> Iterator[tuple[str, str]]:
    description = case.folder / (each.file + DESCRIPTION.removeprefix(".xlsx"))
    told = read(description)
    column, row = ord(cell[0]) - ord("A"), int(cell[1:]) - 1
    value = told.get("times", {}).get(sheet, {}).get(cell)
    yield f"{sheet}!{cell}", str(told["sheets"][sheet][row][column] if value is None else value)


def _lines(case: Case, file: str) -> list[str]:
    """The lines of a file of a case, or of the right one; without end where they are very long."""
    if file == "标准输入":
        data = case.stdin
    else:
        path = case.folder / file
        data = (path if path.exists() else BASE / file).read_bytes()
    lines = data.decode("utf-8-sig", errors="replace").split("\n")
    return [_visible(line.rstrip("\r"))[:_LONGEST] for line in lines]


def _visible(text: str) -> str:
    """The text with → for a tab and ␦ for what has no sign of its own."""
    return "".join("→" if c == "\t" else c if c.isprintable() else "␦" for c in text)


def _heading(group: str) -> str:
    return _text(f"{group}/about.md").partition("\n")[0].removeprefix("# ").strip()


def _text(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def write(path: Path = PAGE) -> None:
    """Write the page."""
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write()
