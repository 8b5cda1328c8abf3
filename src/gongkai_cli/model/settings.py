"""Open questions of counting and thresholds (口径): one table, each with its default."""

from typing import Literal

from msgspec import Struct

RestDayEnd = Literal["顺延", "不动"]


class Settings(Struct, frozen=True, kw_only=True):
    """The values in use. ``chosen`` names those that the workspace decided itself.

    A question that a workspace has decided no longer opens the interval of a deadline.
    """

    rest_day_end: RestDayEnd = "顺延"
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
    counts: bool = False
    """Whether it is an open question of counting, whose readings open the interval."""


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="末日遇休息日",
        field="rest_day_end",
        question="按自然日计算的期限，最后一日是休息日时，到期日是否顺延到下一个工作日？",
        options=("顺延", "不动"),
        default="顺延",
        source="民法典第二百零三条第一款；网上公开任何一日都可办理，故有评估方不顺延",
        counts=True,
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
