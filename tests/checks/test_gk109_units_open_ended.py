"""单位没有列全."""

from gongkai_cli.checks.catalogue_rules import gk109_units_open_ended as rule

from .linting import a_row, find, papers


def test_named_units_and_others() -> None:
    (found,) = find(rule, papers(a_row(open_units="等有关科室")))
    assert "甲科" in found.message
    assert "等有关科室" in found.message


def test_a_full_list_and_a_list_that_names_nobody() -> None:
    assert find(rule, papers(a_row())) == []
    assert find(rule, papers(a_row(units=(), open_units="有关单位"))) == []
