"""Days as they are written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.notation.days import Unread, read_day

FORMS = (
    "{y:04}-{m:02}-{d:02}",
    "{y:04}/{m}/{d}",
    "{y:04}.{m}.{d}",
    "{y:04}年{m}月{d}日",
    "{y:04}年{m:02}月{d:02}号",
)
WIDE = str.maketrans("0123456789-/.", "０１２３４５６７８９－／．")


@given(st.dates(date(1000, 1, 1)), st.sampled_from(FORMS), st.booleans(), st.booleans())
def test_every_form_in_both_widths(day: date, form: str, wide: bool, spaced: bool) -> None:
    text = form.format(y=day.year, m=day.month, d=day.day)
    text = text.translate(WIDE) if wide else text
    assert read_day(f" {' '.join(text) if spaced else text} ") == day


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("24-6-27", "年份只有两位"),
        ("24年6月27日", "年份只有两位"),
        ("2024-02-30", "没有这一天"),
        ("2023年2月29日", "没有这一天"),
        ("2024-06-27 10:30", "不是日期"),
        ("2024-6/27", "不是日期"),
        ("6月27日", "没有写年份"),
        ("6/27", "没有写年份"),
        ("2024年6月", "只写到月"),
        ("2024-06", "只写到月"),
        ("20240627", "不是日期"),
        ("45470", "不是日期"),
        ("", "不是日期"),
        ("昨天", "不是日期"),
    ],
)
def test_what_is_no_day_is_refused(text: str, found: str) -> None:
    answer = read_day(text)
    assert isinstance(answer, Unread)
    assert answer.found.startswith(found)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("2024-06-31", "2024年6月的1日至30日"),
        ("2023年2月29日", "2023年2月的1日至28日"),
        ("2024-13-01", "1月至12月中的一天"),
        ("2024-00-01", "1月至12月中的一天"),
        ("99999-01-01", "2024-06-27、2024/6/27、2024.6.27 或 2024年6月27日"),
        ("6月27日", "四位年份在前，如 2024-06-27"),
    ],
)
def test_what_would_be_right_is_said(text: str, accepted: str) -> None:
    answer = read_day(text)
    assert isinstance(answer, Unread)
    assert answer.accepted == accepted


def test_midnight_of_a_spreadsheet_is_the_day() -> None:
    assert read_day("2024-06-27 00:00:00") == date(2024, 6, 27)


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text: str) -> None:
    assert isinstance(read_day(text), date | Unread)
