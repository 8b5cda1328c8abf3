"""Workbooks as a few lines of YAML, so that what is wrong in one can be read.

```yaml
# 台账/六月.xlsx.yaml makes 台账/六月.xlsx
sheets:                       # rows of cells; 2024-06-27 is a date, =A1 a formula without a result
  信息台账:
    - [编号, 事项, 标题]
cells: {信息台账: {F9: 甲}}   # single cells
times: {信息台账: {F9: "09:30"}}
merge: {信息台账: [A2:A3]}
hide: [栏目]                  # sheets
replace: {xl/worksheets/sheet1.xml: {old: new}}   # in the parts of the file
claim: {xl/sharedStrings.xml: 500000000}          # a size that a part says to have
```
"""

from datetime import time
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import yaml

from tests.sources.hostile_workbooks import change_part, forge_size

DESCRIPTION = ".xlsx.yaml"
"""How the name of a description ends: the workbook is called as it is, without .yaml."""


def read(description: Path) -> dict[str, Any]:
    """The description of a workbook."""
    told: dict[str, Any] = yaml.safe_load(description.read_text(encoding="utf-8"))
    return told


def build(description: Path, target: Path) -> None:
    """The workbook of a description."""
    told = read(description)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in told["sheets"].items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cell, value in told.get("cells", {}).get(name, {}).items():
            sheet[cell] = value
        for cell, value in told.get("times", {}).get(name, {}).items():
            sheet[cell] = time.fromisoformat(value)
        for block in told.get("merge", {}).get(name, ()):
            sheet.merge_cells(block)
        if name in told.get("hide", ()):
            sheet.sheet_state = "hidden"
    book.save(target)
    for part, changes in told.get("replace", {}).items():
        for old, new in changes.items():
            change_part(target, part, partial(_changed, old, new))
    for part, size in told.get("claim", {}).items():
        forge_size(target, part, size)


def _changed(old: str, new: str, data: bytes) -> bytes:
    assert old.encode() in data, f"{old} is not in the part"
    return data.replace(old.encode(), new.encode())
