"""A mail as plain text: readable alone, no line wider than a screen of 80."""

from collections.abc import Iterator

from ..reports.columns import indented, labelled
from .page import Block, Group, Page, Section, Table

WIDTH = 76
_NUMERALS = "一二三四五六七八九十"
_NOTHING = ("", "0")


def letter_text(page: Page) -> str:
    """The text of a page in lines of at most 76 cells, LF behind each."""
    lines = indented(page.greeting, WIDTH, "") if page.greeting else []
    for each in page.opening:
        lines += indented(each, WIDTH, "    ", "")
    for numeral, section in zip(_NUMERALS, page.sections, strict=False):
        lines += ["", *indented(section.heading, WIDTH, f"{numeral}、")]
        lines += _section(section)
    lines += ["", "-" * WIDTH]
    for each in page.closing:
        lines += indented(each, WIDTH, "", "  ")
    return "".join(f"{line}\n" for line in lines)


def _section(section: Section) -> Iterator[str]:
    for each in section.lines:
        yield from indented(each, WIDTH, "  ")
    for number, block in enumerate(section.blocks, 1):
        yield from _block(number, block)
    for number, group in enumerate(section.groups, 1):
        yield from _group(number, group)
    if section.table is not None:
        yield from _table(section.table)
    if section.more:
        yield f"  另有 {section.more} 件没有列出。"


def _block(number: int, block: Block) -> Iterator[str]:
    tags = f"〔{'，'.join(block.tags)}〕" if block.tags else ""
    yield from indented(f"{block.name}{tags}", WIDTH, f"{number}. ")
    when = [("到期", "，".join(block.when))] if block.when else []
    yield from labelled([*when, *block.rows, ("下一步", block.step)], WIDTH)


def _group(number: int, group: Group) -> Iterator[str]:
    yield from indented(group.heading, WIDTH, f"{number}. ")
    for name, why in group.rows:
        yield from indented(name, WIDTH, "  - ")
        yield from indented(why, WIDTH, "    ")
    if group.more:
        yield f"  - 另有 {group.more} 件"
    yield from labelled([("下一步", group.step)], WIDTH)


def _table(table: Table) -> Iterator[str]:
    for name, *cells in table.rows:
        said = (
            f"{heading} {cell}"
            for heading, cell in zip(table.headings[1:], cells, strict=True)
            if cell not in _NOTHING
        )
        yield from indented(f"{name}：{'，'.join(said)}", WIDTH, "  ", "    ")
