"""超期公开."""

from gongkai_cli.checks import gk202_published_late as check
from gongkai_cli.model.finding import State
from tests.making import TWENTY, day, duty, facts, record

from .asking import ask


def test_the_due_day_is_in_time_and_the_next_is_late() -> None:
    in_time = facts(duty(TWENTY), records=(record(published="2024-07-25"),))
    assert ask(check, in_time, "2024-09-01") == ()
    late = facts(duty(TWENTY), records=(record(published="2024-07-29"),))
    (found,) = ask(check, late, "2024-09-01")
    assert (found.days_late, found.calendar_days_late) == (2, 4)
    assert (found.state, found.published) == (State.LATE, day("2024-07-29"))
    assert "实际2024-07-29" in found.message


def test_lateness_does_not_grow_after_publication() -> None:
    late = facts(duty(TWENTY), records=(record(published="2024-07-29"),))
    assert (
        ask(check, late, "2024-08-01")[0].days_late == ask(check, late, "2025-08-01")[0].days_late
    )


def test_what_is_open_is_not_its_business() -> None:
    assert ask(check, facts(duty(TWENTY), records=(record(),)), "2024-09-01") == ()
