"""条款无栏目."""

from gongkai_cli.checks.catalogue_rules import gk119_clause_without_row as rule

from .linting import a_clause, a_row, find, named, papers


def test_a_clause_that_publishes_nowhere() -> None:
    assert named(rule, papers(a_row(), a_clause())) == ["C1"]


def test_a_place_in_another_column_and_an_inner_duty() -> None:
    assert find(rule, papers(a_row(), a_clause(appears_in="D1"))) == []
    assert find(rule, papers(a_row(), a_clause(kind="internal"))) == []
