"""Tables and filters whose block has to grow when rows or columns are added beside them."""

from typing import Any

from .cell_ranges import Block, block
from .cell_values import child, name_in
from .package import Package

_FILTER_NAME = "_xlnm._FilterDatabase"


def reach_down(package: Package, part: str, root: Any, row: int, columns: Block) -> None:
    """Let the tables and the filter of a sheet that end just above ``row`` hold it as well.

    ``columns`` is the block of the cells that were added. A table with a row of totals stays, as
    that must be its last.
    """
    for kind, target in package.links(part).values():
        if kind == "table" and package.has(target):
            table = package.xml(target)
            if _grown_table(table, row, columns):
                package.replace(target, table)
    own = child(root, "autoFilter")
    before = block(own.get("ref", "")) if own is not None else None
    if before is not None and _is_just_below(before, row, columns):
        _set(own, before._replace(bottom=row))


def reach_right(root: Any, right: int) -> None:
    """Let the filter of a sheet that ends just before the new columns hold them up to ``right``."""
    own = child(root, "autoFilter")
    before = block(own.get("ref", "")) if own is not None else None
    if before is not None and before.right < right:
        _set(own, before._replace(right=right))


def name_the_filter(package: Package, workbook: str, sheet: int, root: Any) -> None:
    """Bring the hidden name that Excel keeps for the filter of a sheet in line with it.

    ``sheet`` is the number of the sheet in the workbook, from 0.
    """
    own = child(root, "autoFilter")
    found = block(own.get("ref", "")) if own is not None else None
    names = package.xml(workbook)
    for each in names.iter(name_in(names, "definedName")):
        if each.get("name") == _FILTER_NAME and each.get("localSheetId") == str(sheet):
            title, mark, _ = (each.text or "").rpartition("!")
            if found is None or not mark:
                continue
            text = f"{title}!{_fixed(found)}"
            if text != each.text:
                each.text = text
                package.replace(workbook, names)


def _grown_table(table: Any, row: int, columns: Block) -> bool:
    before = block(table.get("ref", ""))
    if before is None or int(table.get("totalsRowCount", "0")):
        return False
    if not _is_just_below(before, row, columns):
        return False
    _set(table, before._replace(bottom=row))
    own = child(table, "autoFilter")
    inside = block(own.get("ref", "")) if own is not None else None
    if inside is not None and inside.bottom == before.bottom:
        _set(own, inside._replace(bottom=row))
    return True


def _is_just_below(before: Block, row: int, columns: Block) -> bool:
    return (
        before.bottom == row - 1 and before.left <= columns.right and columns.left <= before.right
    )


def _set(element: Any, reach: Block) -> None:
    element.set("ref", str(reach))


def _fixed(reach: Block) -> str:
    from .cell_ranges import address

    first, last = address(reach.top, reach.left), address(reach.bottom, reach.right)
    return ":".join(_dollars(each) for each in (first, last))


def _dollars(text: str) -> str:
    letters = text.rstrip("0123456789")
    return f"${letters}${text[len(letters) :]}"
