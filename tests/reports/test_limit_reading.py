"""How a reading and a refusal are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.limits.wording import Refusal, understand
from gongkai_cli.model.limit import Reading
from gongkai_cli.reports.columns import width_of
from gongkai_cli.reports.limit_reading import render, render_refusal

from ..limits.wordings import READ, REFUSED


@pytest.mark.parametrize("width", [60, 80, 140])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    for case in READ:
        reading = understand(case["phrase"])
        assert isinstance(reading, Reading)
        assert all(width_of(line) <= width for line in render(reading, width).splitlines())


@pytest.mark.parametrize(
    ("wording", "shown"),
    [
        ("每年2月底前公开", ["日期    每年2月最后一日"]),
        ("每年2月公开", ["日期    每年2月最后一日", "时段    2月1日至2月最后一日"]),
        ("每年2月28日前公开", ["日期    每年2月28日"]),
    ],
)
def test_the_end_of_february_is_no_29th(wording: str, shown: list[str]) -> None:
    reading = understand(wording)
    assert isinstance(reading, Reading)
    lines = [line.strip() for line in render(reading, 80).splitlines()]
    assert set(shown) <= set(lines)


@given(
    wording=st.text(min_size=1, alphabet="公开20个工作日内 \n\tａ①（，\x1b\u200b𠮷"),
    data=st.data(),
    width=st.integers(60, 140),
)
def test_the_mark_stands_below_the_letter(wording: str, data: st.DataObject, width: int) -> None:
    at = data.draw(st.integers(0, len(wording) - 1))
    why, shown, mark = render_refusal(Refusal(wording, at, "读不懂"), width).split("\n")
    assert why == f"读不懂（第{at + 1}个字）"
    assert width_of(shown) <= width
    letter = wording[at]
    if letter.isprintable() and not letter.isspace():
        column = len(mark) - len(mark.lstrip())
        before = ""
        while width_of(before) < column:
            before += shown[len(before)]
        assert shown[len(before) :].startswith(letter)


def test_every_refused_vector_is_shown() -> None:
    for case in REFUSED:
        refusal = understand(case["phrase"])
        assert isinstance(refusal, Refusal)
        assert render_refusal(refusal, 80)
