"""A body of a thousand units that all have the same duties, and a ledger of many rows."""

from datetime import date, timedelta

from msgspec import structs

from gongkai_cli.facts import Facts
from gongkai_cli.model.duty import Responsibility
from gongkai_cli.model.ledger import Record
from gongkai_cli.model.unit import Unit
from tests.making import TWENTY, column, duty, facts, record

DUTIES = 26
FIRST = date(2024, 1, 2)


def large_facts(units: int = 1_000, records: int = 100_000) -> Facts:
    """Facts of so many units and rows; most rows are open, and late on 2024-07-26."""
    names = [f"第{number:04}派出所" for number in range(units)]
    shared = tuple(Responsibility(name) for name in names)
    duties = tuple(
        structs.replace(duty(TWENTY, id=f"A{n:02}", name=f"第{n}类事项"), units=shared)
        for n in range(1, DUTIES + 1)
    )
    given = facts(
        *duties,
        records=tuple(_record(number, names) for number in range(records)),
        columns=tuple(column(duty=each.id, checked="2024-07-20") for each in duties),
    )
    body = structs.replace(given.catalogue, units=tuple(map(Unit, names)))
    return structs.replace(given, catalogue=body)


def _record(number: int, names: list[str]) -> Record:
    """A row; every tenth is published, a third of these late."""
    formed = FIRST + timedelta(days=number * 7919 % 170)
    published = formed + timedelta(days=number % 45) if number % 10 == 0 else None
    made = record(
        str(formed),
        str(published) if published else None,
        number=f"R{number:06}",
        duty=f"A{number % DUTIES + 1:02}",
        title=f"关于第{number}号事项的通知",
    )
    return structs.replace(made, units=(names[number * 31 % len(names)],))
