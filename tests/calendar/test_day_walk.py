"""``add`` and ``count`` against the day walk, for all days and all n."""

from datetime import date, timedelta
from itertools import islice

import pytest

from gongkai_cli.calendar import WorkCalendar, YearNotAnnounced

from .day_walk import FIRST, LAST, every_day, workdays_after, works
from .until import shipped_until

MOST = 60


@pytest.fixture(scope="module")
def calendar() -> WorkCalendar:
    return shipped_until(2026)


@pytest.mark.slow
def test_add_is_the_nth_step_of_the_walk(calendar: WorkCalendar) -> None:
    for day in every_day():
        walked = list(islice(workdays_after(day), MOST))
        added = [calendar.add(day, n) for n in range(1, len(walked) + 1)]
        assert added == walked, day
        if len(walked) < MOST:
            with pytest.raises(YearNotAnnounced):
                calendar.add(day, len(walked) + 1)


@pytest.mark.slow
def test_count_is_the_number_of_steps(calendar: WorkCalendar) -> None:
    reach = timedelta(days=100)
    for after in every_day():
        steps = 0
        for until in every_day(after, min(after + reach, LAST)):
            steps += until > after and works(until)
            assert calendar.count(after, until) == steps, (after, until)


def test_count_over_all_years(calendar: WorkCalendar) -> None:
    before = FIRST - timedelta(days=1)
    assert calendar.count(before, LAST) == sum(map(works, every_day()))


def test_the_neighbours_of_every_day(calendar: WorkCalendar) -> None:
    first = next(workdays_after(FIRST))
    last = None
    for day in every_day(first, date(2026, 12, 25)):
        last = day if works(day) else last
        assert calendar.last_workday_on_or_before(day) == last
        after = day if works(day) else next(workdays_after(day))
        assert calendar.next_workday_on_or_after(day) == after
