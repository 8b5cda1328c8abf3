"""Tables of .docx documents, with merges, parts cut by a page, and what stands around them.

A table inside a cell, tracked changes, content controls and text boxes are taken as they are seen.
Notes at the foot stand among the lines below the table that refers to them.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.place import Place, Problem, Weight
from .docx_table import inside, table_of
from .docx_words import W, words_of
from .flow import grids_of
from .grid import Grid
from .layout import Unfit
from .office_package import OfficePackage, open_package
from .printed import Block
from .word_symbols import UNKNOWN

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_docx(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The tables of a document; raises ``Unfit`` where it is damaged, or not safe to read."""
    with open_package(data, file) as package:
        document = package.document()
        root = package.tree(document) if document is not None else None
        body = root.find(f"{W}body") if root is not None else None
        if document is None or body is None:
            raise Unfit(Place(file), "不是 .docx 文档", "用 Word 或 WPS 打开后另存为 .docx")
        reader = _Reader(_notes(package, document))
        grids = grids_of(reader.page(body), file)
        macros = package.has_macros()
    problems = *_macros(macros, file), *_numbers(reader.numbered, file), *_unknown_signs(grids)
    return grids, problems


def _macros(there: bool, file: str) -> Iterator[Problem]:
    if there:
        found = "文档带有宏，宏不运行，只读其中的表格"
        yield Problem(Place(file), found, weight=Weight.NOTE)


def _numbers(count: int, file: str) -> Iterator[Problem]:
    if count:
        found = f"表格中有{count}段是自动编号，编号未读入"
        accepted = "需要这些编号的，先在 Word 或 WPS 中把编号转为文字"
        yield Problem(Place(file), found, accepted, weight=Weight.NOTE)


def _unknown_signs(grids: tuple[Grid, ...]) -> Iterator[Problem]:
    """Cells with a sign of a picture font that is not known."""
    for grid in grids:
        for at, row in enumerate(grid.rows):
            for column, spot in enumerate(row):
                if UNKNOWN in spot.text and not grid.is_covered(at, column):
                    found = f"格中有认不出的图形符号，显示为“{UNKNOWN}”"
                    yield Problem(spot.place, found, "请核对这一格", weight=Weight.NOTE)


def _notes(package: OfficePackage, document: str) -> "dict[tuple[str, str], _Element]":
    """The notes at the foot and at the end, by kind and id."""
    folder = document[: document.rfind("/") + 1]
    found = {}
    for kind in ("footnote", "endnote"):
        root = package.tree(f"{folder}{kind}s.xml")
        for note in root if root is not None else ():
            if note.get(f"{W}type") is None:
                found[kind, str(note.get(f"{W}id"))] = note
    return found


class _Reader:
    """Turns elements into what stands on the paper; keeps the notes that are still to be set.

    ``numbered`` counts the paragraphs in tables that Word numbers by itself."""

    def __init__(self, notes: "dict[tuple[str, str], _Element]") -> None:
        self._notes = notes
        self._due: list[tuple[str, str]] = []
        self.numbered = 0

    def page(self, body: "_Element") -> Iterator[Block]:
        """What stands in the body, notes behind what refers to them."""
        for block in self._blocks(body):
            yield block
            while self._due:
                note = self._notes.get(self._due.pop(0))
                if note is not None:
                    yield from self._blocks(note)

    def _cell(self, cell: "_Element") -> Iterator[Block]:
        numbers = cell.iterfind(f"{W}p/{W}pPr/{W}numPr/{W}numId")
        self.numbered += sum(number.get(f"{W}val") != "0" for number in numbers)
        return self._blocks(cell)

    def _blocks(self, holder: "_Element") -> Iterator[Block]:
        held = ""
        for element in inside(holder, "p", "tbl"):
            if element.tag == f"{W}tbl":
                if held:
                    yield held
                held = ""
                yield table_of(element, self._cell)
                continue
            words = words_of(element)
            self._due.extend(words.notes)
            held += words.text
            if not _mark_is_deleted(element):
                yield held
                held = ""
            for box in words.boxes:
                yield from self._blocks(box)
        if held:
            yield held


def _mark_is_deleted(paragraph: "_Element") -> bool:
    """Whether the end of a paragraph was deleted with tracking: the next one goes on with it."""
    return paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
