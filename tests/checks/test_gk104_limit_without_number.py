"""时限没有数字."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk104_limit_without_number as rule
from gongkai_cli.model.limit import Dynamic, Limit, Periodic, Prompt, Realtime, Standing
from tests.making import JANUARY, TWENTY

from .linting import a_row, find, named, papers


@pytest.mark.parametrize("limit", [Dynamic(), Prompt(), Realtime(), Standing()])
def test_words_without_a_number(limit: Limit) -> None:
    assert named(rule, papers(a_row(limit))) == ["D1"]


@pytest.mark.parametrize("limit", [TWENTY, JANUARY, Periodic(every="quarter")])
def test_a_number_is_enough_even_beside_such_words(limit: Limit) -> None:
    assert find(rule, papers(a_row(Prompt(), limit))) == []


def test_a_row_without_any_limit_is_not_its_business() -> None:
    assert find(rule, papers(a_row(limits=()))) == []
