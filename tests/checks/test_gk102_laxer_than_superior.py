"""宽于上级规定."""

from gongkai_cli.checks.catalogue_rules import gk102_laxer_than_superior as rule
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.limit import Within
from tests.making import TWENTY, law

from .linting import a_row, find, papers

SEVEN = Within(count=7, unit="workday", trigger="decided")
PAPER = law(SEVEN, id="ENF-7", words=("执法",), titles=("处罚",), authority=Authority.SUPERIOR)


def test_a_superior_rule_is_said_as_such() -> None:
    (found,) = find(rule, papers(a_row(TWENTY, category="执法公示"), statutes=(PAPER,)))
    assert found.clock is not None
    assert found.clock.authority is Authority.SUPERIOR
    assert "标题含“处罚”" in found.message


def test_another_field_a_shorter_limit_and_the_law_itself_are_passed_over() -> None:
    assert find(rule, papers(a_row(TWENTY, category="会议"), statutes=(PAPER,))) == []
    assert find(rule, papers(a_row(SEVEN, category="执法公示"), statutes=(PAPER,))) == []
    assert find(rule, papers(a_row(TWENTY), statutes=(law(SEVEN),))) == []
