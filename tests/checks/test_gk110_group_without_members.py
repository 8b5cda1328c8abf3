"""群组没有成员."""

from gongkai_cli.checks.catalogue_rules import gk110_group_without_members as rule
from gongkai_cli.model.unit import Unit

from .linting import ROW, a_row, find, papers, shared

OPEN = Unit("学校", group="没有名单", place=ROW)


def test_an_open_group_names_the_duties_that_rest_on_it() -> None:
    (found,) = find(
        rule, papers(a_row(units=shared("学校")), units=(Unit("局", children=(OPEN,)),))
    )
    assert found.record == "学校"
    assert "D1" in found.message
    assert "没有名单" in found.message


def test_a_group_with_members_and_a_plain_unit() -> None:
    full = Unit("学校", group="名单附后", children=(Unit("第一小学"),), place=ROW)
    assert find(rule, papers(a_row(), units=(full, Unit("甲科")))) == []
