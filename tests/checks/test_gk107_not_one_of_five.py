"""不在五公开之列."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk107_not_one_of_five as rule

from .linting import a_row, find, named, papers


@pytest.mark.parametrize("word", ["政策公开", "决策", "管理公开、服务公开"])
def test_another_word(word: str) -> None:
    assert named(rule, papers(a_row(openness=word))) == ["D1"]


@pytest.mark.parametrize("word", ["决策公开", "执行公开", "管理公开", "服务公开", "结果公开", None])
def test_the_five_and_a_blank(word: str | None) -> None:
    assert find(rule, papers(a_row(openness=word))) == []
