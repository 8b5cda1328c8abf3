"""A small office on disk: a ledger, the workbooks that go out, and what comes back of them."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl

from gongkai_cli.assess import assess
from gongkai_cli.exchange.file_names import file_names
from gongkai_cli.exchange.merge import merge
from gongkai_cli.exchange.result import MergeResult
from gongkai_cli.exchange.returned import read_returned
from gongkai_cli.exchange.unit_book import UnitBooks
from gongkai_cli.facts import Facts
from gongkai_cli.sources.ledger.written import WrittenLedger, read_written
from gongkai_cli.sources.workspace import ledger_paths, read_workspace

from ..commands.workspaces import CATALOGUE, CONFIG

TODAY = date(2024, 7, 26)
RECORD_HEADINGS = (
    "编号",
    "事项",
    "标题",
    "文号",
    "责任单位",
    "形成日期",
    "变更日期",
    "公开日期",
    "备注",
)
COLUMN_HEADINGS = ("事项", "栏目名称", "是否存在", "条目数", "最后更新日期", "核查日期")
STATEMENT_HEADINGS = ("事项", "责任单位", "期间起", "期间止", "说明内容")

RECORDS = (
    ("2024-001", "A01", "通知一", "示例〔2024〕1号", "文书科", "2024-06-27", "", "", ""),
    ("2024-002", "A02", "方案", "", "信息公开科", "2024/7/1", "", "2024.7.10", "备注甲"),
    ("2024-003", "A03", "考录", "", "人事科", "2024-07-03", "", "", ""),
    ("", "A02", "没有编号的", "", "信息科", "2024-07-05", "", "", ""),
)
"""Records of three units; that of A03 is of two, and one has no 编号."""

A_DAY = date(2024, 7, 20)


class Office:
    """A workspace in a folder, with the steps of an exchange as functions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "台账").mkdir(parents=True, exist_ok=True)
        (folder / "gongkai.yaml").write_text(CONFIG, encoding="utf-8")
        (folder / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")

    def write(self, name: str, data: str | bytes) -> Path:
        """A file of the ledger."""
        path = self.folder / "台账" / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return path

    def read(self) -> tuple[Facts, WrittenLedger]:
        """The workspace, and its ledger as it is written."""
        opened = read_workspace(self.folder)
        assert opened.facts is not None, opened.problems
        assert opened.config is not None
        paths = list(ledger_paths(opened.config, self.folder, []))
        return opened.facts, read_written(paths, self.folder)

    def books(self) -> UnitBooks:
        """The workbooks that would go out."""
        facts, written = self.read()
        return UnitBooks(facts, assess(facts, as_of=TODAY), written)

    def split(self) -> dict[str, Path]:
        """Write the workbooks of all units; their paths by unit."""
        books = self.books()
        self.back.mkdir(exist_ok=True)
        paths = {unit: self.back / name for unit, name in file_names(books.units).items()}
        for unit, path in paths.items():
            path.write_bytes(books.book(unit))
        return paths

    def merge(self, write: bool = True) -> MergeResult:
        """Take back what is in the folder, and write what comes of it into the ledger."""
        facts, written = self.read()
        originals = {name: (self.folder / name).read_bytes() for name in facts.ledger.files}
        pile = read_returned(self.back, facts.catalogue, self.back)
        result = merge(facts, written, originals, pile, self.books().units, TODAY)
        for change in result.files if write else ():
            (self.folder / change.name).write_bytes(change.data)
        return result

    @property
    def back(self) -> Path:
        """Where workbooks go out and come back."""
        return self.folder / "下发"

    def contents(self) -> dict[str, bytes]:
        """The files of the ledger."""
        return {path.name: path.read_bytes() for path in (self.folder / "台账").iterdir()}

    def edit(self, unit: str, change: Callable[["Sheets"], object]) -> None:
        """Open a unit's workbook as a unit does, change it and save it."""
        path = self.back / f"{unit}.xlsx"
        book = openpyxl.load_workbook(path)
        change(Sheets(book))
        book.save(path)

    def cells(self) -> dict[tuple[str, str], dict[str, str]]:
        """What the records of the ledger say, by their names: the texts under each heading."""
        _, written = self.read()
        found = {}
        for table in written.of("信息台账"):
            for row in table.rows:
                texts = {
                    heading.name: str(table.cell(row, column)) for heading, column in table.known()
                }
                found[texts.get("编号", ""), texts.get("标题", "")] = texts
        return found


class Sheets:
    """A workbook that a unit has opened."""

    def __init__(self, book: Any) -> None:
        self.book = book

    def column(self, heading: str, sheet: str = "信息台账") -> int:
        """The number of a column, from 1."""
        names = [cell.value for cell in self.book[sheet][1]]
        return names.index(heading) + 1

    def row(self, text: object, heading: str = "编号", sheet: str = "信息台账") -> int:
        """The row in which something stands under a heading."""
        column = self.column(heading, sheet)
        rows = range(2, self.book[sheet].max_row + 1)
        return next(row for row in rows if self.book[sheet].cell(row, column).value == text)

    def put(self, row: int, heading: str, value: object, sheet: str = "信息台账") -> None:
        """Write into a cell; a text is a text, whatever it begins with."""
        cell = self.book[sheet].cell(row, self.column(heading, sheet))
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    def add(self, values: dict[str, object], sheet: str = "信息台账") -> int:
        """Write a row below the last one."""
        row: int = self.book[sheet].max_row + 1
        for heading, value in values.items():
            self.put(row, heading, value, sheet)
        return row


@contextmanager
def office() -> Iterator[Office]:
    """An office for one example of a property."""
    with TemporaryDirectory() as folder:
        yield Office(Path(folder))


def xlsx(sheets: Mapping[str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook by openpyxl; texts are texts, whatever they begin with."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                cell = sheet.cell(number, column)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()
