"""What each rule names in the shipped catalogue, on the last day on which it holds."""

from functools import cache

import pytest

from gongkai_cli.checks.catalogue_rules import RULES, Papers, lint
from gongkai_cli.data_files import data_folder
from gongkai_cli.model.finding import Finding
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.catalogue.statutes_yaml import (
    read_cycles,
    read_heads,
    read_statutes,
    read_tags,
)
from tests.making import day

NAMED: dict[str, list[str]] = {
    # 21 working days; 20 working days against 20 natural days; the withdrawal of a penalty
    "GK101": ["A06", "A06", "A07", "A14"],
    "GK102": ["A14"],
    "GK103": ["A16"],
    "GK104": ["A22", "A25", "C04-3"],
    "GK105": ["C11-2"],
    "GK106": ["A25"],
    "GK107": ["A01", "A10"],
    "GK108": ["A09"],
    "GK109": [
        "A05",
        "A08",
        "A09",
        "A20",
        "C06-1",
        "C06-2",
        "C13-1",
        "C14-1",
        "C16-1",
        "C16-2",
        "C16-3",
        "C23-2",
    ],
    "GK110": ["派出所"],
    "GK111": ["A24", "C20-1", "C22-3"],
    "GK112": ["A08", "A10", "A14", "C08-2", "C11-2"],
    "GK113": ["秘书科", "许可服务科", "宣传科"],
    "GK114": ["A15", "A24"],
    "GK115": ["A11"],
    "GK116": ["A03", "A12", "A13"],
    "GK117": [],
    "GK118": ["REG-20-1", "REG-20-5", "REG-20-8", "REG-20-9", "REG-20-10", "REG-20-12"],
    "GK119": ["C04-3"],
    "GK121": ["REG-12", "ENF-7", "ENF-20", "ENF-YEAR"],
    "GK122": ["A06", "A07", "A14", "A21", "A22", "A23", "C04-3", "C11-2", "C16-1"],
    "GK123": [],
    "GK124": [],
}


@cache
def found(as_of: str) -> tuple[Finding, ...]:
    catalogue, _ = read_catalogue((data_folder() / "catalogue.yaml").read_bytes(), "catalogue.yaml")
    law = (data_folder() / "statutes.yaml").read_bytes()
    assert catalogue is not None
    return lint(
        Papers(
            catalogue=catalogue,
            statutes=read_statutes(law, "statutes.yaml")[0],
            heads=read_heads(law, "statutes.yaml")[0],
            tags=read_tags(law, "statutes.yaml")[0],
            cycles=read_cycles(law, "statutes.yaml")[0],
            as_of=day(as_of),
        )
    )


@pytest.mark.parametrize(("code", "expected"), NAMED.items())
def test_what_a_rule_names(code: str, expected: list[str]) -> None:
    named = [each.duty or each.record for each in found("2024-12-31") if each.code == code]
    assert named == expected


def test_every_rule_is_in_the_list() -> None:
    assert {rule.CODE for rule in RULES} - set(NAMED) == {"GK120"}


def test_every_assumption_is_said_once() -> None:
    said = [each.record or "" for each in found("2024-12-31") if each.code == "GK120"]
    assert len(said) == len(set(said))
    assert {"有效期 整个目录", "公开时限 C22-3", "读法 C06-2"} <= set(said)


def test_the_year_runs_out() -> None:
    (late,) = (each for each in found("2026-11-24") if each.code == "GK117")
    assert "693天" in late.message


def test_every_finding_has_its_line_and_its_own_identity() -> None:
    assert all(each.place and each.place.line for each in found("2026-11-24"))
    ids = [each.id for each in found("2026-11-24")]
    assert len(set(ids)) == len(ids)
