"""What came back: the workbooks in a folder, each with its unit and what that unit was sent."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ..model.duty import Catalogue
from ..model.place import Place, Problem, Weight, errors
from ..model.unit import every_unit, find_unit
from ..sources.ledger.cells import Cell
from ..sources.ledger.files import LedgerFile, find_files
from ..sources.ledger.open_tables import NO_TABLE
from ..sources.ledger.sheet_headings import BASE_SHEET
from ..sources.ledger.workbook import read_own_sheet
from ..sources.ledger.written import WrittenTable, read_tables
from .base_sheet import Base, BaseUnreadable, read_base
from .unit_sheets import SIGNED, TASKS_SHEET

_COPY = r"[\s_-]*(?:[(（]\d+[)）]|副本|修改稿?|报回|已填)$"
"""What mail programs, Excel and people put behind the name of a file that they save again."""

Tell = Callable[[int, int], None]
_SENT = "由 gongkai ledger split 下发的 .xlsx 工作簿"


class Returned(Struct, frozen=True):
    """A workbook that came back; without ``base`` nobody knows what its unit was sent.

    ``signed`` are the cells of its 签收 columns in which anything stands.
    """

    unit: str
    file: LedgerFile
    tables: tuple[WrittenTable, ...]
    base: Base | None = None
    signed: tuple[Cell, ...] = ()


class Pile(Struct, frozen=True):
    """Everything in the folder.

    ``unusable`` are units of which something came back that cannot be taken; ``problems`` say why.
    """

    books: tuple[Returned, ...] = ()
    unusable: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_returned(
    folder: Path, catalogue: Catalogue, root: Path | None = None, tell: Tell = lambda done, of: None
) -> Pile:
    """The workbooks in and below a folder, by unit in the order of the catalogue.

    Names are shown relative to ``root``, without one as the folder is written. ``tell`` takes how
    many files are read, of how many.
    Of two workbooks of one unit none is taken: which of them counts is not for a program to say.
    """
    problems: list[Problem] = []
    books: defaultdict[str, list[Returned]] = defaultdict(list)
    lost: set[str] = set()
    files = find_files([folder], root, problems)
    for number, file in enumerate(files, 1):
        tell(number, len(files))
        book = _read(file, catalogue, problems)
        if isinstance(book, Returned):
            books[book.unit].append(book)
        elif book is not None:
            lost.add(book)
    for unit, several in books.items():
        if len(several) > 1:
            lost.add(unit)
            problems += _twice(unit, several)
    order = [unit.name for unit in every_unit(catalogue.units)]
    taken = sorted(
        (each for (each, *more) in books.values() if not more), key=lambda each: each.unit
    )
    taken.sort(key=lambda each: order.index(each.unit) if each.unit in order else len(order))
    problems += (_without_base(each) for each in taken if each.base is None)
    return Pile(tuple(taken), frozenset(lost - {each.unit for each in taken}), tuple(problems))


def _read(file: LedgerFile, catalogue: Catalogue, problems: list[Problem]) -> Returned | str | None:
    """The workbook; where it cannot be taken the unit alone, if even that is known."""
    place, named = Place(file.name), _unit_by_name(file, catalogue)
    if file.path.suffix.lower() != ".xlsx":
        problems.append(Problem(place, "不是下发给单位的工作簿，未并入", _SENT))
        return named
    found: list[Problem] = []
    tables = tuple(read_tables(file, found))
    base = _base(file.path)
    if isinstance(base, BaseUnreadable) and base.newer:
        problems.append(Problem(place, "是由更新版本的 gongkai 下发的", "升级 gongkai 后再并入"))
        return named
    known = base if isinstance(base, Base) else None
    if not tables and known is None:
        wrong = [each for each in errors(tuple(found)) if each.found != NO_TABLE]
        problems += wrong or [Problem(place, "不是下发给单位的工作簿，未并入", _SENT)]
        return named
    problems += (each for each in found if each.place.sheet != TASKS_SHEET)
    unit = known.unit if known else named
    problem = _of_another(place, known, catalogue) if known else _nobodys(file, named, catalogue)
    if problem is not None or unit is None:
        problems += (problem,) if problem else ()
        return None
    return Returned(unit, file, tables, known, tuple(_signed(file.path, tables)))


def _signed(path: Path, tables: Sequence[WrittenTable]) -> Iterator[Cell]:
    columns = [(table.other(SIGNED), [row.cells for row in table.rows]) for table in tables]
    todo = read_own_sheet(path, TASKS_SHEET) or []
    if todo and SIGNED in todo[0]:
        columns.append((list(todo[0]).index(SIGNED) + 1, todo[1:]))
    for column, rows in columns:
        for cells in rows if column else ():
            if column and column <= len(cells) and str(cells[column - 1]).strip():
                yield cells[column - 1]


def _base(path: Path) -> Base | BaseUnreadable | None:
    rows = read_own_sheet(path, BASE_SHEET)
    if rows is None:
        return None
    try:
        return read_base(rows)
    except BaseUnreadable as reason:
        return reason


def _without_base(book: Returned) -> Problem:
    place = Place(book.file.name)
    found = "没有下发时的底本（可能复制到了新的工作簿），只能补填台账中的空格，不同的都列为冲突"
    return Problem(place, found, "在下发的工作簿中填写后交回", weight=Weight.NOTE)


def _unit_by_name(file: LedgerFile, catalogue: Catalogue) -> str | None:
    """The unit that a file is called after; a mark of copies behind the name does not matter."""
    stem = file.path.stem.strip()
    while stem:
        if unit := find_unit(catalogue.units, stem):
            return unit.name
        shorter = re.sub(_COPY, "", stem)
        if shorter == stem:
            return None
        stem = shorter
    return None


def _nobodys(file: LedgerFile, unit: str | None, catalogue: Catalogue) -> Problem | None:
    if unit is not None:
        return None
    from ..notation.nearest import nearest

    names = [each.name for each in every_unit(catalogue.units)]
    found = f"没有底本，文件名“{file.path.stem}”也不是目录中的单位，不知道是哪个单位的"
    accepted = "文件名为单位的名称，如 " + "、".join(f"{name}.xlsx" for name in names[:2])
    return Problem(Place(file.name), found, accepted, nearest(file.path.stem, names))


def _of_another(place: Place, base: Base, catalogue: Catalogue) -> Problem | None:
    """Why a workbook that was sent out is none of ours."""
    if base.body != catalogue.body:
        return Problem(place, f"是“{base.body}”下发的工作簿", f"“{catalogue.body}”下发的工作簿")
    if find_unit(catalogue.units, base.unit) is None:
        from ..notation.nearest import nearest

        names = [each.name for each in every_unit(catalogue.units)]
        found = f"是下发给“{base.unit}”的，目录中没有这个单位"
        return Problem(place, found, "目录中的单位", nearest(base.unit, names))
    return None


def _twice(unit: str, books: Sequence[Returned]) -> Iterator[Problem]:
    names = "、".join(each.file.name for each in books)
    for book in books:
        found = f"“{unit}”交回了 {len(books)} 个工作簿（{names}），都未并入"
        yield Problem(Place(book.file.name), found, "只留下要并入的一个")
