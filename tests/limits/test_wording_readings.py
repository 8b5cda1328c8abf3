"""Wordings of rarer forms and their readings, decided by hand from what the words say."""

import pytest

from gongkai_cli.limits import read_wording
from gongkai_cli.model.limit import (
    ByDate,
    ByOtherRule,
    Dynamic,
    Limit,
    Periodic,
    PostedFor,
    Prompt,
    Realtime,
    Standing,
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
        (
            "每年5月和7月内公开",
            [
                ByDate(by="05-31", every="year", window="05-01..05-31"),
                ByDate(by="07-31", every="year", window="07-01..07-31"),
            ],
        ),
        ("今年6月底前、12月底前公开", [ByDate(by="06-30"), ByDate(by="12-31")]),
        ("即时公开，自批准之日起今年上半年末前", [Prompt(), ByDate(by="06-30")]),
        ("在规定期限内，每年12月31日前公开", [ByDate(by="12-31", every="year")]),
        ("每月5日至31日公开", [Periodic(every="month", at="this-month days 5-31")]),
        ("次月5日至31日公开", [Periodic(every="month", at="next-month days 5-31")]),
        ("每月第5周更新", [Periodic(every="month", at="week 5")]),
        (
            "会议召开后每月更新一次",
            [Periodic(every="month", trigger="event", event="会议召开")],
        ),
        ("自批准之日起视工作变化更新", [Dynamic(trigger="approved")]),
        ("低保：名单长期公示", [Standing(applies_to="低保")]),
        ("其他事项同步公开", [Realtime(applies_to="其他事项")]),
        ("与文件一同公开", [Realtime(trigger="published")]),
        (
            "及时公开其他信息每季度公开一次",
            [Prompt(), Periodic(every="quarter", applies_to="其他信息")],
        ),
        (
            "适时更新其他事项每年第三季度末前公开",
            [Dynamic(), ByDate(by="09-30", every="year", applies_to="其他事项")],
        ),
        (
            "6个月，涉密信息除外",
            [Periodic(every="half-year"), Within(count=6, unit="month")],
        ),
        (
            "信息形成变更之日起15日内公开",
            [Within(count=15, unit="day", trigger="formed-or-changed")],
        ),
        (
            "经县人大批准后20日内公开，每月更新一次",
            [Within(count=20, unit="day", trigger="approved"), Periodic(every="month")],
        ),
        *(
            (f"1年{ending}", [Periodic(every="year"), Within(count=1, unit="year")])
            for ending in ("", "。", "；", "公开", "公开。")
        ),
        ("（6个月）", [Periodic(every="half-year"), Within(count=6, unit="month")]),
        ("每年1月15日至2月10日公开", [ByDate(by="02-10", every="year", window="01-15..02-10")]),
        ("每季度首月初更新", [Periodic(every="quarter", at="first-month start")]),
        ("每季度初更新", [Periodic(every="quarter", at="quarter start")]),
        ("每月首周前更新", [Periodic(every="month", at="week 1")]),
        ("次周日前公开", [Periodic(every="week", at="next-week Sunday")]),
        (
            "20个工作日内（一般信息），7个工作日内（行政处罚）",
            [
                Within(count=20, unit="workday", applies_to="一般信息"),
                Within(count=7, unit="workday", applies_to="行政处罚"),
            ],
        ),
        (
            "会议召开后及时公开，最迟不超过7日",
            [Prompt(), Within(count=7, unit="day", trigger="event", event="会议召开")],
        ),
        ("在法定的20日内公开", [Within(count=20, unit="day")]),
        ("按规定的20日内公开", [Within(count=20, unit="day")]),
        (
            "通过网站20个工作日内公开，处罚决定7个工作日内公开",
            [TWENTY, Within(count=7, unit="workday", applies_to="处罚决定")],
        ),
        (
            "自信息形成之日起20个工作日内公开，其中行政处罚7个工作日内公开",
            [
                Within(count=20, unit="workday", trigger="formed"),
                Within(count=7, unit="workday", trigger="formed", applies_to="行政处罚"),
            ],
        ),
        (
            "自信息形成之日起20个工作日内公开，其他信息7个工作日内公开",
            [
                Within(count=20, unit="workday", trigger="formed"),
                Within(count=7, unit="workday", applies_to="其他信息"),
            ],
        ),
        (
            "班子成员调整后及时更新。每季度公开一次",
            [Prompt(trigger="changed", applies_to="班子成员"), Periodic(every="quarter")],
        ),
        (
            "公示期至少5天；半年",
            [
                PostedFor(count=5, unit="day", min=True),
                Periodic(every="half-year"),
                Within(count=6, unit="month"),
            ],
        ),
        ("处罚决定作出后在规定时间要求内公开", [ByOtherRule()]),
        (
            "制定或获补贴政策之日起10个工作日内",
            [Within(count=10, unit="workday", trigger="event", event="制定或获补贴政策")],
        ),
        (
            "内部会议召开3日前公布",
            [
                Within(
                    count=3,
                    unit="day",
                    trigger="event",
                    event="内部会议召开",
                    direction="before",
                )
            ],
        ),
        (
            "在征收工作启动时公开，最迟不超过3日",
            [
                Realtime(trigger="event", event="征收工作启动"),
                Within(count=3, unit="day", trigger="event", event="征收工作启动"),
            ],
        ),
        (
            "除涉密信息外自批准之日起20个工作日内公开",
            [Within(count=20, unit="workday", trigger="approved", applies_to="除涉密信息外")],
        ),
        (
            "其他信息形成之日起20个工作日内公开",
            [Within(count=20, unit="workday", trigger="formed", applies_to="其他信息")],
        ),
        (
            "公示10个工作日，5个工作日内公开",
            [PostedFor(count=10, unit="workday"), Within(count=5, unit="workday")],
        ),
        (
            "公示10个工作日，批准后5个工作日公开",
            [
                PostedFor(count=10, unit="workday"),
                Within(count=5, unit="workday", trigger="approved"),
            ],
        ),
        (
            "20个工作日内公开（自信息形成之日起）",
            [Within(count=20, unit="workday", trigger="formed")],
        ),
        *(
            (
                f"{start}行政许可自批准之日起20日内公开，行政处罚7日内公开",
                [
                    Within(count=20, unit="day", trigger="approved", applies_to="行政许可"),
                    Within(count=7, unit="day", applies_to="行政处罚"),
                ],
            )
            for start in ("", "其中")
        ),
        *(
            (wording, [Periodic(every="half-year"), Within(count=6, unit="month")])
            for wording in ("发布时限：半年", "公布时限：半年", "征集意见时限（半年")
        ),
        ("起草说明每年12月底前公开", [ByDate(by="12-31", every="year")]),
        (
            "信息形成或预算批准后20日内公开",
            [
                Within(count=20, unit="day", trigger="approved", applies_to="预算"),
                Within(count=20, unit="day", trigger="formed", applies_to="信息形成"),
            ],
        ),
        (
            "3个工作日内回复。政府采购意向公开时间原则上不得晚于采购活动开始前30日",
            [
                Within(count=3, unit="workday"),
                Within(
                    count=30,
                    unit="day",
                    trigger="event",
                    event="活动开始",
                    direction="before",
                    applies_to="政府采购意向公开时间",
                ),
            ],
        ),
        ("处罚决定作出后工作规定时间要求内", [ByOtherRule()]),
        (
            "除另有规定外，收费标准及时公开",
            [ByOtherRule(applies_to="另有规定的"), Prompt()],
        ),
        (
            "次月5日前。现状调查结束后5个工作日内，在村公示栏公开",
            [
                Periodic(every="month", at="next-month day 5"),
                Within(count=5, unit="workday", trigger="event", event="调查结束"),
            ],
        ),
        (
            "最迟不超过公开时限：自信息形成之日起20个工作日内公开",
            [Within(count=20, unit="workday", trigger="formed")],
        ),
        (
            "依法必须进行招标的项目，招标人应当自收到评标报告之日起3日内公示中标候选人，"
            "公示期不得少于3日。，信息变更后3个工作日内更新",
            [
                Within(count=3, unit="day", trigger="received"),
                PostedFor(count=3, unit="day", min=True),
                Within(count=3, unit="workday", trigger="changed"),
            ],
        ),
        (
            "信息形成或變更之日起3個工作日內(nèi)、每年10月31日前发布",
            [
                Within(count=3, unit="workday", trigger="formed-or-changed"),
                ByDate(by="10-31", every="year"),
            ],
        ),
        ("\u200b√实时 □及时", [Realtime()]),
        ("公开时限：\u200b√实时 □及时", [Realtime()]),
        ("√公示不少于10天", [PostedFor(count=10, unit="day", min=True)]),
        ("征集意见时限（半年）", [PostedFor(count=6, unit="month")]),
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


@pytest.mark.parametrize(
    "event",
    [
        *("会议召开", "活动结束", "工程完成", "编制完毕", "机构成立", "机构设立", "规划生效"),
        *("条例施行", "政策出台", "合同签订", "合同签署", "事故发生", "工程开工", "项目竣工"),
        *("公示期满", "合同到期", "事项办结"),
    ],
)
def test_what_happens_starts_the_clock_without_more_words(event: str) -> None:
    reading = read_wording(f"{event}20日内公开")
    assert reading.limits == (Within(count=20, unit="day", trigger="event", event=event),)
    assert not reading.notes


@pytest.mark.parametrize("subject", ["竣工验收", "规划备案", "申请受理", "项目立项", "标准发布"])
def test_what_may_be_a_start_or_what_is_published_is_told_of(subject: str) -> None:
    reading = read_wording(f"{subject}20日内公开")
    assert reading.limits == (Within(count=20, unit="day"),)
    assert reading.notes[0] == f"“{subject}”后面没有写“之日起”或“后”，没有当作起算"
    named = read_wording(f"{subject}之日起20日内公开").limits[0]
    assert named.trigger is not None
    assert read_wording("行政处罚20日内公开").notes == (
        "没有写明从何时起算，推定自信息形成或变更之日起算",
    )


@pytest.mark.parametrize(
    ("wording", "notes"),
    [
        ("月底前公开", ("没有写“每”，推定每期都要",)),
        ("季度首月15日前公开", ("没有写“每”，推定每期都要",)),
        ("6月底前公开", ("没有写“每年”，推定每年都要",)),
        ("2027年6月底前公开", ("只写了2027年一年",)),
        ("半年内公开", ("“半年”按6个月读", "没有写明从何时起算，推定自信息形成或变更之日起算")),
        ("批准后2个季度内公开", ("“2个季度”按6个月读",)),
        ("批准后3至5日内公开", ("写的是3至5，按上限5计算",)),
        ("1年内须有更新", ()),
        ("半年内须有更新", ("“半年”按6个月读",)),
        (
            "批准后20日内公开，其中处罚7日内公开",
            ("没有另写起算，与前一个时限同日起算",),
        ),
        (
            "公示期至少半年，信息形成之日20个工作日内公开",
            ("“半年”按6个月读", "“之日”后面漏印了“起”"),
        ),
        ("1年", ("“1年”可以是周期，也可以是期限，两种读法都列出",)),
        ("适时更新", ("“适时更新”没有写明时限",)),
        ("动态更新，每年12月31日前公开", ()),
    ],
)
def test_what_is_taken_for_granted_is_told(wording: str, notes: tuple[str, ...]) -> None:
    assert read_wording(wording).notes == notes


def test_a_unit_that_was_not_printed_is_told_of() -> None:
    assert read_wording("批准后20内公开").notes == ("“20内”漏印了单位，按20个自然日读",)
