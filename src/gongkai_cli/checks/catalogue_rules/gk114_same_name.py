"""事项重名

问：两个事项的名称是否相同，或者一个是另一个的结尾而容易混淆。
依据：台账用编号或“类别/名称”指明事项，只写名称分不清。
判定：名称相同，或者一个名称以另一个名称结尾。
解除：修订目录时改名；台账中写编号或“类别/名称”。
示例：行政执法公示和“双随机、一公开”下面都叫“专题展示”。
"""

from collections.abc import Iterator

from ...model.finding import Finding, Severity
from .about_duty import on_duty
from .papers import Papers

CODE = "GK114"
NAME = "事项重名"
SEVERITY = Severity.LOW
BASIS = "台账按编号或“类别/名称”对应"


def check(papers: Papers) -> Iterator[Finding]:
    """Duties whose name is, or ends in, that of another; said at the later of two equal names."""
    for number, duty in enumerate(papers.duties):
        for place, other in enumerate(papers.duties):
            same = other.name == duty.name and place < number
            ending = other.name != duty.name and other.name.endswith(duty.name)
            if same or ending:
                how = "同名" if same else "容易混淆"
                yield on_duty(
                    CODE,
                    NAME,
                    SEVERITY,
                    duty,
                    f"“{duty.name}”与{other.id}“{other.title}”{how}",
                    "台账中写编号或“类别/名称”，不要只写名称",
                )
                break
