"""日期矛盾

问：台账中的日期是否前后颠倒，或者还没有到。
依据：公开不会早于形成；还没有到的日子不能当作已经发生。
判定：公开日期早于形成日期；变更日期早于形成日期；形成、变更、公开日期在今天之后（该日期不作数，按尚未发生处理）。
解除：更正台账。
示例：形成日期2024-07-10，公开日期2024-07-01。
"""

from collections.abc import Iterator
from datetime import date

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity
from ..model.ledger import Record

CODE = "GK901"
NAME = "日期矛盾"
SEVERITY = Severity.MEDIUM
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Rows whose dates cannot all be right."""
    units = {duty.id: duty.unit_names for duty in evidence.duties}
    for record in evidence.records:
        for severity, message in _contradictions(record, evidence.today):
            yield Finding(
                code=CODE,
                name=NAME,
                severity=severity,
                duty=record.duty,
                record=record.identity,
                units=record.units or units.get(record.duty or "", ()),
                published=record.published,
                place=record.place,
                message=message,
                next_step="核对原件，更正台账",
            )


def _contradictions(record: Record, today: date) -> Iterator[tuple[Severity, str]]:
    formed, changed, published = record.formed, record.changed, record.published
    if formed and published and published < formed:
        yield Severity.MEDIUM, f"公开日期{published}早于形成日期{formed}"
    if formed and changed and changed < formed:
        yield Severity.MEDIUM, f"变更日期{changed}早于形成日期{formed}"
    named = {"形成日期": formed, "变更日期": changed, "公开日期": published}
    later = [f"{name}{day}" for name, day in named.items() if day and day > today]
    if later:
        yield Severity.MEDIUM, f"{'、'.join(later)}还没有到（今天{today}），按尚未发生处理"
