"""批注台账: the user's own files as they look, with three columns behind."""

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from gongkai_cli.assess import assess
from gongkai_cli.model.place import Weight
from gongkai_cli.reports.documents import Asked, Rendered
from gongkai_cli.reports.documents import annotated_ledger as document
from gongkai_cli.reports.row_state import RowState, row_states
from gongkai_cli.sources.workspace import read_workspace

from ...commands.workspaces import CATALOGUE, CONFIG
from ...office.workbooks_made import changed_parts
from ...sources.ledger_making import csv_text

AS_OF = date(2024, 7, 26)
HEADINGS = ("编号", "事项", "标题", "责任单位", "形成日期", "公开日期", "公开属性")
ROWS: Sequence[Sequence[object]] = (
    ("1", "A01", "超期的", "文书科", date(2024, 6, 27), None, None),
    ("2", "A02", "在期的", "信息科", date(2024, 7, 10), None, None),
    ("3", "A01", "办好的", "文书科", date(2024, 7, 1), date(2024, 7, 5), None),
    ("4", "A01", "不公开", "文书科", date(2024, 5, 1), None, "不予公开"),
    ("5", "", "没有事项", "文书科", date(2024, 7, 1), None, None),
    ("6", "A01", "晚了的", "文书科", date(2024, 6, 3), date(2024, 7, 9), None),
)
LOOKS: Sequence[Sequence[object]] = (
    ("事项", "栏目名称", "是否存在", "条目数", "最后更新日期", "核查日期"),
    ("A01", "部门文件", "是", 3, date(2024, 7, 20), date(2024, 7, 22)),
    ("A02", "工作推进", "否", None, None, date(2024, 7, 22)),
)
STATES = {
    "超期的": ("2024-07-25", "超期"),
    "在期的": ("2024-08-07", "未到期"),
    "办好的": ("2024-07-29", "合规"),
    "不公开": (None, "不适用"),
    "没有事项": (None, "待人工"),
    "晚了的": ("2024-07-02", "超期公开"),
}


def workbook() -> bytes:
    """A ledger that somebody has made their own: a title, colours, another sheet, a note aside."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "信息台账"
    sheet.append(("2024年台账",))
    sheet.merge_cells("A1:G1")
    for row in (HEADINGS, *ROWS):
        sheet.append(list(row))
    sheet["G2"].font = Font(bold=True)
    sheet["C5"].fill = PatternFill("solid", fgColor="00FF00")
    looks = book.create_sheet("栏目")
    for row in LOOKS:
        looks.append(list(row))
    book.create_sheet("自用").append(("别的", "内容"))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def asked(folder: Path, files: dict[str, bytes]) -> Asked:
    (folder / "台账").mkdir()
    (folder / "gongkai.yaml").write_text(CONFIG, encoding="utf-8")
    (folder / "catalogue.yaml").write_text(CATALOGUE, encoding="utf-8")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    facts = read_workspace(folder).facts
    assert facts is not None
    assessment = assess(facts, as_of=AS_OF)
    return Asked(assessment=assessment, ledger=facts.ledger, today=AS_OF, originals=files)


def papers(rendered: Rendered) -> dict[str, Any]:
    assert rendered.problems == ()
    found = {each.name: each.data for each in rendered.papers}
    assert len(found) == rendered.count
    return {name: openpyxl.load_workbook(io.BytesIO(data)) for name, data in found.items()}


def states_in(sheet: Any, heading_row: int) -> dict[str, tuple[str | None, str | None]]:
    names = [cell.value for cell in sheet[heading_row]]
    title, due, state = (names.index(each) for each in ("标题", "到期日", "状态"))
    found: dict[str, tuple[str | None, str | None]] = {}
    for row in sheet.iter_rows(min_row=heading_row + 1, values_only=True):
        found[row[title]] = (row[due] and row[due].date().isoformat(), row[state])
    return found


def test_a_workbook_gets_three_columns_and_keeps_its_look(tmp_path: Path) -> None:
    data = workbook()
    rendered = document.render(asked(tmp_path, {"台账/我的.xlsx": data}))
    (paper,) = rendered.papers
    assert paper.name == "我的（批注）.xlsx"
    assert changed_parts(data, paper.data) == {
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    }
    sheet = papers(rendered)[paper.name]["信息台账"]
    assert [cell.value for cell in sheet[2]] == [*HEADINGS, "到期日", "状态", "依据"]
    assert states_in(sheet, 2) == STATES
    assert sheet["H2"].font.bold, "the new headings look like the last one"
    assert sheet["C5"].fill.fgColor.rgb == "0000FF00"
    assert {sheet[f"{column}3"].fill.fgColor.rgb for column in "HIJ"} == {"FFFFC7CE"}
    assert "政府信息公开条例第二十六条" in sheet["J3"].value
    looks = papers(rendered)[paper.name]["栏目"]
    assert [row[7] for row in looks.iter_rows(values_only=True)] == ["状态", "合规", "缺失"]


def test_a_csv_becomes_a_workbook(tmp_path: Path) -> None:
    rows = [HEADINGS, *(tuple("" if cell is None else str(cell) for cell in row) for row in ROWS)]
    rows[3] = (*rows[3][:2], "=1+1", *rows[3][3:])
    data = csv_text(rows).encode("gb18030")
    rendered = document.render(asked(tmp_path, {"台账/信息台账.csv": data}))
    (name, book) = papers(rendered).popitem()
    assert name == "信息台账（批注）.xlsx"
    (sheet,) = book.worksheets
    assert [cell.value for cell in sheet[1]] == [*HEADINGS, "到期日", "状态", "依据"]
    assert states_in(sheet, 1) == {**{k: v for k, v in STATES.items() if k != "办好的"}} | {
        "=1+1": STATES["办好的"]
    }
    assert sheet["C4"].data_type == "s"
    assert sheet["I2"].fill.fgColor.rgb == "FFFFC7CE"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:J7")


def test_every_file_with_rows_is_a_paper_and_the_same_each_time(tmp_path: Path) -> None:
    looks = csv_text([tuple("" if c is None else str(c) for c in row) for row in LOOKS]).encode()
    said = csv_text([("事项", "期间起", "期间止", "说明内容")]).encode()
    files = {"台账/我的.xlsx": workbook(), "台账/栏目.csv": looks, "台账/说明.csv": said}
    request = asked(tmp_path, files)
    first = [(each.name, each.data) for each in document.render(request).papers]
    assert [name for name, _ in first] == ["我的（批注）.xlsx", "栏目（批注）.xlsx"]
    assert [(each.name, each.data) for each in document.render(request).papers] == first


def test_units_that_were_not_asked_for_stay_blank(tmp_path: Path) -> None:
    from gongkai_cli.commands.selection import only

    request = asked(tmp_path, {"台账/我的.xlsx": workbook()})
    within = frozenset({"信息科"})
    assessment = only(request.assessment, within)
    rendered = document.render(
        Asked(
            assessment=assessment,
            ledger=request.ledger,
            today=AS_OF,
            within=within,
            originals=request.originals,
        )
    )
    (book,) = papers(rendered).values()
    found = states_in(book["信息台账"], 2)
    assert found["在期的"] == STATES["在期的"]
    assert found["超期的"] == (None, None)


def test_a_workbook_that_cannot_be_patched_is_named(tmp_path: Path) -> None:
    data = workbook()
    request = asked(tmp_path, {"台账/我的.xlsx": data})
    broken = data[:2000]
    rendered = document.render(
        Asked(
            assessment=request.assessment,
            ledger=request.ledger,
            today=AS_OF,
            originals={"台账/我的.xlsx": broken},
        )
    )
    assert (list(rendered.papers), rendered.count) == ([], 0)
    (problem,) = rendered.problems
    assert (str(problem.place), problem.weight) == ("台账/我的.xlsx", Weight.NOTE)


def test_states_of_rows_without_a_deadline() -> None:
    state = RowState()
    assert (state.due, state.left, state.state, state.fill) == (None, None, "", "")


@pytest.mark.parametrize("as_of", [date(2024, 6, 30), date(2024, 7, 26), date(2026, 1, 1)])
def test_every_judged_row_has_one_state(tmp_path: Path, as_of: date) -> None:
    request = asked(tmp_path, {"台账/我的.xlsx": workbook()})
    facts = read_workspace(tmp_path).facts
    assert facts is not None
    states = row_states(assess(facts, as_of=as_of))
    rows = {each.place for each in facts.ledger.records}
    rows |= {each.place for each in facts.ledger.columns}
    assert set(states) <= rows
    assert all(each.state for each in states.values())
    formed = {each.place for each in facts.ledger.records if each.formed and each.formed <= as_of}
    assert formed <= set(states) | {e.place for e in request.ledger.records if e.duty is None}
