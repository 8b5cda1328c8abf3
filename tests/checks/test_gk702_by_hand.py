"""待人工认定."""

from gongkai_cli.checks import gk702_by_hand as check
from gongkai_cli.model.finding import Severity, State
from gongkai_cli.model.limit import Within
from tests.making import TWENTY, duty, facts, record

from .asking import ask

THREE = Within(count=3, unit="workday", trigger="published")
DUTIES = (duty(TWENTY, id="D1"), duty(THREE, id="D2", kind="internal", subject_of="D1"))


def test_a_published_document_of_which_nothing_is_said() -> None:
    given = facts(*DUTIES, records=(record(published="2024-07-01"),))
    (found,) = ask(check, given, "2024-07-25")
    assert (found.state, found.severity, found.duty) == (State.BY_HAND, Severity.INFO, "D2")


def test_once_somebody_has_decided_or_it_is_not_public_yet() -> None:
    for row in (
        record(published="2024-07-01", interpretation=True),
        record(published="2024-07-01", interpretation=False),
        record(),
    ):
        assert ask(check, facts(*DUTIES, records=(row,)), "2024-07-25") == ()
