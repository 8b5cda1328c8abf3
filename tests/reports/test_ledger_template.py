"""The template: what it offers, the reader accepts; what is filled in, the reader reads."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_cli.data_files import data_folder
from gongkai_cli.model.duty import Catalogue
from gongkai_cli.reports import ledger_template
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.ledger import read_ledger
from gongkai_cli.sources.ledger.cells import EPOCH_1900
from gongkai_cli.sources.ledger.names import DutyNames, UnitNames
from gongkai_cli.sources.ledger.sheet_headings import FORMS, GUIDE_SHEET, LISTS_SHEET

from ..sources.ledger_making import CATALOGUE


def shipped() -> Catalogue:
    """The catalogue that ships with the program."""
    data = (data_folder() / "catalogue.yaml").read_bytes()
    catalogue, problems = read_catalogue(data, "catalogue.yaml")
    assert catalogue is not None, problems
    return catalogue


@pytest.fixture(params=["made", "shipped"])
def catalogue(request: pytest.FixtureRequest) -> Catalogue:
    """A small catalogue with two duties of one name, and the real one."""
    return CATALOGUE if request.param == "made" else shipped()


@pytest.fixture
def book(catalogue: Catalogue) -> openpyxl.Workbook:
    """The template as openpyxl sees it."""
    return openpyxl.load_workbook(io.BytesIO(ledger_template.render(catalogue)))


def rule(sheet: Worksheet, heading: str) -> DataValidation:
    """What is checked while a column is filled in."""
    column = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    rules: list[DataValidation] = sheet.data_validations.dataValidation
    (found,) = (each for each in rules if str(each.sqref) == f"{column}2:{column}1048576")
    return found


def number_format(sheet: Worksheet, heading: str) -> str:
    """How the empty cells of a column are formatted."""
    column = [cell.value for cell in sheet[1]].index(heading) + 1
    (found,) = (
        each.number_format
        for each in sheet.column_dimensions.values()
        if (each.min or 0) <= column <= (each.max or 0)
    )
    return str(found)


def choices(book: openpyxl.Workbook, sheet: str, heading: str) -> list[str]:
    """What is offered for a column."""
    source = str(rule(book[sheet], heading).formula1)
    if source.startswith('"'):
        return source.strip('"').split(",")
    name, _, cells = source.partition("!")
    return [str(cell.value) for (cell,) in book[name][cells.replace("$", "")]]


def test_sheets_and_headings(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == [*(form.name for form in FORMS), GUIDE_SHEET, LISTS_SHEET]
    assert book[LISTS_SHEET].sheet_state == "veryHidden"
    assert book.active is book["信息台账"]
    for form in FORMS:
        sheet = book[form.name]
        assert [cell.value for cell in sheet[1]] == [each.name for each in form.headings]
        assert sheet.freeze_panes == "A2"


def test_every_choice_is_read_as_what_it_names(
    book: openpyxl.Workbook, catalogue: Catalogue
) -> None:
    duties, units = DutyNames(catalogue), UnitNames(catalogue)
    offered = [duties.read(each) for each in choices(book, "信息台账", "事项")]
    assert sorted(offered) == sorted(duty.id for duty in catalogue.duties)
    assert choices(book, "说明", "事项") == choices(book, "信息台账", "事项")
    columns = [duties.read(each) for each in choices(book, "栏目", "事项")]
    assert columns == [
        each.id for each in catalogue.duties if each.kind == "publish" and not each.appears_in
    ]
    for sheet in ("信息台账", "说明"):
        named = [units.read(each) for each in choices(book, sheet, "责任单位")]
        assert len({name for (name,) in named}) == len(named)
    assert choices(book, "信息台账", "公开属性") == ["主动公开", "依申请公开", "不予公开"]
    for sheet, heading in (("信息台账", "是否解读"), ("栏目", "是否存在")):
        assert choices(book, sheet, heading) == ["是", "否"]


def test_a_choice_is_id_and_name() -> None:
    book = openpyxl.load_workbook(io.BytesIO(ledger_template.render(CATALOGUE)))
    offered = choices(book, "信息台账", "事项")
    assert "A07 公务员考录" in offered
    assert "A14 行政执法公示/专题展示" in offered


def test_dates_are_dates(book: openpyxl.Workbook) -> None:
    for form in FORMS:
        sheet = book[form.name]
        for heading in form.headings:
            if heading.reading == "day":
                checked = rule(sheet, heading.name)
                assert (checked.type, checked.formula1, checked.formula2) == (
                    "date",
                    str((date(1990, 1, 1) - EPOCH_1900).days),
                    str((date(2100, 12, 31) - EPOCH_1900).days),
                )
                assert number_format(sheet, heading.name) == "yyyy-mm-dd"


def test_the_empty_template_is_an_empty_ledger(tmp_path: Path, catalogue: Catalogue) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(ledger_template.render(catalogue))
    ledger = read_ledger([path], catalogue, None)
    assert ledger.problems == ()
    assert (ledger.records, ledger.statements) == ((), ())
    assert [column.duty for column in ledger.columns] == [
        each.id for each in catalogue.duties if each.kind == "publish" and not each.appears_in
    ]
    assert all(column.checked is None and column.exists is None for column in ledger.columns)


def test_what_is_filled_in_is_read(
    tmp_path: Path, book: openpyxl.Workbook, catalogue: Catalogue
) -> None:
    duty, unit = choices(book, "信息台账", "事项")[0], choices(book, "信息台账", "责任单位")[0]
    day = date(2024, 6, 27)
    filled: dict[str, dict[str, Any]] = {
        "信息台账": {
            "编号": "X1",
            "事项": duty,
            "标题": "示例",
            "责任单位": unit,
            "形成日期": day,
            "公开日期": day,
            "公开属性": "主动公开",
            "是否解读": "否",
        },
        "栏目": {"是否存在": "是", "条目数": 3, "最后更新日期": day, "核查日期": day},
        "说明": {"事项": duty, "期间起": day, "期间止": day, "说明内容": "没有此类信息"},
    }
    for name, values in filled.items():
        for number, cell in enumerate(book[name][1], 1):
            if (heading := str(cell.value)) in values:
                book[name].cell(2, number).value = values[heading]
    path = tmp_path / "台账.xlsx"
    book.save(path)
    ledger = read_ledger([path], catalogue, None)
    assert ledger.problems == ()
    (record,) = ledger.records
    assert (record.duty, record.formed, record.published) == (duty.split()[0], day, day)
    assert (record.openness, record.interpretation, len(record.units)) == ("主动公开", False, 1)
    assert (ledger.columns[0].exists, ledger.columns[0].items) == (True, 3)
    assert (ledger.columns[0].updated, ledger.columns[0].checked) == (day, day)
    (statement,) = ledger.statements
    assert (statement.first, statement.last, statement.text) == (day, day, "没有此类信息")


def test_the_guide_names_every_column(book: openpyxl.Workbook) -> None:
    rows = {(row[0].value, row[1].value) for row in book[GUIDE_SHEET].iter_rows()}
    assert {(form.name, each.name) for form in FORMS for each in form.headings} <= rows


@pytest.mark.filterwarnings("error")
def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue) -> None:
    assert ledger_template.render(catalogue) == ledger_template.render(catalogue)


def test_a_catalogue_with_nothing_in_it() -> None:
    empty = Catalogue(title="空", body="局", source="文")
    book = openpyxl.load_workbook(io.BytesIO(ledger_template.render(empty)))
    assert book.sheetnames[:3] == ["信息台账", "栏目", "说明"]
