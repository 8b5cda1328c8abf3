"""A limit that is written in words is read back as the same limit."""

from calendar import monthrange
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits import limit_words, read_wording
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Every,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
    Trigger,
    Unclear,
    Unit,
    Within,
)

from .wordings import READ

SCOPES = st.one_of(
    st.none(),
    st.sampled_from(["行政处罚决定", "行政许可、行政处罚", "其他信息", "除处罚决定外", "特殊情况"]),
)
EVENTS = st.sampled_from(
    ["会议结束", "公示期满", "慈善信托设立", "项目竣工", "会议召开", "检查结束"]
)
COUNTS = st.integers(1, 400)
UNITS = st.sampled_from(get_args(Unit))
NAMED = [trigger for trigger in get_args(Trigger) if trigger != "event"]
DAYS = st.integers(1, 12).flatmap(
    lambda month: st.integers(1, monthrange(2023, month)[1]).map(lambda day: (month, day))
)


def starts() -> st.SearchStrategy[dict[str, Any]]:
    """A trigger with a name, or an event in its own words."""
    return st.one_of(
        st.sampled_from(NAMED).map(lambda trigger: {"trigger": trigger}),
        EVENTS.map(lambda event: {"trigger": "event", "event": event}),
        st.just({"trigger": "event"}),
    )


@st.composite
def within(draw: st.DrawFn) -> Within:
    count = draw(COUNTS)
    start = draw(st.one_of(st.just({}), starts()))
    low = draw(st.one_of(st.none(), st.integers(1, count - 1))) if count > 1 else None
    return Within(
        count=count,
        unit=draw(UNITS),
        range=str(low) if low else None,
        applies_to=draw(SCOPES),
        **start,
    )


@st.composite
def ahead(draw: st.DrawFn) -> Within:
    return Within(
        count=draw(COUNTS),
        unit=draw(UNITS),
        direction="before",
        trigger="event",
        event=draw(st.one_of(st.none(), st.sampled_from(["会议召开", "停水", "考试"]))),
        applies_to=draw(SCOPES),
    )


@st.composite
def by_date(draw: st.DrawFn) -> ByDate:
    month, day = draw(DAYS)
    first = draw(st.one_of(st.none(), DAYS.filter(lambda other: other < (month, day))))
    by = f"{month:02}-{day:02}"
    return ByDate(
        by=by,
        every=draw(st.sampled_from(["year", None])),
        window=f"{first[0]:02}-{first[1]:02}..{by}" if first else None,
        applies_to=draw(SCOPES),
    )


PLACES: tuple[tuple[Every, tuple[str, ...]], ...] = (
    ("day", ()),
    ("week", ("this-week Wednesday", "next-week Friday", "week end")),
    ("month", ("this-month day 10", "this-month days 1-10", "month end", "week 1")),
    ("month", ("next-month day 5", "within 10 workdays after month end")),
    ("quarter", ("first-month day 20", "second-month day 5", "last-month day 25")),
    ("quarter", ("next-month day 10", "first-month end", "quarter end")),
    ("quarter", ("within 15 days after quarter end",)),
    ("half-year", ("half-year end", "within 1 month after half-year end")),
    ("year", ("within 3 months after year end", "year start")),
)


@st.composite
def periodic(draw: st.DrawFn) -> Periodic:
    every, places = draw(st.sampled_from(PLACES))
    return Periodic(every=every, at=draw(st.sampled_from([None, *places])), applies_to=draw(SCOPES))


def without_number() -> st.SearchStrategy[Limit]:
    start = st.one_of(st.just({}), starts())
    return st.one_of(
        st.builds(lambda start, scope: Prompt(applies_to=scope, **start), start, SCOPES),
        st.builds(lambda start, scope: Dynamic(applies_to=scope, **start), start, SCOPES),
        st.builds(lambda start, scope: Realtime(applies_to=scope, **start), start, SCOPES),
        st.builds(Standing, applies_to=SCOPES),
        st.just(Unclear()),
        st.sampled_from([None, "法律法规另有规定的", "另有规定的"]).map(
            lambda scope: ByOtherRule(applies_to=scope)
        ),
        st.builds(
            PostedFor,
            count=COUNTS,
            unit=UNITS,
            min=st.sampled_from([None, True]),
            applies_to=SCOPES,
        ),
    )


@given(st.one_of(within(), ahead(), by_date(), periodic(), without_number()))
def test_words_are_read_back(limit: Limit) -> None:
    words = limit_words(limit)
    assert read_wording(words).limits == (limit,), words


def test_the_words_of_every_vector_are_read_back() -> None:
    for case in READ:
        for limit in read_wording(case["phrase"]).limits:
            words = limit_words(limit)
            assert read_wording(words).limits == (limit,), (case["phrase"], words)


@pytest.mark.parametrize(
    ("limit", "words"),
    [
        (ByOtherRule(), "按规定公开"),
        (ByOtherRule(applies_to="其他事项"), "其他事项：按规定公开"),
        (ByOtherRule(applies_to="法律法规另有规定的"), "法律法规另有规定的从其规定"),
        (ByDate(by="02-29", every="year"), "每年2月底前"),
        (ByDate(by="02-29", every="year", window="01-01..02-29"), "每年1月至2月"),
        (ByDate(by="02-29", every="year", window="02-01..02-29"), "每年2月"),
        (ByDate(by="02-29", window="02-21..02-29"), "年内2月下旬"),
        (ByDate(by="03-10", every="year", window="03-01..03-10"), "每年3月1日至3月10日"),
    ],
)
def test_words_that_are_settled(limit: Limit, words: str) -> None:
    assert limit_words(limit) == words
    assert read_wording(words).limits == (limit,)
