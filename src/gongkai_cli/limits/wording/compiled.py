"""Patterns, compiled when they are first used: a start of the program pays for none of them."""

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, ready to match."""
    return re.compile(pattern)
