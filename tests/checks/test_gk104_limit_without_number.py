"""时限没有数字."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk104_limit_without_number as rule
from gongkai_cli.model.limit import Dynamic, Limit, Periodic, Prompt, Realtime, Standing
from tests.making import JANUARY, TWENTY, law

from .linting import a_row, find, named, papers


@pytest.mark.parametrize("limit", [Dynamic(), Prompt(), Realtime(), Standing()])
def test_words_without_a_number(limit: Limit) -> None:
    assert named(rule, papers(a_row(limit))) == ["D1"]


@pytest.mark.parametrize("limit", [TWENTY, JANUARY, Periodic(every="quarter")])
def test_a_number_is_enough_even_beside_such_words(limit: Limit) -> None:
    assert find(rule, papers(a_row(Prompt(), limit))) == []


def test_a_row_without_any_limit_is_not_its_business() -> None:
    assert find(rule, papers(a_row(limits=()))) == []


def test_it_names_the_number_that_the_law_has_for_the_whole_duty() -> None:
    (found,) = find(rule, papers(a_row(Prompt()), statutes=(law(TWENTY),)))
    assert "按某法第一条判断" in found.message
    for other in (law(TWENTY, titles=("处罚",)), law(Prompt())):
        (found,) = find(rule, papers(a_row(Prompt()), statutes=(other,)))
        assert "没有法律的时限" in found.message
