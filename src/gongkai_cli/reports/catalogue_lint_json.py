"""``catalogue lint`` for programs: one object, the format ``gongkai/lint/1``."""

from collections.abc import Mapping, Sequence
from typing import Any

from ..checks.catalogue_rules import Papers, Rule
from ..model.finding import Finding
from .deadline_words import iso
from .machine import clock_of, text_of


def render(papers: Papers, findings: Sequence[Finding], rules: Mapping[str, Rule]) -> str:
    """The findings in the order of the table; ``basis`` is what the rule rests on."""
    return text_of(
        {
            "schema": "gongkai/lint/1",
            "body": papers.catalogue.body,
            "title": papers.catalogue.title,
            "file": papers.catalogue.file,
            "as_of": iso(papers.as_of),
            "findings": [_finding(each, rules[each.code].BASIS) for each in findings],
        }
    )


def _finding(finding: Finding, basis: str) -> dict[str, Any]:
    return {
        "id": finding.id,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "duty": finding.duty,
        "subject": finding.record,
        "units": list(finding.units),
        "clock": clock_of(finding.clock),
        "basis": finding.clock.basis if finding.clock else basis,
        "place": finding.place and str(finding.place),
        "message": finding.message,
        "next_step": finding.next_step,
    }
