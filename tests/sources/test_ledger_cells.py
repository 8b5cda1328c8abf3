"""One cell at a time, in .xlsx and .csv: what it is read as, or its error at its place."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.sources.ledger.cells import (
    EPOCH_1900,
    EPOCH_1904,
    Unreadable,
    read_count,
    read_date,
    read_text,
    read_yes_no,
)
from gongkai_cli.sources.ledger.sheet_headings import FORMS

from .ledger_making import csv_text, facts_of, read, told, write_xlsx

VECTORS = Path(__file__).parents[1] / "vectors" / "ledger_cells.csv"
GOOD = {
    "编号": "X1",
    "事项": "A07",
    "标题": "示例",
    "形成日期": "2024-06-01",
    "公开日期": "2024-06-02",
    "是否存在": "是",
    "核查日期": "2024-07-01",
    "期间起": "2024-01-01",
    "期间止": "2024-12-31",
    "说明内容": "没有此类信息",
}


class Vector(NamedTuple):
    """A row of the file: the sheet, the column, what is written there, and what comes of it."""

    sheet: str
    column: str
    written: str
    value: str
    error: str
    nearest: str


def vectors() -> list[Vector]:
    """All rows, whose blanks and line ends stay as they are."""
    with VECTORS.open(encoding="utf-8", newline="") as file:
        return [Vector(*row) for row in list(csv.reader(file))[1:]]


def table_of(vector: Vector) -> tuple[list[str], list[str], int]:
    """Headings, a row that is good but for the cell in question, and the column of that cell."""
    form = next(form for form in FORMS if form.name == vector.sheet)
    headings = [heading.name for heading in form.headings]
    row = [GOOD.get(name, "") for name in headings]
    column = headings.index(vector.column)
    row[column] = vector.written
    return headings, row, column


def shown(value: object) -> str:
    """A value as the vectors write it."""
    return "|".join(value) if isinstance(value, tuple) else str(value)


@pytest.mark.parametrize("vector", vectors(), ids=lambda v: f"{v.column}:{v.written}")
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_cell(tmp_path: Path, vector: Vector, kind: str) -> None:
    headings, row, column = table_of(vector)
    path = tmp_path / f"{vector.sheet}.{kind}"
    if kind == "xlsx":

        def as_text(book: object) -> None:
            cell = book[vector.sheet].cell(2, column + 1)  # type: ignore[index]
            cell.value = vector.written or None
            cell.data_type = "s" if vector.written else "n"

        write_xlsx(path, {vector.sheet: [headings, row]}, as_text)
        place = f"{vector.sheet}.xlsx!{vector.sheet}!{chr(65 + column)}2"
    else:
        path.write_text(csv_text([headings, row]), encoding="utf-8", newline="")
        place = f"{vector.sheet}.csv:2:{column + 1}"
    ledger = read(path)
    fact = facts_of(ledger)[0]
    assert told(ledger) == ([(place, vector.error)] if vector.error else [])
    assert fact.unreadable == bool(vector.error)
    if vector.error:
        assert (ledger.problems[0].nearest or "") == vector.nearest
    else:
        form = next(form for form in FORMS if form.name == vector.sheet)
        field = next(each.field for each in form.headings if each.name == vector.column)
        assert shown(getattr(fact, field)) == vector.value


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.sampled_from([EPOCH_1900, EPOCH_1904]))
def test_serial_numbers_count_from_their_epoch(day: date, epoch: date) -> None:
    number = float((day - epoch).days)
    assert read_date(number, epoch) == day
    assert read_date(number + 0.75, epoch) == day


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)), st.times())
def test_the_time_of_day_is_dropped(day: date, hour: time) -> None:
    moment = datetime.combine(day, hour)
    assert read_date(moment) == moment.date()
    assert read_date(f"{moment:%Y-%m-%d %H:%M:%S}") == moment.date()


@pytest.mark.parametrize("cell", [True, time(8, 30), timedelta(days=2), 1e300, -5.0, 0.0])
def test_what_is_no_day(cell: float | time | timedelta) -> None:
    with pytest.raises(Unreadable, match="不是日期"):
        read_date(cell)


@pytest.mark.parametrize("cell", [float("nan"), float("inf")])
def test_numbers_that_are_none_are_refused(cell: float) -> None:
    with pytest.raises(Unreadable, match="不是日期"):
        read_date(cell)
    with pytest.raises(Unreadable, match="不是条数"):
        read_count(cell)


def test_cells_that_excel_has_given_a_type() -> None:
    assert read_text(12.0) == "12"
    assert read_text(12.5) == "12.5"
    assert read_text(1e15) == "1000000000000000"
    assert (
        read_text(date(2024, 6, 27))
        == read_text(datetime.combine(date(2024, 6, 27), time()))
        == "2024-06-27"
    )
    assert read_yes_no(True) is True
    assert read_yes_no(0.0) is False
    with pytest.raises(Unreadable, match="不是条数：“是”"):
        read_count(True)
