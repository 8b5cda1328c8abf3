"""The pages of explain hold their layout with any text and at any width."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gongkai_cli.calendar import load_calendar
from gongkai_cli.limits import deadline, occasion_deadline, occasions
from gongkai_cli.model.assessment import Assessment
from gongkai_cli.model.case import Running
from gongkai_cli.model.deadline import Clock, Event
from gongkai_cli.model.limit import ByDate, Within
from gongkai_cli.model.settings import Settings
from gongkai_cli.reports import explain_case, explain_clock, explain_duty, explain_finding

from .hostile import assessments
from .measuring import assert_fits, assert_lined_up
from .samples import DUTIES, LAW, OWN, assessment_of

WIDTHS = pytest.mark.parametrize("width", [60, 80, 140])


def clock_lines(limit: Within, start: date, as_of: date, done: date | None = None) -> list[str]:
    calendar = load_calendar()
    clock = Clock(key="k", limit=limit, wording="某时限", bases=OWN.bases)
    found = deadline(limit, (Event("start", start),), calendar, Settings())
    lines = explain_clock.lines(
        Running(clock=clock, deadline=found, workdays_left=1),
        done=done,
        as_of=as_of,
        statutes=(),
        calendar=calendar,
        width=80,
    )
    return list(lines)


@WIDTHS
@given(assessment=assessments())
def test_no_text_of_a_user_breaks_a_page(assessment: Assessment, width: int) -> None:
    calendar = load_calendar()
    pages = [explain_duty.render(assessment.catalogue.duties[0], (OWN, LAW), assessment, width)]
    for case in assessment.cases:
        pages.append(explain_case.render(case, assessment, (), calendar, width))
    for finding in assessment.findings:
        pages.append(explain_finding.render(finding, assessment, (), calendar, width))
    for page in pages:
        assert_fits(page, width)
        assert_lined_up(page)


@given(
    count=st.integers(1, 60),
    start=st.dates(date(2020, 1, 1), date(2025, 6, 30)),
)
@example(count=25, start=date(2023, 8, 25))
def test_every_day_is_listed_and_the_last_number_is_the_limit(count: int, start: date) -> None:
    lines = clock_lines(Within(count=count, unit="workday"), start, start)
    days = lines[lines.index("-" * 80) + 1 :]
    listed = [date.fromisoformat(line[8:18]) for line in days if line[:18].strip()]
    assert listed == [start + timedelta(n + 1) for n in range(len(listed))]
    numbers = [int(line[:6]) for line in days if line[:6].strip()]
    assert numbers == list(range(1, count + 1))
    assert [line[8:18] for line in days if "到期日" in line] == [str(listed[-1])]


def test_natural_days_number_rest_days_too_and_show_where_the_end_was_moved() -> None:
    lines = clock_lines(Within(count=3, unit="day"), date(2024, 6, 27), date(2024, 6, 28))
    assert lines[-4:] == [
        "1       2024-06-28  周五",
        "2       2024-06-29  周六  周末",
        "3       2024-06-30  周日  周末",
        "        2024-07-01  周一  到期日",
    ]
    assert any(line.startswith("  区间    2024-06-30 至 2024-07-01") for line in lines)


def test_the_middle_of_a_very_long_count_is_left_out() -> None:
    lines = clock_lines(Within(count=200, unit="day"), date(2024, 1, 1), date(2024, 1, 2))
    listed = lines[lines.index("-" * 80) + 1 :]
    assert len(listed) == 16
    assert listed[5].endswith("中间 185 日略")


def test_a_date_of_the_year_is_not_counted() -> None:
    clock = Clock(key="k", limit=ByDate(by="01-31"), wording="每年1月31日前", bases=OWN.bases)
    limit = ByDate(by="01-31", every="year")
    (occasion,) = occasions(limit, date(2024, 1, 1), date(2024, 12, 31))
    found = occasion_deadline(occasion, load_calendar(), Settings())
    lines = explain_clock.lines(
        Running(clock=clock, deadline=found, workdays_left=1),
        done=None,
        as_of=date(2024, 1, 2),
        statutes=(),
        calendar=load_calendar(),
        width=80,
    )
    assert "  计算    到期日由时限写明，不逐日计算" in list(lines)


@pytest.mark.parametrize(
    ("as_of", "done", "verdict"),
    [
        ("2024-07-24", None, "截至 2024-07-24 没有完成，还剩 1 个工作日"),
        ("2024-07-25", None, "截至 2024-07-25 没有完成，今日到期"),
        ("2024-07-26", None, "截至 2024-07-26 没有完成，超期"),
        ("2024-08-30", "2024-07-25", "2024-07-25 完成，按时"),
        ("2024-08-30", "2024-07-26", "2024-07-26 完成，超期"),
    ],
)
def test_the_verdict(as_of: str, done: str | None, verdict: str) -> None:
    lines = clock_lines(
        Within(count=20, unit="workday"),
        date(2024, 6, 27),
        date.fromisoformat(as_of),
        date.fromisoformat(done) if done else None,
    )
    assert any(line.startswith(f"  结论    {verdict}") for line in lines)


def test_a_printed_cell_is_shown_where_it_says_something_else() -> None:
    from msgspec import structs

    duty = structs.replace(
        DUTIES[2],
        printed={"目录名称": "公务员考录", "政务五公开": "决策公开", "公开方式": "政府网站"},
    )
    page = explain_duty.render(duty, (), assessment_of(), 80)
    assert "  印本    政务五公开“决策公开”；公开方式“政府网站”\n" in page
