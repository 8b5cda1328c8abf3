"""One check asked alone about a few facts."""

from types import ModuleType
from typing import cast

from gongkai_cli.assess import assess
from gongkai_cli.checks import Check
from gongkai_cli.facts import Facts
from gongkai_cli.model.finding import Finding
from tests.making import day


def ask(check: ModuleType, facts: Facts, as_of: str) -> tuple[Finding, ...]:
    """What one check finds on a day."""
    return assess(facts, as_of=day(as_of), checks=(cast(Check, check),)).findings
