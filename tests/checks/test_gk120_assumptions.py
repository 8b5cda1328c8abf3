"""推定待确认."""

from gongkai_cli.checks.catalogue_rules import gk120_assumptions as rule

from .linting import a_row, assumed, find, papers


def test_the_same_assumption_is_said_once_with_all_its_duties() -> None:
    week, year = assumed("更新周期", "2周"), assumed("更新周期", "1年")
    rows = (
        a_row(id="D1", assumed=(week,)),
        a_row(id="D2", assumed=(year,)),
        a_row(id="D3", assumed=(week,)),
    )
    first, second = find(rule, papers(*rows))
    assert first.message.startswith("D1、D3：更新周期推定为“2周”")
    assert second.message.startswith("D2：")
    assert first.id != second.id


def test_what_the_whole_catalogue_assumes_comes_first() -> None:
    (found,) = find(rule, papers(a_row(), notes=(assumed("有效期"),)))
    assert found.message.startswith("整个目录：")


def test_merged_cells_are_said_by_their_own_rule() -> None:
    assert find(rule, papers(a_row(assumed=(assumed("五公开"),)))) == []
    assert find(rule, papers(a_row())) == []
