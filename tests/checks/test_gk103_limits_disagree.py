"""时限互相矛盾."""

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk103_limits_disagree as rule
from gongkai_cli.model.limit import Dynamic, Within
from tests.making import TWENTY, printed

from .linting import a_clause, a_row, find, named, papers

THREE = Within(count=3, unit="workday", trigger="published")


def test_a_row_and_the_clause_whose_items_stand_in_its_column() -> None:
    (found,) = find(rule, papers(a_row(TWENTY), a_clause(THREE, appears_in="D1")))
    assert found.duty == "D1"
    assert "C1" in found.message


def test_two_limits_in_one_row() -> None:
    assert named(rule, papers(a_row(TWENTY, THREE))) == ["D1"]


def test_what_agrees_is_apart_scoped_without_number_or_assumed() -> None:
    scoped = structs.replace(THREE, applies_to="行政处罚")
    guessed = structs.replace(a_clause(appears_in="D1"), limits=(printed(THREE, assumed="推定"),))
    for others in (
        (a_row(TWENTY), a_clause(TWENTY, appears_in="D1")),
        (a_row(TWENTY), a_clause(THREE)),
        (a_row(TWENTY, scoped),),
        (a_row(Dynamic()), a_clause(THREE, appears_in="D1")),
        (a_row(TWENTY), guessed),
    ):
        assert find(rule, papers(*others)) == []
