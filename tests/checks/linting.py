"""One rule asked alone about a small catalogue."""

from types import ModuleType
from typing import Any, cast

from msgspec import structs

from gongkai_cli.checks.catalogue_rules import Papers, Rule
from gongkai_cli.model.duty import (
    Assumption,
    Catalogue,
    Duty,
    Period,
    RequiredHead,
    Responsibility,
    Statute,
)
from gongkai_cli.model.finding import Finding
from gongkai_cli.model.limit import Limit
from gongkai_cli.model.place import Place
from gongkai_cli.model.tag import Tag
from gongkai_cli.model.unit import Unit
from tests.making import TWENTY, day, duty

ROW = Place("目录.yaml", line=7, column=5)


def a_row(*limits: Limit, id: str = "D1", category: str = "类别", **differing: Any) -> Duty:
    """A row of a table with a limit (20 working days), a class and a unit that leads."""
    name = differing.pop("name", f"事项{id}")
    plain = duty(*(limits or (TWENTY,)), id=id, category=category, name=name)
    given = {"openness": "管理公开", "place": ROW, "printed": {"名称": name}, **differing}
    return structs.replace(plain, **given)


def a_clause(*limits: Limit, id: str = "C1", **differing: Any) -> Duty:
    """A duty that a clause of the text sets."""
    return a_row(
        *limits, id=id, **{"printed": {"条文": "应当公开。"}, "openness": None, **differing}
    )


def shared(*units: str) -> tuple[Responsibility, ...]:
    """Units that share a duty, none leading."""
    return tuple(Responsibility(unit) for unit in units)


def assumed(subject: str, value: str = "推定的值", reason: str = "理由") -> Assumption:
    """Something that the paper leaves open."""
    return Assumption(subject, value, reason, ROW)


def papers(
    *duties: Duty,
    statutes: tuple[Statute, ...] = (),
    heads: tuple[RequiredHead, ...] = (),
    tags: tuple[Tag, ...] = (),
    cycles: tuple[Statute, ...] = (),
    units: tuple[Unit, ...] = (),
    period: Period | None = None,
    notes: tuple[Assumption, ...] = (),
    as_of: str = "2024-07-25",
) -> Papers:
    """A small catalogue beside a little law."""
    whole = Period(day("2024-01-01"), day("2024-12-31"), Place("目录.yaml", line=4, column=6))
    return Papers(
        catalogue=Catalogue(
            title="示例目录",
            body="示例局",
            source="示例〔2024〕1号",
            period=period or whole,
            units=units,
            duties=duties,
            assumed=notes,
            file="目录.yaml",
        ),
        statutes=statutes,
        heads=heads,
        tags=tags,
        cycles=cycles,
        as_of=day(as_of),
    )


def find(rule: ModuleType, given: Papers) -> list[Finding]:
    """What one rule finds; every finding says what, where, how heavy and what to do."""
    found = list(cast(Rule, rule).check(given))
    for each in found:
        assert each.code == rule.CODE
        assert each.name == rule.NAME
        assert each.severity is rule.SEVERITY
        assert each.message
        assert each.next_step
        assert each.place is not None
        assert each.place.line is not None
    return found


def named(rule: ModuleType, given: Papers) -> list[str | None]:
    """The duties, or other subjects, that one rule names."""
    return [each.duty or each.record for each in find(rule, given)]
