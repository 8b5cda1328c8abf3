"""The office that most tests of an exchange begin with."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ..sources.ledger_making import csv_text
from .offices import (
    COLUMN_HEADINGS,
    RECORD_HEADINGS,
    RECORDS,
    STATEMENT_HEADINGS,
    Office,
    xlsx,
)


@pytest.fixture(params=["csv", "xlsx"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Office:
    """An office with records, columns and statements, in files of either kind."""
    made = Office(tmp_path)
    tables: dict[str, Sequence[Sequence[object]]] = {
        "信息台账": [RECORD_HEADINGS, *RECORDS],
        "栏目": [COLUMN_HEADINGS, ("A01", "部门文件", "是", "3", "2024-07-20", "2024-07-22")],
        "说明": [STATEMENT_HEADINGS, ("A01", "", "2024-01-01", "2024-06-30", "没有此类信息")],
    }
    if request.param == "xlsx":
        made.write("台账.xlsx", xlsx(tables))
    else:
        for name, rows in tables.items():
            made.write(f"{name}.csv", csv_text(rows))
    return made
