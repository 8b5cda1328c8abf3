"""The inner steps before something is put up (流程): names and working days, nothing else."""

from msgspec import Struct

_UNWRITTEN = "没有写明各步要几天，按常见的办理时间推定；在 gongkai.yaml 的“流程”中写明即以所写为准"


class Step(Struct, frozen=True):
    """One step; ``workdays`` is how many working days it takes, its last day included.

    A step of 0 working days is done on the day on which the step after it ends. ``assumed`` is the
    reason why its number stands only as 推定.
    """

    name: str
    workdays: int
    assumed: str | None = None


STEPS: tuple[Step, ...] = (
    Step("拟稿", 5, _UNWRITTEN),
    Step("保密审查", 1, _UNWRITTEN),
    Step("承办人签字", 1, _UNWRITTEN),
    Step("单位负责人签字", 1, _UNWRITTEN),
    Step("分管领导签字", 2, _UNWRITTEN),
    Step("报送公开工作机构", 1, _UNWRITTEN),
    Step("上网发布", 1, _UNWRITTEN),
)
"""The steps of a body that has not written down its own, in their order.

That secrecy is reviewed before anything is published: 政府信息公开条例 article 17.
"""
