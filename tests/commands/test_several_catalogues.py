"""A workspace with the catalogues of two years."""

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.commands import main

from .workspaces import CATALOGUE, workspace

Said = pytest.CaptureFixture[str]

OLD = (
    CATALOGUE.replace("依据: 示例〔2024〕1号", "依据: 示例〔2023〕9号")
    .replace("自: 2024-01-01, 至: 2025-12-31", "自: 2023-01-01, 至: 2023-12-31")
    .replace("20个工作日内", "10个工作日内")
)
CONFIG = "目录: [2023.yaml, catalogue.yaml]\n台账: [台账]\n台账起始: 2023-06-01\n"
ROWS = (
    "2023-001,A01,旧通知,,文书科,2023-12-25,",
    "2024-001,部门文件,新通知,,文书科,2024-01-02,",
)


def two_years(folder: Path, old: str = OLD, records: tuple[str, ...] = ROWS) -> Path:
    made = workspace(folder, records, config=CONFIG)
    (made / "2023.yaml").write_text(old, encoding="utf-8")
    return made


def found(folder: Path, capfdbinary: Any, on: str) -> dict[str, Any]:
    main(["check", "-w", str(folder), "--as-of", on, "--basis", "目录", "--format", "json"])
    said: dict[str, Any] = json.loads(capfdbinary.readouterr().out)
    return said


def test_each_record_is_held_to_the_catalogue_of_its_day(tmp_path: Path, capfdbinary: Any) -> None:
    said = found(two_years(tmp_path / "w"), capfdbinary, "2024-03-01")
    due = {each["record"]: each["due"] for each in said["findings"] if each["due"]}
    assert due == {"2023-001": "2024-01-09", "2024-001": "2024-01-30"}


def test_what_does_not_follow_is_said_where_it_is_listed(tmp_path: Path, capsys: Said) -> None:
    same_day = OLD.replace("自: 2023-01-01", "自: 2024-01-01").replace("2023-12-31", "2024-12-31")
    assert main(["check", "-w", str(two_years(tmp_path / "a", same_day))]) == 2
    assert "gongkai.yaml:1:" in (said := capsys.readouterr().err)
    assert "都自 2024-01-01 起有效" in said
    another = OLD.replace("机关: 示例局", "机关: 别的局")
    assert main(["check", "-w", str(two_years(tmp_path / "b", another))]) == 2
    assert "前面的是“别的局”的" in capsys.readouterr().err
    open_ended = OLD.replace("{自: 2023-01-01, 至: 2023-12-31}", "{至: 2023-12-31}")
    assert main(["check", "-w", str(two_years(tmp_path / "c", open_ended))]) == 2
    assert "没有写明自哪一天起有效" in capsys.readouterr().err


def test_a_number_that_means_two_rows_is_refused_and_a_name_is_not(
    tmp_path: Path, capsys: Said
) -> None:
    """In 2023 A01 was 工作推进 and A02 部门文件."""
    swapped = (
        OLD.replace("编号: A01", "编号: A0x")
        .replace("编号: A02", "编号: A01")
        .replace("A0x", "A02")
    )
    folder = two_years(tmp_path / "w", swapped)
    assert main(["check", "-w", str(folder), "--as-of", "2024-03-01"]) == 2
    said = capsys.readouterr().err
    assert "信息台账.csv:2:2: 各年目录中编号“A01”不是同一个事项" in said
    assert "信息台账.csv:3" not in said


def test_the_report_says_which_catalogue_counts_when(tmp_path: Path, capsys: Said) -> None:
    old = OLD.replace("目录: 示例局", "目录: 2023年示例局")
    folder = two_years(tmp_path / "w", old)
    assert main(["check", "-w", str(folder), "--as-of", "2024-03-01"]) == 1
    said = "".join(capsys.readouterr().out.split())
    assert "2023年示例局主动公开基本目录（…至2023-12-31）" in said
    assert "示例局主动公开基本目录（2024-01-01至…）" in said


def test_doctor_counts_the_rows_of_the_catalogue_in_force(tmp_path: Path, capsys: Said) -> None:
    """A record of 2023 is under a row that the catalogue of 2024 does not have."""
    dropped = OLD.replace("名称: 公务员考录", "名称: 行政收费").replace("编号: A03", "编号: B09")
    row = "2023-002,B09,收费目录,,人事科,2023-12-25,"
    folder = two_years(tmp_path / "w", dropped, (*ROWS[1:], row))
    main(["doctor", "-w", str(folder), "--as-of", "2024-03-01"])
    assert "，3 个事项" in "".join(capsys.readouterr().out.split("\n"))
