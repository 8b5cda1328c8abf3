"""Open questions of counting and thresholds (口径): one table, each with its default."""

from typing import Literal

from msgspec import Struct

TriggerDay = Literal["不计入", "计入"]
RestDayEnd = Literal["顺延", "不动"]
DateBefore = Literal["含当日", "不含当日"]
DateOnRestDay = Literal["不动", "提前", "顺延"]
Week = Literal["7个自然日", "5个工作日"]
Month = Literal["对应日", "30日"]
ReceiptOnRestDay = Literal["当日", "下一工作日"]
Pause = Literal["所需时间", "最多15个工作日"]


class Settings(Struct, frozen=True, kw_only=True):
    """The values in use. ``chosen`` names those that the workspace decided itself.

    A question that a workspace has decided no longer opens the interval of a deadline.
    """

    trigger_day: TriggerDay = "不计入"
    rest_day_end: RestDayEnd = "顺延"
    date_before: DateBefore = "含当日"
    date_on_rest_day: DateOnRestDay = "不动"
    week: Week = "7个自然日"
    month: Month = "对应日"
    receipt_on_rest_day: ReceiptOnRestDay = "当日"
    pause: Pause = "所需时间"
    soon_days: int = 5
    very_late_days: int = 20
    evidence_days: int = 90
    chosen: frozenset[str] = frozenset()


class Setting(Struct, frozen=True, kw_only=True):
    """One row of the table: what ``gongkai.yaml`` calls it, what it decides, on what it rests."""

    name: str
    field: str
    question: str
    options: tuple[str, ...] = ()
    default: str
    source: str
    opens: bool = False
    """Whether its readings open the interval of a deadline until the workspace has chosen one.

    The others are settled well enough that the default decides; by choosing, a workspace departs.
    """


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="起算当日",
        field="trigger_day",
        question="起算的那一天是否计入期限？",
        options=("不计入", "计入"),
        default="不计入",
        source="民法典第二百零一条第一款：开始的当日不计入，自下一日开始计算",
    ),
    Setting(
        name="末日遇休息日",
        field="rest_day_end",
        question="按自然日计算的期限，最后一日是休息日时，到期日是否顺延到下一个工作日？",
        options=("顺延", "不动"),
        default="顺延",
        source="民法典第二百零三条第一款；网上公开任何一日都可办理，故有评估方不顺延",
        opens=True,
    ),
    Setting(
        name="日期前",
        field="date_before",
        question="“1月31日前”这样的时限，是否包括31日当天？",
        options=("含当日", "不含当日"),
        default="含当日",
        source="民法典第一千二百五十九条没有列“前”；条例第四十九条和各地做法都以31日当天为按时",
    ),
    Setting(
        name="日期遇休息日",
        field="date_on_rest_day",
        question="“1月31日前”这样的固定日期遇到休息日，到期日怎么办？",
        options=("不动", "提前", "顺延"),
        default="不动",
        source="民法典第二百零三条说的是期间的最后一日，固定日期不是期间；网上公开任何一日都可办理",
    ),
    Setting(
        name="一周",
        field="week",
        question="“2周”这样按周计算的期限，一周是7个自然日还是5个工作日？",
        options=("7个自然日", "5个工作日"),
        default="7个自然日",
        source="国办秘函〔2019〕19号检查指标“2周内未更新”按自然周通报，放假不扣除",
    ),
    Setting(
        name="一个月",
        field="month",
        question="“6个月”“1年”到对应的那一天，还是每月按30日（一年按365日）？",
        options=("对应日", "30日"),
        default="对应日",
        source="民法典第二百零二条：到期月的对应日为期间的最后一日；没有对应日的，月末日为最后一日",
    ),
    Setting(
        name="收到日遇休息日",
        field="receipt_on_rest_day",
        question="自收到之日起算的时限，休息日收到的，算当日收到还是下一个工作日收到？",
        options=("当日", "下一工作日"),
        default="当日",
        source="条例第三十一条以提交、签收、确认之日为收到之日；个别判决认可下一个工作日，不成规则",
    ),
    Setting(
        name="中止时长",
        field="pause",
        question="征求第三方意见所需时间不计入时限：按实际所需时间，还是最多15个工作日？",
        options=("所需时间", "最多15个工作日"),
        default="所需时间",
        source="条例第三十三条第三款“所需时间”；第三十二条第三方应当自收到征求意见书之日起15个工作日内提出意见",
        opens=True,
    ),
    Setting(
        name="临期天数",
        field="soon_days",
        question="到期前多少个工作日内算临期？",
        default="5",
        source="本工具的提醒口径，文件没有规定",
    ),
    Setting(
        name="严重超期天数",
        field="very_late_days",
        question="超期多少个工作日以上算严重超期？",
        default="20",
        source="本工具的分级口径，文件没有规定",
    ),
    Setting(
        name="核查有效期",
        field="evidence_days",
        question="栏目核查结果多少个自然日内有效？过期视为未能核查。",
        default="90",
        source="本工具的证据口径，文件没有规定",
    ),
)
