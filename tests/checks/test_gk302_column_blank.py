"""栏目空白."""

from gongkai_cli.checks import gk302_column_blank as check
from gongkai_cli.model.finding import Severity, State
from tests.making import TWENTY, column, duty, facts, statement

from .asking import ask

EMPTY = column(items=0, updated=None, checked="2024-07-01")


def test_nothing_in_it_and_nothing_said() -> None:
    (found,) = ask(check, facts(duty(TWENTY), columns=(EMPTY,)), "2024-07-25")
    assert (found.state, found.severity) == (State.BLANK, Severity.HIGH)


def test_a_statement_explains_it_until_it_ends() -> None:
    said = (statement("2024-01-01", "2024-12-31", expires="2024-07-31"),)
    given = facts(duty(TWENTY), columns=(EMPTY,), statements=said)
    assert ask(check, given, "2024-07-31") == ()
    assert len(ask(check, given, "2024-08-01")) == 1


def test_a_statement_on_another_duty_explains_nothing() -> None:
    said = (statement("2024-01-01", "2024-12-31", duty="D2"),)
    given = facts(duty(TWENTY), columns=(EMPTY,), statements=said)
    assert len(ask(check, given, "2024-07-25")) == 1
