"""Reading .xlsx workbooks: the guard first, then calamine, sheet by sheet."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...model.place import Place, Problem, Weight
from .cells import Cell
from .sheet_headings import OWN_SHEETS
from .table import Merge, Table
from .workbook_guard import SheetMarks, Unfit, inspect
from .workbook_index import WorkbookIndex, read_index

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_DAMAGED = "用 Excel 或 WPS 打开后另存为 .xlsx"


def read_workbook(path: Path, file: str, problems: list[Problem]) -> Iterator[Table]:
    """The visible sheets of a workbook that hold anything, one at a time.

    ``file`` is the name to show in places. Whatever cannot be read is added to ``problems``; a
    hidden sheet is passed over with a note. Raises ``OSError`` where the file cannot be opened.
    """
    marks = inspect(path)
    index = read_index(path) if not isinstance(marks, Unfit) else None
    if isinstance(marks, Unfit):
        problems.append(Problem(Place(file), marks.found, marks.accepted))
    elif index is None:
        problems.append(Problem(Place(file), "工作簿内部结构不完整", _DAMAGED))
    elif workbook := _open(path, file, problems):
        with workbook:
            yield from _tables(workbook, file, marks, index, problems)


def read_own_sheet(path: Path, name: str) -> list[Sequence[Cell]] | None:
    """All rows of one sheet, hidden or not, of a workbook that ``read_workbook`` has read.

    ``None`` where it has no such sheet, or it cannot be read.
    """
    problems: list[Problem] = []
    if isinstance(inspect(path), Unfit):
        return None
    workbook = _open(path, path.name, problems)
    if workbook is None:
        return None
    with workbook:
        if name not in workbook.sheet_names:
            return None
        try:
            return list(workbook.get_sheet_by_name(name).iter_rows())
        except BaseException as error:
            _report(error, Place(path.name), problems)
            return None


def _open(path: Path, file: str, problems: list[Problem]) -> "CalamineWorkbook | None":
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_path(path)
    except BaseException as error:
        _report(error, Place(file), problems)
        return None


def _tables(
    workbook: "CalamineWorkbook",
    file: str,
    marks: dict[str, SheetMarks],
    index: WorkbookIndex,
    problems: list[Problem],
) -> Iterator[Table]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet or sheet.name in OWN_SHEETS:
            continue
        place = Place(file, sheet=sheet.name)
        if sheet.visible != SheetVisibleEnum.Visible:
            note = "隐藏的工作表，未读入"
            problems.append(Problem(place, note, "取消隐藏后会读入", weight=Weight.NOTE))
            continue
        mark = marks.get(index.parts.get(sheet.name, ""))
        if mark is None:
            problems.append(Problem(place, "工作表内部写法不常见，不能安全读取", _DAMAGED))
            continue
        content = _content(workbook, sheet.name, place, mark, problems)
        if content is not None and content.start is not None:
            yield _table(content, content.start[1], file, mark, index)


def _content(
    workbook: "CalamineWorkbook",
    name: str,
    place: Place,
    mark: SheetMarks,
    problems: list[Problem],
) -> "CalamineSheet | None":
    try:
        return workbook.get_sheet_by_name(name)
    except BaseException as error:
        for (row, column), fault in mark.faults.items():
            table = Table(file=place.file, sheet=name, rows=())
            problems.append(Problem(table.cell_place(row, column), fault, "能读出的值"))
        _report(error, place, problems)
        return None


def _table(
    content: "CalamineSheet", left: int, file: str, mark: SheetMarks, index: WorkbookIndex
) -> Table:
    """The sheet as a table; ``left`` columns are empty, and calamine leaves those out."""
    rows: Iterator[Sequence[Cell]] = content.iter_rows()
    if left:
        rows = ([*[""] * left, *row] for row in rows)
    return Table(
        file=file,
        sheet=content.name,
        rows=enumerate(rows, 1),
        hidden=mark.hidden,
        merges=tuple(
            Merge(top + 1, left + 1, bottom + 1, right + 1)
            for (top, left), (bottom, right) in content.merged_cell_ranges or ()
        ),
        faults=mark.faults,
        epoch=index.epoch,
    )


def _report(error: BaseException, place: Place, problems: list[Problem]) -> None:
    """Say that calamine gave up; its panics are no ``Exception``, what is not its own goes on."""
    import python_calamine

    own = isinstance(error, python_calamine.CalamineError)
    if not own and type(error).__name__ != "PanicException":
        raise error
    problems.append(Problem(place, "内容已损坏，不能读出", _DAMAGED))
