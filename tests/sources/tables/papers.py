"""Makes papers in every format from the same cells, and documents from raw XML."""

import html
import io
import zipfile
from collections.abc import Iterable, Mapping

import docx
import xlsxwriter
from msgspec import Struct

from gongkai_cli.model.place import Problem
from gongkai_cli.sources.tables import Grid, read_tables

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


class Cell(Struct, frozen=True):
    """A cell over rows and columns."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


def docx_of(cells: Iterable[Cell], height: int, width: int) -> bytes:
    """A document with one table, its cells merged by python-docx."""
    document = docx.Document()
    table = document.add_table(height, width)
    for cell in cells:
        first = table.cell(cell.row, cell.column)
        last = table.cell(cell.row + cell.rows - 1, cell.column + cell.columns - 1)
        (first if first is last else first.merge(last)).text = cell.text
    return saved(document)


def xlsx_of(cells: Iterable[Cell], height: int, width: int) -> bytes:
    """A workbook with one sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("目录")
        for cell in cells:
            if cell.rows * cell.columns == 1:
                sheet.write_string(cell.row, cell.column, cell.text)
            else:
                last = cell.row + cell.rows - 1, cell.column + cell.columns - 1
                sheet.merge_range(cell.row, cell.column, *last, "")
                sheet.write_string(cell.row, cell.column, cell.text)
    return file.getvalue()


def html_of(cells: Iterable[Cell], height: int, width: int) -> bytes:
    """A page with one table."""
    rows: list[list[str]] = [[] for _ in range(height)]
    for cell in sorted(cells, key=lambda each: (each.row, each.column)):
        text = html.escape(cell.text).replace("\n", "<br>")
        spans = f'rowspan="{cell.rows}" colspan="{cell.columns}"'
        rows[cell.row].append(f"<td {spans}>{text}</td>")
    body = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return f"<!DOCTYPE html><meta charset=utf-8><table>{body}</table>".encode()


def md_of(cells: Iterable[Cell], height: int, width: int) -> bytes:
    """A pipe table, in which the cells that a merge covers are blank."""
    grid = [[""] * width for _ in range(height)]
    for cell in cells:
        text = "".join("\\" + c if c in "|\\`*[]<&" else c for c in cell.text)
        grid[cell.row][cell.column] = text.replace("\n", "<br>")
    lines = [f"| {' | '.join(row)} |" for row in grid]
    return "\n".join([lines[0], "|---" * width + "|", *lines[1:]]).encode()


def saved(document: "docx.document.Document") -> bytes:
    """The bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def package(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def raw_docx(body: str, before: str = "", **parts: str | bytes) -> bytes:
    """A document of this XML; ``parts`` by the name in ``word/``, without the ending."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    links = f'<Relationship Id="r1" Type="{kind}" Target="word/document.xml"/>'
    return package(
        {
            "_rels/.rels": f'<Relationships xmlns="{space}">{links}</Relationships>',
            "word/document.xml": (
                f"{before}<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>"
            ),
            **{
                f"word/{name}.xml": data.replace("<w:root", f"<w:root {_NAMESPACES}")
                if isinstance(data, str)
                else data
                for name, data in parts.items()
            },
        }
    )


def p(text: str) -> str:
    """A paragraph."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    """A cell of a text, or of XML."""
    content = text if text.startswith("<") else p(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row."""
    made = (cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"


def tbl(*rows: str, widths: Iterable[int] = ()) -> str:
    """A table."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"


def read(data: bytes, name: str) -> tuple[Grid, ...]:
    """The grids of a paper with which nothing is wrong."""
    grids, problems = read_tables(data, name)
    assert problems == ()
    return grids


def refused(data: bytes, name: str) -> Problem:
    """Why a paper is not read at all."""
    grids, problems = read_tables(data, name)
    assert grids == ()
    (problem,) = problems
    return problem


def texts(grid: Grid) -> list[list[str]]:
    """What every position of a grid shows."""
    return [[spot.text for spot in row] for row in grid.rows]


def own(grid: Grid) -> list[list[str]]:
    """The same with a blank where a merge covers."""
    return [
        ["" if grid.is_covered(r, c) else spot.text for c, spot in enumerate(row)]
        for r, row in enumerate(grid.rows)
    ]


def shape(grid: Grid) -> list[list[tuple[str, int, int]]]:
    """What every position shows and of which cell."""
    return [[(spot.text, spot.row, spot.column) for spot in row] for row in grid.rows]
