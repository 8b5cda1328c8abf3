"""How a ledger was read, without judging it: sheets, headings, rows, and what is wrong."""

from collections.abc import Iterator
from typing import Any

from ..model.place import Weight, errors
from ..sources.ledger import Survey, TableReading
from ..sources.ledger.heading_row import Found
from ..sources.ledger.table import column_letters, number_ranges
from .columns import indented
from .machine import problem_of, text_of
from .problem_list import lines as problem_lines

SCHEMA = "gongkai/ledger-check/1"


def render(survey: Survey, width: int) -> str:
    """The account for a terminal of ``width`` cells: tables, what is wrong, the totals last."""
    lines: list[str] = []
    for table in survey.tables:
        lines += [*_table(table, width), ""]
    if survey.ledger.problems:
        lines += [*problem_lines(survey.ledger.problems, width), ""]
    lines += indented(_totals(survey), width, "")
    return "\n".join(lines) + "\n"


def render_json(survey: Survey) -> str:
    """The account for machines; keys without a value are null, never absent."""
    ledger = survey.ledger
    return text_of(
        {
            "schema": SCHEMA,
            "files": list(ledger.files),
            "tables": [_table_of(table) for table in survey.tables],
            "totals": {
                "records": len(ledger.records),
                "columns": len(ledger.columns),
                "statements": len(ledger.statements),
                "unreadable": survey.unreadable,
                "errors": len(errors(ledger.problems)),
            },
            "problems": [problem_of(each) for each in ledger.problems],
        }
    )


def _table(table: TableReading, width: int) -> Iterator[str]:
    yield from indented(str(table.place), width, "")
    written = f"{table.written}，" if table.written else ""
    form = table.headings.form.name
    yield from indented(f"{written}按“{form}”读，表头在第{table.headings.row}行", width, "  ")
    yield from indented(_rows(table), width, "  ")
    yield from indented(
        "、".join(_heading(table, each) for each in table.headings.found), width, "  认得的列："
    )
    if table.headings.unknown:
        unknown = "、".join(
            f"{name}（{_column(table, number)}）" for name, number in table.headings.unknown
        )
        yield from indented(unknown, width, "  不认识的列，未读入：")


def _rows(table: TableReading) -> str:
    rows = table.rows
    parts = [f"读入 {rows.read} 行"]
    if rows.hidden:
        parts.append(f"隐藏未读 {len(rows.hidden)} 行（第{number_ranges(rows.hidden)}行）")
    if rows.titles:
        parts.append(f"标题未读 {len(rows.titles)} 行（第{number_ranges(rows.titles)}行）")
    if rows.empty:
        parts.append(f"空行 {rows.empty} 行")
    return "，".join(parts)


def _heading(table: TableReading, found: Found) -> str:
    """公开日期（H） or, under another name, 公开日期（H，写作“发布时间”）."""
    column = _column(table, found.column)
    if found.written == found.heading.name:
        return f"{found.heading.name}（{column}）"
    return f"{found.heading.name}（{column}，写作“{found.written}”）"


def _column(table: TableReading, number: int) -> str:
    return column_letters(number) if table.place.sheet else f"第{number}列"


def _totals(survey: Survey) -> str:
    ledger = survey.ledger
    wrong = len(errors(ledger.problems))
    notes = sum(problem.weight is Weight.NOTE for problem in ledger.problems)
    return (
        f"合计：文件 {len(ledger.files)} 个，信息 {len(ledger.records)} 条，"
        f"栏目 {len(ledger.columns)} 行，说明 {len(ledger.statements)} 行"
        + (f"，其中 {survey.unreadable} 行有不能读取的单元格" if survey.unreadable else "")
        + f"；错误 {wrong} 处，提示 {notes} 处"
    )


def _table_of(table: TableReading) -> dict[str, Any]:
    return {
        "file": table.place.file,
        "sheet": table.place.sheet,
        "form": table.headings.form.name,
        "written": table.written,
        "heading_row": table.headings.row,
        "headings": [
            {"name": each.heading.name, "written": each.written, "column": each.column}
            for each in table.headings.found
        ],
        "unknown": [{"written": name, "column": column} for name, column in table.headings.unknown],
        "rows": {
            "read": table.rows.read,
            "empty": table.rows.empty,
            "hidden": table.rows.hidden,
            "titles": table.rows.titles,
        },
    }
