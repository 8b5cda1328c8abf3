"""单位叫法不一."""

from gongkai_cli.checks.catalogue_rules import gk113_unit_named_two_ways as rule
from gongkai_cli.model.duty import Responsibility
from gongkai_cli.model.unit import Unit

from .linting import ROW, a_row, find, papers

UNITS = (Unit("甲科", aliases=("甲",), place=ROW),)


def written(*names: str | None) -> tuple[list[str], list[str]]:
    rows = (
        a_row(id=f"D{n}", units=(Responsibility("甲科", "lead", name),))
        for n, name in enumerate(names)
    )
    found = find(rule, papers(*rows, units=UNITS))
    return [each.record or "" for each in found], [each.message for each in found]


def test_two_spellings_in_use() -> None:
    records, messages = written(None, "某中心甲科", None)
    assert records == ["甲科"]
    assert "“甲科”（D0、D2）" in messages[0]
    assert "“某中心甲科”（D1）" in messages[0]


def test_one_spelling_even_if_not_the_name() -> None:
    assert written("某中心甲科", "某中心甲科") == ([], [])
    assert written(None, None) == ([], [])
