"""Which files the ledger of a workspace would read, if they were there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.place import Place
from gongkai_cli.sources.config_yaml import Config
from gongkai_cli.sources.ledger_reach import swallowed_by
from gongkai_cli.sources.workspace import ledger_paths

HERE = Place("gongkai.yaml")


def swallowed(folder: Path, entry: str, path: str) -> bool:
    config = Config(catalogues=(), ledger=((entry, HERE),))
    return swallowed_by(config, folder, [folder / path]) is not None


@pytest.mark.parametrize(
    ("entry", "path", "expected"),
    [
        ("台账", "台账/下发/一.xlsx", True),
        ("台账", "下发/一.xlsx", False),
        ("台账/一.xlsx", "台账/下发/一.xlsx", False),
        (".", "下发/一.xlsx", True),
        ("下发", "下发/一.xlsx", True),
        ("*/*.xlsx", "下发/一.xlsx", True),
        ("*", "下发/一.xlsx", True),
        ("台账/*.xlsx", "下发/一.xlsx", False),
        ("**/*.xlsx", "甲/乙/一.xlsx", True),
        ("**/*.csv", "甲/乙/一.xlsx", False),
        ("../外/*.xlsx", "下发/一.xlsx", False),
        ("台账", "../台账/一.xlsx", False),
    ],
)
def test_entries(tmp_path: Path, entry: str, path: str, expected: bool) -> None:
    assert swallowed(tmp_path, entry, path) is expected


NAMES = st.sampled_from(["a", "b", "ab", "x.xlsx", "y.csv"])


@given(
    st.lists(
        st.sampled_from(["a", "b", "*", "**", "a*", "?", "[ab]", "*.xlsx"]), min_size=1, max_size=3
    ),
    st.lists(NAMES, min_size=1, max_size=3),
)
def test_it_agrees_with_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, entry: list[str], path: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("w")
    file = folder.joinpath(*path[:-1], "x.xlsx")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    config = Config(catalogues=(), ledger=(("/".join(entry), HERE),))
    found = ledger_paths(config, folder, [])
    read = any(each == file or (each.is_dir() and file.is_relative_to(each)) for each in found)
    assert swallowed(folder, "/".join(entry), file.relative_to(folder).as_posix()) is read
