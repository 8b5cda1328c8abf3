"""一行是“单位”: one row a unit with what its columns come to, and a row for all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ....model.deadline import Clock
from ....office.table_cells import Cell, Share
from .. import Asked
from . import column_rows
from .column_rows import BLANK, EXPLAINED, FILLED, MISSING, UNKNOWN
from .kinds import Field

NAME = "单位"
ALL = "合计"


class UnitRow(Struct, frozen=True, kw_only=True):
    """A unit with how many of its columns are in which state.

    A column of several units counts for the one under which it stands, so that the sum is right.
    """

    unit: str
    columns: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many columns the catalogue asks for."""
        return sum(self.columns.values())

    @property
    def done(self) -> int:
        """How many are known to have content, or a statement why there is none."""
        return self.columns.get(FILLED, 0) + self.columns.get(EXPLAINED, 0)

    @property
    def assumed(self) -> Iterator[tuple[str, Clock | None]]:
        """Nothing: how full a column is rests on no limit."""
        return iter(())


def rows(asked: Asked) -> Sequence[UnitRow]:
    """Every unit that a column stands under, in the order of the catalogue, then all of them."""
    counts: dict[str, Counter[str]] = {}
    for row in column_rows.rows(asked):
        counts.setdefault(row.unit, Counter())[column_rows.state(row.view)] += 1
    found = [UnitRow(unit=unit, columns=columns) for unit, columns in counts.items()]
    if len(found) > 1:
        found.append(UnitRow(unit=ALL, columns=sum(counts.values(), Counter())))
    return found


def _counted(state: str) -> Field:
    return Field(f"{state}的栏目数", lambda row: row.columns.get(state, 0))


def _share(row: UnitRow) -> Cell:
    return Share(row.done / row.total) if row.total else None


FIELDS: Mapping[str, Field] = {
    "单位": Field("牵头的责任单位", lambda row: row.unit),
    "栏目总量": Field("目录要求的栏目数", lambda row: row.total),
    "有内容栏目数量": _counted(FILLED),
    "空栏目数量": _counted(BLANK),
    "缺失栏目数量": _counted(MISSING),
    "已说明栏目数量": _counted(EXPLAINED),
    "未能核查数量": _counted(UNKNOWN),
    "完成数量": Field("有内容的和已说明的栏目数", lambda row: row.done),
    "完成率": Field("完成数量除以栏目总量；未能核查的不算完成", _share),
}
