"""Where a workspace is: the folder with ``gongkai.yaml``."""

from pathlib import Path

CONFIG = "gongkai.yaml"


def find_workspace(start: Path) -> Path | None:
    """The nearest folder with a ``gongkai.yaml``, from ``start`` upwards."""
    return next((each for each in (start, *start.parents) if (each / CONFIG).is_file()), None)
