"""不在有效期: both ends are inside."""

import pytest

from gongkai_cli.checks.catalogue_rules import gk117_out_of_period as rule
from gongkai_cli.model.duty import Period
from tests.making import day

from .linting import ROW, a_row, find, papers


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2023-12-31", "还没有生效"),
        ("2024-01-01", None),
        ("2024-12-31", None),
        ("2025-01-01", "已经过期1天"),
    ],
)
def test_both_ends_are_inside(as_of: str, words: str | None) -> None:
    found = find(rule, papers(a_row(), as_of=as_of))
    assert len(found) == (words is not None)
    assert all((words or "") in each.message for each in found)


def test_a_period_without_an_end() -> None:
    (found,) = find(rule, papers(a_row(), period=Period(day("2024-01-01"), None, ROW)))
    assert "没有写明" in found.message
