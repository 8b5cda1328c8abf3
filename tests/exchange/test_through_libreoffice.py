"""A workbook that was opened and saved in another program is still what was sent."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from ..sources.ledger_making import csv_text
from .offices import COLUMN_HEADINGS, RECORD_HEADINGS, Office

ROWS = (
    ("2024-001", "A01", "一", "示例〔2024〕1号", "文书科", "2024-06-27", "", "2024.7.1", "=1+1"),
    ("2", "A02", " 两头空 ", "", "信息公开科", "七月", "", "45470", "一\n二"),
    ("", "A03", "没有编号", "", "", "2024/7/3", "", "", "'单引号"),
)
FILTER = "xlsx:Calc MS Excel 2007 XML"


@pytest.mark.slow
def test_saved_by_libreoffice_nothing_has_changed(tmp_path: Path) -> None:
    office = Office(tmp_path / "w")
    office.write("信息台账.csv", csv_text([RECORD_HEADINGS, *ROWS]))
    looked = ("A01", "部门文件", "√", "3", "2024-07-20", "2024-07-22")
    office.write("栏目.csv", csv_text([COLUMN_HEADINGS, looked]))
    paths = office.split()
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    files = [str(path) for path in paths.values()]
    done = [*command, "--convert-to", FILTER, "--outdir", str(tmp_path / "saved"), *files]
    subprocess.run(done, check=True, capture_output=True)
    for path in paths.values():
        saved = tmp_path / "saved" / path.name
        assert saved.read_bytes() != path.read_bytes()
        saved.replace(path)
    before = office.contents()
    result = office.merge()
    assert (result.files, result.conflicts, result.removed, result.problems) == ((), (), (), ())
    assert office.contents() == before
    day = date(2024, 7, 20)
    office.edit("文书科", lambda book: book.put(book.row("2024-001"), "变更日期", day))
    assert [each.new for each in office.merge().changed] == ["2024-07-20"]
