"""The files that ship with the program: one copy, in the checkout or inside the wheel."""

from pathlib import Path

_CHECKOUT = Path(__file__).parents[2]


def data_folder() -> Path:
    """The folder with ``catalogue.yaml``, ``statutes.yaml``, ``holidays`` and ``examples``.

    In a checkout that is its top level, so that an edit is seen at once; an installed wheel
    carries the same files below the package.
    """
    if (_CHECKOUT / "pyproject.toml").is_file() and (_CHECKOUT / "catalogue.yaml").is_file():
        return _CHECKOUT
    return Path(__file__).parent / "data"
