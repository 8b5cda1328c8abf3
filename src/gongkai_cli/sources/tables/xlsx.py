"""Tables of .xlsx workbooks: every visible sheet is one, from its first to its last cell used."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from ...model.place import Place, Problem, Weight
from ..ledger.cells import Cell
from ..ledger.table import column_letters, number_ranges
from ..ledger.workbook_guard import SheetMarks, inspect_archive
from ..ledger.workbook_guard import Unfit as Unsafe
from ..ledger.workbook_index import read_index
from .cell_formats import shown
from .grid import Grid
from .layout import SpanningCell, Unfit, check_size, lay_out
from .office_package import open_package
from .sheet_parts import SheetLook, cell_styles, look_of

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_SAVE_AGAIN = "用 Excel 或 WPS 打开后另存为 .xlsx"
_SHOWN = "取消隐藏后会读入"


class _Sheet(Struct, frozen=True):
    """What calamine does not tell of a sheet."""

    marks: SheetMarks
    look: SheetLook
    epoch: date


def read_xlsx(data: bytes, file: str) -> tuple[tuple[Grid, ...], tuple[Problem, ...]]:
    """The sheets of a workbook; raises ``Unfit`` where it is damaged, or not safe to read.

    Hidden sheets, rows and columns are left out with a note, because nobody sees them on paper.
    """
    problems: list[Problem] = []
    marks = inspect_archive(BytesIO(data))
    if isinstance(marks, Unsafe):
        raise Unfit(Place(file), marks.found, marks.accepted)
    index = read_index(BytesIO(data))
    if index is None:
        raise Unfit(Place(file), "工作簿内部结构不完整", _SAVE_AGAIN)
    with open_package(data, file) as package:
        if package.has_macros():
            note = "工作簿带有宏，宏不运行，只读其中的表格"
            problems.append(Problem(Place(file), note, weight=Weight.NOTE))
        styles = cell_styles(package, package.document() or "")
        sheets = {
            name: _Sheet(marks[part], look_of(package.data(part), styles), index.epoch)
            for name, part in index.parts.items()
            if part in marks
        }
    with _opened(data, file) as workbook:
        return tuple(_sheets(workbook, file, sheets, problems)), tuple(problems)


def _opened(data: bytes, file: str) -> "CalamineWorkbook":
    import python_calamine

    try:
        return python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    except BaseException as error:
        raise _given_up(error, Place(file)) from None


def _sheets(
    workbook: "CalamineWorkbook", file: str, sheets: dict[str, _Sheet], problems: list[Problem]
) -> Iterator[Grid]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    for sheet in workbook.sheets_metadata:
        if sheet.typ != SheetTypeEnum.WorkSheet:
            continue
        place = Place(file, sheet=sheet.name)
        if sheet.visible != SheetVisibleEnum.Visible:
            problems.append(Problem(place, "隐藏的工作表，未读入", _SHOWN, weight=Weight.NOTE))
            continue
        if sheet.name not in sheets:
            raise Unfit(place, "工作表内部写法不常见，不能安全读取", _SAVE_AGAIN)
        try:
            content = workbook.get_sheet_by_name(sheet.name)
        except BaseException as error:
            raise _given_up(error, place) from None
        grid = _grid(content, place, sheets[sheet.name], problems)
        if grid is not None:
            yield grid


def _grid(
    content: "CalamineSheet", whole: Place, sheet: _Sheet, problems: list[Problem]
) -> Grid | None:
    if content.start is None or content.end is None:
        return None
    height, width = content.end[0] + 1, content.end[1] + 1
    check_size(height * width, whole)

    def place(row: int, column: int) -> Place:
        return Place(whole.file, sheet=whole.sheet, cell=f"{column_letters(column + 1)}{row + 1}")

    rows = {number - 1 for number in sheet.marks.hidden if number <= height}
    columns = {column for column in sheet.look.hidden if column < width}
    _note_hidden(rows, columns, whole, problems)
    for (row, column), fault in sorted(sheet.marks.faults.items()):
        if row - 1 not in rows and column - 1 not in columns:
            problems.append(Problem(place(row - 1, column - 1), fault, "能读出的值"))
    layout = lay_out(_cells(content, sheet), height, width, rows, columns)
    return Grid(rows=layout.spots(place), place=whole) if layout.rows else None


def _cells(content: "CalamineSheet", sheet: _Sheet) -> Iterator[SpanningCell]:
    """The cells in which anything stands, and those that are merged."""
    merges = {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in content.merged_cell_ranges or ()
    }
    first = content.start[1] if content.start is not None else 0
    formats = sheet.look.formats
    rows: Iterator[list[Cell]] = content.iter_rows()
    for row, values in enumerate(rows):
        for column, value in enumerate(values, first):
            text = shown(value, formats.get((row, column)), sheet.epoch)
            text = text.replace("_x000D_", "").replace("\r\n", "\n").strip()
            high, wide = merges.get((row, column), (1, 1))
            if text or high > 1 or wide > 1:
                yield SpanningCell(text, row, column, high, wide)


def _note_hidden(rows: set[int], columns: set[int], whole: Place, problems: list[Problem]) -> None:
    letters = "、".join(column_letters(column + 1) for column in sorted(columns))
    numbers = number_ranges(row + 1 for row in rows)
    for what, names in (("行", numbers), ("列", letters)):
        if names:
            words = f"隐藏的{what}（{names}），未读入"
            problems.append(Problem(whole, words, _SHOWN, weight=Weight.NOTE))


def _given_up(error: BaseException, place: Place) -> BaseException:
    """Calamine gave up; its panics are no ``Exception``, what is not its own goes on."""
    import python_calamine

    own = isinstance(error, python_calamine.CalamineError)
    if not own and type(error).__name__ != "PanicException":
        return error
    return Unfit(place, "内容已损坏，不能读出", _SAVE_AGAIN)
