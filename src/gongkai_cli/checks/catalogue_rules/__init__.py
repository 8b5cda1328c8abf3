"""The rules that a catalogue is linted with: one file each, found by being here.

A rule is a module with ``CODE``, ``NAME``, ``SEVERITY``, ``BASIS`` and ``check``; its docstring is
its manual page. Modules without ``CODE`` hold what rules share. No rule repairs anything.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ...model.finding import Finding, Severity
from .papers import Papers

__all__ = ["RULES", "Papers", "Rule", "lint"]


class Rule(Protocol):
    """What every rule has; ``BASIS`` says on what it rests, as it is cited."""

    CODE: str
    NAME: str
    SEVERITY: Severity
    BASIS: str
    __doc__: str | None

    def check(self, papers: Papers) -> Iterator[Finding]:
        """What the rule finds, in the order of the catalogue."""


def _found() -> Iterator[Rule]:
    for path in sorted(Path(__file__).parent.glob("gk*.py")):
        yield cast(Rule, import_module(f"{__name__}.{path.stem}"))


RULES: tuple[Rule, ...] = tuple(sorted(_found(), key=lambda rule: rule.CODE))
"""Every rule, by code."""


def lint(papers: Papers) -> tuple[Finding, ...]:
    """What all rules find, the heaviest first, then by code and line."""
    found = [finding for rule in RULES for finding in rule.check(papers)]
    return tuple(sorted(found, key=_weight))


def _weight(finding: Finding) -> tuple[int, str, int]:
    line = finding.place.line if finding.place else None
    return finding.severity.rank, finding.code, line or 0
