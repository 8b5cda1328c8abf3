"""What every row tells of its duty and of who answers for it."""

from collections.abc import Iterable, Mapping
from typing import Any

from ....model.duty import Catalogue, Duty
from ....model.unit import every_unit
from ....office.table_cells import Cell
from ...standing import NO_UNIT
from .kinds import Field


def level(number: int) -> Field:
    """The name on a level of the catalogue, from 1; empty where the duty has no such level."""
    return Field(f"目录第{number}级的名称", lambda row: _at(row.duty, number))


def levels_from(number: int) -> Field:
    """The names from a level on, as one label."""
    return Field(
        f"目录第{number}级及以下的名称，用“/”连接",
        lambda row: "/".join(_levels(row.duty)[number - 1 :]),
    )


def _at(duty: Duty | None, number: int) -> str:
    return next(iter(_levels(duty)[number - 1 :]), "")


def _levels(duty: Duty | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*duty.category, duty.name))) if duty else ()


def _of_duty(row: Any, value: Any) -> Cell:
    return value(row.duty) if row.duty is not None else ""


def printed_limits(duty: Duty) -> str:
    """The printed limits of a duty with where they stand."""
    return "；".join(f"{each.wording}（{each.basis.text}）" for each in duty.limits)


OF_DUTY: Mapping[str, Field] = {
    "单位": Field("牵头的责任单位", lambda row: row.unit),
    "责任单位": Field("全部责任单位", lambda row: "、".join(row.units) or NO_UNIT),
    "一级目录": level(1),
    "二级目录": level(2),
    "三级目录": level(3),
    "四级目录": level(4),
    "二级以下": levels_from(2),
    "三级以下": levels_from(3),
    "四级以下": levels_from(4),
    "事项": Field("事项的类别和名称", lambda row: _of_duty(row, lambda duty: duty.title)),
    "事项编号": Field("事项在目录中的编号", lambda row: _of_duty(row, lambda duty: duty.id)),
    "五公开": Field(
        "决策、执行、管理、服务、结果公开中的哪一类",
        lambda row: _of_duty(row, lambda duty: duty.openness or ""),
    ),
    "内容要求": Field(
        "目录规定的公开内容；没有写的为事项名称",
        lambda row: _of_duty(row, lambda duty: duty.content or duty.name),
    ),
    "公开时限": Field("目录印的公开时限和出处", lambda row: _of_duty(row, printed_limits)),
}


class UnitOrder:
    """The place of units in the catalogue, for sorting; those it does not know come last."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = (unit.name for unit in every_unit(catalogue.units))
        self._ranks = {name: rank for rank, name in enumerate(names)}

    def __call__(self, unit: str) -> tuple[int, str]:
        """What sorts before what: the order of the catalogue, then that of the names."""
        return self._ranks.get(unit, len(self._ranks)), unit


def duties_by_id(duties: Iterable[Duty]) -> dict[str, Duty]:
    """Duties by their id."""
    return {duty.id: duty for duty in duties}
