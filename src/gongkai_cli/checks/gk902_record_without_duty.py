"""信息无对应事项

问：台账中的信息，是否找不到目录中的事项。
依据：没有事项就没有时限，不能判断是否按时。
判定：“事项”为空，或者目录中没有这个事项。
解除：按目录的编号或名称更正“事项”；目录缺项的，先补目录。
示例：“事项”写作“财务公开”，目录中是“部门财政预决算”。
"""

from collections.abc import Iterator

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity

CODE = "GK902"
NAME = "信息无对应事项"
SEVERITY = Severity.MEDIUM
SILENCES: tuple[str, ...] = ()


def check(evidence: Evidence) -> Iterator[Finding]:
    """Records that no duty of the catalogue claims."""
    for record in evidence.records:
        if record.duty is None:
            written = f"“{record.duty_text}”不在目录中" if record.duty_text else "没有填写"
            yield Finding(
                code=CODE,
                name=NAME,
                severity=SEVERITY,
                record=record.identity,
                units=record.units,
                published=record.published,
                place=record.place,
                message=f"“事项”{written}，不能判断是否按时",
                next_step="按目录的编号或名称更正“事项”",
            )
