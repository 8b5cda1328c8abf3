"""A thousand units: digests come one after the other, and what they need does not pile up."""

import tracemalloc
from collections.abc import Iterator

import pytest
from msgspec import structs

from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.duty import Duty, Responsibility
from gongkai_cli.model.unit import Unit
from gongkai_cli.reminders.calendar_entries import changes
from gongkai_cli.reminders.digest import Digest, digests
from gongkai_cli.reminders.letter import Header, letter
from tests.making import TWENTY, calendar, day, duty

from .weeks import SENDER, body, judged, open_record, reminding

UNITS = 1_000
EACH = 20


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    duties: list[Duty] = [
        structs.replace(
            duty(TWENTY, id=f"D{number}"), units=(Responsibility(f"单位{number}", "lead"),)
        )
        for number in range(UNITS)
    ]
    records = [
        structs.replace(open_record(f"R{number}", "2024-06-27"), duty=f"D{number % UNITS}")
        for number in range(UNITS * EACH)
    ]
    made = body(*duties, records=records)
    units = tuple(Unit(f"单位{number}") for number in range(UNITS))
    made = structs.replace(made, catalogue=structs.replace(made.catalogue, units=units))
    return judged(made, "2024-07-24")


def all_digests(assessment: Assessment) -> Iterator[Digest]:
    return digests(assessment, {}, {}, reminding(), calendar())


def written(digest: Digest) -> bytes:
    header = Header(sender=SENDER, to=("a@b.cn",), message_id="<m@b.cn>", day=day("2024-07-24"))
    return letter(digest, header, changes(digest, SENDER, header.day))


@pytest.mark.slow
def test_every_unit_gets_its_own_and_nothing_is_kept(assessment: Assessment) -> None:
    found = all_digests(assessment)
    written(next(found))
    tracemalloc.start()
    try:
        written(next(found))
        _, one = tracemalloc.get_traced_memory()
        units = 2
        for units, digest in enumerate(found, 3):
            assert len(digest.items) == EACH + 1, "its records, and its column that nobody saw"
            if units % 100 == 0:
                written(digest)
        _, many = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert units == UNITS
    assert many < 3 * one
