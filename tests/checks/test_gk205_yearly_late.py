"""年度事项超期."""

from gongkai_cli.checks import gk205_yearly_late as check
from tests.making import JANUARY, TWENTY, day, duty, facts, record

from .asking import ask


def test_a_date_that_passed_without_anything() -> None:
    given = facts(duty(JANUARY), covers_from="2024-06-27")
    assert ask(check, given, "2025-01-31") == ()
    (found,) = ask(check, given, "2025-02-05")
    assert found.deadline is not None
    assert found.deadline.due == day("2025-01-31")
    assert (found.days_late, found.calendar_days_late) == (1, 5)
    assert found.record == "2025年（1月31日前）"


def test_something_that_came_after_the_date() -> None:
    rows = (record("2025-01-20", "2025-02-06"),)
    given = facts(duty(JANUARY), records=rows, covers_from="2024-06-27")
    (found,) = ask(check, given, "2025-03-01")
    assert found.published == day("2025-02-06")
    assert found.days_late == 2


def test_a_year_before_the_ledger_is_not_missing() -> None:
    assert ask(check, facts(duty(JANUARY), covers_from="2025-01-02"), "2025-03-01") == ()


def test_records_with_a_limit_of_their_own_are_not_its_business() -> None:
    assert ask(check, facts(duty(TWENTY), records=(record(),)), "2024-09-01") == ()
