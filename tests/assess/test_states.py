"""The state of each unit in a duty that several share."""

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.assess.states import unit_states
from gongkai_cli.facts import Facts
from gongkai_cli.model.duty import Responsibility
from gongkai_cli.model.finding import State
from gongkai_cli.model.ledger import Column, Record
from tests.making import TWENTY, column, day, duty, facts, record

SHARED = structs.replace(
    duty(TWENTY),
    units=(
        Responsibility("甲科", "lead"),
        Responsibility("乙科"),
        Responsibility("丙科", "support"),
    ),
)
SEEN = column(checked="2024-07-20")


def of_units(number: str, *units: str) -> Record:
    return structs.replace(record("2024-06-27", number=number), units=units)


def states(*records: Record, columns: tuple[Column, ...] = (SEEN,)) -> dict[str, State]:
    given: Facts = facts(SHARED, records=records, columns=columns)
    return unit_states(assess(given, as_of=day("2024-07-26"))).get("D1", {})


def test_one_unit_that_is_late_does_not_make_the_others_late() -> None:
    assert states(of_units("R1", "乙科")) == {"甲科": State.COMPLIANT, "乙科": State.LATE}


def test_a_record_without_units_is_everybodys() -> None:
    assert states(of_units("R1")) == {"甲科": State.LATE, "乙科": State.LATE}


def test_a_unit_that_only_a_record_names_is_there() -> None:
    assert states(of_units("R1", "丁科")) == {
        "甲科": State.COMPLIANT,
        "乙科": State.COMPLIANT,
        "丁科": State.LATE,
    }


def test_what_is_not_known_is_nobodys_compliance() -> None:
    assert states(of_units("R1", "乙科"), columns=()) == {
        "甲科": State.UNCHECKED,
        "乙科": State.LATE,
    }


def test_a_duty_without_units_is_not_in_it() -> None:
    nobodys = structs.replace(SHARED, units=())
    found = assess(facts(nobodys, columns=(SEEN,)), as_of=day("2024-07-26"))
    assert unit_states(found) == {}
    assert found.duties[0].state is State.COMPLIANT


def test_the_worst_unit_is_what_the_duty_is_in() -> None:
    given = facts(SHARED, records=(of_units("R1", "乙科"),), columns=(SEEN,))
    found = assess(given, as_of=day("2024-07-26"))
    worst = min(unit_states(found)["D1"].values(), key=lambda each: each.rank)
    assert worst is found.duties[0].state
