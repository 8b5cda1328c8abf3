"""五公开空白."""

from gongkai_cli.checks.catalogue_rules import gk108_class_blank as rule

from .linting import a_clause, a_row, find, named, papers


def test_a_blank_among_rows_that_have_a_class() -> None:
    assert named(rule, papers(a_row(), a_row(id="D2", openness=None))) == ["D2"]


def test_a_form_without_that_column_and_a_clause_have_none() -> None:
    assert find(rule, papers(a_row(openness=None), a_row(id="D2", openness=None))) == []
    assert find(rule, papers(a_row(), a_clause())) == []
