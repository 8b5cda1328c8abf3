"""What ``when`` says beforehand is what ``assess`` says once the ledger holds the record."""

from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess import assess
from gongkai_cli.assess.prospects import Coming, first_of, prospects
from gongkai_cli.data_files import data_folder
from gongkai_cli.facts import Facts
from gongkai_cli.model.case import Running
from gongkai_cli.model.deadline import Clock
from gongkai_cli.model.duty import Catalogue, Duty
from gongkai_cli.model.ledger import Column, Ledger, Record
from gongkai_cli.model.limit import Prompt, Within
from gongkai_cli.sources.catalogue.catalogue_yaml import read_catalogue
from gongkai_cli.sources.workspace import shipped_statutes
from tests.making import (
    HERE,
    JANUARY,
    QUARTERLY,
    TWENTY,
    calendar,
    day,
    duty,
    facts,
    law,
)


@cache
def catalogue() -> Catalogue:
    found, problems = read_catalogue((data_folder() / "catalogue.yaml").read_bytes(), "c.yaml")
    assert found is not None, problems
    return found


def shipped(*records: Record, columns: tuple[Column, ...] = (), since: date) -> Facts:
    return Facts(
        catalogue=catalogue(),
        statutes=shipped_statutes()[0],
        ledger=Ledger(records=records, columns=columns, covers_from=since),
        calendar=calendar(),
    )


def entry(duty: str, number: str, **days: object) -> Record:
    return Record(duty=duty, number=number, place=HERE, **days)  # type: ignore[arg-type]


def said(dates: tuple[Coming, ...], role: str) -> set[tuple[str, object]]:
    return {(each.clock.key, each.deadline) for each in dates if each.role == role}


def judged(found: tuple[Running, ...]) -> set[tuple[str, object]]:
    return {(each.clock.key, each.deadline) for each in found if each.deadline is not None}


DAYS = st.dates(date(2019, 1, 1), date(2027, 6, 30))
SHIPPED = st.sampled_from(catalogue().duties)


def titles_of(clocks: tuple[Clock, ...]) -> list[str]:
    return ["示例", *(each.limit.applies_to or "示例" for each in clocks)]


@given(owed=SHIPPED, trigger=DAYS, data=st.data())
def test_a_record_of_that_day_has_the_same_clocks(
    owed: Duty, trigger: date, data: st.DataObject
) -> None:
    nothing = shipped(since=date(trigger.year - 1, 1, 1))
    every = prospects(nothing, owed, trigger)
    titles = titles_of(tuple(each.clock for each in every.dates if each.role == "own"))
    title = data.draw(st.sampled_from(titles))
    subject = entry(owed.subject_of or "", "S1", formed=trigger, published=trigger)
    record = entry(owed.id, "R1", formed=trigger, changed=trigger, title=title, interprets="S1")
    with_it = shipped(subject, record, since=date(trigger.year - 1, 1, 1))
    cases = [
        case
        for case in assess(with_it, as_of=trigger).cases
        if case.duty.id == owed.id and case.record is not None and case.record.number == "R1"
    ]
    assert len(cases) == 1
    own = judged(tuple(each for each in cases[0].judged if isinstance(each.clock.limit, Within)))
    # What follows a document is not told apart by its title.
    expected = every if owed.subject_of else prospects(nothing, owed, trigger, title=title)
    assert own == said(expected.dates, "own")
    assert own <= said(every.dates, "own")


@given(owed=SHIPPED, trigger=DAYS)
def test_the_next_occasion_is_the_one_that_assess_waits_for(owed: Duty, trigger: date) -> None:
    nothing = shipped(since=date(trigger.year - 1, 1, 1))
    found = assess(nothing, as_of=trigger)
    waiting: dict[str, set[object]] = {}
    for case in found.cases:
        if case.duty.id == owed.id:
            for each in case.judged:
                if each.deadline is not None and each.deadline.due >= trigger:
                    waiting.setdefault(each.clock.key, set()).add(each.deadline)
    said_next = said(prospects(nothing, owed, trigger).dates, "occasion")
    assert said_next == {
        (key, min(dates, key=lambda each: each.due))  # type: ignore[attr-defined]
        for key, dates in waiting.items()
    }


@given(owed=SHIPPED, trigger=DAYS)
def test_what_follows_publication_is_what_assess_gives_once_it_is_public(
    owed: Duty, trigger: date
) -> None:
    ahead = prospects(shipped(since=trigger), owed, trigger)
    planned = ahead.planned
    following = [each for each in ahead.dates if each.role in ("following", "stale")]
    if planned is None:
        assert not following
        return
    document = entry(
        owed.id, "D1", formed=trigger, published=planned, title="示例", interpretation=True
    )
    hosts = {each.duty.id for each in following if each.role == "stale"}
    looks = tuple(
        Column(
            duty=id, name="栏", exists=True, items=1, updated=planned, checked=planned, place=HERE
        )
        for id in hosts
    )
    later = assess(shipped(document, columns=looks, since=trigger), as_of=max(planned, trigger))
    owed_then = {
        (case.duty.id, *pair)
        for case in later.cases
        if case.duty.subject_of == owed.id
        for pair in judged(case.judged)
    }
    stale_then = {
        (view.duty.id, *pair)
        for view in later.columns
        if view.freshness is not None
        for pair in judged((view.freshness,))
    }
    assert {
        (each.duty.id, each.clock.key, each.deadline) for each in following
    } == owed_then | stale_then


@given(owed=SHIPPED, trigger=DAYS)
def test_dates_come_in_order_and_the_first_leads(owed: Duty, trigger: date) -> None:
    ahead = prospects(shipped(since=trigger), owed, trigger)
    dues = [each.deadline.due for each in ahead.dates]
    assert dues == sorted(dues)
    own = [each.deadline.aim for each in ahead.dates if each.role in ("own", "occasion")]
    assert ahead.planned == min(own, default=None)
    first = first_of(ahead.dates)
    assert (first.deadline.aim if first else None) == ahead.planned


@given(owed=SHIPPED, trigger=DAYS)
def test_every_duty_has_a_date_or_says_why_not(owed: Duty, trigger: date) -> None:
    ahead = prospects(shipped(since=trigger), owed, trigger)
    assert ahead.dates or ahead.undated or ahead.replaced
    assert all(each.why for each in ahead.undated)


def test_the_golden_date_of_the_notice() -> None:
    ahead = prospects(facts(duty(TWENTY)), duty(TWENTY), day("2024-06-27"))
    assert [(each.role, each.deadline.due) for each in ahead.dates] == [("own", day("2024-07-25"))]


def test_a_year_without_notice_gives_an_interval_that_holds_the_day_known_later() -> None:
    one = duty(TWENTY)
    hidden = prospects(facts(one, known_on="2025-10-01"), one, day("2025-12-20")).dates[0].deadline
    known = prospects(facts(one), one, day("2025-12-20")).dates[0].deadline
    assert not hidden.certain
    assert hidden.open
    assert hidden.earliest <= known.due <= hidden.latest
    assert hidden.aim <= hidden.earliest


def test_law_is_that_of_the_day_that_starts_the_clock() -> None:
    one = duty(Within(count=30, unit="workday", trigger="formed"))
    rows = facts(one, statutes=(law(TWENTY, since="2019-05-15"),))
    assert len(prospects(rows, one, day("2019-05-14")).dates) == 1
    assert len(prospects(rows, one, day("2019-05-15")).dates) == 2


def test_the_law_for_what_follows_is_that_of_the_day_of_publication() -> None:
    first = duty(TWENTY)
    second = duty(id="D2", kind="internal", subject_of="D1", name="解读")
    three = Within(count=3, unit="workday", trigger="published")
    rows = facts(first, second, statutes=(law(three, words=("解读",), since="2024-07-25"),))
    on_time = prospects(rows, first, day("2024-06-27"))
    assert [each.duty.id for each in on_time.dates] == ["D1", "D2"]
    assert on_time.dates[1].deadline.trigger == on_time.planned == day("2024-07-25")
    assert [each.duty.id for each in prospects(rows, first, day("2024-06-26")).dates] == ["D1"]


def test_a_replaced_limit_is_shown_and_gives_no_date() -> None:
    one = duty(name="年报")
    rows = facts(
        one, statutes=(law(TWENTY), law(JANUARY, id="ANN", words=("年报",), replaces="REG-26"))
    )
    ahead = prospects(rows, one, day("2024-06-27"))
    assert [(each.role, each.deadline.due) for each in ahead.dates] == [
        ("occasion", day("2025-01-31"))
    ]
    assert [clock.bases[0].text for clock in ahead.replaced] == ["某法第一条"]


@pytest.mark.parametrize(
    ("trigger", "due", "label"),
    [
        ("2024-07-12", "2024-07-12", "2024年第2季度"),
        ("2024-07-13", "2024-10-18", "2024年第3季度"),
        ("2024-01-01", "2024-01-15", "2023年第4季度"),
    ],
)
def test_the_next_quarter_is_the_one_whose_date_has_not_gone_by(
    trigger: str, due: str, label: str
) -> None:
    one = duty(QUARTERLY, kind="internal")
    (found,) = prospects(facts(one), one, day(trigger)).dates
    assert (found.deadline.due, found.occasion) == (day(due), label)


def test_a_limit_without_number_is_named_and_not_dated() -> None:
    one = duty(Prompt(), kind="internal")
    ahead = prospects(facts(one), one, day("2024-06-27"))
    assert not ahead.dates
    assert ahead.planned is None
    assert "没有可以数的天数" in ahead.undated[0].why


def test_a_title_leaves_only_the_limits_that_cover_it() -> None:
    seven = structs.replace(TWENTY, count=7, applies_to="行政处罚")
    one = duty(TWENTY, seven)
    every = prospects(facts(one), one, day("2024-06-27"))
    assert [each.clock.limit.applies_to for each in every.dates] == ["行政处罚", None]
    covered = prospects(facts(one), one, day("2024-06-27"), title="行政处罚决定")
    assert len(covered.dates) == 2
    other = prospects(facts(one), one, day("2024-06-27"), title="工作方案")
    assert [each.clock.limit.applies_to for each in other.dates] == [None]


def test_only_limits_of_the_basis_asked_for_count() -> None:
    one = duty(Within(count=21, unit="workday", trigger="formed"), Prompt())
    rows = facts(one, statutes=(law(TWENTY),))
    dues = {
        basis: [
            (each.deadline.due - day("2024-06-27")).days
            for each in prospects(rows, one, day("2024-06-27"), basis=basis).dates
        ]
        for basis in ("从严", "目录", "法律")
    }
    assert dues == {"从严": [28, 29], "目录": [29], "法律": [28]}
    assert not prospects(rows, one, day("2024-06-27"), basis="法律").undated


def test_a_duty_in_the_column_of_another_keeps_that_one_fresh() -> None:
    fresh = Within(count=14, unit="day")
    host = duty(TWENTY, id="D1", freshness=fresh)
    guest = structs.replace(duty(TWENTY, id="D2"), appears_in="D1")
    ahead = prospects(facts(host, guest), guest, day("2024-06-27"))
    stale = ahead.dates[-1]
    assert (stale.role, stale.duty.id) == ("stale", "D1")
    assert stale.deadline.due == day("2024-07-25") + timedelta(days=14)
