"""A calendar reads the years that a question needs, and says what it knows of the others."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime

import pytest

from gongkai_cli.calendar import WorkCalendar, YearNotAnnounced, YearNotices, load_calendar
from gongkai_cli.calendar.year_files import read_year

from .until import shipped_until

OPENED = """
import json, sys
from datetime import date
opened = []
sys.addaudithook(lambda event, args: event == "open" and opened.append(str(args[0])))
from gongkai_cli.calendar import load_calendar
calendar = load_calendar()
{question}
print(json.dumps([name[-9:-5] for name in opened if "holidays" in name]))
"""


def files_opened(question: str) -> list[str]:
    """The years whose file a process opens to answer a question."""
    command = [sys.executable, "-c", OPENED.format(question=question)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def shipped(year: int) -> YearNotices | None:
    return read_year(year)[0]


class Asked:
    """A reader of years that remembers what it was asked."""

    def __init__(self, read: Callable[[int], YearNotices | None] = shipped) -> None:
        self.years: list[int] = []
        self._read = read

    def __call__(self, year: int) -> YearNotices | None:
        self.years.append(year)
        return self._read(year)


def test_only_the_file_of_the_year_is_opened() -> None:
    assert files_opened("calendar.add(date(2024, 6, 27), 20)") == ["2024"]


def test_loading_opens_nothing() -> None:
    assert files_opened("") == []


def test_december_opens_the_next_year_too() -> None:
    assert files_opened("calendar.is_workday(date(2018, 12, 29))") == ["2018", "2019"]


@pytest.mark.parametrize(
    ("ask", "years"),
    [
        (lambda c: c.add(date(2024, 6, 27), 20), [2024]),
        (lambda c: c.add(date(2024, 11, 28), 1), [2024]),
        (lambda c: c.add(date(2024, 11, 28), 2), [2024, 2025]),
        (lambda c: c.add(date(2024, 12, 20), 20), [2024, 2025]),
        (lambda c: c.add(date(2023, 12, 31), 1), [2024]),
        (lambda c: c.count(date(2023, 12, 31), date(2024, 6, 30)), [2024]),
        (lambda c: c.count(date(2023, 12, 29), date(2024, 1, 2)), [2023, 2024]),
        (lambda c: c.count(date(2022, 1, 1), date(2022, 1, 1)), []),
        (lambda c: c.last_workday_on_or_before(date(2024, 1, 1)), [2023, 2024]),
        (lambda c: c.next_workday_on_or_after(date(2024, 10, 1)), [2024]),
        (lambda c: c.is_workday(date(2024, 12, 1)), [2024, 2025]),
        (lambda c: c.announced(2024), [2024]),
        (lambda c: (c.add(date(2010, 6, 1), 5), c.add(date(2024, 6, 27), 5)), [2010, 2024]),
    ],
)
def test_years_asked_for(ask: Callable[[WorkCalendar], object], years: list[int]) -> None:
    asked = Asked()
    ask(WorkCalendar(asked))
    assert sorted(asked.years) == years


def test_a_year_is_asked_for_once() -> None:
    asked = Asked()
    calendar = WorkCalendar(asked)
    for _ in range(3):
        calendar.add(date(2024, 12, 20), 20)
        calendar.count(date(2024, 1, 1), date(2024, 12, 31))
    assert sorted(asked.years) == [2024, 2025]


def test_years_apart_are_joined_when_the_gap_is_counted() -> None:
    calendar = WorkCalendar(Asked())
    assert calendar.add(date(2010, 6, 1), 5) == date(2010, 6, 8)
    assert calendar.add(date(2012, 6, 1), 5) == date(2012, 6, 8)
    joined = calendar.count(date(2010, 6, 1), date(2012, 6, 1))
    assert joined == load_calendar().count(date(2010, 6, 1), date(2012, 6, 1))
    assert calendar.add(date(2010, 6, 1), joined) == date(2012, 6, 1)


def test_the_days_before_the_years_that_were_read_are_read_when_they_count() -> None:
    """A table knows the day before its first, no day earlier."""
    calendar = WorkCalendar(Asked())
    assert calendar.add(date(2024, 12, 31), 1) == date(2025, 1, 2)
    assert calendar.add(date(2024, 12, 30), 1) == date(2024, 12, 31)
    assert calendar.count(date(2024, 12, 30), date(2025, 1, 2)) == 2


def test_december_of_the_last_year_is_counted_without_the_next_notice() -> None:
    assert shipped_until(2026).add(date(2026, 11, 2), 40) == date(2026, 12, 28)


def test_the_missing_year_is_named_with_what_to_do() -> None:
    with pytest.raises(YearNotAnnounced) as refusal:
        shipped_until(2026).add(date(2026, 12, 20), 20)
    assert refusal.value.year == 2027
    parts = ("2027年", "holidays/2027.yaml", "2026年10月25日至12月8日", "周一至周五", "deadline")
    for part in parts:
        assert part in str(refusal.value)


@pytest.mark.parametrize(
    "ask",
    [
        lambda c: c.is_workday(date(2027, 1, 4)),
        lambda c: c.reason(date(2027, 1, 4)),
        lambda c: c.count(date(2026, 12, 1), date(2027, 1, 4)),
        lambda c: c.notices(2027),
        lambda c: c.next_workday_on_or_after(date(2027, 1, 1)),
        lambda c: c.add(date(2024, 1, 1), 10**6),
    ],
)
def test_nothing_is_guessed_for_a_year_without_notice(
    ask: Callable[[WorkCalendar], object],
) -> None:
    with pytest.raises(YearNotAnnounced, match="没有2027年的放假通知"):
        ask(shipped_until(2026))


def test_years_before_the_first_file_are_refused() -> None:
    with pytest.raises(
        YearNotAnnounced, match="没有2003年的放假通知（数据从2004年开始）"
    ) as refusal:
        load_calendar().is_workday(date(2003, 12, 31))
    assert "印发" not in str(refusal.value)
    with pytest.raises(YearNotAnnounced, match="2003年"):
        load_calendar().last_workday_on_or_before(date(2004, 1, 1))


def test_the_end_of_time_is_a_year_without_notice() -> None:
    with pytest.raises(YearNotAnnounced, match="没有10000年"):
        load_calendar().add(date.max, 1)


@pytest.mark.parametrize("n", [0, -1])
def test_no_working_days_have_no_meaning(n: int) -> None:
    with pytest.raises(ValueError, match=f"不小于 1 的整数，写的是 {n}"):
        load_calendar().add(date(2024, 6, 27), n)


def test_a_count_backwards_is_refused() -> None:
    with pytest.raises(ValueError, match="止日 2024-06-27 早于起日 2024-07-25"):
        load_calendar().count(date(2024, 7, 25), date(2024, 6, 27))


def test_a_moment_is_no_day() -> None:
    """A moment has a time zone, which decides the day: the caller must choose."""
    with pytest.raises(TypeError):
        load_calendar().add(datetime(2024, 6, 27, 9, 0), 1)  # noqa: DTZ001


def test_the_last_notice_is_the_last_of_those_counted_with() -> None:
    calendar = load_calendar()
    assert calendar.last_notice == ""
    calendar.add(date(2024, 6, 27), 20)
    assert calendar.last_notice == "国办发明电〔2023〕7号（2023-10-25印发）"
    calendar.add(date(2024, 12, 20), 20)
    assert calendar.last_notice == "国办发明电〔2024〕12号（2024-11-12印发）"
    assert calendar.local_files == ()


def test_a_number_seen_second_hand_is_said_so() -> None:
    calendar = load_calendar()
    calendar.is_workday(date(2005, 6, 1))
    assert calendar.last_notice == "国办发明电〔2004〕52号（2004-12-17印发，转引）"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 6, 27), "周一至周五"),
        (date(2024, 6, 29), "周末"),
        (date(2024, 10, 1), "国庆节放假（国办发明电〔2023〕7号）"),
        (date(2024, 10, 12), "国庆节调休上班（国办发明电〔2023〕7号）"),
    ],
)
def test_the_reason_in_words(day: date, words: str) -> None:
    assert load_calendar().reason(day).words == words
