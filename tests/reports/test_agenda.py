from datetime import date

from msgspec import structs

from gongkai_cli.model.case import Case, Running
from gongkai_cli.model.finding import State
from gongkai_cli.reports.agenda import agenda, title_of

from .samples import (
    AS_OF,
    CASES,
    COLUMNS,
    DUTIES,
    LAW,
    OWN,
    SOON,
    assessment_of,
    deadline_of,
    record_of,
)


def case_due(*days: date, left: int | None = None) -> Case:
    return Case(
        duty=DUTIES[0],
        record=record_of("1", "A01", "文件", date(2024, 7, 1)),
        clocks=tuple(
            Running(
                clock=structs.replace(OWN, key=str(day)),
                deadline=deadline_of(date(2024, 7, 1), day),
                workdays_left=left,
                days_late=max(0, (AS_OF - day).days),
            )
            for day in days
        ),
    )


def test_the_earliest_date_comes_first_and_late_ones_are_always_there() -> None:
    found = agenda(assessment_of(), 0)
    assert [(each.duty.id, each.state) for each in found.entries] == [
        ("A03", State.VERY_LATE),
        ("A02", State.LATE),
        ("A04", State.DUE_TODAY),
    ]
    assert found.later == 2


def test_the_window_counts_working_days() -> None:
    assert [each.duty.id for each in agenda(assessment_of(), 3).entries][-1] == "A01"
    assert agenda(assessment_of(), 2).later == agenda(assessment_of(), 3).later + 1


def test_what_is_done_or_exempt_or_outside_the_ledger_or_replaced_is_not_open() -> None:
    cases = [
        structs.replace(case_due(date(2024, 7, 1)), done=date(2024, 7, 2)),
        structs.replace(case_due(date(2024, 7, 1)), exempt="公开属性为“不予公开”"),
        structs.replace(case_due(date(2024, 7, 1)), uncovered=True),
        Case(
            duty=DUTIES[0],
            clocks=(
                Running(
                    clock=structs.replace(LAW, replaced_by="某法"),
                    deadline=deadline_of(date(2024, 6, 1), date(2024, 7, 1)),
                ),
            ),
        ),
    ]
    found = agenda(assessment_of(cases=tuple(cases), columns=()), 100)
    assert found.entries == ()
    assert found.obstacles == ()


def test_of_several_clocks_the_earliest_leads_and_the_others_follow() -> None:
    case = case_due(date(2024, 7, 31), date(2024, 7, 29), date(2024, 8, 1), left=3)
    (entry,) = agenda(assessment_of(cases=(case,), columns=()), 100).entries
    assert entry.deadline.due == date(2024, 7, 29)
    assert [each.deadline and each.deadline.due for each in entry.others] == [
        date(2024, 7, 31),
        date(2024, 8, 1),
    ]


def test_the_states_follow_the_interval() -> None:
    case = CASES[2]
    states = {
        day: agenda(assessment_of(cases=(case,), columns=(), as_of=day), 100).entries[0].state
        for day in (
            date(2024, 7, 25),
            date(2024, 7, 26),
            date(2024, 7, 27),
            date(2024, 7, 29),
            date(2024, 7, 30),
        )
    }
    assert list(states.values()) == [
        State.DUE_SOON,
        State.DUE_TODAY,
        State.UNDECIDED,
        State.UNDECIDED,
        State.LATE,
    ]


def test_days_late_are_given_only_after_the_latest_date() -> None:
    running = structs.replace(CASES[2].clocks[0], workdays_late=1, days_late=3)
    case = structs.replace(CASES[2], clocks=(running,))
    undecided = agenda(assessment_of(cases=(case,), as_of=date(2024, 7, 29)), 0).entries[0]
    late = agenda(assessment_of(cases=(case,), as_of=date(2024, 7, 30)), 0).entries[0]
    assert undecided.days_late == (None, None)
    assert late.days_late == (1, 3)


def test_a_column_shows_when_it_must_be_fresh_again() -> None:
    (entry,) = agenda(
        assessment_of(
            cases=(),
            columns=tuple(
                structs.replace(
                    view,
                    freshness=structs.replace(view.freshness, workdays_left=5),  # type: ignore[type-var]
                )
                for view in COLUMNS
            ),
        ),
        10,
    ).entries
    assert (entry.column, entry.title) == ("工作推进", "栏目“工作推进”下次更新")
    assert entry.units == ("信息科",)


def test_a_case_is_called_by_its_record_and_what_calls_for_it() -> None:
    record = record_of("1", "A01", "年度报告", date(2024, 1, 5))
    assert title_of(Case(duty=DUTIES[0], record=record)) == "年度报告"
    assert title_of(Case(duty=DUTIES[0], occasion="2023年度")) == "2023年度"
    assert (
        title_of(Case(duty=DUTIES[0], record=record, occasion="2023年度")) == "年度报告，2023年度"
    )
    following = Case(duty=DUTIES[0], record=record, occasion="《年度报告》的解读")
    assert title_of(following) == "《年度报告》的解读"


def test_soon_is_what_the_settings_say() -> None:
    case = case_due(SOON.due, left=3)
    settings = structs.replace(assessment_of().settings, soon_days=2)
    (entry,) = agenda(assessment_of(cases=(case,), columns=(), settings=settings), 10).entries
    assert entry.state is None
