"""Rungs: on which day each is reached, and that nobody climbs down while days go by."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.model.reminding import LADDER, LastMail, Rung
from gongkai_cli.reminders.ladder import Silence, reached, reached_by_silence, silence_of
from gongkai_cli.reminders.matters import Matter
from tests.making import calendar, day

from .weeks import body, mail, open_record, reminding, seen, told

DUE = Matter(
    key="k",
    kind="到期",
    duty="D1",
    duty_title="",
    title="",
    subject="R1",
    about="信息",
    units=("甲科",),
    due=date(2024, 7, 25),
)


def names(rungs: tuple[Rung, ...]) -> list[str]:
    """What the rungs are called."""
    return [each.name for each in rungs]


@pytest.mark.parametrize(
    ("left", "late", "is_late", "expected"),
    [
        (6, 0, False, []),
        (5, 0, False, ["提醒"]),
        (0, 0, False, ["提醒"]),
        (None, 1, False, ["提醒"]),  # past the likely day, within the interval: no breach yet
        (None, 1, True, ["提醒", "督办"]),
        (None, 9, True, ["提醒", "督办"]),
        (None, 10, True, ["提醒", "督办", "通报"]),
    ],
)
def test_each_rung_on_its_day(
    left: int | None, late: int, is_late: bool, expected: list[str]
) -> None:
    matter = structs.replace(DUE, left=left, late=late, is_late=is_late)
    assert names(reached(LADDER, matter)) == expected


def test_what_has_no_date_is_on_no_rung() -> None:
    assert reached(LADDER, structs.replace(DUE, due=None, late=30, is_late=True)) == ()


@pytest.mark.parametrize(("workdays", "expected"), [(1, []), (2, ["未签收"]), (9, ["未签收"])])
def test_silence_is_a_rung_after_two_working_days(workdays: int, expected: list[str]) -> None:
    assert names(reached_by_silence(LADDER, Silence(date(2024, 7, 22), workdays))) == expected


@pytest.mark.parametrize(
    ("last", "on", "workdays"),
    [
        (None, "2024-07-24", None),
        (mail("甲科", "2024-07-22", "2024-07-22"), "2024-07-24", None),
        (mail("甲科", "2024-07-25"), "2024-07-24", None),
        (mail("甲科", "2024-07-24"), "2024-07-24", 0),
        (mail("甲科", "2024-07-26"), "2024-07-29", 1),  # over a weekend
        (mail("甲科", "2024-09-30"), "2024-10-08", 1),  # over the holidays of October
        (mail("甲科", "2024-07-24", unanswered="2024-07-22"), "2024-07-25", 3),
    ],
)
def test_silence_counts_working_days_from_the_first_unanswered_mail(
    last: LastMail | None, on: str, workdays: int | None
) -> None:
    silence = silence_of(last, day(on), calendar())
    assert (silence.workdays if silence else None) == workdays


def rung_on(made_on: date, formed: str, ladder: tuple[Rung, ...]) -> int:
    """How high one open record stands on a day; 0 below the first rung or not yet told of."""
    made = seen(body(records=(open_record("R1", formed),)))
    found = told(made, str(made_on), asked=reminding(within=250, ladder=ladder))
    rungs = [each.rung for digest in found.values() for each in digest.all_items if each.rung]
    return 1 + [each.name for each in ladder].index(rungs[0]) if rungs else 0


@st.composite
def ladders(draw: st.DrawFn) -> tuple[Rung, ...]:
    """Any ladder at all, also one that no configuration may have."""
    days = st.integers(0, 30)
    kinds = draw(st.lists(st.tuples(st.booleans(), days), max_size=4))
    return tuple(
        Rung(name=f"级{number}", before=count)
        if is_before
        else Rung(name=f"级{number}", after=count)
        for number, (is_before, count) in enumerate(kinds)
    )


@given(ladders(), st.integers(0, 80), st.integers(0, 30))
def test_nobody_climbs_down_while_days_go_by(
    ladder: tuple[Rung, ...], passed: int, more: int
) -> None:
    first = date(2024, 6, 27) + timedelta(days=passed)
    later = first + timedelta(days=more)
    assert rung_on(first, "2024-06-27", ladder) <= rung_on(later, "2024-06-27", ladder)
