"""栏目未能核查."""

import pytest

from gongkai_cli.checks import gk305_column_unchecked as check
from gongkai_cli.model.finding import Severity, State
from gongkai_cli.model.ledger import Column
from gongkai_cli.model.settings import Settings
from tests.making import TWENTY, column, duty, facts

from .asking import ask


@pytest.mark.parametrize(
    "columns",
    [
        (),
        (column(exists=None),),
        (column(items=None),),
        (column(checked=None),),
        (column(checked="2024-07-26"),),
        (column(checked="2024-04-25"),),
    ],
)
def test_what_is_not_known(columns: tuple[Column, ...]) -> None:
    (found,) = ask(check, facts(duty(TWENTY), columns=columns), "2024-07-25")
    assert (found.state, found.severity) == (State.UNCHECKED, Severity.INFO)


def test_a_look_is_good_for_90_days_or_as_set() -> None:
    seen = (column(checked="2024-04-26"),)
    assert ask(check, facts(duty(TWENTY), columns=seen), "2024-07-25") == ()
    short = facts(duty(TWENTY), columns=seen, settings=Settings(evidence_days=30))
    assert len(ask(check, short, "2024-07-25")) == 1


def test_an_internal_duty_has_no_column() -> None:
    assert ask(check, facts(duty(TWENTY, kind="internal")), "2024-07-25") == ()
