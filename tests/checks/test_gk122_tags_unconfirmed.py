"""标签待确认."""

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk120_assumptions
from gongkai_cli.checks.catalogue_rules import gk122_tags_unconfirmed as rule
from gongkai_cli.model.tag import Tag
from tests.making import TWENTY, law

from .linting import a_row, assumed, find, named, papers

BUDGET = Tag(name="预决算", words=("预算", "决算"))
IDLE = Tag(name="闲置", words=("部门",))
STATUTE = structs.replace(law(TWENTY, id="预算法", words=BUDGET.words), tags=("预决算",))
ROW = a_row(name="部门预算")


def test_a_tag_that_only_words_propose() -> None:
    (found,) = find(rule, papers(ROW, statutes=(STATUTE,), tags=(BUDGET, IDLE)))
    assert found.duty == "D1"
    for said in ("标签“预决算”", "有“预算”", "适用某法第一条"):
        assert said in found.message
    assert "闲置" not in found.message


def test_a_tag_written_as_assumed() -> None:
    row = structs.replace(ROW, tags=("闲置",), assumed=(assumed("标签", "闲置", "字样"),))
    given = papers(row, statutes=(STATUTE,), tags=(BUDGET, IDLE))
    (found,) = find(rule, given)
    assert "没有规定按它适用" in found.message
    assert "字样" in found.message
    assert find(gk120_assumptions, given) == []


def test_confirmed_tags_none_at_all_and_words_that_nothing_rests_on() -> None:
    for tags in (("预决算",), ()):
        row = structs.replace(ROW, tags=tags)
        assert named(rule, papers(row, statutes=(STATUTE,), tags=(BUDGET, IDLE))) == []
    assert named(rule, papers(ROW, tags=(BUDGET, IDLE))) == []
