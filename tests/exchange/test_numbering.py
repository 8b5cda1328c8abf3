"""编号 for new rows: in the style in use, never one that is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.exchange.known_rows import KnownRow
from gongkai_cli.exchange.meaning import Meaning
from gongkai_cli.exchange.numbering import Numbering
from gongkai_cli.sources.ledger.sheet_headings import RECORDS

TODAY = date(2026, 11, 24)


def row(number: str, *units: str) -> KnownRow:
    meanings = {"number": Meaning(number or None), "units": Meaning(units or None)}
    return KnownRow(RECORDS, meanings, {"number": number})


def given_to(numbers: list[KnownRow], formed: date | None = date(2024, 7, 1)) -> str:
    return Numbering(numbers).next(numbers, "甲科", formed, TODAY)


@pytest.mark.parametrize(
    ("numbers", "next_one"),
    [
        (["2024-018", "2024-019"], "2024-020"),
        (["2024-099"], "2024-100"),
        (["2024-999"], "2024-1000"),
        (["2024-9"], "2024-10"),
        (["7", "12", "9"], "13"),
        (["示例-101", "2024-003"], "2024-004"),
        (["甲〔2024〕3号"], "甲〔2024〕4号"),
        (["没有数字"], "2024-001"),
        ([], "2024-001"),
        (["2023-018"], "2024-001"),
        (["2023-018", "2024-002", "2023-019"], "2024-003"),
    ],
)
def test_it_goes_on_in_the_style_of_the_last(numbers: list[str], next_one: str) -> None:
    assert given_to([row(each) for each in numbers]) == next_one


def test_the_units_own_style_comes_first() -> None:
    assert given_to([row("甲-07", "甲科"), row("2024-003", "乙科")]) == "甲-08"


def test_a_record_without_a_day_goes_on_with_the_last_year() -> None:
    assert given_to([row("2023-018")], None) == "2023-019"
    assert given_to([], None) == "2026-001"


def test_another_table_lends_its_style_and_numbers_are_never_given_twice() -> None:
    ledger = [row("2024-001"), row("2024-005")]
    numbering = Numbering(ledger)
    numbering.reserve(["2024-006", ""])
    numbering.keep("2024-007")
    formed = date(2024, 7, 1)
    given_out = [numbering.next([], "甲科", formed, TODAY) for _ in range(2)]
    assert given_out == ["2024-008", "2024-009"]


@given(st.lists(st.text("0123456789-年甲", max_size=6), max_size=8), st.integers(1, 5))
def test_no_number_is_given_twice(numbers: list[str], count: int) -> None:
    rows = [row(each) for each in numbers]
    numbering = Numbering(rows)
    made = [numbering.next(rows, "甲科", date(2024, 7, 1), TODAY) for _ in range(count)]
    assert len({*made, *numbers}) == len({*numbers}) + count
