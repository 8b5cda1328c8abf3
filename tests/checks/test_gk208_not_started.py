"""无法计算期限."""

from gongkai_cli.checks import gk208_not_started as check
from gongkai_cli.model.finding import State
from gongkai_cli.model.limit import Within
from tests.making import TWENTY, duty, facts, law, record

from .asking import ask


def test_a_row_without_a_date_to_start_from() -> None:
    (found,) = ask(check, facts(duty(TWENTY), records=(record(None, "2024-07-01"),)), "2024-07-25")
    assert found.state is State.UNCHECKED
    assert "没有形成日期" in found.message


def test_one_finding_however_many_clocks() -> None:
    lax = Within(count=21, unit="workday", trigger="formed-or-changed")
    given = facts(duty(lax), records=(record(None),), statutes=(law(TWENTY),))
    assert len(ask(check, given, "2024-07-25")) == 1


def test_an_interpretation_that_names_no_document() -> None:
    three = Within(count=3, unit="workday", trigger="published")
    (found,) = ask(check, facts(duty(three), records=(record(),)), "2024-07-25")
    assert "解读对象" in found.message


def test_a_year_of_which_nothing_is_known() -> None:
    (found,) = ask(check, facts(duty(TWENTY), records=(record("2045-01-10"),)), "2045-01-20")
    assert "2045" in found.message


def test_a_row_that_is_whole_is_fine() -> None:
    assert ask(check, facts(duty(TWENTY), records=(record(),)), "2024-07-25") == ()
