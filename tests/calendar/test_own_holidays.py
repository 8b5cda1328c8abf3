"""A workspace's own holiday files: they extend a year, change it, or make it known."""

from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.calendar import HolidayFileWrong, WorkCalendar, YearNotAnnounced, load_calendar
from gongkai_cli.calendar.year_files import read_year

SHIPPED_2024 = "国办发明电〔2023〕7号"
YEAR_2098 = """
年份: 2098
通知:
  - {文号: 甲, 印发: 2097-11-20, 放假: {元旦: 1月1日}}
"""
YEAR_2099 = """
年份: 2099
通知:
  - 文号: 乙
    印发: 2098-11-20
    放假: {元旦: 2098年12月31日至2099年1月3日, 春节: 2月5日至13日}
    上班: [2098年12月27日, 1月10日, 2月14日]
"""
REGIONAL_DAY = """
年份: 2024
通知:
  - 文号: 桂政办电〔2024〕0号
    印发: 2024-01-10
    放假: {三月三: 4月11日至12日}
    上班: {三月三: 4月13日}
"""


def calendar_with(folder: Path, **files: str) -> WorkCalendar:
    """The calendar with files of these names (``y2024`` for 2024.yaml) in a workspace."""
    own = folder / "holidays"
    own.mkdir(exist_ok=True)
    for name, text in files.items():
        (own / f"{name.removeprefix('y')}.yaml").write_text(text, encoding="utf-8")
    return load_calendar((own,))


def test_a_notice_of_another_number_extends_the_year(tmp_path: Path) -> None:
    calendar = calendar_with(tmp_path, y2024=REGIONAL_DAY)
    assert [notice.number for notice in calendar.notices(2024)] == [
        SHIPPED_2024,
        "桂政办电〔2024〕0号",
    ]
    reason = calendar.reason(date(2024, 4, 11))
    assert (reason.kind, reason.holiday, reason.local) == ("放假", "三月三", "holidays/2024.yaml")
    assert reason.words == "三月三放假（桂政办电〔2024〕0号，见 holidays/2024.yaml）"
    assert calendar.add(date(2024, 4, 10), 1) == date(2024, 4, 13)
    assert calendar.reason(date(2024, 10, 1)).local is None
    assert calendar.local_files == ("holidays/2024.yaml",)
    assert "见 holidays/2024.yaml" in calendar.last_notice


def test_an_own_notice_wins_over_the_shipped_one_whenever_it_was_issued(tmp_path: Path) -> None:
    text = REGIONAL_DAY.replace("4月11日至12日", "6月27日").replace("2024-01-10", "2023-01-10")
    text = text.replace("    上班: {三月三: 4月13日}\n", "    上班: [10月1日]\n")
    calendar = calendar_with(tmp_path, y2024=text)
    assert not calendar.is_workday(date(2024, 6, 27))
    assert calendar.is_workday(date(2024, 10, 1))


def test_a_notice_of_the_same_number_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    text = """
年份: 2019
通知:
  - 文号: 国办发明电〔2018〕15号
    印发: 2018-12-04
    放假: {元旦: 1月1日, 春节: 2月4日至10日, 劳动节: 5月1日至2日, 国庆节: 10月1日至7日}
"""
    calendar = calendar_with(tmp_path, y2019=text)
    numbers = [notice.number for notice in calendar.notices(2019)]
    assert numbers == ["国办发明电〔2018〕15号", "国办发明电〔2019〕3号"]
    assert calendar.is_workday(date(2019, 4, 5))
    assert not calendar.is_workday(date(2019, 5, 4)), "the change of March stands above it"
    assert calendar.reason(date(2019, 5, 1)).notice == "国办发明电〔2019〕3号"
    assert calendar.reason(date(2019, 2, 4)).local == "holidays/2019.yaml"


def test_an_own_file_makes_a_year_known(tmp_path: Path) -> None:
    calendar = calendar_with(tmp_path, y2098=YEAR_2098, y2099=YEAR_2099)
    assert calendar.announced(2099)
    assert calendar.add(date(2098, 12, 25), 4) == date(2098, 12, 30)
    assert calendar.add(date(2098, 12, 25), 5) == date(2099, 1, 5)
    assert calendar.reason(date(2098, 12, 27)).kind == "调休上班"
    assert calendar.reason(date(2098, 12, 27)).holiday is None
    assert calendar.reason(date(2098, 12, 31)).local == "holidays/2099.yaml"
    assert calendar.is_workday(date(2099, 2, 14))


def test_the_first_of_december_is_asked_of_the_next_year_whatever_was_asked_before(
    tmp_path: Path,
) -> None:
    """1 December 2098 is a Monday."""
    text = YEAR_2099.replace("2098年12月31日至2099年1月3日", "[2098年12月1日, 1月1日]")
    calendar = calendar_with(tmp_path, y2098=YEAR_2098, y2099=text)
    assert calendar.is_workday(date(2098, 11, 28))
    assert not calendar.is_workday(date(2098, 12, 1))


def test_known_on_holds_for_own_notices(tmp_path: Path) -> None:
    calendar_with(tmp_path, y2098=YEAR_2098, y2099=YEAR_2099)
    before = load_calendar((tmp_path / "holidays",), known_on=date(2098, 11, 19))
    assert not before.announced(2099)
    assert not before.is_workday(date(2098, 12, 27))


def test_days_of_a_region_alone_do_not_announce_a_year(tmp_path: Path) -> None:
    text = REGIONAL_DAY.replace("2024", "2099").replace("4月13日", "4月18日")
    calendar = calendar_with(tmp_path, y2099=text)
    assert not calendar.announced(2099)
    with pytest.raises(YearNotAnnounced) as refusal:
        calendar.is_workday(date(2099, 5, 6))
    assert "2099年只有 桂政办电〔2099〕0号（2099-01-10印发），见 holidays/2099.yaml" in str(
        refusal.value
    )
    assert "没有全年的放假通知" in str(refusal.value)
    assert calendar.local_files == ()
    assert calendar.last_notice == ""


def test_several_folders_overlay_in_order(tmp_path: Path) -> None:
    folders = []
    for name, kind in (("province", "放假: {甲: 6月27日}"), ("city", "上班: [6月27日]")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "2024.yaml").write_text(
            f"年份: 2024\n通知:\n  - {{文号: {name}, 印发: 2024-01-02, {kind}}}\n", encoding="utf-8"
        )
        folders.append(folder)
    assert not load_calendar(folders[:1]).is_workday(date(2024, 6, 27))
    assert load_calendar(folders).is_workday(date(2024, 6, 27))
    assert load_calendar(folders).reason(date(2024, 6, 27)).local == "city/2024.yaml"


def test_a_wrong_file_is_not_made_good_by_a_right_one_in_a_later_folder(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("province", "city")]
    for folder, number in zip(folders, ("文好", "文号"), strict=True):
        folder.mkdir()
        (folder / "2024.yaml").write_text(REGIONAL_DAY.replace("文号", number), encoding="utf-8")
    notices, problems = read_year(2024, folders)
    assert notices is None
    assert {str(each.place) for each in problems} == {"province/2024.yaml:4:5"}
    with pytest.raises(HolidayFileWrong):
        load_calendar(folders)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "holidays" / "2024.yaml").mkdir(parents=True)
    with pytest.raises(HolidayFileWrong) as refusal:
        load_calendar((tmp_path / "holidays",))
    (problem,) = refusal.value.problems
    assert str(problem.place) == "holidays/2024.yaml"


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    calendar = load_calendar((tmp_path / "holidays",))
    assert calendar.add(date(2024, 6, 27), 20) == date(2024, 7, 25)


def test_everything_wrong_in_all_own_files_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(HolidayFileWrong) as refusal:
        calendar_with(
            tmp_path,
            y2023="年份: 2024\n通知: []\n",
            y2024=REGIONAL_DAY.replace("4月11日", "4月31日").replace("文号", "文好"),
            节假日=YEAR_2099,
        )
    assert [(str(each.place), each.found) for each in refusal.value.problems] == [
        ("holidays/节假日.yaml", "看文件名不知道是哪一年的通知"),
        ("holidays/2023.yaml:1:5", "年份“2024”与文件名不符"),
        ("holidays/2024.yaml:4:5", "不认识的键“文好”"),
        ("holidays/2024.yaml:4:5", "缺少“文号”"),
        ("holidays/2024.yaml:6:15", "没有这一天：“4月31日至12日”"),
    ]


def test_a_file_with_the_wrong_ending_is_not_passed_over(tmp_path: Path) -> None:
    own = tmp_path / "holidays"
    own.mkdir()
    (own / "2099.yml").write_text(YEAR_2099, encoding="utf-8")
    (own / "README.md").write_text("说明", encoding="utf-8")
    with pytest.raises(HolidayFileWrong) as refusal:
        load_calendar((own,))
    assert [str(each.place) for each in refusal.value.problems] == ["holidays/2099.yml"]


def test_a_change_of_december_wins_over_a_next_year_announced_before_it(tmp_path: Path) -> None:
    """Notices of two years that name one day overlay by day of issue, not by year."""
    late = YEAR_2098 + "  - {文号: 丙, 印发: 2098-12-20, 上班: [12月28日], 放假: {丙: 12月29日}}\n"
    next_year = YEAR_2099.replace("2098年12月31日至", "2098年12月28日至")
    calendar = calendar_with(tmp_path, y2098=late, y2099=next_year)
    assert calendar.reason(date(2098, 12, 28)).notice == "丙"
    assert calendar.is_workday(date(2098, 12, 28))
    assert calendar.reason(date(2098, 12, 30)).notice == "乙"


def test_two_notices_of_one_day_stand_in_either_order(tmp_path: Path) -> None:
    text = YEAR_2098 + "  - {文号: 丁, 印发: 2097-11-20, 放假: {丁: 6月3日}}\n"
    calendar = calendar_with(tmp_path, y2098=text)
    assert [notice.number for notice in calendar.notices(2098)] == ["甲", "丁"]
