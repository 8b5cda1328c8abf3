"""日期矛盾."""

from typing import cast

from gongkai_cli.assess import assess
from gongkai_cli.checks import Check
from gongkai_cli.checks import gk901_dates_out_of_order as check
from gongkai_cli.model.finding import Severity
from tests.making import TWENTY, day, duty, facts, record

from .asking import ask


def test_published_before_it_was_formed() -> None:
    given = facts(duty(TWENTY), records=(record("2024-07-10", "2024-07-01"),))
    (found,) = ask(check, given, "2024-07-25")
    assert found.message == "公开日期2024-07-01早于形成日期2024-07-10"
    assert (found.severity, found.state) == (Severity.MEDIUM, None)


def test_changed_before_it_was_formed() -> None:
    given = facts(duty(TWENTY), records=(record("2024-07-10", changed="2024-07-01"),))
    (found,) = ask(check, given, "2024-07-25")
    assert "变更日期2024-07-01早于" in found.message


def test_days_that_have_not_come() -> None:
    given = facts(duty(TWENTY), records=(record("2024-07-10", "2024-08-01"),))
    (found,) = ask(check, given, "2024-07-25")
    assert found.severity is Severity.MEDIUM
    assert "公开日期2024-08-01还没有到" in found.message


def test_a_past_day_is_judged_without_blaming_what_came_later() -> None:
    given = facts(duty(TWENTY), records=(record("2024-07-10", "2024-08-01"),))
    checks = (cast(Check, check),)
    on, today = day("2024-07-25"), day("2024-09-01")
    assert assess(given, as_of=on, today=today, checks=checks).findings == ()


def test_the_same_day_is_in_order() -> None:
    given = facts(duty(TWENTY), records=(record("2024-07-10", "2024-07-10"),))
    assert ask(check, given, "2024-07-10") == ()
