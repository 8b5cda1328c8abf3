"""A kept sheet is used only while nothing that it rests on has changed."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from gongkai_cli.model.due_sheet import DueRow, DueSheet
from gongkai_cli.sources.due_snapshot import Asked, keep, load

ROW = DueRow(
    part="late",
    near=True,
    left=None,
    units=["甲科"],
    due="2024-07-25",
    left_words="已超 1 工作日",
    duty="D1 事项",
    texts=[("信息", "示例")],
    assumed=[],
)
SHEET = DueSheet(
    body="示例局",
    as_of="2024-07-26",
    units={"甲科": ["甲科"]},
    rows=[ROW],
    rules=[("口径", "从严")],
    outside=[["甲科"]],
    moved=[(["甲科"], "D1 示例：原 2027-01-04，现 2026-12-31")],
    assumed=[],
)


def old(path: Path, text: str = "a: 1\n") -> Path:
    """A file that was written a minute ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    before = path.stat().st_mtime - 60
    os.utime(path, (before, before))
    return path


@pytest.fixture
def asked(tmp_path: Path) -> Asked:
    folder = tmp_path / "w"
    old(folder / "gongkai.yaml")
    old(folder / "台账" / "信息台账.csv")
    old(tmp_path / "elsewhere" / "catalogue.yaml")
    return Asked(folder, None, "2024-07-26", "", "从严")


def kept(asked: Asked) -> Asked:
    """The same, with a sheet kept."""
    keep(asked, SHEET, (asked.folder.parent / "elsewhere" / "catalogue.yaml",))
    return asked


def plain(sheet: DueSheet | None) -> object:
    """A sheet as JSON has it."""
    return json.loads(json.dumps(sheet))


def test_what_was_kept_comes_back(asked: Asked) -> None:
    assert load(asked) is None
    found = load(kept(asked))
    assert plain(found) == plain(SHEET)
    assert found is not None
    assert found.rows[0].left_words == "已超 1 工作日"


CHANGES: dict[str, Callable[[Path], object]] = {
    "a ledger that grew": lambda folder: old(folder / "台账" / "信息台账.csv", "a: 12\n"),
    "a ledger of the same size": lambda folder: os.utime(folder / "台账" / "信息台账.csv"),
    "a ledger more": lambda folder: old(folder / "台账" / "政工室.csv"),
    "a ledger less": lambda folder: (folder / "台账" / "信息台账.csv").unlink(),
    "the configuration": lambda folder: old(folder / "gongkai.yaml", "b: 22\n"),
    "a holiday notice of its own": lambda folder: old(folder / "holidays" / "2027.yaml"),
    "the catalogue elsewhere": lambda folder: old(
        folder.parent / "elsewhere" / "catalogue.yaml", "b: 22\n"
    ),
    "the catalogue gone": lambda folder: (folder.parent / "elsewhere" / "catalogue.yaml").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_any_change_of_a_file_behind_it_ends_it(
    asked: Asked, change: Callable[[Path], object]
) -> None:
    kept(asked)
    change(asked.folder)
    assert load(asked) is None


@pytest.mark.parametrize(
    "other",
    [{"as_of": "2024-07-27"}, {"known_on": "2024-01-01"}, {"basis": "目录"}],
    ids=lambda other: next(iter(other)),
)
def test_another_question_is_another_answer(asked: Asked, other: dict[str, str]) -> None:
    assert load(kept(asked)._replace(**other)) is None  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"asked": 1}', "null"])
def test_a_broken_snapshot_is_none(asked: Asked, text: str) -> None:
    kept(asked)
    (asked.folder / ".gongkai" / "due.json").write_text(text, encoding="utf-8")
    assert load(asked) is None


def test_nothing_is_kept_of_a_file_that_changed_just_now(asked: Asked) -> None:
    (asked.folder / "gongkai.yaml").write_text("a: 2\n", encoding="utf-8")
    assert load(kept(asked)) is None
    assert not list((asked.folder / ".gongkai").glob("due*"))


def test_a_folder_that_cannot_be_written_costs_only_time(asked: Asked) -> None:
    old(asked.folder / ".gongkai")
    assert load(kept(asked)) is None
    assert (asked.folder / ".gongkai").is_file()
