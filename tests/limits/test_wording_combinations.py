"""Every combination of trigger, number, unit and ending: the generator knows the answer."""

from itertools import product

import pytest

from gongkai_cli.limits import read_wording
from gongkai_cli.model.limit import (
    ByDate,
    Dynamic,
    Every,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Standing,
    Trigger,
    Unit,
    Within,
)

TRIGGERS: dict[str, tuple[Trigger, str | None]] = {
    "信息形成或变更": ("formed-or-changed", None),
    "该政府信息形成或者变更": ("formed-or-changed", None),
    "相关信息产生或变更": ("formed-or-changed", None),
    "信息形成（变更）": ("formed-or-changed", None),
    "信息形成": ("formed", None),
    "信息生成": ("formed", None),
    "信息变更": ("changed", None),
    "内容更新": ("changed", None),
    "制作或获取信息": ("made-or-obtained", None),
    "制定或获取文件": ("made-or-obtained", None),
    "作出行政处罚决定": ("decided", None),
    "执法决定作出": ("decided", None),
    "本级人民代表大会批准": ("approved", None),
    "财政部门批复": ("approved", None),
    "收到申请": ("received", None),
    "接到通知": ("received", None),
    "文件公布": ("published", None),
    "发布或变更": ("published-or-changed", None),
    "文件印发": ("issued", None),
    "登记": ("registered", None),
    "名单确定": ("determined", None),
    "会议结束": ("event", "会议结束"),
    "项目竣工": ("event", "项目竣工"),
}
BEGINNINGS = ("", "自", "应当自", "应在")
LINKS = ("之日起", "后", "后的", "之日起，")
COUNTS = {"3": 3, "20": 20, "120": 120, "七": 7, "十五": 15, "二十": 20, "三十一": 31}
UNITS: dict[str, Unit] = {
    "个工作日": "workday",
    "日": "day",
    "天": "day",
    "个自然日": "day",
    "周": "week",
    "个月": "month",
    "年": "year",
    "小时": "hour",
}
ENDINGS = ("内", "以内", "之内公开", "内予以公开", "内通过政府网站向社会公布", "内及时公开")


@pytest.mark.parametrize("words", TRIGGERS)
def test_what_runs_from_something(words: str) -> None:
    trigger, event = TRIGGERS[words]
    amounts = list(zip([*COUNTS, "3"], UNITS, strict=True))
    for beginning, link, (count, unit), ending in product(BEGINNINGS, LINKS, amounts, ENDINGS):
        wording = f"{beginning}{words}{link}{count}{unit}{ending}"
        expected = Within(count=COUNTS[count], unit=UNITS[unit], trigger=trigger, event=event)
        assert read_wording(wording).limits == (expected,), wording


@pytest.mark.parametrize("scope", ["行政处罚决定", "行政许可、行政处罚"])
def test_a_part_of_the_duty_has_its_own_limit(scope: str) -> None:
    general = Within(count=20, unit="workday", trigger="formed-or-changed")
    for (words, (trigger, event)), between in product(
        TRIGGERS.items(), ("，其中{}自", "；其中{}应自", "。{}：", "；{}：自", "（{}：")
    ):
        special = Within(count=7, unit="workday", trigger=trigger, event=event, applies_to=scope)
        closing = "）" if between.startswith("（") else "。"
        wording = (
            f"自信息形成或变更之日起20个工作日内公开{between.format(scope)}"
            f"{words}之日起7个工作日内公示{closing}"
        )
        assert set(read_wording(wording).limits) == {general, special}, wording


MONTHS = {"1": (1, 31), "2": (2, 29), "04": (4, 30), "12": (12, 31), "十一": (11, 30)}


def test_dates_of_the_year() -> None:
    for (month, (number, last)), year, ending in product(
        MONTHS.items(), ("每年", "每年度", "每年的", ""), ("前", "之前", "前公开", "前向社会公布")
    ):
        assumed = not year
        for day, value in (("15", 15), ("二十", 20), ("底", last), ("末", last)):
            mark = "" if day in "底末" else "日"
            wording = f"{year}{month}月{day}{mark}{ending}"
            reading = read_wording(wording)
            assert reading.limits == (ByDate(by=f"{number:02}-{value:02}", every="year"),), wording
            assert bool(reading.notes) is assumed, wording


PERIODS: dict[str, Every] = {
    "日": "day",
    "周": "week",
    "月": "month",
    "季度": "quarter",
    "季": "quarter",
    "半年": "half-year",
    "年": "year",
}


def test_so_often() -> None:
    for (period, every), words in product(
        PERIODS.items(), ("", "公开", "更新一次", "至少公布1次", "公开一次上报数据", "及时更新")
    ):
        for often in (f"每{period}{words}", f"至少每{period}{words}", f"每{period}应{words}"):
            assert read_wording(often).limits == (Periodic(every=every),), often


def test_places_in_a_period() -> None:
    places = {
        ("每季度", "首月{}日前"): ("quarter", "first-month day {}"),
        ("每季度", "第一个月的{}日之前"): ("quarter", "first-month day {}"),
        ("每季度", "最后一个月{}日前"): ("quarter", "last-month day {}"),
        ("每季度的", "次月{}日前"): ("quarter", "next-month day {}"),
        ("每月", "{}日前"): ("month", "this-month day {}"),
        ("每月", "{}号前"): ("month", "this-month day {}"),
        ("", "次月{}日前"): ("month", "next-month day {}"),
        ("每季度", "结束后{}日内"): ("quarter", "within {} days after quarter end"),
        ("每月", "终了后{}个工作日内"): ("month", "within {} workdays after month end"),
        ("", "年度结束后{}个工作日内"): ("year", "within {} workdays after year end"),
    }
    for ((prefix, words), (every, at)), day, ending in product(
        places.items(), (2, 10, 25), ("", "公开", "报送统计报表")
    ):
        wording = f"{prefix}{words.format(day)}{ending}"
        assert read_wording(wording).limits == (
            Periodic(every=every, at=at.format(day)),  # type: ignore[arg-type]
        ), wording


def test_several_in_one_cell() -> None:
    parts: dict[str, Limit] = {
        "长期公开": Standing(),
        "动态更新": Dynamic(),
        "及时公开": Prompt(),
        "公示期不少于7日": PostedFor(count=7, unit="day", min=True),
        "每年1月31日前": ByDate(by="01-31", every="year"),
        "每季度一次": Periodic(every="quarter"),
        "形成之日起5个工作日内": Within(count=5, unit="workday", trigger="formed"),
    }
    for first, second in product(parts, parts):
        for between in ("，", "；", "。", "\n1. "):
            if first == second:
                continue
            wording = (
                f"{first}{between}{second}" if between[-1] != " " else f"1. {first}\n2. {second}"
            )
            assert set(read_wording(wording).limits) == {parts[first], parts[second]}, wording
