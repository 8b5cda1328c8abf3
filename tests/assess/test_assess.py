"""From evidence to a state: every row of the table, on both sides of each border."""

from datetime import timedelta

import pytest

from gongkai_cli.assess import assess
from gongkai_cli.model.finding import Finding, State
from gongkai_cli.model.limit import ByDate, Periodic, Within
from tests.making import (
    JANUARY,
    QUARTERLY,
    TWENTY,
    column,
    day,
    duty,
    facts,
    law,
    record,
    statement,
)

ONE = timedelta(days=1)
FRESH = Within(count=6, unit="month", trigger="changed")
GOOD = column(checked="2024-07-20")


def state_of(as_of: str, **rows: object) -> State:
    """The state of the one duty."""
    one = rows.pop("one", duty(TWENTY))
    return assess(facts(one, **rows), as_of=day(as_of)).duties[0].state  # type: ignore[arg-type]


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes, sorted."""
    return sorted(finding.code for finding in findings)


@pytest.mark.parametrize(
    ("as_of", "published", "state"),
    [
        ("2024-07-17", None, State.COMPLIANT),
        ("2024-07-18", None, State.DUE_SOON),
        ("2024-07-24", None, State.DUE_SOON),
        ("2024-07-25", None, State.DUE_TODAY),
        ("2024-07-26", None, State.LATE),
        ("2024-08-22", None, State.LATE),
        ("2024-08-23", None, State.VERY_LATE),
        ("2024-08-30", "2024-07-25", State.COMPLIANT),
        ("2024-08-30", "2024-07-26", State.LATE),
        ("2024-07-25", "2024-07-26", State.DUE_TODAY),
    ],
)
def test_a_record_of_20_working_days(as_of: str, published: str | None, state: State) -> None:
    rows = (record("2024-06-27", published),)
    assert state_of(as_of, records=rows, columns=(column(checked=as_of),)) is state


@pytest.mark.parametrize(
    ("seen", "said", "state"),
    [
        (column(exists=False, items=None, checked="2024-07-20"), (), State.MISSING),
        (column(items=0, updated=None, checked="2024-07-20"), (), State.BLANK),
        (
            column(items=0, updated=None, checked="2024-07-20"),
            (statement("2024-01-01", "2024-12-31"),),
            State.EXPLAINED,
        ),
        (
            column(items=0, updated=None, checked="2024-07-20"),
            (statement("2024-01-01", "2024-06-30"),),
            State.BLANK,
        ),
        (column(updated="2024-01-25", checked="2024-07-20"), (), State.COMPLIANT),
        (column(updated="2024-01-24", checked="2024-07-20"), (), State.STALE),
        (column(updated=None, checked="2024-07-20"), (), State.UNCHECKED),
        (column(exists=None, checked="2024-07-20"), (), State.UNCHECKED),
        (column(items=None, checked="2024-07-20"), (), State.UNCHECKED),
        (column(checked="2024-04-26"), (), State.COMPLIANT),
        (column(checked="2024-04-25"), (), State.UNCHECKED),
        (column(checked="2024-07-26"), (), State.UNCHECKED),
    ],
)
def test_a_column(seen: object, said: tuple[object, ...], state: State) -> None:
    one = duty(TWENTY, freshness=FRESH)
    assert state_of("2024-07-25", one=one, columns=(seen,), statements=said) is state


def test_no_look_at_all_is_not_compliance() -> None:
    assert state_of("2024-07-25") is State.UNCHECKED
    assert state_of("2024-07-25", one=duty(TWENTY, kind="internal")) is State.UNCHECKED


def test_a_missing_column_is_not_also_blank_stale_or_undated() -> None:
    bad = column(exists=False, items=0, updated="2020-01-01", checked="2024-07-20")
    found = assess(
        facts(duty(TWENTY, freshness=FRESH), columns=(bad,)), as_of=day("2024-07-25")
    ).findings
    assert codes(found) == ["GK301"]


def test_the_latest_look_at_a_column_counts() -> None:
    looks = (
        column(items=0, updated=None, checked="2024-07-01"),
        column(items=2, checked="2024-07-20"),
    )
    assert state_of("2024-07-19", columns=looks) is State.BLANK
    assert state_of("2024-07-20", columns=looks) is State.COMPLIANT


def test_a_past_day_is_judged_as_it_stood() -> None:
    rows = (record("2024-06-27", "2024-07-10"), record("2024-07-20", number="R2"))
    assert state_of("2024-07-05", records=rows, columns=(GOOD,)) is State.UNCHECKED
    result = assess(facts(duty(TWENTY), records=rows), as_of=day("2024-07-05"))
    assert [case.record and case.record.number for case in result.cases] == ["R1"]
    assert result.cases[0].done is None
    assert result.later_records == 1


def test_a_change_after_publication_is_owed_again() -> None:
    rows = (record("2024-01-10", "2024-01-20", changed="2024-06-27"),)
    assert state_of("2024-07-25", records=rows, columns=(GOOD,)) is State.DUE_TODAY


@pytest.mark.parametrize("openness", ["依申请公开", "不予公开"])
def test_what_need_not_be_public_is_not_owed(openness: str) -> None:
    rows = (record("2024-01-10", openness=openness),)
    assert state_of("2024-07-25", records=rows, columns=(GOOD,)) is State.COMPLIANT


def test_each_clock_is_judged_alone_and_names_its_rule() -> None:
    lax = Within(count=21, unit="workday", trigger="formed-or-changed")
    given = facts(duty(lax), records=(record(),), statutes=(law(TWENTY),))
    on_26 = assess(given, as_of=day("2024-07-26")).findings
    assert [(f.code, f.clock and f.clock.authority.value) for f in on_26 if f.clock] == [
        ("GK201", "law"),
        ("GK204", "own"),
    ]
    on_29 = assess(given, as_of=day("2024-07-29")).findings
    words = [f.message.split("：")[0] for f in on_29 if f.code == "GK201"]
    assert sorted(words) == ["超本单位时限", "违法超期"]
    assert len({f.id for f in on_29}) == len(on_29)


def test_limits_that_ask_the_same_are_one_clock_of_the_highest_rank() -> None:
    given = facts(duty(TWENTY), records=(record(),), statutes=(law(TWENTY),))
    late = [f for f in assess(given, as_of=day("2024-07-26")).findings if f.code == "GK201"]
    assert [f.clock and f.clock.basis for f in late] == ["某法第一条；目录第1行"]
    assert late[0].message.startswith("违法超期")
    assert (late[0].days_late, late[0].calendar_days_late) == (1, 1)


@pytest.mark.parametrize(("basis", "count"), [("从严", 2), ("目录", 1), ("法律", 1)])
def test_basis_picks_the_clocks(basis: str, count: int) -> None:
    lax = Within(count=21, unit="workday", trigger="formed-or-changed")
    given = facts(duty(lax), records=(record(),), statutes=(law(TWENTY),))
    result = assess(given, as_of=day("2024-07-26"), basis=basis)  # type: ignore[arg-type]
    assert [len(case.judged) for case in result.cases] == [count]


def test_a_law_that_replaces_another_leaves_it_shown_and_not_judged() -> None:
    budget = law(
        Within(count=20, unit="day", trigger="approved"),
        id="BUD",
        words=("预算",),
        replaces="REG-26",
    )
    given = facts(
        duty(TWENTY, category="财政", name="预算"),
        records=(record("2024-06-27"),),
        statutes=(law(TWENTY), budget),
    )
    (case,) = assess(given, as_of=day("2024-07-18")).cases
    assert [each.clock.replaced_by for each in case.clocks] == [None, "某法第一条", None]
    assert [each.clock.authority.value for each in case.judged] == ["own", "law"]


def test_a_law_counts_from_its_day_of_effect() -> None:
    given = facts(duty(), records=(record(),), statutes=(law(TWENTY, since="2024-06-28"),))
    (case,) = assess(given, as_of=day("2024-07-26")).cases
    assert case.clocks == ()


def test_a_limit_for_some_titles_runs_on_those_alone() -> None:
    seven = law(
        Within(count=7, unit="workday", trigger="decided"), id="ENF-7", titles=("行政处罚",)
    )
    rows = (record(title="行政处罚决定示例"), record(number="R2", title="服务指南示例"))
    given = facts(duty(TWENTY), records=rows, statutes=(seven,))
    cases = assess(given, as_of=day("2024-07-01")).cases
    assert [
        [each.deadline and str(each.deadline.due) for each in case.judged] for case in cases
    ] == [
        ["2024-07-25", "2024-07-08"],
        ["2024-07-25"],
    ]


def test_a_yearly_duty_inside_and_outside_of_the_ledger() -> None:
    given = facts(duty(JANUARY), covers_from="2024-06-27")
    assert codes(assess(given, as_of=day("2025-01-31")).findings) == ["GK204", "GK305"]
    assert codes(assess(given, as_of=day("2025-02-05")).findings) == ["GK205", "GK305"]
    earlier = facts(duty(JANUARY), covers_from="2025-02-01")
    result = assess(earlier, as_of=day("2025-02-05"))
    assert codes(result.findings) == ["GK305"]
    assert result.outside == ("D1 类别/事项：2025年（1月31日前）",)
    unknown = facts(duty(JANUARY), covers_from=None)
    assert codes(assess(unknown, as_of=day("2025-02-05")).findings) == ["GK305"]


@pytest.mark.parametrize(
    ("formed", "published", "late"),
    [
        ("2025-01-15", "2025-01-31", []),
        ("2024-12-20", "2024-12-25", []),
        ("2025-01-15", "2025-02-05", ["GK205"]),
        ("2025-02-03", "2025-02-05", ["GK205"]),
    ],
)
def test_a_yearly_record_meets_the_nearest_date(
    formed: str, published: str, late: list[str]
) -> None:
    given = facts(duty(JANUARY), records=(record(formed, published),), covers_from="2024-06-27")
    found = assess(given, as_of=day("2025-03-01")).findings
    assert [code for code in codes(found) if code != "GK305"] == late


def test_a_period_that_was_not_met_and_one_that_is_explained() -> None:
    one = duty(QUARTERLY, kind="internal")
    rows = (record("2024-07-05", "2024-07-05"),)
    given = facts(one, records=rows, covers_from="2024-06-27")
    assert codes(assess(given, as_of=day("2024-10-22")).findings) == ["GK206"]
    explained = facts(
        one,
        records=rows,
        covers_from="2024-06-27",
        statements=(statement("2024-07-01", "2024-09-30"),),
    )
    assert codes(assess(explained, as_of=day("2024-10-22")).findings) == []


def test_a_date_without_its_year_is_not_passed_over() -> None:
    one = duty(ByDate(by="06-30"), kind="internal")
    result = assess(facts(one), as_of=day("2024-07-25"))
    assert codes(result.findings) == ["GK208"]
    assert "哪一年" in result.findings[0].message
    assert result.duties[0].state is State.UNCHECKED


@pytest.mark.parametrize(
    ("every", "updated", "state"),
    [
        ("week", "2024-07-18", State.COMPLIANT),
        ("week", "2024-07-17", State.STALE),
        ("day", "2024-07-24", State.COMPLIANT),
        ("day", "2024-07-23", State.STALE),
    ],
)
def test_a_column_to_be_updated_every_day_or_week_is_held_to_it(
    every: str, updated: str, state: State
) -> None:
    one = duty(Periodic(every=every))  # type: ignore[arg-type]
    seen = column(updated=updated, checked="2024-07-25")
    assert state_of("2024-07-25", one=one, columns=(seen,)) is state


def test_an_interpretation_follows_a_document() -> None:
    three = Within(count=3, unit="workday", trigger="published")
    documents = duty(TWENTY, id="D1")
    follows = duty(three, id="D2", kind="internal", subject_of="D1")
    paper = record("2024-07-01", "2024-07-08", interpretation=True)
    for done, on, expected in (
        (None, "2024-07-11", ["GK204"]),
        (None, "2024-07-12", ["GK701"]),
        ("2024-07-11", "2024-07-30", []),
        ("2024-07-15", "2024-07-30", ["GK701"]),
    ):
        rows = [paper]
        if done:
            rows.append(record(done, done, number="R2", duty="D2", interprets="R1"))
        found = assess(facts(documents, follows, records=tuple(rows)), as_of=day(on)).findings
        assert [code for code in codes(found) if code != "GK305"] == expected


def test_an_interpretation_is_owed_by_law_from_its_own_day() -> None:
    """The 3 days run from the document, the 20 of the law from the interpretation itself."""
    three = Within(count=3, unit="workday", trigger="published")
    follows = duty(three, id="D2", subject_of="D1")
    rows = (
        record("2024-07-01", "2024-07-08", interpretation=True),
        record("2024-08-01", "2024-08-20", number="R2", duty="D2", interprets="R1"),
    )
    given = facts(duty(TWENTY, id="D1"), follows, records=rows, statutes=(law(TWENTY),))
    result = assess(given, as_of=day("2024-09-02"))
    assert [f.clock and f.clock.authority.value for f in result.findings if f.code == "GK701"] == [
        "own"
    ]
    case = result.cases[-1]
    assert [each.deadline and each.deadline.due for each in case.judged] == [
        day("2024-07-11"),
        day("2024-08-29"),
    ]


def test_whether_a_document_needs_an_interpretation_is_for_a_person_to_say() -> None:
    three = Within(count=3, unit="workday", trigger="published")
    duties = (duty(TWENTY, id="D1"), duty(three, id="D2", kind="internal", subject_of="D1"))
    unsaid = assess(
        facts(*duties, records=(record("2024-07-01", "2024-07-08"),)), as_of=day("2024-07-30")
    )
    assert unsaid.duties[1].state is State.BY_HAND
    refused = facts(*duties, records=(record("2024-07-01", "2024-07-08", interpretation=False),))
    assert assess(refused, as_of=day("2024-07-30")).duties[1].state is State.UNCHECKED


def test_a_row_that_could_not_be_read_is_not_compliant() -> None:
    rows = (record("2024-06-27", "2024-07-01", unreadable=True),)
    assert state_of("2024-07-25", records=rows, columns=(GOOD,)) is State.UNCHECKED
    undated = (record(None, "2024-07-01"),)
    assert state_of("2024-07-25", records=undated, columns=(GOOD,)) is State.UNCHECKED


def test_a_natural_period_that_ends_on_a_rest_day_is_open_until_decided() -> None:
    from gongkai_cli.model.settings import Settings

    one = duty(Within(count=20, unit="day", trigger="approved"))
    rows = (record("2025-02-10"),)
    given = facts(one, records=rows)
    assert state_of("2025-03-02", one=one, records=rows) is State.DUE_TODAY
    assert state_of("2025-03-03", one=one, records=rows) is State.UNDECIDED
    assert state_of("2025-03-04", one=one, records=rows) is State.LATE
    (case,) = assess(given, as_of=day("2025-02-20")).cases
    found = case.judged[0].deadline
    assert found is not None
    dates = (found.due, found.aim, found.earliest, found.latest)
    assert dates == (day("2025-03-03"), day("2025-02-28"), day("2025-03-02"), day("2025-03-03"))
    for chosen, on_the_day, after in (
        ("顺延", State.DUE_TODAY, State.LATE),
        ("不动", State.LATE, State.LATE),
    ):
        decided = Settings(rest_day_end=chosen, chosen=frozenset(("末日遇休息日",)))  # type: ignore[arg-type]
        for as_of, state in (("2025-03-03", on_the_day), ("2025-03-04", after)):
            assert state_of(as_of, one=one, records=rows, settings=decided) is state


def test_coverage_counts_what_is_answered() -> None:
    given = facts(duty(TWENTY, freshness=FRESH), records=(record(),), columns=(GOOD,))
    early = assess(given, as_of=day("2024-07-25"))
    assert (early.answered, len(early.questions)) == (2, 2)
    late = assess(given, as_of=day("2024-07-26"))
    assert (late.answered, len(late.questions)) == (3, 3)
    blind = assess(facts(duty(TWENTY, freshness=FRESH)), as_of=day("2024-07-25"))
    assert (blind.answered, len(blind.questions), blind.share) == (0, 2, 0.0)
    assert all(question.why for question in blind.questions)


def test_a_year_without_a_notice_is_an_interval_that_says_so() -> None:
    """The days around New Year are open, so a breach is asserted only after the latest of them."""
    hidden = facts(duty(TWENTY), records=(record("2025-12-03"),), known_on="2025-09-30")
    known = facts(duty(TWENTY), records=(record("2025-12-03"),))
    (case,) = assess(known, as_of=day("2025-12-20")).cases
    assert case.judged[0].deadline is not None
    true = case.judged[0].deadline.due
    (case,) = assess(hidden, as_of=day("2025-12-20")).cases
    found = case.judged[0].deadline
    assert found is not None
    assert not found.certain
    assert found.earliest <= true <= found.latest
    assert found.aim <= found.earliest
    assert any("2026年" in reason for reason in found.open)
    soon = [f.message for f in assess(hidden, as_of=found.earliest - ONE).findings]
    assert any(f"{found.due}（暂算）到期" in message for message in soon)
    between = found.earliest + (found.latest - found.earliest) / 2
    if found.earliest < between:
        states = {assess(hidden, as_of=between).duties[0].state}
        assert states == {State.UNDECIDED}


def test_a_year_of_which_nothing_is_known_is_not_guessed() -> None:
    given = facts(duty(TWENTY), records=(record("2045-12-20"),))
    result = assess(given, as_of=day("2045-12-25"))
    (case,) = result.cases
    assert case.judged[0].deadline is None
    assert "2045" in (case.judged[0].obstacle or "")
    assert result.duties[0].state is State.UNCHECKED


def test_settings_given_take_the_place_of_those_of_the_workspace() -> None:
    from gongkai_cli.model.settings import Settings

    given = facts(duty(TWENTY), records=(record(),), settings=Settings(soon_days=1))
    on = day("2024-07-19")
    assert "GK203" not in codes(assess(given, as_of=on).findings)
    result = assess(given, as_of=on, settings=Settings(soon_days=4))
    assert "GK203" in codes(result.findings)
    assert result.settings.soon_days == 4
