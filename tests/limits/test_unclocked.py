"""Which limits start a clock, and what is said of the others."""

import pytest

from gongkai_cli.limits import why_no_clock
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
    Unclear,
    Within,
)


@pytest.mark.parametrize(
    "limit",
    [
        Within(count=20, unit="workday"),
        Periodic(every="quarter"),
        ByDate(by="01-31", every="year"),
    ],
)
def test_what_has_a_number_or_a_date_of_every_year_has_a_clock(limit: Limit) -> None:
    assert why_no_clock(limit) is None


@pytest.mark.parametrize(
    ("limit", "why"),
    [
        (ByDate(by="01-31"), "没有写明哪一年"),
        (Realtime(), "与所写的事同时"),
        (Prompt(), "没有数字"),
        (Dynamic(), "按更新周期核查"),
        (Standing(), "只说公开多久"),
        (ByOtherRule(), "写在别的规定里"),
        (PostedFor(count=5, unit="workday"), "只说公示多久"),
        (Unclear(), "没有写明"),
    ],
)
def test_what_has_none_says_why(limit: Limit, why: str) -> None:
    said = why_no_clock(limit)
    assert said is not None
    assert why in said
