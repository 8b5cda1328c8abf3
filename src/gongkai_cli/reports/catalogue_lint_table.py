"""``catalogue lint`` in a terminal: what is found, rule by rule, the heaviest first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..checks.catalogue_rules import Papers, Rule
from ..model.finding import Finding, Severity
from .columns import indented


def render(
    papers: Papers, findings: Sequence[Finding], rules: Mapping[str, Rule], width: int
) -> str:
    """The findings in lines of at most ``width`` cells; ``rules`` are those of their codes."""
    return "\n".join(_lines(papers, findings, rules, width)) + "\n"


def _lines(
    papers: Papers, findings: Sequence[Finding], rules: Mapping[str, Rule], width: int
) -> Iterator[str]:
    yield from indented(papers.catalogue.title, width, "", "  ")
    duties = len(papers.duties)
    yield f"{papers.catalogue.file}：{duties} 个事项，按 {papers.as_of} 检查"
    for code in dict.fromkeys(finding.code for finding in findings):
        yield ""
        yield from _rule(rules[code], [each for each in findings if each.code == code], width)
    yield ""
    yield _total(findings)


def _rule(rule: Rule, findings: Sequence[Finding], width: int) -> Iterator[str]:
    severity = findings[0].severity.value
    yield f"{severity}  {rule.CODE} {rule.NAME}  {len(findings)} 处"
    yield from indented(rule.BASIS, width, "  依据：")
    for finding in findings:
        where = f"{finding.place}" if finding.place else ""
        subject = f"{finding.duty}  " if finding.duty else ""
        yield from indented(f"{subject}{finding.message}", width, f"  {where}  ", "    ")
    for step in dict.fromkeys(finding.next_step for finding in findings):
        yield from indented(step, width, "  下一步：")


def _total(findings: Sequence[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return "没有发现问题。"
    words = "，".join(f"{each.value} {counts[each]}" for each in Severity if counts[each])
    return f"共 {len(findings)} 处：{words}"
