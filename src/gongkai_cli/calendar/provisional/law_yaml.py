"""``holiday_law.yaml`` beside this package.

It ships with the program and nobody edits it in a workspace, so that a slip in it is a fault of the
program (``msgspec.ValidationError``).
"""

from functools import cache
from pathlib import Path

from msgspec import convert

from .law import HolidayLaw

_FILE = Path(__file__).parents[1] / "holiday_law.yaml"


@cache
def holiday_law() -> HolidayLaw:
    """The shipped file, read once."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return convert(yaml.load(_FILE.read_bytes(), Loader=loader), HolidayLaw)
