"""没有写时限."""

from gongkai_cli.checks.catalogue_rules import gk105_no_limit as rule
from gongkai_cli.model.limit import Dynamic
from tests.making import TWENTY, law

from .linting import a_row, find, papers


def test_a_blank_limit_is_said_with_the_law_that_remains() -> None:
    (found,) = find(rule, papers(a_row(limits=()), statutes=(law(TWENTY),)))
    assert "某法第一条" in found.message
    (alone,) = find(rule, papers(a_row(limits=())))
    assert "没有法律规定" in alone.message


def test_any_words_are_a_limit() -> None:
    assert find(rule, papers(a_row(Dynamic()))) == []
