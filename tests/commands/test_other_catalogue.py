"""Two catalogues side by side: ``catalogue diff`` and ``check --with``."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from gongkai_cli.commands import main

from ..reports.measuring import assert_fits
from .workspaces import ALL_SEEN, CATALOGUE, PLAN, workspace

Said = pytest.CaptureFixture[str]

TIGHTER = (
    CATALOGUE.replace("附件1第2行", "附件1第2行（新）")
    .replace(
        "名称: 工作推进\n    公开内容: 工作方案", "名称: 政务公开工作推进\n    公开内容: 工作方案"
    )
    .replace("责任单位: [信息科]", "责任单位: [人事科]")
    .replace("20个工作日内", "15个工作日内")
    .replace("有效期: {自: 2024-01-01, 至: 2025-12-31}", "有效期: {自: 2025-01-01}")
)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "新目录.yaml"
    path.write_text(TIGHTER, encoding="utf-8")
    return path


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "原目录.yaml"
    path.write_text(CATALOGUE, encoding="utf-8")
    return path


def keeps_to(name: str, document: Any, capfdbinary: Any) -> None:
    assert main(["schema", name]) == 0
    jsonschema.validate(document, json.loads(capfdbinary.readouterr().out))


def test_diff_names_what_changed(old: Path, new: Path, capsys: Said) -> None:
    assert main(["catalogue", "diff", str(old), str(new)]) == 0
    said = capsys.readouterr().out
    assert_fits(said, 80)
    assert "名称  原：工作推进" in said
    assert "责任单位  原：信息科" in said
    assert "新增 0，取消 0，改动 2（时限 2，责任单位 1），不变 1" in said


def test_diff_of_a_catalogue_with_itself_is_nothing(old: Path, capsys: Said) -> None:
    assert main(["catalogue", "diff", str(old), str(old)]) == 0
    assert "没有不同" in capsys.readouterr().out


def test_diff_for_programs_keeps_to_its_schema(old: Path, new: Path, capfdbinary: Any) -> None:
    assert main(["catalogue", "diff", str(old), str(new), "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert [each["kind"] for each in document["changes"]] == ["changed", "changed"]
    keeps_to("catalogue-diff", document, capfdbinary)


def test_a_file_that_is_no_catalogue_is_said(old: Path, tmp_path: Path, capsys: Said) -> None:
    wrong = tmp_path / "w.yaml"
    wrong.write_text("目录: 甲\n", encoding="utf-8")
    assert main(["catalogue", "diff", str(old), str(wrong)]) == 2
    assert "缺少“机关”" in capsys.readouterr().err
    assert main(["catalogue", "diff", str(old), str(tmp_path / "没有.yaml")]) == 2
    assert "没有这个文件" in capsys.readouterr().err


def test_who_becomes_late_under_another_catalogue(tmp_path: Path, new: Path, capsys: Said) -> None:
    """The plan of 2024-06-27: 20 working days end on 2024-07-25, 15 on 2024-07-18."""
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    arguments = ["check", "-w", str(folder), "--as-of", "2024-07-22", "--with", str(new)]
    assert main(arguments) == 1
    said = capsys.readouterr().out
    assert_fits(said, 80)
    assert "变为超期：1 件" in said
    assert "2024-07-25 到期" in said
    assert "2024-07-18 到期，超 2 工作日" in said
    assert "A02 组织管理/政务公开工作推进：临期 → 超期" in said


def test_the_other_way_round_it_is_free(tmp_path: Path, old: Path, capfdbinary: Any) -> None:
    folder = workspace(
        tmp_path / "w", (PLAN,), ALL_SEEN, catalogue=TIGHTER.replace("2025-01-01", "2024-01-01")
    )
    arguments = ["check", "-w", str(folder), "--as-of", "2024-07-22", "--with", str(old)]
    assert main([*arguments, "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert [each["kind"] for each in document["cases"]] == ["no-longer-late"]
    keeps_to("check-with", document, capfdbinary)


def test_a_row_that_the_other_does_not_have_asks_for_nothing(
    tmp_path: Path, capfdbinary: Any
) -> None:
    short = tmp_path / "短.yaml"
    rows = CATALOGUE.split("  - 编号: ")
    short.write_text("  - 编号: ".join((rows[0], rows[1], rows[3])), encoding="utf-8")
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    arguments = ["check", "-w", str(folder), "--as-of", "2024-07-22", "--with", str(short)]
    assert main([*arguments, "--format", "json"]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert [(each["kind"], each["duty"]) for each in document["cases"]] == [
        ("no-longer-asked", "A02")
    ]
    assert {"id": "A02", "name": "组织管理/工作推进", "before": "临期", "after": None} in document[
        "duties"
    ]


def test_the_same_catalogue_changes_nothing(tmp_path: Path, old: Path, capsys: Said) -> None:
    folder = workspace(tmp_path / "w", (PLAN,), ALL_SEEN)
    assert main(["check", "-w", str(folder), "--as-of", "2024-07-26", "--with", str(old)]) == 0
    assert "没有影响" in capsys.readouterr().out
