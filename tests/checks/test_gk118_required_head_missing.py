"""目录可能缺项."""

import pytest
from msgspec import structs

from gongkai_cli.checks.catalogue_rules import gk118_required_head_missing as rule
from gongkai_cli.model.duty import RequiredHead

from .linting import a_row, find, named, papers

FEES = RequiredHead(id="H1", name="收费", basis="某条例第二十条", words=("收费", "费用"))


def test_a_head_that_no_duty_mentions() -> None:
    assert named(rule, papers(a_row(), heads=(FEES,))) == ["H1"]
    (found,) = find(rule, papers(a_row(), heads=(FEES,)))
    assert "某条例第二十条" in found.message


@pytest.mark.parametrize(
    "said", [{"category": "收费管理"}, {"name": "各项费用"}, {"content": "收费依据、标准"}]
)
def test_category_name_or_content_may_mention_it(said: dict[str, str]) -> None:
    assert find(rule, papers(a_row(**said), heads=(FEES,))) == []


def test_a_head_that_only_some_bodies_must_have() -> None:
    town = structs.replace(FEES, bodies=("镇人民政府", "乡人民政府"))
    given = papers(a_row(), heads=(town,))
    assert find(rule, given) == []
    catalogue = structs.replace(given.catalogue, body="示例县某某镇人民政府")
    assert named(rule, structs.replace(given, catalogue=catalogue)) == ["H1"]
