"""The checks: one file each, found by being here.

A check is a module with ``CODE``, ``NAME``, ``SEVERITY``, ``SILENCES`` and ``check``; its docstring
is the page that ``gongkai explain CODE`` prints. Modules without ``CODE`` only build findings.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from ..model.assessment import Evidence
from ..model.finding import Finding, Severity


class Check(Protocol):
    """What every check has.

    ``SEVERITY`` is the heaviest that it gives; ``SILENCES`` the codes that say nothing more about
    a thing once this one has spoken.
    """

    CODE: str
    NAME: str
    SEVERITY: Severity
    SILENCES: tuple[str, ...]
    __doc__: str | None

    def check(self, evidence: Evidence) -> Iterator[Finding]:
        """The findings, from facts that are counted already."""


def _found() -> Iterator[Check]:
    for path in sorted(Path(__file__).parent.glob("gk*.py")):
        yield cast(Check, import_module(f"{__name__}.{path.stem}"))


ALL: tuple[Check, ...] = tuple(sorted(_found(), key=lambda check: check.CODE))
"""Every check, by code."""
