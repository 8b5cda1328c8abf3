"""An official paper set in type: .docx by GB/T 9704—2012.

The same paper gives the same bytes: nothing in the file tells when or by whom it was made.
"""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from .blank_paper import blank_paper
from .heading_numbers import HeadingNumbers
from .official_paper import Attachment, OfficialPaper, Signature
from .paper_elements import WIDTH, WIDTH_ACROSS, grid, keep_with_next, paragraph, table
from .paper_parts import Block, Grid, Heading, Paragraph, Table
from .paper_styles import LETTER, LETTERS
from .paper_text import printable

_ZIPPED = (1980, 1, 1, 0, 0, 0)
_AT = {"body": "gwBody", "margin": "gwTo", "right": "gwRight"}
_EMPTY = "Normal"
_LONGEST_TITLE = 255
"""What the properties of a file may hold."""


def write(paper: OfficialPaper) -> bytes:
    """The paper as .docx."""
    document = Document(BytesIO(blank_paper(paper.page_numbers, across=paper.across)))
    title = " ".join(printable(paper.title).split())
    document.core_properties.title = title[:_LONGEST_TITLE]
    end = document.element.body.sectPr
    for each in _elements(paper):
        end.addprevious(each)
    data = BytesIO()
    document.save(data)
    return _same_bytes(data)


def _elements(paper: OfficialPaper) -> Iterator[Any]:
    yield from _head(paper)
    width = WIDTH_ACROSS if paper.across else WIDTH
    body, named = list(_blocks(paper.body, width)), list(_named(paper.attachments))
    if paper.signature:
        keep_with_next((*_last_lines(body), *named))
    yield from (*body, *named)
    if paper.signature:
        yield from _signed(paper.signature)
    if paper.note:
        yield paragraph(f"（{paper.note}）", "gwNote")
    if paper.after:
        yield paragraph("", _EMPTY)
        yield from _blocks(paper.after, width)
    if paper.small_print:
        yield paragraph("", "gwSmall")
    for number, text in enumerate(paper.small_print):
        yield paragraph(text, "gwSmall", rule=not number)
    for number, each in enumerate(paper.attachments, 1):
        several = len(paper.attachments) > 1
        yield paragraph(f"附件{number if several else ''}", "gwMark", page_break=True)
        yield paragraph("", _EMPTY)
        yield paragraph(each.title, "gwTitle")
        yield paragraph("", _EMPTY)
        yield from _blocks(each.body, width)


def _head(paper: OfficialPaper) -> Iterator[Any]:
    if paper.mark:
        yield paragraph(paper.mark, "gwMark")
    if paper.number:
        yield paragraph(paper.number, "gwNumber")
        yield paragraph("", _EMPTY)
    yield paragraph(paper.title, "gwTitle")
    match paper.body[:1]:
        case (Heading() | Paragraph(at="body"),):
            yield paragraph("", _EMPTY)
    if paper.addressee:
        yield paragraph(f"{paper.addressee}：", "gwTo")


def _blocks(blocks: tuple[Block, ...], width: int) -> Iterator[Any]:
    numbers = HeadingNumbers()
    for block in blocks:
        match block:
            case Heading(level, text):
                yield paragraph(numbers.following(level) + text, f"gwHead{level}")
            case Paragraph(text, at):
                yield paragraph(text, _AT[at])
            case Table() | Grid():
                yield paragraph("", "gwGap")
                yield table(block, width) if isinstance(block, Table) else grid(block, width)
                yield paragraph("", "gwGap")


def _named(attachments: tuple[Attachment, ...]) -> Iterator[Any]:
    """附件说明: one line below the body, two characters in (7.3.4)."""
    if attachments:
        yield paragraph("", _EMPTY)
    if len(attachments) == 1:
        yield paragraph(f"附件：{attachments[0].title}", "gwAttached")
        return
    for number, each in enumerate(attachments, 1):
        before = "附件：" if number == 1 else "　　　"
        yield paragraph(f"{before}{number}.{each.title}", "gwAttachedList")


def _last_lines(body: Sequence[Any]) -> Iterator[Any]:
    """What must stand on the page of the signature, so that it never stands alone (7.3.5.4)."""
    yield from body[-1:]
    for above in body[-2:-1]:
        yield from above.xpath("./w:tr[last()]//w:p")


def _signed(signature: Signature) -> Iterator[Any]:
    """The signer above the day, where the standard has them (7.3.5)."""
    signer, day = _from_right(signature)
    above = [paragraph("", _EMPTY) for _ in range(2 if signature.sealed else 1)]
    above.append(paragraph(signature.signer, "gwSigned", right=signer * LETTER))
    keep_with_next(above)
    yield from above
    yield paragraph(signature.day, "gwSigned", right=day * LETTER)


def _from_right(signature: Signature) -> tuple[float, float]:
    """How many characters signer and day stay from the right margin.

    With a seal the day stays four away and the signer is centred on it; without one the signer
    stays two away and the day begins two behind where it begins, or, where the day is the longer,
    the day stays two away and the signer begins two before it.
    """
    signer, day = _length(signature.signer), _length(signature.day)
    if signature.sealed:
        middle = max(4 + day / 2, signer / 2)
        return _within(middle - signer / 2, signer), _within(middle - day / 2, day)
    if day > signer:
        return _within(day + 4 - signer, signer), 2
    return _within(2, signer), _within(signer - day, day)


def _within(right: float, length: float) -> float:
    """A distance from the margin that leaves room for so many characters, as far as a line has."""
    return max(0, min(right, LETTERS - length))


def _length(text: str) -> float:
    """How many characters of a line a text takes; a figure takes half."""
    return sum(0.5 if letter.isascii() else 1 for letter in text)


def _same_bytes(data: BytesIO) -> bytes:
    """The archive with one time for all of its parts."""
    packed = BytesIO()
    with ZipFile(data) as source, ZipFile(packed, "w") as target:
        for part in source.infolist():
            info = ZipInfo(part.filename, _ZIPPED)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, source.read(part))
    return packed.getvalue()
