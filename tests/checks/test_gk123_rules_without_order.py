"""特别规定没有先后."""

from typing import Any

import pytest

from gongkai_cli.checks.catalogue_rules import gk123_rules_without_order as rule
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.duty import Statute
from gongkai_cli.model.limit import Within
from tests.making import JANUARY, TWENTY, law

from .linting import a_row, find, named, papers

SEVEN = Within(count=7, unit="workday", trigger="decided")
ROW = a_row(category="行政处罚")
ABOUT: dict[str, Any] = {"words": ("处罚",)}


def test_two_rules_of_one_rank_and_neither_gives_way() -> None:
    given = papers(ROW, statutes=(law(TWENTY, id="宽", **ABOUT), law(SEVEN, id="严", **ABOUT)))
    (found,) = find(rule, given)
    assert found.message.index("严的时限") < found.message.index("宽的时限")


@pytest.mark.parametrize(
    "other",
    [
        law(SEVEN, id="B", replaces="A", **ABOUT),
        law(SEVEN, id="B", authority=Authority.SUPERIOR, **ABOUT),
        law(TWENTY, id="B", **ABOUT),
        law(SEVEN, id="B"),
        law(SEVEN, id="B", words=("别的",)),
        law(JANUARY, id="B", **ABOUT),
        law(SEVEN, id="B", since="2030-01-01", **ABOUT),
    ],
    ids=["replaces", "rank", "same-limit", "general", "other-duty", "not-comparable", "not-yet"],
)
def test_what_leaves_nothing_open(other: Statute) -> None:
    assert find(rule, papers(ROW, statutes=(law(TWENTY, id="A", **ABOUT), other))) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("许可",), ("强制",), []),
        (("许可",), (), ["D1"]),
        (("许可",), ("许可决定", "强制"), ["D1"]),
    ],
)
def test_titles_tell_whether_they_mean_the_same_records(
    one: tuple[str, ...], other: tuple[str, ...], expected: list[str]
) -> None:
    first = law(TWENTY, id="A", titles=one, **ABOUT)
    second = law(SEVEN, id="B", titles=other, **ABOUT)
    assert named(rule, papers(ROW, statutes=(first, second))) == expected
