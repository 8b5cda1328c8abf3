"""没有责任单位."""

from gongkai_cli.checks.catalogue_rules import gk111_no_unit as rule
from gongkai_cli.model.duty import Responsibility

from .linting import a_row, find, named, papers


def test_nobody_somebody_unnamed_and_only_supporters() -> None:
    assert named(rule, papers(a_row(units=()))) == ["D1"]
    (found,) = find(rule, papers(a_row(units=(), open_units="有关单位")))
    assert "有关单位" in found.message
    helping = (Responsibility("乙科", "support"),)
    assert named(rule, papers(a_row(units=helping))) == ["D1"]


def test_one_named_unit_is_enough() -> None:
    assert find(rule, papers(a_row(open_units="等有关科室"))) == []
