"""时限没有数字

问：公开时限是否有可以计算的数字或日期。
依据：政府信息公开条例第二十六条的20个工作日是最长时限；“动态更新”“及时”没有数字，不能判断是否按时。
判定：时限只有“动态更新”“及时”“实时”“按规定”一类字样，也没有推定的数字。
解除：在文件中写明天数或日期；暂时没有的，在“推定: 公开时限”中写明按多少天，并说明理由。
示例：政府信息公开指南写“动态更新”，条例有20个工作日。栏目仍按更新周期核查，信息仍按法律的时限核查。
"""

from collections.abc import Iterator

from ...model.duty import Duty
from ...model.finding import Finding, Severity
from ...model.limit import ByDate, Periodic, Within
from .about_duty import on_duty
from .papers import Papers

CODE = "GK104"
NAME = "时限没有数字"
SEVERITY = Severity.LOW
BASIS = "政府信息公开条例第二十六条"
_NUMBERED = Within | ByDate | Periodic


def check(papers: Papers) -> Iterator[Finding]:
    """Duties whose limits hold no number that could be counted."""
    for duty in papers.duties:
        limits = [limit for printed in duty.limits for limit in printed.reading.limits]
        refused = any(printed.reading.refused for printed in duty.limits)
        if duty.limits and not refused and not any(isinstance(each, _NUMBERED) for each in limits):
            fresh = f"栏目按更新周期{duty.freshness.wording}核查，" if duty.freshness else ""
            yield on_duty(
                CODE,
                NAME,
                SEVERITY,
                duty,
                f"“{duty.limits[0].wording}”没有数字；{fresh}{_by_law(papers, duty)}",
                "修订目录时写明天数或日期；也可以先在“推定: 公开时限”中写明",
            )


def _by_law(papers: Papers, duty: Duty) -> str:
    """The numbers of the law that stand behind the duty as a whole."""
    named = [
        each.limit.basis.text
        for each in papers.statutes_on(duty)
        if not each.titles_with
        and any(isinstance(limit, _NUMBERED) for limit in each.limit.reading.limits)
    ]
    return f"信息只能按{'、'.join(named)}判断" if named else "也没有法律的时限可以按"
