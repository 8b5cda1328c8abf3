"""解读缺失或超期."""

from gongkai_cli.checks import gk701_interpretation as check
from gongkai_cli.model.limit import Within
from tests.making import TWENTY, duty, facts, record

from .asking import ask

THREE = Within(count=3, unit="workday", trigger="published")
DUTIES = (duty(TWENTY, id="D1"), duty(THREE, id="D2", kind="internal", subject_of="D1"))
PAPER = record("2024-04-20", "2024-04-25", interpretation=True, title="办法")


def test_the_third_working_day_counts_make_up_days() -> None:
    """28 April 2024 is a Sunday that works, so that the third day is the 29th."""
    given = facts(*DUTIES, records=(PAPER,))
    assert ask(check, given, "2024-04-29") == ()
    (found,) = ask(check, given, "2024-04-30")
    assert "《办法》的解读应于2024-04-29前" in found.message
    assert found.duty == "D2"


def test_one_that_came_too_late() -> None:
    rows = (PAPER, record("2024-04-30", "2024-04-30", number="R2", duty="D2", interprets="R1"))
    (found,) = ask(check, facts(*DUTIES, records=rows), "2024-06-01")
    assert "实际2024-04-30" in found.message
    assert found.days_late == 1


def test_one_in_time_and_one_not_called_for() -> None:
    rows = (PAPER, record("2024-04-29", "2024-04-29", number="R2", duty="D2", interprets="R1"))
    assert ask(check, facts(*DUTIES, records=rows), "2024-06-01") == ()
    unsaid = record("2024-04-20", "2024-04-25")
    assert ask(check, facts(*DUTIES, records=(unsaid,)), "2024-06-01") == ()
