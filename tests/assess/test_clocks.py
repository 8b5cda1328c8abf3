"""The clocks of a duty."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from gongkai_cli.assess.clocks import clocks_of, law_changes
from gongkai_cli.model.basis import Authority
from gongkai_cli.model.duty import Assumption, Period
from gongkai_cli.model.limit import Dynamic, Within
from tests.making import JANUARY, QUARTERLY, TWENTY, day, duty, law

SEVEN = Within(count=7, unit="workday", trigger="decided")
LAWS = (
    law(TWENTY, since="2019-05-15"),
    law(SEVEN, id="B", since="2020-01-01"),
    law(JANUARY, id="C", since="2021-07-15", words=("年报",)),
)


def test_keys_tell_clocks_apart_and_keep_their_name() -> None:
    one = duty(TWENTY, SEVEN, JANUARY, QUARTERLY)
    assert [clock.key for clock in clocks_of(one, (), day("2024-01-01"))] == [
        "20wd-formed-or-changed",
        "7wd-decided",
        "by-01-31",
        "every-quarter-within-10-workdays-after-quarter-end",
    ]


def test_what_no_number_says_is_no_clock() -> None:
    limits = (Dynamic(),)
    assert clocks_of(duty(*limits), (), day("2024-01-01")) == ()


def test_words_of_a_statute_pick_the_duty() -> None:
    on = day("2024-01-01")
    report = duty(category="信息公开年报", name="年报")
    assert "by-01-31" in {clock.key for clock in clocks_of(report, LAWS, on)}
    assert "by-01-31" not in {clock.key for clock in clocks_of(duty(), LAWS, on)}
    assert clocks_of(duty(kind="internal"), LAWS, on) == ()


def test_an_assumed_rule_next_to_a_firm_one_is_not_assumed() -> None:
    firm, soft = law(TWENTY), law(TWENTY, id="SOFT")
    assumed = duty(TWENTY, assumed="没有写")
    (clock,) = clocks_of(assumed, (firm, soft), day("2024-01-01"))
    assert clock.assumed is None
    assert clock.authority is Authority.LAW
    assert len(clock.bases) == 2


def test_what_rests_on_an_assumed_tag_is_assumed() -> None:
    budget = structs.replace(law(SEVEN, id="B", words=("预算",)), tags=("预决算",))
    row = structs.replace(duty(), tags=("预决算",))
    guessed = structs.replace(row, assumed=(Assumption("标签", "预决算", "按字样"),))
    on = day("2024-01-01")
    assert [clock.assumed for clock in clocks_of(row, (budget,), on)] == [None]
    (clock,) = clocks_of(guessed, (budget,), on)
    assert clock.assumed == "标签“预决算”待确认：按字样"
    (general,) = clocks_of(guessed, (law(TWENTY),), on)
    assert general.assumed is None


@given(st.dates(date(2018, 1, 1), date(2024, 1, 1)), st.dates(date(2018, 1, 1), date(2024, 1, 1)))
def test_between_two_changes_of_law_the_clocks_stay(one: date, other: date) -> None:
    changes = law_changes(LAWS)
    if any(min(one, other) < each <= max(one, other) for each in changes):
        return
    report = duty(TWENTY, category="年报", name="年报")
    assert clocks_of(report, LAWS, one) == clocks_of(report, LAWS, other)


def test_a_law_that_ended_changes_the_clocks_the_day_after() -> None:
    ended = structs.replace(LAWS[0], in_force=Period(day("2008-05-01"), day("2019-05-14")))
    assert law_changes((ended,)) == [day("2008-05-01"), day("2019-05-15")]
    assert len(clocks_of(duty(), (ended,), day("2019-05-14"))) == 1
    assert clocks_of(duty(), (ended,), day("2019-05-15")) == ()
