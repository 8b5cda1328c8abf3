"""Tables of .xlsx workbooks: every visible sheet is one, from its first to its last cell used."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from ...model.place import Place, Problem, Weight
from ..ledger.cells import Cell, read_text
from ..ledger.table import column_letters, number_ranges
from ..ledger.workbook_guard import SheetMarks, inspect_archive
from ..ledger.workbook_guard import Unfit as Unsafe
from ..ledger.workbook_index import read_index
from .grid import Grid
from .layout import MOST_SPOTS, SpanningCell, Unfit, lay_out
from .office_package import open_package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SAVE_AGAIN = "用 Excel 或 WPS 打开后另存为 .xlsx"
_SHOWN = "取消隐藏后会读入"


def read_xlsx(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The sheets of a workbook; raises ``Unfit`` where it is damaged, or not safe to read.

    Hidden sheets and rows are left out with a note, because nobody sees them on paper.
    """
    problems: list[Problem] = []
    with open_package(data, file) as package:
        if package.has_macros():
            note = "工作簿带有宏，宏不运行，只读其中的表格"
            problems.append(Problem(Place(file), note, weight=Weight.NOTE))
    marks = inspect_archive(BytesIO(data))
    if isinstance(marks, Unsafe):
        raise Unfit(Place(file), marks.found, _SAVE_AGAIN)
    index = read_index(BytesIO(data))
    if index is None:
        raise Unfit(Place(file), "工作簿内部结构不完整", _SAVE_AGAIN)
    by_name = {name: marks[part] for name, part in index.parts.items() if part in marks}
    with _opened(data, file) as workbook:
        return tuple(_sheets(workbook, file, by_name, problems)), tuple(problems)


def _opened(data: bytes, file: str) -> "CalamineWorkbook":
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except BaseException as error:
        raise _given_up(error, Place(file)) from None


def _sheets(
    workbook: "CalamineWorkbook", file: str, marks: dict[str, SheetMarks], problems: list[Problem]
) -> Iterator[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        place = Place(file, sheet=sheet.name)
        if sheet.visible != SheetVisibleEnum.Visible:
            problems.append(Problem(place, "隐藏的工作表，未读入", _SHOWN, weight=Weight.NOTE))
            continue
        if sheet.name not in marks:
            raise Unfit(place, "工作表内部写法不常见，不能安全读取", _SAVE_AGAIN)
        try:
            content = workbook.get_sheet_by_name(sheet.name)
        except BaseException as error:
            raise _given_up(error, place) from None
        grid = _grid(content, place, marks[sheet.name], problems)
        if grid is not None:
            yield grid


def _grid(
    sheet: "CalamineSheet", whole: Place, marks: SheetMarks, problems: list[Problem]
) -> Grid | None:
    if sheet.start is None or sheet.end is None:
        return None
    left = sheet.start[1]
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    merges = {
        (top, first): (bottom - top + 1, last - first + 1)
        for (top, first), (bottom, last) in sheet.merged_cell_ranges or ()
    }
    if height * width > MOST_SPOTS:
        raise Unfit(whole, f"表格过大：{height}行、{width}列", f"不超过{MOST_SPOTS}格的表格")

    def place(row: int, column: int) -> Place:
        return Place(whole.file, sheet=whole.sheet, cell=f"{column_letters(column + 1)}{row + 1}")

    cells: list[SpanningCell] = []
    rows: Iterator[list[Cell]] = sheet.iter_rows()
    for row, values in enumerate(rows):
        for column, value in enumerate(values, left):
            text = read_text(value).replace("_x000D_", "").replace("\r\n", "\n").strip()
            rows_, columns = merges.get((row, column), (1, 1))
            if text or (rows_, columns) != (1, 1):
                cells.append(SpanningCell(text, row, column, rows_, columns))
    hidden = {number - 1 for number in marks.hidden if number <= height}
    if hidden:
        words = f"隐藏的行（{number_ranges(number + 1 for number in hidden)}），未读入"
        problems.append(Problem(whole, words, _SHOWN, weight=Weight.NOTE))
    for (row, column), fault in sorted(marks.faults.items()):
        if row - 1 not in hidden:
            problems.append(Problem(place(row - 1, column - 1), fault, "能读出的值"))
    return Grid(rows=lay_out(cells, height, width, hidden).spots(place), place=whole)


def _given_up(error: BaseException, place: Place) -> BaseException:
    """Calamine gave up; its panics are no ``Exception``, what is not its own goes on."""
    import python_calamine

    own = isinstance(error, python_calamine.CalamineError)
    if not own and type(error).__name__ != "PanicException":
        return error
    return Unfit(place, "内容已损坏，不能读出", _SAVE_AGAIN)
