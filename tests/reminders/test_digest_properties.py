"""Week after week, whatever happens to a ledger: nothing twice, nothing lost, calendars agree."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from gongkai_cli.facts import Facts
from gongkai_cli.model.ledger import Record
from gongkai_cli.model.reminding import Told
from gongkai_cli.reminders.calendar_entries import changes, uid
from gongkai_cli.reminders.digest import Digest
from tests.making import record

from .calendar_client import Client
from .weeks import SENDER, after, body, nth_workday, reminding, seen, told

START = date(2024, 7, 8)
NUMBERS = ("R1", "R2", "R3")
FORMED = st.sampled_from([None, "2024-06-17", "2024-06-27", "2024-07-08", "2024-07-15", "absent"])
DONE = st.booleans()
WEEK = st.tuples(
    st.integers(0, 8), st.tuples(*(st.tuples(FORMED, DONE) for _ in NUMBERS)), st.booleans()
)
"""Days gone by, what each record is then, whether the mail is sent."""

Rows = tuple[tuple[str | None, bool], ...]


def ledger(rows: Rows, day: date) -> Facts:
    """A body whose ledger has these rows on a day."""
    records: list[Record] = []
    for number, (formed, is_done) in zip(NUMBERS, rows, strict=True):
        if formed != "absent":
            published = (
                str(max(day, date.fromisoformat(formed or "2024-07-01"))) if is_done else None
            )
            records.append(record(formed, published, number=number, title=f"标题{number}"))
    return seen(body(records=records))


def open_days(rows: Rows, day: date) -> dict[str, date]:
    """Apart from the code: what still has to be published and has a date."""
    return {
        number: nth_workday(formed, 20)
        for number, (formed, is_done) in zip(NUMBERS, rows, strict=True)
        if formed not in (None, "absent") and not is_done and date.fromisoformat(formed) <= day
    }


def stored(before: Mapping[str, tuple[Told, ...]]) -> dict[str, tuple[Told, ...]]:
    """The same after a while on disk."""
    return {
        unit: json.decode(json.encode(each), type=tuple[Told, ...]) for unit, each in before.items()
    }


@pytest.mark.slow
@given(st.lists(WEEK, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_a_calendar_that_takes_in_every_mail_shows_what_is_open(
    weeks: list[tuple[int, Rows, bool]],
) -> None:
    client, before, day = Client(), dict[str, tuple[Told, ...]](), START
    expected: dict[str, date] = {}
    asked = reminding(within=40)
    for passed, rows, is_sent in weeks:
        day += timedelta(days=passed)
        found = told(ledger(rows, day), str(day), before, asked=asked)
        again = told(ledger(rows, day), str(day), before, asked=asked)
        assert again == found, "the same input says the same"
        if not is_sent:
            continue
        open_now = open_days(rows, day)
        had = dict(expected)
        expected = {
            number: due for number, due in open_now.items() if number in expected or due >= day
        }
        number_of_changes = client.changes
        for digest in found.values():
            client.take(changes(digest, SENDER, day))
        assert client.days == {
            uid(f"办理/D1/{number}", "甲科"): due for number, due in expected.items()
        }
        different = {number for number in had | expected if had.get(number) != expected.get(number)}
        assert client.changes - number_of_changes == len(different), "each change once, no other"
        before = stored({**before, **after(found)})
        nothing_new(told(ledger(rows, day), str(day), before, asked=asked), found, day)


def nothing_new(again: Mapping[str, Digest], found: Mapping[str, Digest], day: date) -> None:
    """Asked once more on the same day, with nothing changed."""
    for unit, digest in again.items():
        assert not digest.has_news
        assert digest.items == ()
        assert digest.content == found[unit].content
        assert set(digest.told) == set(found[unit].told)
        assert changes(digest, SENDER, day) == ()


@given(st.sampled_from(["2024-06-27", "2024-07-08", "2024-07-15"]), st.integers(0, 5))
def test_a_moved_date_is_one_change_of_the_same_entry(formed: str, passed: int) -> None:
    day = START + timedelta(days=passed)
    asked = reminding(within=40)
    before = after(told(ledger(((("2024-07-01"), False),) * 3, START), str(START), asked=asked))
    rows: Rows = ((formed, False), ("2024-07-01", False), ("2024-07-01", False))
    digest = told(ledger(rows, day), str(day), before, asked=asked)["甲科"]
    moved = [each for each in digest.all_items if each.entry is not None]
    if date.fromisoformat(formed) > day:
        assert [each.key for each in digest.withdrawn] == ["办理/D1/R1"]
        return
    assert [(each.matter.key, each.entry, each.sequence) for each in moved] == [
        ("办理/D1/R1", "moved", 1)
    ]
