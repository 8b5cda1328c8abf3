"""未分牵头."""

from gongkai_cli.checks.catalogue_rules import gk112_no_lead as rule
from gongkai_cli.model.duty import Responsibility

from .linting import a_row, find, named, papers, shared


def test_several_units_and_none_leads() -> None:
    assert named(rule, papers(a_row(units=shared("甲科", "乙科")))) == ["D1"]


def test_another_order_elsewhere_is_said() -> None:
    one = a_row(units=shared("甲科", "乙科"))
    other = a_row(id="D2", units=shared("乙科", "甲科"))
    first, second = find(rule, papers(one, other))
    assert "D2写作乙科、甲科" in first.message
    assert "D1写作甲科、乙科" in second.message


def test_one_unit_one_that_leads_and_supporters() -> None:
    leading = (Responsibility("甲科", "lead"), *shared("乙科"))
    helped = (*shared("甲科"), Responsibility("乙科", "support"))
    for units in (shared("甲科"), leading, helped):
        assert find(rule, papers(a_row(units=units))) == []
