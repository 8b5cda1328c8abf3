"""What is said of days and counts before the notice is out: New Year 2026 to the summer of 2027."""

import pytest

from tests.making import calendar, day


@pytest.mark.parametrize(
    ("text", "works", "kind", "holiday", "sure"),
    [
        ("2027-01-01", False, "法定放假", "元旦", True),
        ("2027-02-05", False, "法定放假", "春节", True),
        ("2027-02-10", False, "推定放假", "春节", False),
        ("2027-02-04", True, "周一至周五", None, False),
        ("2027-02-13", False, "周末", None, False),
        ("2027-02-14", True, "推定上班", "春节", False),
        ("2027-07-01", True, "周一至周五", None, True),
        ("2027-07-03", False, "周末", None, True),
        ("2026-10-10", True, "调休上班", "国庆节", True),
        ("2026-07-01", True, "周一至周五", None, True),
    ],
)
def test_a_day_is_what_it_will_most_likely_be(
    text: str, works: bool, kind: str, holiday: str | None, sure: bool
) -> None:
    found = calendar().expectation(day(text))
    assert found.day == day(text)
    assert (found.works, found.kind, found.holiday, found.sure) == (works, kind, holiday, sure)
    assert (found.source is None) == (kind in ("周一至周五", "周末"))


def test_a_count_into_a_year_without_notice_is_an_interval_with_its_reason() -> None:
    found = calendar().count_span(day("2026-12-01"), day("2027-02-28"))
    assert not found.certain
    assert any("2027年" in reason for reason in found.open)
    assert found.fewest <= found.workdays <= found.most
    known = calendar().count_span(day("2026-06-01"), day("2026-11-30"))
    assert (known.certain, known.open) == (True, ())
    assert known.fewest == known.workdays == known.most
    nothing = calendar().count_span(day("2026-06-01"), day("2026-06-01"))
    assert (nothing.fewest, nothing.workdays, nothing.most) == (0, 0, 0)


def test_an_ordinary_day_says_which_day_it_is() -> None:
    assert calendar().reason(day("2026-07-01")).day == day("2026-07-01")
