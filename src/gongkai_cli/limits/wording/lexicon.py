"""The words of the grammar, as data: a new spelling is a new row here."""

from msgspec import Struct

from ...model.limit import Trigger, Unit

NUMERAL = "(?:[0-9]+|[〇○零一二两三四五六七八九十百廿卅]+)"
NOT_INSIDE_A_NUMBER = "(?<![0-9.〇○零一二两三四五六七八九十百廿卅第])"


class UnitWord(Struct, frozen=True):
    """How a unit is spelled behind a number, and what it is.

    ``measure`` is whether 个 stands before it; ``not_before`` are letters that make it another
    word. ``times`` is for a unit that the reading gives in another (一个季度 is 3 months), ``slip``
    for a misprint that is read with a note.
    """

    name: str
    unit: Unit
    measure: str = ""
    not_before: str = ""
    times: int = 1
    slip: bool = False


UNITS = (
    UnitWord("工作日", "workday", "个?"),
    UnitWord("工作天", "workday", "个?", slip=True),
    UnitWord("工作", "workday", "个", "人员量组机制方单要事安", slip=True),
    UnitWord("自然日", "day", "个?"),
    UnitWord("日历日", "day", "个?"),
    UnitWord("日历天", "day", "个?"),
    UnitWord("日", "day", "", "报常程志期间历均"),
    UnitWord("天", "day", "", "气然"),
    UnitWord("星期", "week", "个?", "一二三四五六日天"),
    UnitWord("礼拜", "week", "个?", "一二三四五六日天"),
    UnitWord("周", "week", "", "边期年转末一二三四五六日天"),
    UnitWord("月", "month", "个"),
    UnitWord("季度", "month", "个", "初末底首前", times=3),
    UnitWord("年", "year", "", "度报底末初级鉴终均份"),
    UnitWord("小时", "hour", "个?"),
    UnitWord("钟头", "hour", "个?"),
)

VERBS: dict[str, str] = {
    **dict.fromkeys(("形成", "产生", "生成", "编制完成"), "formed"),
    **dict.fromkeys(("变更", "变动", "变化", "更新", "调整", "修改", "修订", "更改"), "changed"),
    **dict.fromkeys(("公布", "公开", "发布", "公告"), "published"),
    **dict.fromkeys(("制作", "制定", "制订"), "made"),
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

EVENT_VERBS = (
    "结束|完成|届满|期满|成立|设立|答复|召开|举行|启动|开始|发生|生效|施行|实施|签订|签署|终了|受理|"
    "送达|办结|开工|竣工|验收|中标|成交|备案|报送|出台|任命|任免|公示|审核|审查|采集|汇总|失效|到期|"
    "移交|立项|结项|定稿|通过|上报|评审|考核|认定|核定|核实|审计|公证|换届|调查|登载|交付|发放|兑付|"
    "接待|申请|提交|申报|缴纳|入库|入学|报到|停止|终止|撤销|注销|取得|发出|结案|归档|投产|运行"
)
"""Verbs of what is not the information itself; behind 之日起 or 后 any other word will do too."""

DECISIONS = "决定|裁决|批复|决议|判决|裁定|处罚|许可|结论|处理意见|认定"
"""What is 作出: the trigger is then a decision."""

OBJECTS = (
    "信息|文件|政策|措施|指南|通知|公告|名单|结果|报告|方案|计划|目录|清单|数据|材料|决定|批复|意见|标准|规划|预算|决算|"
    "公报|办法|制度|规定|资料|内容|事项|名录|通告|简报|情况|批件|证书|许可"
)
"""What is made, issued or published: the end of an object."""

ACTIVITIES = (
    "调查|公示|公告|听证|会议|评审|考试|招标|验收|审查|审核|评估|检查|抽查|抽检|监测|活动|培训|"
    "征求意见|选举|测评|考核|审计|统计|普查|巡视|巡察|督查"
)
"""What comes to an end or is completed: the event is then named from here on."""

WHOSE = (
    "单位|机构|部门|机关|政府|委员会|办公室|派出所|学校|医院|企业|各地|各级|我[委局办院校市县区镇乡]|"
    "本[委局办院校市县区镇乡]|[委局厅部署院]"
)
"""The end of a word that says who acts: not a part of the duty."""

GENERIC = (
    "(?:各类|所有|凡|属于|相关|有关|该|本|此|其|上述|政府|政务|行政|公开|主动公开|应当|应|事项|范围|目录|"
    "属|本机关|本单位|本部门|的|信息|类|具体|新|发生|出现|如|若|若有|如有|有|对于?|凡是|涉及|公文|制定|制发|公共|企事业|单位|"
    "内容)*"
    "(?:信息|文件|政策|内容|事项|材料|资料|数据|"
    "(?:公开|公布|更新|发布|报送)?(?:时限|期限|时间|频率|频次|周期)(?:要求)?|要求)?"
)
"""A subject that names everything, hence no part of the duty."""

ACTS = (
    "公开|公布|公示|公告|发布|更新|报送|上报|上传|上网|上墙|录入|填报|提交|完成|办理|答复|反馈|告知|推送|"
    "展示|张贴|刊登|刊发|备案|印发|披露|调整|修订|维护|发文|通报|举行|召开|编制|整理|归集|汇总"
)
"""What is to be done."""

MODALS = (
    "应当|应该|(?<![供响反效适对相])应(?![急用对付届收聘])|必须|须|需要|(?<!供)需(?!求)|务必|"
    "(?<![摘纪概简需重主])要(?![闻素件求点情务目])|将|(?<![许认])可(?![研行])|(?<![规原细准总附])则|"
    "(?<!平)均|(?<!首)都|一律|统一|原则上|力争|确保|保证|予以|给予|进行|主动|依法|依规|"
    "同时|向社会|对外|面向社会|集中|全文|完整|积极|准确|全面"
)
"""Words of duty and manner, which change nothing."""

BOUNDS = (
    "(?:最迟|最晚|最长|至迟|最多|原则上)?(?:也|均|应|应当)?不(?:得|能|应|可)?(?:超过|晚于|迟于|超出|多于|长于)|"
    "最迟|最晚|最长|至迟|最多|控制在|限于"
)
"""Words that make the number behind them the limit of what stands before."""

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
