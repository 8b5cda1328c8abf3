"""What goes out to a unit: its own, ready to be filled in, and nothing that runs."""

import io
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from gongkai_cli.assess import assess
from gongkai_cli.exchange.base_sheet import (
    BASE_FORM,
    Base,
    BaseUnreadable,
    SentRow,
    base_cells,
    read_base,
)
from gongkai_cli.exchange.file_names import file_names
from gongkai_cli.exchange.unit_book import unit_book

from ..sources.ledger_making import csv_text
from .offices import COLUMN_HEADINGS, RECORD_HEADINGS, STATEMENT_HEADINGS, TODAY, Office

RECORDS = (
    ("2024-001", "A01", "通知一", "示例〔2024〕1号", "文书科", "2024-06-27", "", "", "=1+1"),
    ("2024-002", "A02", "方案", "", "信息公开科", "2024/7/1", "", "2024.7.10", ""),
    ("2024-003", "A03", "考录", "", "", "2024-07-03", "", "七月", ""),
)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(tmp_path)
    made.write("信息台账.csv", csv_text([RECORD_HEADINGS, *RECORDS]))
    looked = ("A01", "部门文件", "是", "3", "2024-07-20", "2024-07-22")
    made.write("栏目.csv", csv_text([COLUMN_HEADINGS, looked]))
    said = ("A03", "", "2024-01-01", "2024-06-30", "没有此类信息")
    made.write("说明.csv", csv_text([STATEMENT_HEADINGS, said]))
    return made


def opened(office: Office, unit: str) -> Any:
    return openpyxl.load_workbook(io.BytesIO(office.books().book(unit)))


def rows(book: Any, sheet: str) -> list[dict[str, Any]]:
    names = [cell.value for cell in book[sheet][1]]
    values = book[sheet].iter_rows(min_row=2, values_only=True)
    return [dict(zip(names, row, strict=True)) for row in values]


def test_every_unit_with_a_duty_or_a_row_gets_one(office: Office) -> None:
    assert office.books().units == ("文书科", "信息科", "人事科")
    office.write(
        "更多.csv", csv_text([RECORD_HEADINGS, ("9", "", "散件", "", "办公室", *[""] * 4)])
    )
    assert office.books().units == ("办公室", "文书科", "信息科", "人事科")


def test_a_row_is_the_units_by_its_name_or_by_its_duty(office: Office) -> None:
    def numbers(unit: str) -> list[str]:
        return [each["编号"] for each in rows(opened(office, unit), "信息台账")]

    assert numbers("文书科") == ["2024-001"]
    assert numbers("信息科") == ["2024-002", "2024-003"]
    assert numbers("人事科") == ["2024-003"]


def test_days_are_days_and_states_are_plain_values(office: Office) -> None:
    (first,) = rows(opened(office, "文书科"), "信息台账")
    assert first["形成日期"].date() == date(2024, 6, 27)
    assert first["到期日"].date() == date(2024, 7, 25)
    assert (first["剩余工作日"], first["状态"]) == (-1, "超期")
    assert (first["签收"], first["备注"]) == (None, "=1+1")
    assert first["事项"] == "A01 部门文件"
    _, second = rows(opened(office, "信息科"), "信息台账")
    assert second["公开日期"] == "七月", "what cannot be read is shown as it is written"
    assert second["状态"] == "未能核查"


def test_no_cell_is_a_formula(office: Office) -> None:
    for sheet in opened(office, "文书科"):
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_only_its_own_duties_are_offered_and_all_units(office: Office) -> None:
    book = opened(office, "信息科")

    def choices(heading: str) -> list[str]:
        names = [cell.value for cell in book["信息台账"][1]]
        letter = get_column_letter(names.index(heading) + 1)
        checks: list[DataValidation] = book["信息台账"].data_validations.dataValidation
        (found,) = (each for each in checks if str(each.sqref).startswith(f"{letter}2:"))
        sheet, _, cells = str(found.formula1).lstrip("=").partition("!")
        return [str(cell.value) for (cell,) in book[sheet][cells.replace("$", "")]]

    assert choices("事项") == ["A02 工作推进", "A03 公务员考录"]
    assert choices("责任单位") == ["办公室", "办公室文书科", "办公室信息科", "人事科"]


def test_columns_that_nobody_has_seen_wait_to_be_filled(office: Office) -> None:
    found = [(each["事项"], each["栏目名称"]) for each in rows(opened(office, "信息科"), "栏目")]
    assert found == [
        ("A02 工作推进", "组织管理/工作推进"),
        ("A03 公务员考录", "招考录用/公务员考录"),
    ]
    assert len(rows(opened(office, "文书科"), "栏目")) == 1


def test_statements_are_those_of_its_duties(office: Office) -> None:
    assert [each["说明内容"] for each in rows(opened(office, "人事科"), "说明")] == ["没有此类信息"]
    assert rows(opened(office, "文书科"), "说明") == []


def test_what_is_open_is_listed_without_a_row_as_well(office: Office) -> None:
    found = rows(opened(office, "文书科"), "待办")
    assert ("A01 政策文件/部门文件", "超期") in {(each["事项"], each["状态"]) for each in found}
    assert [each["到期日"] for each in found] == sorted(each["到期日"] for each in found)


def test_sheets_are_set_up_and_what_does_not_show_does_not(office: Office) -> None:
    book = opened(office, "文书科")
    shown = {sheet.title: sheet.sheet_state for sheet in book}
    assert shown == {
        "信息台账": "visible",
        "栏目": "visible",
        "说明": "visible",
        "待办": "visible",
        "填写说明": "visible",
        "选项": "veryHidden",
        "下发底本": "veryHidden",
    }
    sheet = book["信息台账"]
    assert (sheet.freeze_panes, sheet.page_setup.orientation) == ("A2", "landscape")
    last = get_column_letter(sheet.max_column)
    assert sheet[f"{last}1"].value == "识别码"
    assert sheet.column_dimensions[last].hidden


@pytest.mark.filterwarnings("error")
def test_the_same_facts_give_the_same_bytes(office: Office) -> None:
    books = office.books()
    assert books.book("信息科") == office.books().book("信息科")
    facts, written = office.read()
    assessment = assess(facts, as_of=TODAY)
    assert unit_book(facts, assessment, "信息科", written) == books.book("信息科")


def test_a_unit_without_anything_gets_an_empty_one(office: Office) -> None:
    book = opened(office, "办公室")
    assert [rows(book, sheet) for sheet in ("信息台账", "栏目", "说明", "待办")] == [[]] * 4


def test_headings_that_the_ledger_has_not_are_not_offered(office: Office) -> None:
    names = [cell.value for cell in opened(office, "文书科")["信息台账"][1]]
    assert names == [*RECORD_HEADINGS, "到期日", "剩余工作日", "状态", "签收", "识别码"]


def test_a_ledger_without_tables_offers_every_heading(tmp_path: Path) -> None:
    empty = Office(tmp_path)
    names = [cell.value for cell in opened(empty, "文书科")["信息台账"][1]]
    assert "公开地址" in names


def test_the_base_is_read_back() -> None:
    rows = (
        SentRow("R1", "信息台账", {"标题": "长" * 40_000, "备注": "_x0041_"}, "台账.csv", None, 2),
        SentRow("C1", "栏目", {"事项": "A01"}),
    )
    base = Base(body="局", unit="科", issued=TODAY, as_of=TODAY, rows=rows)
    cells = list(base_cells(base))
    assert read_base(cells) == base
    assert max(len(each) for row in cells for each in row) < 32_767
    assert (rows[0].offered, rows[1].offered) == (False, True)


@pytest.mark.parametrize(
    ("cells", "newer"),
    [
        ([], False),
        ([["别的"]], False),
        ([["gongkai/unit-book/2", "#{}"]], True),
        ([[BASE_FORM, "#{"]], False),
        ([[BASE_FORM, "#{}"]], False),
    ],
)
def test_a_base_that_is_none(cells: list[list[str]], newer: bool) -> None:
    with pytest.raises(BaseUnreadable) as raised:
        read_base(cells)
    assert raised.value.newer is newer


def test_names_that_every_system_takes() -> None:
    long = "长" * 200
    names = file_names(("甲/乙", "甲:乙", "nul", "Aux.科", " 空 .", "", "~$锁", long))
    assert list(names.values()) == [
        "甲_乙.xlsx",
        "甲_乙-2.xlsx",
        "nul_.xlsx",
        "Aux.科_.xlsx",
        "空.xlsx",
        "_.xlsx",
        "锁.xlsx",
        "长" * 80 + ".xlsx",
    ]


@pytest.mark.slow
def test_libreoffice_opens_it(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    path.write_bytes(office.books().book("文书科"))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    done = [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(done, check=True, capture_output=True)
    text = subprocess.run(
        ["pdftotext", str(tmp_path / "unit.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode()
    for word in ("2024-001", "2024-07-25", "超期", "=1+1", "台账填写说明"):
        assert word in text
    assert "gongkai/unit-book" not in text
