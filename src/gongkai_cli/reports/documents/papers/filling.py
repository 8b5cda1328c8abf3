"""A form with everything filled in: the paper as it will be set."""

from collections.abc import Iterator

from ....office.official_paper import Attachment, OfficialPaper, Signature
from ....office.paper_parts import Block, Column, Grid, GridRow, Heading, Paragraph, Table
from .form import (
    FormGrid,
    FormSignature,
    FormTable,
    Line,
    PaperForm,
    Part,
    Repeat,
    When,
)
from .words import Told

_LEVELS = {"一级": 1, "二级": 2, "三级": 3, "四级": 4}


def filled(form: PaperForm, told: Told, small_print: tuple[str, ...] = ()) -> OfficialPaper:
    """The paper that tells of a thing."""
    return OfficialPaper(
        title=told.fill(form.title),
        mark=told.fill(form.mark),
        number=told.fill(form.number),
        addressee=told.fill(form.addressee),
        body=tuple(_blocks(form.parts, told)),
        signature=_signature(form.signature, told),
        note=told.fill(form.note),
        after=tuple(_blocks(form.after, told)),
        small_print=small_print,
        attachments=tuple(
            Attachment(title=told.fill(each.title), body=tuple(_blocks(each.parts, told)))
            for each in form.attachments
            if each.when is None or told.has(each.when)
        ),
        page_numbers=form.page_numbers,
    )


def _signature(form: FormSignature | None, told: Told) -> Signature | None:
    if form is None:
        return None
    return Signature(signer=told.fill(form.signer), day=told.fill(form.day), sealed=form.sealed)


def _blocks(parts: tuple[Part, ...], told: Told) -> Iterator[Block]:
    for part in parts:
        match part:
            case Line():
                yield _line(part, told)
            case FormTable():
                yield _table(part, told)
            case FormGrid():
                yield _grid(part, told)
            case Repeat(name, inner):
                for each in told.each(name):
                    yield from _blocks(inner, each)
            case When(name, wanted, inner):
                if told.has(name) == wanted:
                    yield from _blocks(inner, told)


def _line(line: Line, told: Told) -> Block:
    text = told.fill(line.text)
    if line.kind in _LEVELS:
        return Heading(_LEVELS[line.kind], text)
    if line.kind == "段":
        return Paragraph(text)
    return Paragraph(text, "margin" if line.kind == "顶格" else "right")


def _table(table: FormTable, told: Told) -> Table:
    return Table(
        tuple(
            Column(told.fill(column.heading), column.share, column.centred)
            for column in table.columns
        ),
        tuple(
            tuple(each.fill(column.text) for column in table.columns)
            for each in told.each(table.each)
        ),
        table.size,
    )


def _grid(grid: FormGrid, told: Told) -> Grid:
    rows = (GridRow(tuple(told.fill(cell) for cell in row.cells), row.height) for row in grid.rows)
    return Grid(grid.shares, tuple(rows), grid.size)
