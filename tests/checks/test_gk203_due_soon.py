"""临期."""

import pytest

from gongkai_cli.checks import gk203_due_soon as check
from gongkai_cli.model.finding import State
from gongkai_cli.model.settings import Settings
from tests.making import JANUARY, TWENTY, duty, facts, record

from .asking import ask


@pytest.mark.parametrize(
    ("as_of", "left"), [("2024-07-17", None), ("2024-07-18", 5), ("2024-07-24", 1)]
)
def test_the_last_five_working_days(as_of: str, left: int | None) -> None:
    found = ask(check, facts(duty(TWENTY), records=(record(),)), as_of)
    assert [f"还剩{left}个工作日" in each.message for each in found] == ([True] if left else [])
    assert all(each.state is State.DUE_SOON for each in found)


def test_not_on_the_day_itself_and_not_once_done() -> None:
    assert ask(check, facts(duty(TWENTY), records=(record(),)), "2024-07-25") == ()
    done = facts(duty(TWENTY), records=(record(published="2024-07-01"),))
    assert ask(check, done, "2024-07-24") == ()


def test_the_threshold_is_a_setting() -> None:
    given = facts(duty(TWENTY), records=(record(),), settings=Settings(soon_days=6))
    assert len(ask(check, given, "2024-07-17")) == 1


def test_a_yearly_date_names_the_working_day_to_aim_for() -> None:
    (found,) = ask(check, facts(duty(JANUARY)), "2025-01-24")
    assert found.next_step == "请在2025-01-27前完成"
