"""Annex 1 as a paper in every format, its cells merged as in print where the format can."""

import csv
import html
import io
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.sources.annex.grids import ANNEX_MERGES, Merge, annex_rows

NUMBER = "济兖公通〔2024〕24号"
TITLE = "2024年济宁市公安局兖州分局主动公开基本目录"
TEXT = Path(__file__).parents[1] / "vectors" / "annex-1.txt"


def docx(rows: Sequence[Sequence[str]], merges: Sequence[Merge]) -> bytes:
    """A Word file: number, title, table."""
    from docx import Document

    document = Document()
    for line in (NUMBER, "附件1", TITLE):
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    cells = [row.cells for row in table.rows]
    for line, texts in zip(cells, rows, strict=True):
        for cell, text in zip(line, texts, strict=True):
            if text:
                cell.text = text
    for top, left, bottom, right in merges:
        cells[top][left].merge(cells[bottom][right]).text = rows[top][left]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def xlsx(rows: Sequence[Sequence[str]], merges: Sequence[Merge]) -> bytes:
    """A workbook: the title is merged over the table."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("附件1")
    sheet.write(0, 0, NUMBER)
    sheet.write(1, 0, "附件1")
    sheet.merge_range(2, 0, 2, len(rows[0]) - 1, TITLE)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            sheet.write_string(r + 3, c, text)
    for top, left, bottom, right in merges:
        sheet.merge_range(top + 3, left, bottom + 3, right, rows[top][left])
    book.close()
    return file.getvalue()


def page(rows: Sequence[Sequence[str]], merges: Sequence[Merge]) -> bytes:
    """A saved web page."""
    spans = {
        (top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges
    }
    covered = {
        (r, c)
        for top, left, bottom, right in merges
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    } - spans.keys()
    lines = [f"<html><head><meta charset='utf-8'></head><body><p>{NUMBER}</p><p>附件1</p>"]
    lines += [f"<p>{TITLE}</p><table>"]
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            down, across = spans.get((r, c), (1, 1))
            cells.append(f"<td rowspan={down} colspan={across}>{html.escape(text)}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join((*lines, "</table></body></html>")).encode()


def markdown(rows: Sequence[Sequence[str]], _: Sequence[Merge]) -> bytes:
    """A pipe table."""
    head, *body = [f"| {' | '.join(row)} |" for row in rows]
    rule = f"|{'---|' * len(rows[0])}"
    return "\n".join((NUMBER, "", "附件1", "", TITLE, "", head, rule, *body, "")).encode()


def comma(rows: Sequence[Sequence[str]], _: Sequence[Merge]) -> bytes:
    """A .csv with the title in a row of its own."""
    file = io.StringIO()
    csv.writer(file).writerows([[NUMBER], ["附件1"], [TITLE], *rows])
    return file.getvalue().encode("utf-8-sig")


FORMATS: dict[str, Callable[[Sequence[Sequence[str]], Sequence[Merge]], bytes]] = {
    "docx": docx,
    "xlsx": xlsx,
    "html": page,
    "md": markdown,
    "csv": comma,
}


def annex_paper(folder: Path, ending: str) -> Path:
    """Annex 1 as a file; ``txt`` is the text that was copied out of the real paper."""
    path = folder / f"附件1.{ending}"
    if ending == "txt":
        path.write_bytes(TEXT.read_bytes())
    else:
        path.write_bytes(FORMATS[ending](annex_rows(), ANNEX_MERGES))
    return path
