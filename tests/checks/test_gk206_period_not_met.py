"""定期事项未办."""

from gongkai_cli.checks import gk206_period_not_met as check
from tests.making import QUARTERLY, day, duty, facts, record, statement

from .asking import ask

ONE = duty(QUARTERLY, kind="internal")


def test_a_quarter_without_its_list() -> None:
    given = facts(ONE, covers_from="2024-06-27")
    assert [each.record for each in ask(check, given, "2024-10-19")] == [
        "2024年第2季度",
        "2024年第3季度",
    ]


def test_a_quarter_handed_in_too_late() -> None:
    rows = (record("2024-07-15", "2024-07-16"),)
    (found,) = ask(check, facts(ONE, records=rows, covers_from="2024-06-27"), "2024-08-01")
    assert found.published == day("2024-07-16")
    assert (found.days_late, found.calendar_days_late) == (2, 4)


def test_a_quarter_that_is_explained_or_not_over() -> None:
    said = (statement("2024-04-01", "2024-06-30"),)
    assert ask(check, facts(ONE, statements=said, covers_from="2024-06-27"), "2024-10-18") == ()


def test_a_quarter_that_ended_before_the_ledger_is_not_missing() -> None:
    assert ask(check, facts(ONE, covers_from="2024-07-02"), "2024-08-01") == ()
