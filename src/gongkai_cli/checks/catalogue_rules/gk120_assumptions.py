"""推定待确认

问：目录中哪些内容是填写人推定的。
依据：文件没有写明的，由文件的主人决定；推定只是暂时这样算。
判定：每一种推定（内容和理由相同的算一种）列一次，写明有哪些事项。
解除：由主管科室确认后修订文件，或者改成确认的内容。
示例：更新周期文件没有规定，按栏目类别推定2周、6个月、1年。
"""

from collections.abc import Iterator

from ...model.duty import Assumption, Duty
from ...model.finding import Finding, Severity
from .about_duty import on_paper
from .papers import Papers, merged_cells

CODE = "GK120"
NAME = "推定待确认"
SEVERITY = Severity.INFO
BASIS = "填写人的推定"


def check(papers: Papers) -> Iterator[Finding]:
    """Every assumption once, with the duties that rest on it.

    Merged cells and tags are said elsewhere.
    """
    for note, duties in papers.catalogue.assumptions:
        if duties and note.subject == "标签":
            continue
        resting = [duty for duty in duties if not _is_merged(duty, note)]
        if duties and not resting:
            continue
        ids = "、".join(duty.id for duty in resting) or "整个目录"
        yield on_paper(
            CODE,
            NAME,
            SEVERITY,
            f"{note.subject} {ids}",
            note.place,
            f"{ids}：{note.subject}推定为“{note.value}”。{note.reason}",
            "由主管科室确认，或改为确认的内容",
        )


def _is_merged(duty: Duty, note: Assumption) -> bool:
    return note.subject in {each.subject for each in merged_cells(duty)}
