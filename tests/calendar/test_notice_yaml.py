"""Holiday files: what is read from them, and what is said of wrong ones."""

import tomllib
from datetime import date
from typing import Any

import pytest

from gongkai_cli.calendar import YearNotices
from gongkai_cli.calendar.notice_yaml import read_notices
from gongkai_cli.calendar.notices import MakeUp, Notice, Rest
from gongkai_cli.model.place import Place

from .day_walk import VECTORS

BROKEN = tomllib.loads((VECTORS / "broken_holidays.toml").read_text(encoding="utf-8"))["file"]
FILE = "holidays/2027.yaml"


def read(text: str, earlier: YearNotices | None = None) -> YearNotices:
    notices, problems = read_notices(text.encode(), FILE, 2027, earlier)
    assert problems == ()
    assert notices is not None
    return notices


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case["name"])
def test_a_broken_file(case: dict[str, Any]) -> None:
    text = case["text"].lstrip("\n")
    notices, problems = read_notices(text.encode(), FILE, 2027)
    assert notices is None
    said = [[str(each.place), each.found, each.accepted, each.nearest] for each in problems]
    assert said == [
        [":".join(filter(None, (FILE, place))), *words, *[None] * (3 - len(words))]
        for place, *words in case["problems"]
    ]


def test_a_whole_notice() -> None:
    text = """\
年份: 2027
通知:
  - 文号: 国办发明电〔2026〕0号
    印发: 2026年11月20日
    标题: 关于2027年部分节假日安排的通知
    来源: https://www.gov.cn/
    可信: 转引
    放假:
      元旦: 2026年12月31日至2027年1月2日
      端午节: [6月9日, 6月11日]
      中秋节、国庆节: 9月30日至10月7日
    上班:
      元旦: 1月9日
      中秋节、国庆节: [9月26日, 10月9日]
"""
    expected = Notice(
        number="国办发明电〔2026〕0号",
        issued=date(2026, 11, 20),
        title="关于2027年部分节假日安排的通知",
        source="https://www.gov.cn/",
        second_hand=True,
        rests=(
            Rest("元旦", date(2026, 12, 31), date(2027, 1, 2)),
            Rest("端午节", date(2027, 6, 9), date(2027, 6, 9)),
            Rest("端午节", date(2027, 6, 11), date(2027, 6, 11)),
            Rest("中秋节、国庆节", date(2027, 9, 30), date(2027, 10, 7)),
        ),
        make_ups=(
            MakeUp(date(2027, 1, 9), "元旦"),
            MakeUp(date(2027, 9, 26), "中秋节、国庆节"),
            MakeUp(date(2027, 10, 9), "中秋节、国庆节"),
        ),
        place=Place(FILE, 3, 5),
    )
    assert read(text) == YearNotices(2027, (expected,))


def test_make_up_days_as_a_plain_list() -> None:
    """As the design sketches a year: 上班 without the holidays."""
    text = """\
年份: 2027
通知:
  - {文号: 甲, 印发: 2026-11-20, 放假: {元旦: 1月1日至3日}, 上班: [1月９日, 2月１４日]}
"""
    (notice,) = read(text).notices
    assert notice.make_ups == (MakeUp(date(2027, 1, 9)), MakeUp(date(2027, 2, 14)))
    assert (notice.title, notice.source, notice.second_hand) == ("", "", False)


def test_one_make_up_day_needs_no_list() -> None:
    text = "年份: 2027\n通知:\n  - {文号: 甲, 印发: 2026-11-20, 上班: 1月9日}\n"
    assert read(text).notices[0].make_ups == (MakeUp(date(2027, 1, 9)),)


def test_an_empty_上班_says_nothing() -> None:
    text = "年份: 2027\n通知:\n  - 文号: 甲\n    印发: 2026-11-20\n    放假: {元旦: 1月1日}\n"
    text += "    上班:\n"
    assert read(text).notices[0].make_ups == ()


def test_a_change_may_let_a_weekday_work_that_an_earlier_notice_let_rest() -> None:
    year = "年份: 2027\n通知:\n  - {文号: 甲, 印发: 2026-11-20, 放假: {元旦: 1月1日, 节: 5月3日}}\n"
    change = "  - {文号: 乙, 印发: 2027-03-20, 上班: [5月3日]}\n"
    assert len(read(year + change).notices) == 2
    own = "年份: 2027\n通知:\n" + change
    assert len(read(own, earlier=read(year)).notices) == 1
    _, problems = read_notices(own.encode(), FILE, 2027)
    assert [each.found for each in problems] == ["2027-05-03 是周一，本来就上班"]


def test_a_weekday_may_work_that_any_earlier_notice_let_rest() -> None:
    text = """\
年份: 2027
通知:
  - {文号: 甲, 印发: 2026-11-20, 放假: {元旦: 1月1日, 节: 5月3日}}
  - {文号: 乙, 印发: 2027-02-20, 放假: {节: 6月9日}}
  - {文号: 丙, 印发: 2027-03-20, 上班: [5月3日, 6月9日]}
"""
    assert len(read(text).notices) == 3


def test_a_notice_reaches_from_december_before_to_the_end_of_its_year() -> None:
    text = """\
年份: 2027
通知:
  - {文号: 甲, 印发: 2026-11-20, 放假: {甲: 2026年12月1日, 乙: 12月31日}}
"""
    days = [each.first for each in read(text).notices[0].rests]
    assert days == [date(2026, 12, 1), date(2027, 12, 31)]


def test_a_file_in_another_encoding() -> None:
    text = "年份: 2027\n通知:\n  - {文号: 甲, 印发: 2026-11-20, 放假: {元旦: 1月1日}}\n"
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        notices, problems = read_notices(text.encode(encoding), FILE, 2027)
        assert (problems, notices) == ((), read(text))
