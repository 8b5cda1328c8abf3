"""A small catalogue, and ledgers written by libraries that the program does not read with."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

from gongkai_cli.model.duty import Catalogue, Duty
from gongkai_cli.model.ledger import Column, Ledger, Record, Statement
from gongkai_cli.model.place import Problem, Weight
from gongkai_cli.model.unit import Unit
from gongkai_cli.sources.ledger import Survey, survey_ledger

CATALOGUE = Catalogue(
    title="示例目录",
    body="示例局",
    source="示例〔2024〕1号",
    units=(
        Unit("办公室", children=(Unit("秘书科"), Unit("宣传科", aliases=("新闻科",)))),
        Unit("政工室"),
        Unit("许可服务科", aliases=("许可科",)),
        Unit("派出所", aliases=("各派出所",), group="没有列出名单"),
    ),
    duties=(
        Duty(id="A01", category=("政策文件",), name="部门文件"),
        Duty(id="A07", category=("招考录用",), name="公务员考录"),
        Duty(id="A08", category=("治安管理",), name="治安管理"),
        Duty(id="A14", category=("行政执法公示",), name="专题展示"),
        Duty(id="A15", category=("“双随机、一公开”",), name="专题展示"),
        Duty(id="C06-1", category=("政策解读",), name="解读材料", appears_in="A01"),
        Duty(id="C09", category=("组织领导",), name="专题会议", kind="internal"),
    ),
)

HEADINGS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期")
ROW = ("X1", "A07", "示例", "政工室", "2024-06-27", "2024-07-01")
COLUMN_HEADINGS = ("事项", "栏目名称", "是否存在", "条目数", "最后更新日期", "核查日期", "核查人")
STATEMENT_HEADINGS = ("事项", "责任单位", "期间起", "期间止", "说明内容")

Row = Sequence[Any]
Rows = Sequence[Row]


def write_xlsx(
    path: Path, sheets: Mapping[str, Rows], change: Callable[[Any], None] | None = None
) -> Path:
    """A workbook by openpyxl; ``change`` may do more to it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    book.save(path)
    return path


def write_records(path: Path, *rows: Row, change: Callable[[Any], None] | None = None) -> Path:
    """A workbook with one sheet 信息台账 under ``HEADINGS``."""

    def change_sheet(book: Any) -> None:
        if change is not None:
            change(book["信息台账"])

    return write_xlsx(path, {"信息台账": [HEADINGS, *rows]}, change_sheet)


def csv_text(rows: Rows, delimiter: str = ",") -> str:
    """Rows as .csv."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def survey(*paths: Path) -> Survey:
    """How the files are read, their names shown relative to the folder of the first."""
    return survey_ledger(paths, CATALOGUE, None, paths[0].parent)


def read(*paths: Path) -> Ledger:
    """The ledger in these files."""
    return survey(*paths).ledger


def only_record(ledger: Ledger) -> Record:
    """The one record of a ledger in which nothing is wrong."""
    assert told(ledger) == []
    (record,) = ledger.records
    return record


def facts_of(ledger: Ledger) -> list[Record | Column | Statement]:
    """Everything that was read."""
    return [*ledger.records, *ledger.columns, *ledger.statements]


def told(ledger: Ledger) -> list[tuple[str, str]]:
    """The errors: place and what was found."""
    return [(str(each.place), each.found) for each in _of(ledger, Weight.ERROR)]


def noted(ledger: Ledger) -> list[tuple[str, str]]:
    """The notes: place and what is said."""
    return [(str(each.place), each.found) for each in _of(ledger, Weight.NOTE)]


def _of(ledger: Ledger, weight: Weight) -> list[Problem]:
    return [each for each in ledger.problems if each.weight is weight]
