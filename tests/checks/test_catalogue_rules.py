"""What every rule has, and what the linter does with them."""

import re
from pathlib import Path

import pytest

from gongkai_cli.checks.catalogue_rules import RULES, Rule, lint
from gongkai_cli.model.limit import Within

from .linting import a_row, assumed, papers

PARTS = ("问：", "依据：", "判定：", "解除：", "示例：")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.CODE)
def test_a_rule_explains_itself(rule: Rule) -> None:
    page = rule.__doc__ or ""
    assert page.splitlines()[0] == rule.NAME
    assert [part for part in PARTS if f"\n{part}" in page] == list(PARTS)
    assert re.fullmatch(r"GK1\d\d", rule.CODE)
    assert rule.BASIS


def test_codes_are_unique_and_every_rule_has_a_test_of_its_name() -> None:
    assert len({rule.CODE for rule in RULES}) == len(RULES) >= 20
    for rule in RULES:
        name = Path(rule.__file__ or "").stem  # type: ignore[attr-defined]
        assert name.startswith(rule.CODE.lower() + "_")
        assert (Path(__file__).parent / f"test_{name}.py").is_file()


def test_the_heaviest_comes_first_and_every_identity_is_its_own() -> None:
    many = papers(
        a_row(Within(count=3, unit="workday"), id="D1", openness="政策公开", units=()),
        a_row(id="D2", limits=(), assumed=(assumed("更新周期"),), open_units="等"),
        as_of="2026-01-01",
    )
    found = lint(many)
    ranks = [each.severity.rank for each in found]
    assert ranks == sorted(ranks)
    assert len(ranks) > 4
    assert len({each.id for each in found}) == len(found)
