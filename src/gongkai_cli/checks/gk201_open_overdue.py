"""超期未公开

问：已经形成或变更的信息，过了公开时限是否仍未公开（内部事项：是否仍未办结）。
依据：目录各行的公开时限；政府信息公开条例第二十六条（20个工作日）及其他法定时限。每条时限单独判断，按规定的层级分别称
违法超期、违反上级规定、超本单位时限。
判定：核查日在“最晚到期日”之后仍无公开日期。超期20个工作日以上（口径“严重超期天数”）为严重超期。
解除：公开后在台账填写公开日期；依法不予公开的，在“公开属性”写明。
示例：6月27日形成、时限20个工作日，7月25日到期；7月26日仍未公开，超期1个工作日。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity
from .about_case import breach, kind_of, overdue

CODE = "GK201"
NAME = "超期未公开"
SEVERITY = Severity.CRITICAL
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Records still open after the latest day that is in time."""
    for broken in overdue(evidence):
        if kind_of(*broken[:2]) == "record":
            yield breach(CODE, NAME, evidence, broken)
