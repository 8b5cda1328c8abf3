"""A drawn month or year, and the proof of a count."""

from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.calendar import WorkCalendar, load_calendar
from gongkai_cli.reports import calendar_view, count_proof
from gongkai_cli.reports.columns import width_of

from ..calendar.until import shipped_until

FEBRUARY = """\
2026年2月
一   二   三   四   五   六   日
                               1
 2    3    4    5    6    7    8
 9   10   11   12   13   14班 15休
16休 17休 18休 19休 20休 21休 22休
23休 24   25   26   27   28班

休 放假  班 调休上班  没有记号的周六、周日是周末
2026年2月共 16 个工作日

国办发明电〔2025〕7号（2025-11-04印发） 国务院办公厅关于2026年部分节假日安排的通知
  春节  2月15日（周日）至2月23日（周一）放假，共9天；2月14日（周六）、2月28日（周六）上班

日历计至：国办发明电〔2025〕7号（2025-11-04印发）"""


@pytest.fixture
def calendar() -> WorkCalendar:
    return shipped_until(2026)


def year_of(calendar: WorkCalendar, year: int, width: int) -> str:
    return calendar_view.draw(calendar, date(year, 1, 1), date(year, 12, 31), width)


def test_a_month(calendar: WorkCalendar) -> None:
    drawn = calendar_view.draw(calendar, date(2026, 2, 1), date(2026, 2, 28), 100)
    assert drawn == FEBRUARY


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_a_year_fits_the_terminal_and_a_gbk_console(calendar: WorkCalendar, width: int) -> None:
    for year in (2004, 2015, 2020, 2026):
        drawn = year_of(calendar, year, width)
        assert max(map(width_of, drawn.splitlines())) <= width
        assert drawn.encode("gbk").decode("gbk") == drawn
        assert [month for month in range(1, 13) if f"{year}年{month}月" not in drawn] == []


@pytest.mark.parametrize(("width", "side_by_side"), [(60, 1), (80, 2), (140, 3), (300, 6)])
def test_months_stand_side_by_side(calendar: WorkCalendar, width: int, side_by_side: int) -> None:
    first = year_of(calendar, 2026, width).splitlines()[0]
    assert first.split() == [f"2026年{month}月" for month in range(1, side_by_side + 1)]


def test_every_mark_stands_behind_its_day(calendar: WorkCalendar) -> None:
    """Columns are cells: the marks are where the weekday's heading is, in every month."""
    for month in (1, 5, 9, 10):
        last = date(2026, month + 1, 1).toordinal() - 1
        drawn = calendar_view.draw(calendar, date(2026, month, 1), date.fromordinal(last), 80)
        weeks = drawn.split("\n\n")[0].splitlines()[2:]
        found = {}
        for line in weeks:
            cells = line.encode("gbk")
            for weekday in range(7):
                text = cells[weekday * 5 : weekday * 5 + 5].decode("gbk").strip()
                if text:
                    found[int(text.rstrip("休班"))] = (weekday, text.lstrip("0123456789"))
        assert len(found) == date.fromordinal(last).day
        for number, (weekday, mark) in found.items():
            day = date(2026, month, number)
            assert day.weekday() == weekday
            kind = calendar.reason(day).kind
            assert mark == {"放假": "休", "调休上班": "班"}.get(kind, "")


def test_a_day_that_a_later_notice_changed_is_marked(calendar: WorkCalendar) -> None:
    drawn = year_of(calendar, 2020, 200)
    assert "1月19日（周日）、2月1日（周六）（后改为放假）上班" in drawn
    assert "国办发明电〔2020〕1号（2020-01-26印发）" in drawn


def test_december_shows_the_notice_of_the_next_year(calendar: WorkCalendar) -> None:
    drawn = calendar_view.draw(calendar, date(2018, 12, 1), date(2018, 12, 31), 80)
    assert "29班 30休" in drawn
    assert "国办发明电〔2018〕15号" in drawn
    assert "2018年12月30日（周日）至1月1日（周二）放假，共3天" in drawn
    assert "国庆节" not in drawn


def test_late_december_without_the_next_notice_is_said(calendar: WorkCalendar) -> None:
    note = "2027年的放假通知还没有印发，它可能改动2026年12月下旬的日子"
    assert note in year_of(calendar, 2026, 100)
    december = calendar_view.draw(calendar, date(2026, 12, 1), date(2026, 12, 31), 80)
    assert note in december
    assert "还没有印发" not in year_of(calendar, 2025, 100)


def test_days_for_programs(calendar: WorkCalendar) -> None:
    rows = list(calendar_view.day_rows(calendar, date(2026, 12, 31), date(2027, 1, 1)))
    assert rows == [
        calendar_view.DayRow(date(2026, 12, 31), True, None, None),
        calendar_view.DayRow(date(2027, 1, 1), False, "元旦", None),
    ]
    (make_up,) = calendar_view.day_rows(calendar, date(2026, 1, 4), date(2026, 1, 4))
    assert make_up == calendar_view.DayRow(date(2026, 1, 4), True, "元旦", "国办发明电〔2025〕7号")


def test_days_without_a_notice_for_programs(calendar: WorkCalendar) -> None:
    rows = list(calendar_view.day_rows(calendar, date(2027, 2, 1), date(2027, 2, 28)))
    open_days = [row.date.day for row in rows if row.works is None]
    assert open_days == [1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 20, 21]
    assert {row.name for row in rows if row.works is None} == {"春节"}
    assert [row.date.day for row in rows if row.works is False] == [5, 6, 7, 8, 27, 28]
    assert {row.notice for row in rows} == {None}
    unknown = list(calendar_view.day_rows(calendar, date(2099, 1, 1), date(2099, 1, 31)))
    assert {(row.works, row.name) for row in unknown} == {(None, None)}


FEBRUARY_2027 = """\
2027年2月
一   二   三   四   五   六   日
 1未  2未  3未  4未  5休  6休  7休
 8休  9未 10未 11未 12未 13未 14未
15   16   17   18   19   20未 21未
22   23   24   25   26   27   28

休 法定放假  未 放假还是上班未定  没有记号的周六、周日是周末
2027年2月推定 15 个工作日（最少 14 个，最多 16 个）
2027年放假通知尚未印发（一般在2026年10月25日至12月8日之间印发），按历年规律推算的区间

推定的安排（只是最可能的一种，以印发的通知为准）
  春节  2月5日（周五）至2月13日（周六）放假，共9天；1月31日（周日）、2月14日（周日）上班

日历计至：国办发明电〔2025〕7号（2025-11-04印发）"""


def test_a_month_without_a_notice(calendar: WorkCalendar) -> None:
    drawn = calendar_view.draw(calendar, date(2027, 2, 1), date(2027, 2, 28), 100)
    assert drawn == FEBRUARY_2027
    plain = calendar_view.draw(calendar, date(2027, 7, 1), date(2027, 7, 31), 100)
    assert "2027年7月推定 22 个工作日\n2027年放假通知尚未印发" in plain
    assert "推定的安排" not in plain


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_year_without_a_notice_fits(calendar: WorkCalendar, width: int) -> None:
    for year in (2027, 2028, 2037):
        drawn = year_of(calendar, year, width)
        assert max(map(width_of, drawn.splitlines())) <= width
        assert drawn.encode("gbk").decode("gbk") == drawn


def test_a_proof_of_a_count_that_is_not_certain(calendar: WorkCalendar) -> None:
    proof = count_proof.render(calendar, date(2026, 12, 24), date(2027, 2, 15), 100)
    assert (
        proof
        == """\
2026-12-24（周四）不计入，2027-02-15（周一）计入，共 53 天，其中工作日 32 天、休息日 21 天：
  周末                                14天
  法定放假  2027-01-01（周五）        1天     元旦，通知尚未印发
  推定上班  2027-01-31（周日）        1天     春节，通知尚未印发
  法定放假  2027-02-05（周五）        1天     春节，通知尚未印发
  法定放假  2027-02-08（周一）        1天     春节，通知尚未印发
  推定放假  2027-02-09 至 2027-02-12  4天     春节，通知尚未印发
  推定上班  2027-02-14（周日）        1天     春节，通知尚未印发
日历计至：国办发明电〔2025〕7号（2025-11-04印发）"""
    )


def test_own_days_are_shown_with_their_file(tmp_path: Path) -> None:
    folder = tmp_path / "holidays"
    folder.mkdir()
    (folder / "2024.yaml").write_text(
        "年份: 2024\n通知:\n  - 文号: 本地1号\n    印发: 2024-01-02\n"
        "    放假: {三月三: 4月11日}\n    上班: [4月13日]\n",
        encoding="utf-8",
    )
    calendar = load_calendar((folder,))
    drawn = calendar_view.draw(calendar, date(2024, 4, 1), date(2024, 4, 30), 80)
    assert "本地1号（2024-01-02印发），见 holidays/2024.yaml" in drawn
    assert "调休    4月13日（周六）上班" in drawn
    assert "含工作区自己的安排：holidays/2024.yaml" in drawn
    proof = count_proof.render(calendar, date(2024, 4, 10), date(2024, 4, 15), 120)
    assert "三月三，本地1号，见 holidays/2024.yaml" in proof


def test_a_proof_names_every_day_that_is_not_plain(calendar: WorkCalendar) -> None:
    proof = count_proof.render(calendar, date(2024, 9, 13), date(2024, 10, 17), 100)
    assert (
        proof
        == """\
2024-09-13（周五）不计入，2024-10-17（周四）计入，共 34 天，其中工作日 20 天、休息日 14 天：
  周末                                4天
  调休上班  2024-09-14（周六）        1天     中秋节，国办发明电〔2023〕7号
  放假      2024-09-15 至 2024-09-17  3天     中秋节，国办发明电〔2023〕7号
  调休上班  2024-09-29（周日）        1天     国庆节，国办发明电〔2023〕7号
  放假      2024-10-01 至 2024-10-07  7天     国庆节，国办发明电〔2023〕7号
  调休上班  2024-10-12（周六）        1天     国庆节，国办发明电〔2023〕7号
日历计至：国办发明电〔2023〕7号（2023-10-25印发）"""
    )


def test_a_long_proof_is_given_by_notice(calendar: WorkCalendar) -> None:
    proof = count_proof.render(calendar, date(2003, 12, 31), date(2026, 12, 31), 80)
    lines = proof.splitlines()
    assert len(lines) < 60
    assert any("国办发明电〔2019〕3号" in line and "4天" in line for line in lines)
