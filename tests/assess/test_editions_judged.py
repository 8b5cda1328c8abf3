"""A record is judged by the catalogue in force on the day on which it was formed or changed."""

from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.editions import aligned, editions_of
from gongkai_cli.facts import Facts
from gongkai_cli.model.case import Case
from gongkai_cli.model.duty import Catalogue, Duty, Period
from gongkai_cli.model.finding import State
from gongkai_cli.model.ledger import Record
from gongkai_cli.model.limit import ByDate, Within
from tests.making import JANUARY, column, day, duty, facts, law, record

TEN = Within(count=10, unit="workday", trigger="formed-or-changed")
TWENTY = Within(count=20, unit="workday", trigger="formed-or-changed")


def year(first: str, *duties: Duty) -> Catalogue:
    """A catalogue that begins on a day."""
    return Catalogue(
        title=f"{first[:4]}年目录",
        body="示例局",
        source=f"示例〔{first[:4]}〕1号",
        period=Period(day(first)),
        duties=duties,
    )


def years(*catalogues: Catalogue, records: tuple[Record, ...] = (), **more: object) -> Facts:
    """The facts of a workspace with several catalogues."""
    ordered = aligned(catalogues)
    plain = facts(records=records, **more)  # type: ignore[arg-type]
    return structs.replace(plain, catalogue=ordered[-1], editions=editions_of(ordered))


def due(case: Case) -> str:
    """When the only clock of a case falls due."""
    (running,) = case.clocks
    assert running.deadline is not None
    return str(running.deadline.due)


def test_each_record_has_the_limit_of_its_day() -> None:
    before, after = record("2024-06-26", number="R1"), record("2024-06-27", number="R2")
    judged = assess(
        years(
            year("2023-01-01", duty(TEN)), year("2024-06-27", duty(TWENTY)), records=(before, after)
        ),
        as_of=day("2024-07-01"),
    )
    assert [due(case) for case in judged.cases] == ["2024-07-10", "2024-07-25"]
    old, new = (case.clocks[0].clock.basis for case in judged.cases)
    assert old.startswith("示例〔2023〕1号 ")
    assert not new.startswith("示例")


def test_a_change_brings_a_record_under_the_catalogue_of_its_day() -> None:
    changed = record("2024-06-01", changed="2024-06-28")
    two = years(year("2023-01-01", duty(TEN)), year("2024-06-27", duty(TWENTY)), records=(changed,))
    (case,) = assess(two, as_of=day("2024-07-01")).cases
    assert due(case) == "2024-07-26"


def test_a_past_day_is_judged_by_the_catalogue_of_that_day() -> None:
    two = years(year("2023-01-01", duty(TEN)), year("2024-06-27", duty(TWENTY)))
    assert assess(two, as_of=day("2024-06-26")).catalogue.title == "2023年目录"
    assert assess(two, as_of=day("2024-06-27")).catalogue.title == "2024年目录"


def test_a_row_that_was_dropped_still_owes_what_began_under_it() -> None:
    old = year("2023-01-01", duty(TEN, id="A01", name="部门文件"), duty(TEN, id="A02", name="收费"))
    new = year("2024-06-27", duty(TWENTY, id="A01", name="部门文件"))
    open_still = record("2024-06-20", duty="A02")
    judged = assess(years(old, new, records=(open_still,)), as_of=day("2024-07-10"))
    results = {result.duty.id: result.state for result in judged.duties}
    assert results["A02"] is State.LATE
    assert judged.catalogue.duty("A02") is not None
    assert {view.duty.id for view in judged.columns} == {"A01"}
    assert "A02" not in {
        each.duty.id for each in assess(years(old, new), as_of=day("2024-07-10")).duties
    }


def test_a_row_that_is_new_asks_nothing_of_what_was_before_it() -> None:
    old = year("2023-01-01", duty(TEN, id="A01", name="部门文件"))
    new = year("2024-06-27", old.duties[0], duty(TWENTY, id="A02", name="政府采购"))
    early, late = record("2024-06-20", duty="A02", number="R1"), record(duty="A02", number="R2")
    cases = {
        case.record.number: case
        for case in assess(years(old, new, records=(early, late)), as_of=day("2024-07-01")).cases
        if case.record
    }
    assert cases["R1"].clocks == ()
    assert due(cases["R2"]) == "2024-07-25"
    held = years(old, new, records=(early,), statutes=(law(TWENTY),))
    (case,) = assess(held, as_of=day("2024-07-01")).cases
    assert due(case) == "2024-07-18"


def test_a_row_named_by_a_record_before_it_was_there_is_judged_on_a_past_day() -> None:
    """The record was formed under the old catalogue; only the new one knows its row."""
    old = year("2023-01-01", duty(TEN, id="A01", name="部门文件"))
    new = year("2024-06-27", old.duties[0], duty(TWENTY, id="A02", name="政府采购"))
    early = record("2024-06-20", duty="A02")
    judged = assess(
        years(old, new, records=(early,), statutes=(law(TWENTY),)), as_of=day("2024-06-25")
    )
    (case,) = (case for case in judged.cases if case.record)
    assert due(case) == "2024-07-18"


def test_the_year_calls_by_the_catalogue_of_its_time() -> None:
    """The yearly report moved from March to January with the catalogue of 2025."""
    march = ByDate(by="03-31", every="year")
    old, new = year("2023-01-01", duty(march)), year("2025-01-01", duty(JANUARY))
    seen = column(checked="2025-05-01")
    judged = assess(
        years(old, new, columns=(seen,), covers_from="2024-01-01"), as_of=day("2025-05-01")
    )
    assert [due(case) for case in judged.cases if due(case) < "2025-06"] == [
        "2024-03-31",
        "2025-01-31",
    ]
