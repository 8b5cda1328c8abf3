"""What the year itself calls for."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import NoDeadline, occasion_deadline, occasions, read_wording
from gongkai_cli.model.limit import ByDate, Periodic
from gongkai_cli.model.settings import Settings
from tests.making import JANUARY, QUARTERLY, calendar, day


def dues(limit: ByDate | Periodic, first: str, last: str) -> list[tuple[str, date, date]]:
    """Label, due day and aim of each occasion."""
    return [
        (each.label, found.due, found.aim)
        for each in occasions(limit, day(first), day(last))
        for found in [occasion_deadline(each, calendar(), Settings())]
    ]


def test_a_date_of_the_year_stands_and_its_aim_is_the_working_day_before() -> None:
    """31 January 2025 lies in the Spring Festival, 2026 is a Saturday."""
    assert dues(JANUARY, "2024-06-27", "2026-12-31") == [
        ("2025年（1月31日前）", day("2025-01-31"), day("2025-01-27")),
        ("2026年（1月31日前）", day("2026-01-31"), day("2026-01-30")),
    ]


def test_a_bare_month_ends_with_its_last_day() -> None:
    october = ByDate(by="10-31", every="year", window="10-01..10-31")
    assert [due for _, due, _ in dues(october, "2024-01-01", "2024-12-31")] == [day("2024-10-31")]


@pytest.mark.parametrize("window", [None, "02-01..02-29", "02-21..02-29"])
def test_the_end_of_february_is_that_of_the_year(window: str | None) -> None:
    february = ByDate(by="02-29", every="year", window=window)
    assert [due for _, due, _ in dues(february, "2024-01-01", "2025-12-31")] == [
        day("2024-02-29"),
        day("2025-02-28"),
    ]


@given(
    st.dates(day("2024-01-01"), day("2024-12-31")),
    st.dates(day("2024-01-01"), day("2024-12-31")),
    st.integers(2004, 2040),
)
def test_a_span_of_the_year_ends_with_its_last_day(one: date, other: date, year: int) -> None:
    first, last = sorted((one, other))
    limit = ByDate(by=f"{last:%m-%d}", every="year", window=f"{first:%m-%d}..{last:%m-%d}")
    (found,) = occasions(limit, date(year, 1, 1), date(year, 12, 31))
    leap = year % 4 == 0
    ends = [
        date(year, 2, 28) if (each.month, each.day) == (2, 29) and not leap else each.replace(year)
        for each in (first, last)
    ]
    assert [found.opens, found.falls_due] == ends


WRITTEN = [
    ("每年3月上旬公开", 2028, ["03-10"]),
    ("每年3月中旬公开", 2028, ["03-20"]),
    ("每年3月下旬公开", 2028, ["03-31"]),
    ("每年2月下旬公开", 2027, ["02-28"]),
    ("每年2月下旬公开", 2028, ["02-29"]),
    ("每年1月1日至3月15日公开", 2028, ["03-15"]),
    ("每年1-2月公开", 2027, ["02-28"]),
    ("每年1-2月公开", 2028, ["02-29"]),
    ("每年2月公开", 2028, ["02-29"]),
    ("每年2月底前公开", 2027, ["02-28"]),
    ("每年2月底前公开", 2028, ["02-29"]),
    ("每年2月28日前公开", 2028, ["02-28"]),
    ("每年2月1日至28日公开", 2028, ["02-28"]),
    ("每年10月公开", 2028, ["10-31"]),
    ("每年6月、12月底前公开", 2028, ["06-30", "12-31"]),
    ("每年1月、7月的15日前公开", 2028, ["01-15", "07-15"]),
    ("每年第一季度公开", 2028, ["03-31"]),
    ("每年第二季度末前公开", 2028, ["06-30"]),
    ("每年上半年公开", 2028, ["06-30"]),
    ("每年年底前公开", 2028, ["12-31"]),
    ("每季度首月上旬更新", 2028, ["01-10", "04-10", "07-10", "10-10"]),
    ("每季度第二个月15日前更新", 2028, ["02-15", "05-15", "08-15", "11-15"]),
    ("每季度最后一个月20日前更新", 2028, ["03-20", "06-20", "09-20", "12-20"]),
    ("每季度末更新", 2028, ["03-31", "06-30", "09-30", "12-31"]),
]


@pytest.mark.parametrize(("wording", "year", "due"), WRITTEN)
def test_a_wording_falls_due_on_the_day_that_it_names(
    wording: str, year: int, due: list[str]
) -> None:
    """From the words to the day: both rooms together."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    found = [
        each.falls_due
        for limit in read_wording(wording).limits
        if isinstance(limit, ByDate | Periodic)
        for each in occasions(limit, first, last)
    ]
    assert found == [day(f"{year}-{each}") for each in due]


def test_a_date_without_a_year_is_refused() -> None:
    with pytest.raises(NoDeadline, match="哪一年"):
        list(occasions(ByDate(by="06-30"), day("2024-01-01"), day("2024-12-31")))


@pytest.mark.parametrize(
    ("limit", "first", "last", "expected"),
    [
        (
            QUARTERLY,
            "2024-06-01",
            "2024-09-30",
            [("2024年第2季度", "2024-07-12"), ("2024年第3季度", "2024-10-18")],
        ),
        (
            Periodic(every="quarter"),
            "2024-06-01",
            "2024-09-30",
            [("2024年第2季度", "2024-06-30"), ("2024年第3季度", "2024-09-30")],
        ),
        (
            Periodic(every="quarter", at="next-month day 10"),
            "2024-09-01",
            "2024-12-31",
            [("2024年第3季度", "2024-10-10"), ("2024年第4季度", "2025-01-10")],
        ),
        (
            Periodic(every="quarter", at="first-month day 20"),
            "2024-09-01",
            "2024-09-30",
            [("2024年第3季度", "2024-07-20")],
        ),
        (
            Periodic(every="month", at="this-month day 20"),
            "2024-02-01",
            "2024-02-29",
            [("2024年2月", "2024-02-20")],
        ),
        (
            Periodic(every="month", at="next-month days 1-10"),
            "2024-02-01",
            "2024-02-29",
            [("2024年2月", "2024-03-10")],
        ),
        (
            Periodic(every="half-year"),
            "2024-01-01",
            "2024-12-31",
            [("2024年上半年", "2024-06-30"), ("2024年下半年", "2024-12-31")],
        ),
        (Periodic(every="year"), "2024-01-01", "2024-12-31", [("2024年度", "2024-12-31")]),
    ],
)
def test_periods(limit: Periodic, first: str, last: str, expected: list[tuple[str, str]]) -> None:
    found = [(label, due) for label, due, _ in dues(limit, first, last)]
    assert found == [(label, day(due)) for label, due in expected]


def test_a_place_in_a_period_that_cannot_be_computed_is_refused() -> None:
    with pytest.raises(NoDeadline, match="时点"):
        list(
            occasions(Periodic(every="month", at="full moon"), day("2024-01-01"), day("2024-12-31"))
        )
    with pytest.raises(NoDeadline, match="栏目"):
        list(occasions(Periodic(every="week"), day("2024-01-01"), day("2024-12-31")))


@given(
    st.sampled_from(["month", "quarter", "half-year", "year"]),
    st.sampled_from([None, "next-month day 10", "within 10 workdays after quarter end"]),
    st.dates(date(2010, 1, 1), date(2024, 1, 1)),
)
def test_the_windows_of_a_period_touch_and_never_overlap(
    every: str, at: str | None, first: date
) -> None:
    limit = Periodic(every=every, at=at)  # type: ignore[arg-type]
    found = list(occasions(limit, first, date(first.year + 2, 12, 31)))
    for before, after in itertools.pairwise(found):
        assert before.window.last is not None
        assert after.window.first is not None
        assert (after.window.first - before.window.last).days == 1
        assert before.about.last is not None
        assert before.opens <= before.window.last


@pytest.mark.parametrize(
    ("settings", "due"),
    [
        (Settings(), "2025-01-31"),
        (Settings(date_before="不含当日"), "2025-01-30"),
        (Settings(date_on_rest_day="提前"), "2025-01-27"),
        (Settings(date_on_rest_day="顺延"), "2025-02-05"),
    ],
)
def test_a_workspace_may_read_a_date_of_the_year_in_its_own_way(
    settings: Settings, due: str
) -> None:
    (occasion,) = occasions(JANUARY, day("2025-01-01"), day("2025-12-31"))
    found = occasion_deadline(occasion, calendar(), settings)
    assert (found.due, found.latest) == (day(due), day(due))


def test_the_end_of_a_period_is_no_date_of_the_paper() -> None:
    (occasion,) = occasions(Periodic(every="quarter"), day("2024-09-01"), day("2024-09-30"))
    found = occasion_deadline(occasion, calendar(), Settings(date_before="不含当日"))
    assert found.due == day("2024-09-30")


@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("second-month day 5", "2024-08-05"),
        ("second-month end", "2024-08-31"),
        ("first-month end", "2024-07-31"),
        ("last-month days 21-31", "2024-09-30"),
        ("next-month end", "2024-10-31"),
        ("next-month day 31", "2024-10-31"),
        ("within 2 weeks after quarter end", "2024-10-14"),
        ("within 1 month after quarter end", "2024-10-30"),
        ("within 15 days after quarter end", "2024-10-15"),
        ("within 3 workdays after quarter end", "2024-10-10"),
    ],
)
def test_a_place_inside_or_behind_a_quarter(at: str, due: str) -> None:
    """Third quarter of 2024; 1 to 7 October rest."""
    limit = Periodic(every="quarter", at=at)
    assert [found for _, found, _ in dues(limit, "2024-09-01", "2024-09-30")] == [day(due)]


def test_a_date_of_the_year_opens_with_it_and_takes_what_lies_nearer_than_another() -> None:
    (found,) = occasions(JANUARY, day("2025-01-01"), day("2025-12-31"))
    assert (found.opens, found.trigger) == (day("2025-01-01"), day("2025-01-01"))
    assert (found.about.first, found.about.last) == (day("2025-01-01"), day("2025-01-31"))
    assert (found.window.first, found.window.last) == (day("2024-08-02"), day("2025-08-01"))
    october = ByDate(by="10-31", every="year", window="10-01..10-31")
    (found,) = occasions(october, day("2025-01-01"), day("2025-12-31"))
    assert (found.opens, found.about.first) == (day("2025-10-01"), day("2025-10-01"))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2025-01-31", "2026-01-31", 2),
        ("2025-02-01", "2026-01-31", 1),
        ("2025-01-31", "2026-01-30", 1),
        ("2025-02-01", "2026-01-30", 0),
    ],
)
def test_both_ends_of_the_range_belong_to_it(first: str, last: str, years: int) -> None:
    assert len(list(occasions(JANUARY, day(first), day(last)))) == years


def test_a_period_and_what_falls_due_behind_it() -> None:
    (inside,) = occasions(Periodic(every="quarter"), day("2024-09-30"), day("2024-09-30"))
    assert (inside.opens, inside.trigger) == (day("2024-07-01"), day("2024-06-30"))
    assert (inside.about.first, inside.about.last) == (day("2024-07-01"), day("2024-09-30"))
    assert inside.window == inside.about
    (behind,) = occasions(QUARTERLY, day("2024-09-30"), day("2024-09-30"))
    assert (behind.opens, behind.trigger) == (day("2024-10-01"), day("2024-09-30"))
    assert (behind.about.first, behind.about.last) == (day("2024-07-01"), day("2024-09-30"))
    assert (behind.window.first, behind.window.last) == (day("2024-10-01"), day("2024-12-31"))


def test_a_date_on_a_working_day_stays_whatever_the_setting() -> None:
    (found,) = occasions(JANUARY, day("2024-01-01"), day("2024-12-31"))
    for settings in (Settings(date_on_rest_day="顺延"), Settings(date_on_rest_day="提前")):
        assert occasion_deadline(found, calendar(), settings).due == day("2024-01-31")


def test_a_day_without_a_window_is_the_day_that_is_printed() -> None:
    plain = ByDate(by="02-28", every="year")
    assert dues(plain, "2024-01-01", "2024-12-31")[0][1] == day("2024-02-28")


@pytest.mark.parametrize(("at", "due"), [("week 1", "2024-09-01"), ("week 2", "2024-09-08")])
def test_the_weeks_of_a_month(at: str, due: str) -> None:
    """September 2024 begins on a Sunday, which ends the first week."""
    assert dues(Periodic(every="month", at=at), "2024-09-01", "2024-09-30")[0][1] == day(due)


@pytest.mark.parametrize("every", ["day", "week"])
def test_days_and_weeks_are_not_looked_for_in_a_ledger(every: str) -> None:
    limit = Periodic(every=every)  # type: ignore[arg-type]
    with pytest.raises(NoDeadline, match="按栏目更新日期核查"):
        list(occasions(limit, day("2024-01-01"), day("2024-12-31")))


@pytest.mark.parametrize("wording", ["每月初", "每季度首月初", "每年初"])
def test_a_beginning_names_no_day(wording: str) -> None:
    (limit,) = read_wording(f"{wording}公开").limits
    assert isinstance(limit, Periodic)
    with pytest.raises(NoDeadline, match=f"^“{wording}”没有写到哪一天，不能确定到期日$"):
        list(occasions(limit, day("2024-01-01"), day("2024-12-31")))


def test_an_occasion_starts_its_deadline() -> None:
    (found,) = occasions(JANUARY, day("2025-01-01"), day("2025-12-31"))
    assert occasion_deadline(found, calendar(), Settings()).trigger == day("2025-01-01")
