"""栏目缺失."""

from gongkai_cli.checks import gk301_column_missing as check
from gongkai_cli.model.finding import Severity, State
from tests.making import TWENTY, column, duty, facts

from .asking import ask

GONE = column(exists=False, items=None, updated=None, checked="2024-07-01")


def test_a_column_known_not_to_exist() -> None:
    (found,) = ask(check, facts(duty(TWENTY), columns=(GONE,)), "2024-07-25")
    assert (found.state, found.severity) == (State.MISSING, Severity.HIGH)
    assert found.units == ("甲科",)


def test_an_old_look_proves_nothing() -> None:
    assert ask(check, facts(duty(TWENTY), columns=(GONE,)), "2024-10-25") == ()


def test_nobody_looked_or_it_exists() -> None:
    assert ask(check, facts(duty(TWENTY)), "2024-07-25") == ()
    assert ask(check, facts(duty(TWENTY), columns=(column(),)), "2024-07-25") == ()
