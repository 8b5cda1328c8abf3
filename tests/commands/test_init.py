"""``gongkai init``: what it makes, and that it never overwrites."""

from pathlib import Path

import pytest

from gongkai_cli.commands import main
from gongkai_cli.commands.init import Example, examples
from gongkai_cli.data_files import data_folder

Said = pytest.CaptureFixture[str]
MADE = {"gongkai.yaml", "catalogue.yaml", "catalogue.schema.json", "台账/台账.xlsx"}


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_workspace_can_be_checked_at_once(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "新" / "工作区"
    assert main(["init", str(folder)]) == 0
    assert set(files(folder)) == MADE
    assert main(["check", "-w", str(folder), "--as-of", "2024-07-25"]) == 0
    assert main(["due", "-w", str(folder), "--as-of", "2024-07-25"]) == 0


def test_it_works_in_the_current_folder_and_says_what_to_do_next(
    tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GONGKAI_TODAY", "2024-03-05")
    assert main(["init"]) == 0
    out = capsys.readouterr().out
    assert "  新建  台账/台账.xlsx" in out
    assert "下一步" in out
    assert "台账起始: 2024-03-05" in (tmp_path / "gongkai.yaml").read_text(encoding="utf-8")


def test_again_changes_nothing_and_says_so(tmp_path: Path, capsys: Said) -> None:
    main(["init", str(tmp_path)])
    for name in MADE - {"catalogue.yaml"}:
        (tmp_path / name).write_bytes(b"mine")
    before = files(tmp_path)
    capsys.readouterr()
    assert main(["init", str(tmp_path)]) == 0
    assert files(tmp_path) == before
    assert capsys.readouterr().out.count("（已经存在，没有改动）") == len(MADE)


def test_the_example_is_copied_whole_and_runs(tmp_path: Path, capsys: Said) -> None:
    assert main(["init", "--example", str(tmp_path)]) == 0
    (source,) = (each.folder for each in examples() if each.usual)
    copied = files(tmp_path)
    shipped = {name: data for name, data in files(source).items() if ".gongkai" not in name}
    assert set(copied) == {*shipped, "catalogue.yaml", "catalogue.schema.json"}
    assert all(copied[name] == data for name, data in shipped.items() if "台账" in name)
    assert main(["check", "-w", str(tmp_path), "--as-of", "2024-07-25"]) == 0


def test_every_folder_of_examples_is_one_that_can_be_asked_for() -> None:
    folders = {path for path in (data_folder() / "examples").iterdir() if path.is_dir()}
    assert {each.folder for each in examples()} == folders
    assert [each.usual for each in examples()].count(True) == 1
    words = [word for each in examples() for word in (each.name, each.kind)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("example", examples(), ids=lambda each: each.name)
@pytest.mark.parametrize("chinese", [False, True], ids=["by folder", "in Chinese"])
def test_any_example_can_be_copied_and_stands_alone(
    tmp_path: Path, capsys: Said, example: Example, chinese: bool
) -> None:
    name = example.kind if chinese else example.name
    assert main(["init", str(tmp_path), "--example-of", name]) == 0
    assert f"gongkai check --as-of {example.day}" in capsys.readouterr().out
    copied = files(tmp_path)
    assert not [
        path for path, data in copied.items() if path.endswith(".yaml") and b"../../" in data
    ]
    assert "catalogue.schema.json" in copied
    for path, data in copied.items():
        if b"$schema=" in data and path.endswith(".yaml"):
            schema = data.split(b"$schema=")[1].split(b"\n")[0].decode()
            assert ((tmp_path / path).parent / schema).is_file(), path
    assert main(["check", "-w", str(tmp_path), "--as-of", f"{example.day}"]) in (0, 1)
    assert not capsys.readouterr().err


def test_an_unknown_example_is_said_with_those_there_are(tmp_path: Path, capsys: Said) -> None:
    assert main(["init", str(tmp_path / "w"), "--example-of", "乡"]) == 2
    said = capsys.readouterr().err
    assert "没有“乡”这个示例" in said
    assert all(each.name in said and each.kind in said for each in examples())
    assert not (tmp_path / "w").exists()


def test_help_lists_the_examples(capsys: Said) -> None:
    assert main(["init", "--help"]) == 0
    said = "".join(capsys.readouterr().out.split())
    assert all(each.label in said for each in examples())


def test_a_file_in_the_way_is_named(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert main(["init", str(tmp_path / "a")]) == 2
    assert "这是文件，不是文件夹" in capsys.readouterr().err


def test_a_broken_catalogue_of_ones_own_gives_no_template(tmp_path: Path, capsys: Said) -> None:
    (tmp_path / "catalogue.yaml").write_text("目录：无", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert "catalogue.yaml" in capsys.readouterr().err
    assert not (tmp_path / "台账" / "台账.xlsx").exists()
