"""宽于法律规定."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk101_laxer_than_law as rule
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.limit import ByDate, Dynamic, Limit, Periodic, Within
from tests.making import TWENTY, law

from .linting import a_row, find, named, papers

TWENTY_DAYS = Within(count=20, unit="day", trigger="approved")
JANUARY = ByDate(by="01-31", every="year")


def workdays(count: int, applies_to: str | None = None) -> Within:
    return Within(count=count, unit="workday", trigger="formed-or-changed", applies_to=applies_to)


@pytest.mark.parametrize(
    ("own", "legal", "lax"),
    [
        (workdays(21), TWENTY, True),
        (workdays(20), TWENTY, False),
        (workdays(3), TWENTY, False),
        (workdays(20), TWENTY_DAYS, True),
        (workdays(14), TWENTY_DAYS, False),
        (Within(count=1, unit="month"), TWENTY, True),
        (Within(count=20, unit="day"), TWENTY, False),
        (ByDate(by="03-31", every="year"), JANUARY, True),
        (ByDate(by="01-31", every="year"), JANUARY, False),
        (JANUARY, TWENTY, False),
        (Dynamic(), TWENTY, False),
        (Periodic(every="year"), TWENTY, False),
        (Within(count=30, unit="day", direction="before"), TWENTY, False),
    ],
)
def test_only_a_longer_limit_of_the_same_sort_is_lax(own: Limit, legal: Limit, lax: bool) -> None:
    given = papers(a_row(own), statutes=(law(legal),))
    assert named(rule, given) == (["D1"] if lax else [])


def test_the_finding_names_both_limits_and_carries_the_legal_one() -> None:
    (found,) = find(rule, papers(a_row(workdays(21)), statutes=(law(TWENTY),)))
    assert "REG-26的时限" in found.message
    assert found.clock is not None
    assert (found.clock.key, found.clock.authority) == ("REG-26", Authority.LAW)
    assert found.id == "GK101/D1/REG-26"


def test_a_part_of_a_duty_is_held_to_the_law_of_that_part() -> None:
    penalties = law(workdays(7), id="ENF", titles=("行政处罚",))
    lax = papers(a_row(workdays(20)), statutes=(penalties,))
    assert "行政处罚" in find(rule, lax)[0].message
    split = a_row(workdays(20), workdays(7, "行政许可、行政处罚"))
    assert find(rule, papers(split, statutes=(penalties,))) == []


def test_a_law_that_is_replaced_or_not_in_force_or_of_another_rank_is_not_asked() -> None:
    regulation = law(TWENTY)
    own = a_row(workdays(25), category="预算")
    budget = law(Within(count=40, unit="day"), id="BUD", words=("预算",), replaces="REG-26")
    assert named(rule, papers(own, statutes=(regulation,))) == ["D1"]
    assert find(rule, papers(own, statutes=(regulation, budget))) == []
    assert find(rule, papers(own, statutes=(regulation,), as_of="2019-05-14")) == []
    superior = law(TWENTY, authority=Authority.SUPERIOR)
    assert find(rule, papers(own, statutes=(superior,))) == []
