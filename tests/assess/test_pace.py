"""How many working days publications took, against walking from day to day."""

import statistics
from datetime import date, timedelta
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.assess.pace import Pace, Verdict, pace
from gongkai_cli.facts import Facts
from gongkai_cli.model.ledger import Record
from tests.calendar.day_walk import every_day, workdays_after, works
from tests.making import JANUARY, TWENTY, day, duty, facts, law, record

ONE = timedelta(days=1)
FIRST, LAST = date(2023, 1, 2), date(2024, 10, 31)


def first_unit(units: tuple[str, ...]) -> str:
    return units[0]


def pace_of(given: Facts, as_of: str = "2024-12-31") -> Pace:
    return pace(assess(given, as_of=day(as_of)), given.calendar, first_unit)


def took(formed: str, published: str) -> dict[int, dict[Verdict, int]]:
    return pace_of(facts(duty(TWENTY), records=(record(formed, published),))).every.days


def test_the_day_that_starts_is_not_counted_and_the_day_of_publication_is() -> None:
    assert took("2024-06-27", "2024-06-27") == {0: {Verdict.IN_TIME: 1}}
    assert took("2024-06-27", "2024-06-28") == {1: {Verdict.IN_TIME: 1}}
    assert took("2024-06-27", "2024-06-30") == {1: {Verdict.IN_TIME: 1}}
    assert took("2024-06-27", "2024-07-25") == {20: {Verdict.IN_TIME: 1}}
    assert took("2024-06-27", "2024-07-26") == {21: {Verdict.LATE: 1}}
    assert took("2024-06-28", "2024-07-27") == {20: {Verdict.LATE: 1}}


def test_a_make_up_day_counts_and_a_holiday_does_not() -> None:
    # 2024: 2月4日（周日）、18日（周日）上班，2月10日至17日放假
    assert took("2024-02-02", "2024-02-04") == {1: {Verdict.IN_TIME: 1}}
    assert took("2024-02-09", "2024-02-18") == {1: {Verdict.IN_TIME: 1}}


def test_a_change_starts_anew() -> None:
    given = facts(duty(TWENTY), records=(record("2024-01-02", "2024-06-28", changed="2024-06-27"),))
    assert pace_of(given).every.days == {1: {Verdict.IN_TIME: 1}}


def test_of_several_clocks_the_one_that_is_due_first_starts_and_any_that_is_broken_is_late() -> (
    None
):
    ten = structs.replace(TWENTY, count=10)
    given = facts(duty(TWENTY), records=(record("2024-06-27", "2024-07-12"),), statutes=(law(ten),))
    assert pace_of(given).every.days == {11: {Verdict.LATE: 1}}


def test_what_is_not_up_and_what_the_year_starts_is_no_publication() -> None:
    open_record = record("2024-06-27", None)
    not_owed = record("2024-06-27", "2024-06-28", number="R2", openness="不予公开")
    assert pace_of(facts(duty(TWENTY), records=(open_record, not_owed))).every.total == 0
    yearly = facts(duty(JANUARY), records=(record("2024-01-10", "2024-01-20"),))
    assert pace_of(yearly).every.total == 0
    handed_in = facts(duty(TWENTY, kind="internal"), records=(record("2024-06-27", "2024-06-28"),))
    assert pace_of(handed_in).every.total == 0


def test_what_cannot_be_counted_is_left_out_and_named() -> None:
    given = facts(
        duty(TWENTY),
        records=(
            record("2024-06-27", "2024-06-20"),
            record(None, "2024-06-20", number="R2"),
            record("2024-06-27", "2024-07-01", number="R3"),
        ),
    )
    found = pace_of(given)
    assert found.every.total == 1
    assert found.left_out == {"公开日期早于起算日": 1, "不能确定起算日或到期日": 1}


def test_days_of_a_year_without_its_notice_are_not_told() -> None:
    given = facts(
        duty(TWENTY), records=(record("2025-12-25", "2026-01-05"),), known_on="2025-10-01"
    )
    assert pace_of(given, "2026-03-31").left_out == {"所跨年度的放假通知尚未印发": 1}


days = st.dates(FIRST, LAST)


@st.composite
def published(draw: st.DrawFn) -> tuple[date, date]:
    formed = draw(days)
    return formed, formed + draw(st.integers(0, 60)) * ONE


@given(st.lists(published(), min_size=1, max_size=12))
def test_counts_and_their_middle_are_those_of_walking_from_day_to_day(
    pairs: list[tuple[date, date]],
) -> None:
    rows: list[Record] = [
        record(str(formed), str(up), number=f"R{number}")
        for number, (formed, up) in enumerate(pairs)
    ]
    found = pace_of(facts(duty(TWENTY), records=tuple(rows)))
    walked = [sum(map(works, every_day(formed + ONE, up))) for formed, up in pairs]
    tally = found.every
    assert sorted(
        number for (number, _), times in tally.counts.items() for _ in range(times)
    ) == sorted(walked)
    assert tally.median == statistics.median(walked)
    assert (tally.shortest, tally.longest) == (min(walked), max(walked))
    # published on the rest day after the twentieth: still twenty working days, and late
    late = sum(up > next(islice(workdays_after(formed), 19, None)) for formed, up in pairs)
    assert tally.number(Verdict.LATE) == late
    assert tally.share_in_time == (len(walked) - late) / len(walked)
    assert found.units["甲科"] == tally
