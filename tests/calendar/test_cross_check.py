"""Our days held against chinese-calendar's: every day of a year is looked at."""

from datetime import date
from pathlib import Path

import pytest
from chinese_calendar import is_workday

from gongkai_cli.calendar import load_calendar
from gongkai_cli.calendar.cross_check import compared_years, differences

OWN = """
年份: 2024
通知:
  - {文号: 本地1号, 印发: 2024-01-01, 放假: {甲: 12月31日}, 上班: [1月1日]}
"""


def test_the_first_and_the_last_day_of_a_year_are_compared_too(tmp_path: Path) -> None:
    own = tmp_path / "holidays"
    own.mkdir()
    (own / "2024.yaml").write_text(OWN, encoding="utf-8")
    found = [
        (each.ours.day, each.ours.works, each.theirs, each.why)
        for each in differences(load_calendar((own,)), 2024)
    ]
    why = "工作区 holidays/2024.yaml 的安排"
    assert found == [
        (date(2024, 1, 1), True, False, why),
        (date(2024, 12, 31), False, True, why),
    ]


def test_the_years_compared_are_those_that_the_library_answers_for() -> None:
    years = compared_years()
    for year in years:
        is_workday(date(year, 1, 1))
        is_workday(date(year, 12, 31))
    for year in (years[0] - 1, years[-1] + 1):
        with pytest.raises(NotImplementedError):
            is_workday(date(year, 7, 1))
