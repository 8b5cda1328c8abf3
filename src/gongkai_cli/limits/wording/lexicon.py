"""The words of the grammar, as data: a new spelling is a new row here."""

from msgspec import Struct

from ...model.limit import Every, Trigger, Unit


class UnitWord(Struct, frozen=True):
    """How a unit is spelled behind a number, and what it is.

    ``measure`` is whether 个 stands before it, in the notation of ``grammar``; ``not_before`` are
    letters that make it another word. ``times`` is for a unit that the reading gives in another
    (一个季度 is 3 months), ``slip`` for a misprint that is read with a note.
    """

    name: str
    unit: Unit
    measure: str = ""
    not_before: str = ""
    times: int = 1
    slip: bool = False


UNITS = (
    UnitWord("工作日", "workday", "[个]"),
    UnitWord("工作天", "workday", "[个]", slip=True),
    UnitWord("工作", "workday", "个", "人员量组机制方单要事安日天曰", slip=True),
    UnitWord("自然日", "day", "[个]"),
    UnitWord("日历日", "day", "[个]"),
    UnitWord("日历天", "day", "[个]"),
    UnitWord("日", "day", "", "报常程志期间历均"),
    UnitWord("天", "day", "", "气然"),
    UnitWord("星期", "week", "[个]", "一二三四五六日天"),
    UnitWord("礼拜", "week", "[个]", "一二三四五六日天"),
    UnitWord("周", "week", "", "边期年转末一二三四五六日天"),
    UnitWord("月", "month", "个"),
    UnitWord("季度", "month", "个", "初末底首前", times=3),
    UnitWord("年", "year", "", "度报底末初级鉴终均份"),
    UnitWord("小时", "hour", "[个]"),
    UnitWord("钟头", "hour", "[个]"),
)

VERBS: dict[str, str] = {
    **dict.fromkeys(("形成", "产生", "生成", "编制完成"), "formed"),
    **dict.fromkeys(("变更", "变动", "变化", "更新", "调整", "修改", "修订", "更改"), "changed"),
    **dict.fromkeys(("公布", "公开", "发布", "公告"), "published"),
    **dict.fromkeys(("制作", "制定", "制订", "制作完成"), "made"),
    **dict.fromkeys(("获取", "获得"), "obtained"),
    **dict.fromkeys(
        ("批准", "批复", "核准", "审批", "审批通过", "审议通过", "审核通过", "审查通过", "审定"),
        "approved",
    ),
    **dict.fromkeys(("收到", "接到", "接收", "收悉"), "received"),
    **dict.fromkeys(("印发", "下发", "出文", "发文", "制发", "签发", "下达"), "issued"),
    **dict.fromkeys(("登记编号", "登记"), "registered"),
    **dict.fromkeys(("确定",), "determined"),
    **dict.fromkeys(("作出", "做出"), "decided"),
}
"""What a verb does to the information; a trigger is one of these, or several of them."""

TRIGGERS: dict[frozenset[str], Trigger] = {
    frozenset({"formed", "changed"}): "formed-or-changed",
    frozenset({"formed", "changed", "obtained"}): "formed-or-changed",
    frozenset({"formed"}): "formed",
    frozenset({"changed"}): "changed",
    frozenset({"made", "obtained"}): "made-or-obtained",
    frozenset({"published"}): "published",
    frozenset({"published", "changed"}): "published-or-changed",
    frozenset({"approved"}): "approved",
    frozenset({"received"}): "received",
    frozenset({"issued"}): "issued",
    frozenset({"registered"}): "registered",
    frozenset({"determined"}): "determined",
    frozenset({"decided"}): "decided",
}
"""Which trigger several verbs together are; any other mixture is an event in its own words."""

WEEKDAYS = {
    "一": "Monday",
    "二": "Tuesday",
    "三": "Wednesday",
    "四": "Thursday",
    "五": "Friday",
    "六": "Saturday",
    "日": "Sunday",
    "天": "Sunday",
}

PERIODS: dict[str, Every] = {
    "日": "day",
    "天": "day",
    "周": "week",
    "星期": "week",
    "礼拜": "week",
    "月": "month",
    "月度": "month",
    "季": "quarter",
    "季度": "quarter",
    "半年": "half-year",
    "半年度": "half-year",
    "年": "year",
    "年度": "year",
}
"""How a period is named behind 每."""

MONTHS = {
    **dict.fromkeys(("首月", "首个月", "第一个月", "第1个月"), "first-month"),
    **dict.fromkeys(
        ("末月", "最后一个月", "最后1个月", "第三个月", "第3个月", "最末一个月"), "last-month"
    ),
    **dict.fromkeys(
        ("次月", "下月", "下个月", "下一月", "下一个月", "翌月", "后的次月", "结束次月"),
        "next-month",
    ),
    **dict.fromkeys(("第二个月", "第2个月"), "second-month"),
    **dict.fromkeys(("当月", "本月"), "this-month"),
}
"""The months of a period, or behind it."""
