"""栏目无日期."""

from gongkai_cli.checks import gk304_items_undated as check
from gongkai_cli.model.finding import State
from tests.making import TWENTY, column, duty, facts

from .asking import ask


def test_items_without_the_day_of_the_newest() -> None:
    seen = column(updated=None, checked="2024-07-01")
    (found,) = ask(check, facts(duty(TWENTY), columns=(seen,)), "2024-07-25")
    assert found.state is State.UNCHECKED


def test_an_empty_or_a_dated_column() -> None:
    for seen in (column(items=0, updated=None), column()):
        assert ask(check, facts(duty(TWENTY), columns=(seen,)), "2024-07-25") == ()
