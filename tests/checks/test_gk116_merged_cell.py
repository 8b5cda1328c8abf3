"""合并单元格承接."""

from gongkai_cli.checks.catalogue_rules import gk116_merged_cell as rule

from .linting import a_clause, a_row, assumed, find, papers


def test_one_finding_a_row_however_many_cells() -> None:
    notes = (assumed("公开内容"), assumed("五公开"), assumed("更新周期"))
    (found,) = find(rule, papers(a_row(assumed=notes)))
    assert "“公开内容”“五公开”" in found.message
    assert "更新周期" not in found.message


def test_other_assumptions_and_clauses() -> None:
    assert find(rule, papers(a_row(assumed=(assumed("更新周期"),)))) == []
    assert find(rule, papers(a_clause(assumed=(assumed("责任单位"),)))) == []
