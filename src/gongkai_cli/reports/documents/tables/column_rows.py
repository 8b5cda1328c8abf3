"""一行是“栏目”: one row a column that the catalogue asks for."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from ....model.case import ColumnView
from ....model.deadline import Clock
from ....model.duty import Duty
from ....model.ledger import Column
from ....office.table_cells import Cell, Link
from ...standing import stands_under
from .. import Asked
from .kinds import ASSUMED, Field
from .of_duty import OF_DUTY, UnitOrder

NAME = "栏目"

LATE, SOON, IN_TIME = "已超期", "即将超期", "未超期"
UNDECIDED, UNKNOWN, WITHOUT_CYCLE = "暂不能定", "未能核查", "无更新周期"
MISSING, BLANK, EXPLAINED, FILLED = "栏目缺失", "空栏目", "已说明", "有内容"


class ColumnRow(Struct, frozen=True, kw_only=True):
    """A column as far as it is known; ``as_of`` and ``soon`` (working days) decide what is late."""

    view: ColumnView
    unit: str
    as_of: date
    soon: int

    @property
    def duty(self) -> Duty:
        """The duty that asks for it."""
        return self.view.duty

    @property
    def units(self) -> tuple[str, ...]:
        """Who answers for it."""
        return self.view.duty.unit_names

    @property
    def assumed(self) -> Iterator[tuple[str, Clock | None]]:
        """Its duty with the clock that its freshness is held to."""
        fresh = self.view.freshness
        yield self.view.duty.id, fresh.clock if fresh is not None else None


def rows(asked: Asked) -> Sequence[ColumnRow]:
    """Every column, by unit, in the order of the catalogue."""
    assessment = asked.assessment
    order = UnitOrder(assessment.catalogue)
    found = [
        ColumnRow(
            view=view,
            unit=stands_under(view.duty.unit_names, asked.within),
            as_of=assessment.as_of,
            soon=assessment.settings.soon_days,
        )
        for view in assessment.columns
    ]
    return sorted(found, key=lambda row: order(row.unit))


def state(view: ColumnView) -> str:
    """Whether the column is there and has content, as far as that is known.

    A blank column counts as explained while a statement is valid; one that nobody has seen, or that
    does not exist, does not.
    """
    column = view.column
    if view.unknown is not None or column is None:
        return UNKNOWN
    if not column.exists:
        return MISSING
    if column.items:
        return FILLED
    return EXPLAINED if view.statement is not None else BLANK


def freshness(row: ColumnRow) -> str:
    """Whether the column was updated in time; what keeps that from being said where it cannot be.

    Late only after the latest day that any reading allows; soon is due today or within so many
    working days.
    """
    view = row.view
    content = state(view)
    if content != FILLED:
        return content
    fresh = view.freshness
    if view.column is not None and view.column.updated is None:
        return UNKNOWN
    if fresh is None:
        return WITHOUT_CYCLE
    if fresh.deadline is None:
        return UNKNOWN
    if row.as_of > fresh.deadline.latest:
        return LATE
    if row.as_of > fresh.deadline.earliest:
        return UNDECIDED
    return SOON if (fresh.workdays_left or 0) <= row.soon else IN_TIME


def _freshness_words(row: ColumnRow) -> str:
    words, fresh = freshness(row), row.view.freshness
    rests = fresh is not None and (fresh.clock.assumed or fresh.clock.bases[0].assumed)
    return f"{words}{ASSUMED}" if rests and words in (LATE, SOON, IN_TIME) else words


def _seen(value: Callable[[Column], Cell]) -> Callable[[ColumnRow], Cell]:
    """A value of the last look; empty where nobody has looked."""

    def read(row: ColumnRow) -> Cell:
        return value(row.view.column) if row.view.column is not None else None

    return read


def _fresh(value: Callable[[Any], Cell]) -> Callable[[ColumnRow], Cell]:
    """A value of the clock on the newest item; empty where none runs."""

    def read(row: ColumnRow) -> Cell:
        return value(row.view.freshness) if row.view.freshness is not None else None

    return read


FIELDS: Mapping[str, Field] = {
    **OF_DUTY,
    "栏目": Field(
        "栏目的名称",
        lambda row: (row.view.column.name if row.view.column else "") or row.view.duty.title,
    ),
    "地址": Field("栏目的网页地址", _seen(lambda column: Link(column.url) if column.url else None)),
    "最后更新日期": Field("最新一条信息的日期", _seen(lambda column: column.updated)),
    "条目数": Field("栏目中信息的条数", _seen(lambda column: column.items)),
    "核查日期": Field("最近一次查看网站的日期", _seen(lambda column: column.checked)),
    "核查人": Field("最近一次查看网站的人", _seen(lambda column: column.checked_by)),
    "更新周期": Field("栏目应当多久更新一次", _fresh(lambda fresh: fresh.clock.wording)),
    "应更新日期": Field(
        "最迟应在哪一天更新", _fresh(lambda fresh: fresh.deadline.due if fresh.deadline else None)
    ),
    "超期工作日": Field(
        "超过应更新日期的工作日数", _fresh(lambda fresh: fresh.workdays_late or None)
    ),
    "超期自然日": Field("超过应更新日期的自然日数", _fresh(lambda fresh: fresh.days_late or None)),
    "超期": Field(
        "是否按期更新；更新周期是推定的，后面注明",
        _freshness_words,
        (LATE, SOON, UNDECIDED, IN_TIME, BLANK, EXPLAINED, MISSING, UNKNOWN, WITHOUT_CYCLE),
    ),
    "内容情况": Field(
        "栏目是否存在、有没有内容",
        lambda row: state(row.view),
        (FILLED, EXPLAINED, BLANK, MISSING, UNKNOWN),
    ),
    "未能核查的原因": Field("为什么没有核查结果", lambda row: row.view.unknown or ""),
    "无信息说明": Field(
        "台账登记的无此类信息说明",
        lambda row: row.view.statement.text if row.view.statement else "",
    ),
}
