"""How long publications took, in the words and numbers that the overview shows."""

from collections.abc import Mapping

from msgspec import Struct

from ...assess.pace import Pace, Tally, Verdict
from ...model.assessment import Assessment
from ...model.unit import every_unit
from ..preface import percent

_WIDEST = 41
"""Bars: from 0 working days on; what took longer stands together in the last."""


class UnitRow(Struct, frozen=True, kw_only=True):
    """The publications of one unit, or of all; days are working days."""

    unit: str
    total: int
    in_time: int
    late: int
    open: int
    share: int
    shortest: int
    median: str
    longest: int


class Bar(Struct, frozen=True, kw_only=True):
    """How many publications took so many working days; ``name`` is the number, or 40+."""

    name: str
    in_time: int
    late: int
    open: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.in_time + self.late + self.open


class PaceView(Struct, frozen=True, kw_only=True):
    """The whole, ``None`` where nothing was published; each unit; the bars; what is left out."""

    every: UnitRow | None
    units: tuple[UnitRow, ...]
    bars: tuple[Bar, ...]
    left_out: dict[str, int]

    @property
    def summary(self) -> str:
        """The whole in a sentence."""
        if self.every is None:
            return "没有可以计算用时的公开信息。"
        row = self.every
        return (
            f"已公开 {row.total} 条，自起算日至公开日，用时中位数 {row.median} 个工作日，"
            f"最短 {row.shortest}，最长 {row.longest}；"
            f"按时 {row.in_time} 条（{row.share}%），超期 {row.late} 条"
            + (f"，暂不能定 {row.open} 条" if row.open else "")
            + "。"
        )


def pace_view(pace: Pace, assessment: Assessment) -> PaceView:
    """What is shown of a pace; the units in the order of the catalogue."""
    order = {unit.name: n for n, unit in enumerate(every_unit(assessment.catalogue.units))}
    units = sorted(pace.units, key=lambda unit: order.get(unit, len(order)))
    return PaceView(
        every=_row("合计", pace.every) if pace.every.total else None,
        units=tuple(_row(unit, pace.units[unit]) for unit in units),
        bars=_bars(pace.every),
        left_out=pace.left_out,
    )


def _row(unit: str, tally: Tally) -> UnitRow:
    return UnitRow(
        unit=unit,
        total=tally.total,
        in_time=tally.number(Verdict.IN_TIME),
        late=tally.number(Verdict.LATE),
        open=tally.number(Verdict.OPEN),
        share=percent(tally.share_in_time),
        shortest=tally.shortest,
        median=f"{tally.median:.1f}".removesuffix(".0"),
        longest=tally.longest,
    )


def _bars(tally: Tally) -> tuple[Bar, ...]:
    if not tally.total:
        return ()
    days = tally.days
    last = min(tally.longest, _WIDEST - 1)
    bars = [_bar(str(number), days.get(number, {})) for number in range(last + 1)]
    beyond = [each for number, each in days.items() if number >= _WIDEST]
    if beyond:
        bars.append(_bar(f"{_WIDEST}及以上", _together(beyond)))
    return tuple(bars)


def _bar(name: str, counts: Mapping[Verdict, int]) -> Bar:
    return Bar(
        name=name,
        in_time=counts.get(Verdict.IN_TIME, 0),
        late=counts.get(Verdict.LATE, 0),
        open=counts.get(Verdict.OPEN, 0),
    )


def _together(counts: list[dict[Verdict, int]]) -> dict[Verdict, int]:
    return {verdict: sum(each.get(verdict, 0) for each in counts) for verdict in Verdict}
