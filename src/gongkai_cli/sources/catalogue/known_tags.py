"""The vocabulary of tags that ships with the program."""

from functools import cache

from ...data_files import data_folder
from ...model.tag import Tag
from .statutes_yaml import read_tags


@cache
def known_tags() -> tuple[Tag, ...]:
    """Every tag of the shipped ``statutes.yaml``, in its order."""
    return read_tags((data_folder() / "statutes.yaml").read_bytes(), "statutes.yaml")[0]
