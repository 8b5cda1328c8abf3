"""栏目陈旧."""

import pytest

from gongkai_cli.checks import gk303_column_stale as check
from gongkai_cli.model.finding import State
from gongkai_cli.model.limit import Within
from tests.making import TWENTY, column, duty, facts

from .asking import ask


@pytest.mark.parametrize(
    ("limit", "updated", "last_fresh"),
    [
        (Within(count=2, unit="week"), "2025-01-27", "2025-02-10"),
        (Within(count=6, unit="month"), "2024-08-31", "2025-02-28"),
        (Within(count=1, unit="year"), "2024-02-29", "2025-02-28"),
    ],
)
def test_the_last_fresh_day_is_not_moved_for_holidays(
    limit: Within, updated: str, last_fresh: str
) -> None:
    seen = column(updated=updated, checked=last_fresh)
    given = facts(duty(TWENTY, freshness=limit), columns=(seen,))
    assert ask(check, given, last_fresh) == ()
    after = "2025-02-11" if last_fresh == "2025-02-10" else "2025-03-01"
    (found,) = ask(check, given, after)
    assert found.state is State.STALE
    assert last_fresh in found.message


def test_without_a_limit_items_or_a_date_nothing_is_stale() -> None:
    old = column(updated="2010-01-01", checked="2024-07-01")
    assert ask(check, facts(duty(TWENTY), columns=(old,)), "2024-07-25") == ()
    year = Within(count=1, unit="year")
    empty = column(items=0, updated="2010-01-01", checked="2024-07-01")
    undated = column(updated=None, checked="2024-07-01")
    for seen in (empty, undated):
        given = facts(duty(TWENTY, freshness=year), columns=(seen,))
        assert ask(check, given, "2024-07-25") == ()
