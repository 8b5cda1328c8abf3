"""A million due dates at once against a look-up of numpy's, with and without dates at both ends."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from gongkai_cli.calendar import load_calendar

from .ratio import Ratio, paired_ratio

_MILLION = 1_000_000
_N = 20
_FIRST, _LAST = date(2024, 1, 1), date(2025, 11, 1)


def run() -> Iterator[Ratio]:
    """Facts are dates, so dates go in and come out; the bare look-up has numbers at both ends."""
    calendar = load_calendar()
    length = (_LAST - _FIRST).days
    first = _FIRST.toordinal()
    days = [date.fromordinal(first + number % length) for number in range(_MILLION)]
    due = np.array(
        [calendar.add(date.fromordinal(first + n), _N).toordinal() for n in range(length)]
    )
    ordinals = np.fromiter((day.toordinal() for day in days), dtype=np.int64, count=_MILLION)

    def ours() -> list[date]:
        add = calendar.add
        return [add(day, _N) for day in days]

    def with_dates() -> list[date]:
        numbers = np.fromiter((day.toordinal() for day in days), dtype=np.int64, count=_MILLION)
        return [date.fromordinal(number) for number in due[numbers - first].tolist()]

    assert ours() == with_dates()
    yield Ratio(
        "a million add / numpy with dates at both ends",
        paired_ratio(ours, with_dates),
        goal=2,
        at_most=True,
    )
    yield Ratio(
        "a million add / numpy on bare numbers", paired_ratio(ours, lambda: due[ordinals - first])
    )
