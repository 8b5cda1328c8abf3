"""超期未公开."""

from gongkai_cli.checks import gk201_open_overdue as check
from gongkai_cli.model.finding import Severity, State
from tests.making import JANUARY, TWENTY, duty, facts, law, record

from .asking import ask


def test_the_first_day_late() -> None:
    given = facts(duty(TWENTY), records=(record(),), statutes=(law(TWENTY),))
    assert ask(check, given, "2024-07-25") == ()
    (found,) = ask(check, given, "2024-07-26")
    assert (found.state, found.severity) == (State.LATE, Severity.HIGH)
    assert (found.days_late, found.calendar_days_late) == (1, 1)
    assert found.message == "违法超期：应于2024-07-25前（含当日）公开，至今没有"
    assert found.place is not None


def test_more_than_20_working_days_is_very_late() -> None:
    given = facts(duty(TWENTY), records=(record(),), statutes=(law(TWENTY),))
    assert ask(check, given, "2024-08-22")[0].state is State.LATE
    (found,) = ask(check, given, "2024-08-23")
    assert (found.state, found.severity) == (State.VERY_LATE, Severity.CRITICAL)
    assert (found.days_late, found.calendar_days_late) == (21, 29)


def test_a_limit_of_the_own_catalogue_or_an_assumed_one_weighs_less() -> None:
    own = facts(duty(TWENTY), records=(record(),))
    (found,) = ask(check, own, "2024-07-26")
    assert found.severity is Severity.MEDIUM
    assert found.message.startswith("超本单位时限")
    assumed = facts(duty(TWENTY, assumed="文件没有写"), records=(record(),))
    (found,) = ask(check, assumed, "2024-07-26")
    assert found.severity is Severity.LOW
    assert "推定时限：文件没有写" in found.message


def test_published_exempt_and_yearly_things_are_not_its_business() -> None:
    done = facts(duty(TWENTY), records=(record(published="2024-07-26"),))
    assert ask(check, done, "2024-07-30") == ()
    exempt = facts(duty(TWENTY), records=(record(openness="依申请公开"),))
    assert ask(check, exempt, "2024-07-30") == ()
    assert ask(check, facts(duty(JANUARY)), "2025-02-10") == ()
