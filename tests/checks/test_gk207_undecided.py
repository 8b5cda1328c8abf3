"""暂不能定."""

from gongkai_cli.checks import gk207_undecided as check
from gongkai_cli.model.finding import State
from gongkai_cli.model.limit import Within
from gongkai_cli.model.settings import Settings
from tests.making import TWENTY, duty, facts, record

from .asking import ask

ONE = duty(Within(count=20, unit="day", trigger="approved"))
OPEN = facts(ONE, records=(record("2025-02-10"),))


def test_only_between_the_two_ends() -> None:
    assert ask(check, OPEN, "2025-03-02") == ()
    (found,) = ask(check, OPEN, "2025-03-03")
    assert found.state is State.UNDECIDED
    assert "2025-03-02" in found.message
    assert "末日遇休息日" in found.message
    assert ask(check, OPEN, "2025-03-04") == ()


def test_publication_between_the_two_ends() -> None:
    done = facts(ONE, records=(record("2025-02-10", "2025-03-03"),))
    assert len(ask(check, done, "2025-04-01")) == 1


def test_a_setting_closes_it() -> None:
    chosen = Settings(rest_day_end="不动", chosen=frozenset(("末日遇休息日",)))
    decided = facts(ONE, records=(record("2025-02-10"),), settings=chosen)
    assert ask(check, decided, "2025-03-03") == ()


def test_most_deadlines_are_one_day() -> None:
    given = facts(duty(TWENTY), records=(record(),))
    assert all(ask(check, given, f"2024-07-{day}") == () for day in range(20, 31))
