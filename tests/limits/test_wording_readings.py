"""Wordings of rarer forms and their readings, decided by hand from what the words say."""

import pytest

from gongkai_cli.limits import read_wording
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Limit,
    Periodic,
    Prompt,
    Realtime,
    Within,
)

TWENTY = Within(count=20, unit="workday")


@pytest.mark.parametrize(
    ("wording", "limits"),
    [
        ("每完成一个阶段公布", [Prompt(trigger="event", event="每完成一个阶段")]),
        ("每召开一次会议后公布", [Prompt(trigger="event", event="每召开一次会议")]),
        ("在征收工作启动时公开", [Realtime(trigger="event", event="征收工作启动")]),
        ("在成果发布的同时公开", [Realtime(trigger="published")]),
        ("在文件公布时公开", [Realtime(trigger="published")]),
        ("与文件同步公开", [Realtime(trigger="published")]),
        ("与公示栏同步公开", [Realtime()]),
        (
            "20个工作日内公开，法律另有规定的，从其规定",
            [TWENTY, ByOtherRule(applies_to="法律法规另有规定的")],
        ),
        (
            "20个工作日内公开，法规另有规定的，从其规定",
            [TWENTY, ByOtherRule(applies_to="法律法规另有规定的")],
        ),
        (
            "20个工作日内公开，另有规定的，从其规定",
            [TWENTY, ByOtherRule(applies_to="另有规定的")],
        ),
        ("批准后20内公开", [Within(count=20, unit="day", trigger="approved")]),
        ("6个月内须有更新", [Periodic(every="half-year")]),
        ("1个月内至少更新一次", [Periodic(every="month")]),
        ("一年内至少更新一次", [Periodic(every="year")]),
        (
            "每年1月、7月的15日前公开",
            [ByDate(by="01-15", every="year"), ByDate(by="07-15", every="year")],
        ),
        ("每年上半年公开", [ByDate(by="06-30", every="year", window="01-01..06-30")]),
        ("每年下半年公开", [ByDate(by="12-31", every="year", window="07-01..12-31")]),
        ("每年第三季度公开", [ByDate(by="09-30", every="year", window="07-01..09-30")]),
        ("每年上半年末前公开", [ByDate(by="06-30", every="year")]),
        ("每年第一季度末前公开", [ByDate(by="03-31", every="year")]),
        ("每月前10日更新", [Periodic(every="month", at="this-month days 1-10")]),
        ("每月前28日更新", [Periodic(every="month", at="this-month days 1-28")]),
        ("每季度前10日更新", [Periodic(every="quarter", at="first-month days 1-10")]),
        (
            "每季度前5个工作日更新",
            [Periodic(every="quarter", at="within 5 workdays after quarter end")],
        ),
        (
            "制定或修改之日起20个工作日内公开",
            [Within(count=20, unit="workday", trigger="event", event="制定或修改")],
        ),
        (
            "信息形成或者变更之日起20个工作日内公开",
            [Within(count=20, unit="workday", trigger="formed-or-changed")],
        ),
        (
            "批准或备案后20日内公开",
            [Within(count=20, unit="day", trigger="event", event="批准或备案")],
        ),
        (
            "处罚或许可决定作出之日起7个工作日内公开",
            [Within(count=7, unit="workday", trigger="decided")],
        ),
        (
            "作出行政处罚或行政许可决定之日起7个工作日内公开",
            [Within(count=7, unit="workday", trigger="decided")],
        ),
        (
            "作出决定或者信息变更之日起20个工作日内公开",
            [
                Within(count=20, unit="workday", trigger="changed"),
                Within(count=20, unit="workday", trigger="decided", applies_to="作出决定"),
            ],
        ),
        (
            "作出决定或变更后20个工作日内公开",
            [Within(count=20, unit="workday", trigger="event", event="作出决定或变更")],
        ),
        (
            "审批或验收完成后5个工作日内公开",
            [Within(count=5, unit="workday", trigger="event", event="审批或验收完成")],
        ),
        (
            "会议召开前3至5日公布",
            [
                Within(
                    count=5,
                    unit="day",
                    range="3",
                    trigger="event",
                    event="会议召开",
                    direction="before",
                )
            ],
        ),
    ],
)
def test_a_rarer_wording_is_read_as_it_says(wording: str, limits: list[Limit]) -> None:
    assert list(read_wording(wording).limits) == limits


@pytest.mark.parametrize(
    ("wording", "why"),
    [
        ("5个月内须有更新", "没有对应的周期"),
        ("3-6个月内须有更新", "没有对应的周期"),
        ("每年1月、2月的30日前公开", "没有这一天"),
        ("每年上半年前公开", "没有写到哪一天"),
        ("每月前29日更新", "读不懂"),
        ("每月前2周更新", "读不懂"),
        ("每月前3-5日更新", "读不懂"),
        ("每年前10日更新", "读不懂"),
        ("公示7个工作日内", "是公示多久，还是多长时间之内公示，无法确定"),
    ],
)
def test_a_rarer_wording_that_leaves_something_open_is_refused(wording: str, why: str) -> None:
    reading = read_wording(wording)
    assert reading.limits == ()
    assert reading.refused is not None
    assert f"“{wording.removesuffix('公开').removesuffix('更新')}" in reading.refused
    assert why in reading.refused


def test_a_unit_that_was_not_printed_is_told_of() -> None:
    assert read_wording("批准后20内公开").notes == ("“20内”漏印了单位，按20个自然日读",)
