"""The printed form behind a catalogue: its headings, and each row's cells exactly as printed.

A row is written as printed, so most cells are simply its values. What differs stands in the row's
印本 (a category cell that is blank because it is merged with the one above, conversion debris). A
printed column that no key of a row stands for is named under 其他 of 表头, its cells under 印本.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...notation.nearest import nearest
from ...notation.yaml_form import Form, shape
from ...notation.yaml_tree import Mapping, Scalar

_OF_ROWS = ("类别", "名称", "公开内容", "五公开", "责任单位", "公开时限", "更新周期")
_HOLDING = ("序号", *_OF_ROWS, "其他")
HEADING_KEYS = (*_HOLDING, "顺序")
_UNLESS_SAID = {key: (key,) for key in _OF_ROWS[:-1]}


class Headings(Struct, frozen=True):
    """Which printed headings hold what.

    ``of`` maps a key of a row to its heading, or to one heading a level of its category (序号 to
    that of the running number, 其他 to those that have no key); ``shared`` maps further headings to
    the one cell that every row has; ``order`` are all of them as printed, if that is said.
    """

    of: dict[str, tuple[str, ...]]
    shared: dict[str, str]
    order: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All headings, in printed order."""
        unordered = (*(heading for each in self.of.values() for heading in each), *self.shared)
        return self.order or unordered


def read_headings(form: Form) -> Headings:
    """表头 and 共同 of a catalogue; the keys themselves are the headings where it gives none."""
    table = form.form("表头", HEADING_KEYS)
    said = {key: table.texts(key) for key in _HOLDING} if table else _UNLESS_SAID
    found = Headings(
        {key: headings for key, headings in said.items() if headings},
        dict(_cells(form, "共同", None)),
    )
    order = table.texts("顺序") if table else ()
    if table and order and sorted(order) != sorted(found.every):
        accepted = "表头和共同中的每一栏各写一次：" + "、".join(found.every)
        table.report(table.place_of("顺序"), "“顺序”与表头、共同中的栏对不上", accepted)
        order = ()
    return Headings(found.of, found.shared, order)


def printed_cells(row: Form, headings: Headings, number: int) -> Iterator[tuple[str, str]]:
    """Heading and cell of the ``number``-th row, as printed, in printed order.

    A clause has its words under 条文 instead.
    """
    words = row.text("条文")
    if words is not None:
        if "印本" in row:
            row.report(row.place_of("印本"), "有“条文”又有“印本”", "只写其中之一：条文不是表中的行")
        yield "条文", words
        return
    cells = {
        heading: cell
        for key, names in headings.of.items()
        for heading, cell in zip(names, _written(row, key, names, number), strict=True)
    }
    cells |= headings.shared
    cells |= dict(_cells(row, "印本", headings.every))
    yield from ((heading, cells[heading]) for heading in headings.every)


def _written(row: Form, key: str, headings: Sequence[str], number: int) -> tuple[str, ...]:
    if key == "序号":
        return (str(number),) * len(headings)
    if key == "其他":
        return ("",) * len(headings)
    if key == "类别":
        return _levels(row, headings)
    if key == "责任单位":
        return ("、".join(row.texts(key)) + (row.text("另有") or ""),)
    return (row.text(key) or "",)


def _levels(row: Form, headings: Sequence[str]) -> tuple[str, ...]:
    levels = row.texts("类别")
    if len(headings) == 1:
        return ("/".join(levels),)
    if len(levels) > len(headings):
        row.report(row.place_of("类别"), f"“类别”有{len(levels)}级", f"“表头”中的{len(headings)}级")
    return (*levels, *("" for _ in headings))[: len(headings)]


def _cells(form: Form, key: str, headings: Sequence[str] | None) -> Iterator[tuple[str, str]]:
    """The entries of a mapping of headings to cells; only these ``headings``, where given."""
    node = form.node(key)
    if node is None:
        return
    if not isinstance(node, Mapping):
        form.report(node.place, f"“{key}”写成了{shape(node)}", "分组，如 {公开方式: 政府网站}")
        return
    for heading, cell in node.entries:
        if headings is not None and heading.text not in headings:
            form.report(
                heading.place,
                f"印本没有“{heading.text}”这一栏",
                "、".join(headings),
                nearest(heading.text, headings),
            )
        elif isinstance(cell, Scalar):
            yield heading.text, cell.text
        else:
            form.report(cell.place, f"“{heading.text}”写成了{shape(cell)}", "一个值")
