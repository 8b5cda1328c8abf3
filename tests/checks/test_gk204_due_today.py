"""今日到期."""

from gongkai_cli.checks import gk204_due_today as check
from gongkai_cli.model.finding import Severity, State
from tests.making import TWENTY, duty, facts, record

from .asking import ask


def test_only_on_the_day() -> None:
    given = facts(duty(TWENTY), records=(record(),))
    assert ask(check, given, "2024-07-24") == ()
    (found,) = ask(check, given, "2024-07-25")
    assert (found.state, found.severity) == (State.DUE_TODAY, Severity.MEDIUM)
    assert ask(check, given, "2024-07-26") == ()


def test_not_once_done() -> None:
    done = facts(duty(TWENTY), records=(record(published="2024-07-25"),))
    assert ask(check, done, "2024-07-25") == ()
