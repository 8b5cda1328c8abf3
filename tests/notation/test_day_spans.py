"""Spans of days as notices print them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.characters import half_width
from gongkai_cli.notation.day_spans import DaySpan, read_day_span
from gongkai_cli.notation.days import Unread

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1月1日", "2027-01-01", "2027-01-01"),
        ("1月1日至3日", "2027-01-01", "2027-01-03"),
        ("1月1日至1月3日", "2027-01-01", "2027-01-03"),
        ("4月29日至5月1日", "2027-04-29", "2027-05-01"),
        ("2011年12月31日", "2011-12-31", "2011-12-31"),
        ("2018年12月30日至2019年1月1日", "2018-12-30", "2019-01-01"),
        ("2026年12月30日至31日", "2026-12-30", "2026-12-31"),
        ("1月1日到3日", "2027-01-01", "2027-01-03"),
        ("1月1日—3日", "2027-01-01", "2027-01-03"),
        ("1月1日－3日", "2027-01-01", "2027-01-03"),
        ("1月1日～3日", "2027-01-01", "2027-01-03"),
        ("01月01号 至 03号", "2027-01-01", "2027-01-03"),
        ("１月１日至３日", "2027-01-01", "2027-01-03"),
        ("2027-01-04", "2027-01-04", "2027-01-04"),
    ],
)
def test_a_span(text: str, first: str, last: str) -> None:
    expected = DaySpan(date.fromisoformat(first), date.fromisoformat(last))
    assert read_day_span(text, 2027) == expected


@pytest.mark.parametrize(
    "text",
    ["", "元旦", "1月1日至", "至3日", "1日至3日", "1月1日至3月", "1月1日3日", "27年1月1日",
     "1月1日至3日上班", "1月1日、3日", "1月32日", "2月29日", "0月1日", "1月3日至1日",
     "12月30日至1月2日", "11月1日至1月2日", "十月一日", "1月1日至3日至5日"],
)  # fmt: skip
def test_what_is_no_span_is_refused(text: str) -> None:
    found = read_day_span(text, 2027)
    assert isinstance(found, Unread)
    assert f"“{text}”" in found.found


@given(days, st.integers(0, 40), st.booleans())
def test_a_printed_span_is_read_back(first: date, more: int, full_width: bool) -> None:
    last = first + timedelta(days=more)
    text = f"{first.year}年{first.month}月{first.day}日"
    if last.year != first.year:
        text += f"至{last.year}年{last.month}月{last.day}日"
    elif last.month != first.month:
        text += f"至{last.month}月{last.day}日"
    elif last != first:
        text += f"至{last.day}日"
    written = text.translate(_FULL) if full_width else text
    span = read_day_span(written, 1999)
    assert span == DaySpan(first, last)
    assert span.days() == tuple(first + timedelta(days=number) for number in range(more + 1))


@given(st.text("0123456789年月日至-、 １２", max_size=16))
def test_nothing_that_is_read_has_a_number_changed(text: str) -> None:
    """Whatever is read stands in the text, digit for digit."""
    span = read_day_span(text, 2027)
    if isinstance(span, DaySpan):
        written = half_width(text)
        for day in (span.first, span.last):
            assert str(day.day) in written
        assert span.first <= span.last


_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
