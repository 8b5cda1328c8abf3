"""更新周期过长."""

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk124_column_cycle_too_long as rule
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.limit import Within
from tests.making import law, printed

from .linting import a_row, find, named, papers

TWO_WEEKS = law(
    Within(count=2, unit="week"), id="指标", words=("动态",), authority=Authority.SUPERIOR
)
NEWS = a_row(category="政务动态")


def fresh(count: int) -> object:
    return printed(Within(count=count, unit="week"), wording=f"{count}周")


def test_a_column_that_may_grow_older_than_the_check_allows() -> None:
    (found,) = find(rule, papers(structs.replace(NEWS, freshness=fresh(3)), cycles=(TWO_WEEKS,)))
    assert "“3周”" in found.message
    assert "指标的时限" in found.message
    (found,) = find(rule, papers(NEWS, cycles=(TWO_WEEKS,)))
    assert "没有写更新周期" in found.message


def test_as_short_shorter_or_no_column_of_its_own() -> None:
    for count in (2, 1):
        row = structs.replace(NEWS, freshness=fresh(count))
        assert find(rule, papers(row, cycles=(TWO_WEEKS,))) == []
    for row in (
        structs.replace(NEWS, appears_in="D2"),
        structs.replace(NEWS, kind="internal"),
        a_row(category="会议"),
    ):
        assert named(rule, papers(row, cycles=(TWO_WEEKS,))) == []


def test_a_rule_that_is_not_yet_in_force() -> None:
    later = law(Within(count=2, unit="week"), words=("动态",), since="2030-01-01")
    assert find(rule, papers(NEWS, cycles=(later,))) == []
